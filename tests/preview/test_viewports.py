"""What several windows look at."""

from __future__ import annotations

from issuebrief.preview.viewports import MOST, View, Views


def test_pages_are_in_sight_that_anybody_sees() -> None:
    views = Views()
    assert (views.visible, views.sheets, list(views)) == ((0, 1), False, [])
    views.see("one", View((4, 5), 800))
    views.see("two", View((5, 6), 1200, sheets=True))
    assert (views.visible, views.sheets) == ((4, 5, 6), True)
    views.see("two", View((0,), 1200))
    assert (views.visible, views.sheets) == ((4, 5, 0), False)


def test_a_window_that_is_closed_is_forgotten() -> None:
    views = Views()
    views.come("one")
    views.see("one", View((4,), 800))
    # The line breaks: the window is back before its end is noticed.
    views.come("one")
    views.go("one")
    assert views.visible == (4,)
    views.go("one")
    assert list(views) == []


def test_whoever_gives_no_name_is_remembered() -> None:
    views = Views()
    views.see("", View((7,), 800))
    views.come("")
    views.go("")
    assert views.visible == (7,)


def test_the_oldest_of_too_many_views_are_forgotten() -> None:
    views = Views()
    for number in range(MOST + 2):
        views.see(str(number), View((number,), 800))
    assert views.visible == tuple(range(2, MOST + 2))
