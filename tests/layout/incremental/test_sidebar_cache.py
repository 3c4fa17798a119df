"""Sidebar blocks of revisions some of whose pages are old; each is compared with a fresh layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from revisions import RevisionCheck, small_layout_input

from issuebrief.layout.incremental.sidebar_cache import Placed, Sidebars, invalidated
from issuebrief.layout.sidebar.page_survey import Survey
from issuebrief.layout.sidebar.solver import ItemPosition

if TYPE_CHECKING:
    from pathlib import Path

CSS = "main { width: 180px } aside { position: absolute; left: 190px; width: 60px }"
QUOTE = '<aside id="q{0}" class="pull-quote" data-passage="p{0}"><p>{1}</p></aside>'
WHOLE = CSS + "aside { top: 0 }"
TALL = "Words that take some room. " * 4


def page(*quotes: tuple[int, str], lines: int = 60) -> str:
    """A text of lines, before some of which a block for the sidebar stands."""
    said = dict(quotes)
    parts = [
        (QUOTE.format(n, said[n]) if n in said else "") + f'<p id="p{n}">Line {n}.</p>' for n in range(lines)
    ]
    return f"<main>{''.join(parts)}</main>"


def revisions(folder: Path, *bodies: str, css: str = CSS) -> list[list[int]]:
    check = RevisionCheck()
    return [check.set(small_layout_input(folder, body, css)) for body in bodies]


def test_a_block_that_had_to_move_on_says_what_is_new_in_it(tmp_path: Path) -> None:
    """Its place is on one page, and it stands on the next: both are made anew."""
    first = page((0, TALL), (12, TALL), (14, TALL))
    other = page((0, TALL), (12, TALL), (14, "Short."))
    made = revisions(tmp_path, first, first.replace("Words", "Terms"), other)
    assert {1, 2} <= set(made[1])


def test_a_block_that_grows_moves_those_on_other_pages(tmp_path: Path) -> None:
    small, tall = "Short.", TALL
    for css in (CSS, WHOLE):
        bodies = [page((0, small), (12, small), (14, s), (20, small)) for s in (small, tall, tall * 2, small)]
        revisions(tmp_path, *bodies, css=css)


def test_blocks_come_and_go(tmp_path: Path) -> None:
    revisions(
        tmp_path,
        page((3, TALL), (25, TALL)),
        page((3, TALL), (14, TALL), (25, TALL)),
        page((25, TALL)),
        page(),
        page((50, TALL)),
        page((50, TALL), lines=52),
    )


def test_a_change_elsewhere_leaves_blocks_alone(tmp_path: Path) -> None:
    first = page((0, TALL), (12, TALL), (14, TALL), (40, TALL))
    made = revisions(tmp_path, first, first.replace("Line 45.", "Changed."), css=WHOLE)
    assert 1 not in made[1]


def test_a_page_is_disturbed_where_a_block_on_it_comes_or_goes() -> None:
    one: Any
    two: Any
    one, two = object(), object()
    survey = Survey((), (), {}, {}, {})

    def placed(*spots: tuple[int, Any, int]) -> tuple[Placed, ...]:
        return tuple(Placed(number, box, ItemPosition(spot, 10.0)) for number, box, spot in spots)

    now = Sidebars((), survey, placed((0, one, 0), (1, two, 2)))
    assert invalidated(now, [True, True, True], placed((0, one, 0), (1, two, 2))) == set()
    assert invalidated(now, [True, True, True], placed((0, one, 0), (1, two, 1))) == {2, 3}
    assert invalidated(now, [True, False, True], placed((0, one, 0))) == {3}
    assert invalidated(now, [True, False, True], placed((0, one, 0), (1, two, 0))) == {1, 3}
    # A page that there is no more counts for nothing.
    assert invalidated(now, [True, True, True], placed((0, one, 0), (1, two, 2), (5, object(), 0))) == {1}
