"""Steps that are undone and done again."""

from __future__ import annotations

from issuebrief.preview.theme_panel.history import MOST, History


def test_steps_are_undone_and_done_again() -> None:
    one = History().changed("--a", "1")
    two = one.changed("--b", "2").changed("--a", "3")
    assert two.now == (("--a", "3"), ("--b", "2"))
    assert two.undone().now == (("--a", "1"), ("--b", "2"))
    assert two.undone().undone().undone().now == ()
    assert two.undone().redone().now == two.now
    assert History().undone() == History().redone() == History()


def test_a_change_after_an_undone_one_takes_its_place() -> None:
    changed = History().changed("--a", "1").undone().changed("--a", "2")
    assert (changed.now, changed.future) == ((("--a", "2"),), ())


def test_a_slider_that_is_moved_is_one_step() -> None:
    moved = History().changed("--a", "1")
    for value in ("2", "3", "4"):
        moved = moved.changed("--a", value, goes_on=True)
    assert moved.undone().now == ()
    other = moved.changed("--b", "1", goes_on=True)
    assert other.undone().now == (("--a", "4"),)


def test_one_token_is_reset_and_all_are_discarded() -> None:
    both = History().changed("--a", "1").changed("--b", "2")
    assert both.changed("--a", None).now == (("--b", "2"),)
    assert both.changed("--c", None) is both
    gone = both.without_any()
    assert (gone.now, gone.undone().now) == ((), both.now)


def test_the_same_value_again_is_no_step() -> None:
    one = History().changed("--a", "1")
    assert one.changed("--a", "1") is one


def test_so_many_steps_are_kept_and_no_more() -> None:
    history = History()
    for number in range(MOST + 50):
        history = history.changed("--a", str(number))
    assert len(history.past) == MOST
