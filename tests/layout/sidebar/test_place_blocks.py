"""The furnished sidebar, measured on laid-out boxes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.layout.sidebar.page_items import free_stretches
from issuebrief.layout.styles.page_sides import Shifts

if TYPE_CHECKING:
    from pathlib import Path

STYLE = """
:root { --grid: 10pt }
@page { size: 300pt 240pt; margin: 20pt }
html { font: 8pt/10pt serif }
body, p, h1, aside { margin: 0 }
main { margin-left: 100pt; columns: 2; column-gap: 10pt }
aside { position: absolute; top: 0; left: 0; width: 90pt }
.band { background: navy; height: 60pt }
.spare-line { height: 10pt }
"""
WORDS = "word " * 40


@dataclass(frozen=True)
class Block:
    name: str
    page: int
    top: float
    bottom: float


def set_pages(tmp_path: Path, body: str, more: str = "") -> list[Any]:
    """The pages of a text."""
    sheet = tmp_path / "style.css"
    sheet.write_text(STYLE + more)
    pages, problems = lay_out(
        LayoutInput(f"<html lang=en><body>{body}", tmp_path / "brief.md", (sheet,), (tmp_path,))
    )
    assert pages, problems
    return list(pages.document.pages)


def placed(tmp_path: Path, body: str) -> tuple[list[Block], int]:
    """The sidebar blocks, in reading order, in pt from the page's top; and how many pages there are."""
    pages = set_pages(tmp_path, body)
    found = [
        Block(
            box.element.get("id"),
            number,
            box.border_box_y() * 0.75,
            (box.border_box_y() + box.border_height()) * 0.75,
        )
        for number, page in enumerate(pages)
        for box in page._page_box.descendants(placeholders=True)
        if box.element_tag == "aside" and box.element.get("id") and box.style["position"] == "absolute"
    ]
    return found, len(pages)


def passage(number: int, lines: int = 3, before: str = "") -> str:
    quote = "quote<br>" * lines
    return (
        f'<p>{before}<span id="p{number}"></span>{WORDS}</p>'
        f'<aside id="q{number}" class="pull-quote" data-passage="p{number}">{quote}</aside>'
    )


def test_a_quote_stands_level_with_its_passage(tmp_path: Path) -> None:
    blocks, _ = placed(tmp_path, f"<main><p>{WORDS}</p>{passage(1)}</main>")
    (block,) = blocks
    assert block.page == 0
    assert block.top > 20 and (block.top - 20) % 10 == pytest.approx(0)


def test_quotes_share_a_page_without_touching(tmp_path: Path) -> None:
    blocks, _ = placed(tmp_path, f"<main>{passage(1)}{passage(2)}{passage(3)}</main>")
    assert [block.name for block in blocks] == ["q1", "q2", "q3"]
    for above, below in pairwise(sorted(blocks, key=lambda block: (block.page, block.top))):
        assert (above.page, above.bottom) < (below.page, below.top)


def test_what_does_not_fit_goes_to_the_next_page_and_none_is_lost(tmp_path: Path) -> None:
    body = "".join(passage(number, lines=8) for number in range(1, 6))
    blocks, _ = placed(tmp_path, f"<main>{body}{f'<p>{WORDS}</p>' * 8}</main>")
    assert [block.name for block in blocks] == ["q1", "q2", "q3", "q4", "q5"]
    assert [block.page for block in blocks] == sorted(block.page for block in blocks)
    assert blocks[-1].page > 0
    assert all(block.top >= 19.9 and block.bottom <= 220.1 for block in blocks)


def test_furniture_across_the_page_is_kept_clear(tmp_path: Path) -> None:
    blocks, _ = placed(tmp_path, f'<div class="band"></div><main>{passage(1)}</main><div class="band"></div>')
    assert blocks[0].top >= 80 and blocks[0].bottom <= 160


def test_a_box_that_is_only_bordered_is_kept_clear(tmp_path: Path) -> None:
    frame = '<div style="border: 1pt solid; height: 40pt"></div>'
    blocks, _ = placed(tmp_path, f"{frame}<main>{passage(1, lines=12)}</main>")
    assert blocks[0].top >= 20 + 42 + 10


def test_no_quote_stands_in_the_white_of_what_follows_the_text(tmp_path: Path) -> None:
    """The words of the last box begin to the right of the sidebar: only its white is under the quote."""
    box = '<section style="padding: 30pt 0 0 150pt">Words</section>'
    blocks, _ = placed(tmp_path, f"<main>{passage(1, lines=9)}</main>{box}")
    (page,) = set_pages(tmp_path, f"<main>{passage(1, lines=9)}</main>{box}")
    section = next(each for each in page._page_box.descendants() if each.element_tag == "section")
    assert blocks[0].bottom + 10 <= section.border_box_y() * 0.75


def test_a_quote_is_kept_on_the_page_of_its_passage_by_less_white(tmp_path: Path) -> None:
    body = f"<main>{passage(1, 9)}{passage(2, 10)}{f'<p>{WORDS}</p>' * 4}</main>"
    blocks, _ = placed(tmp_path, body)
    assert [block.page for block in blocks] == [0, 0]
    assert blocks[1].top - blocks[0].bottom == pytest.approx(10)


def test_blocks_stand_beside_a_standfirst_that_runs_over_to_the_next_page(tmp_path: Path) -> None:
    standfirst = f'<section class="text" id="s" style="margin-left: 100pt">{f"<p>{WORDS}</p>" * 4}</section>'
    data = '<aside id="d" class="details" data-passage="s">Data</aside>'
    blocks, pages = placed(tmp_path, f"{standfirst}{data}<main>{passage(1)}</main>")
    assert pages == 2
    assert [(block.name, block.page) for block in blocks] == [("d", 0), ("q1", 1)]


def test_a_text_too_short_for_its_quotes_gets_empty_lines_for_them(tmp_path: Path) -> None:
    body = "".join(passage(number, lines=15) for number in range(1, 4))
    blocks, pages = placed(tmp_path, f"<main>{body}</main>")
    assert [block.name for block in blocks] == ["q1", "q2", "q3"]
    assert [block.page for block in blocks] == [0, 1, 2] and pages == 3


def test_a_quote_taller_than_a_page_is_told_with_its_line(tmp_path: Path) -> None:
    sheet = tmp_path / "style.css"
    sheet.write_text(STYLE)
    quote = passage(1, lines=30).replace("<aside", "<aside data-line=17")
    html = f"<html lang=en><body><main>{quote}</main>"
    pages, (problem,) = lay_out(LayoutInput(html, tmp_path / "brief.md", (sheet,), (tmp_path,)))
    assert pages is None
    assert problem.code == "sidebar.too-tall"
    assert problem.place and problem.place.line == 17


def test_key_points_taller_than_a_page_are_told_with_the_line_of_the_first(tmp_path: Path) -> None:
    sheet = tmp_path / "style.css"
    sheet.write_text(STYLE)
    points = "".join(f"<li data-line={number}>Point</li>" for number in range(8, 40))
    html = f"<html lang=en><body><aside class=key-points><ul>{points}</ul></aside><main>a</main>"
    pages, (problem,) = lay_out(LayoutInput(html, tmp_path / "brief.md", (sheet,), (tmp_path,)))
    assert pages is None
    assert problem.place and problem.place.line == 8


def test_margins_that_fill_the_page_are_told_at_their_rule(tmp_path: Path) -> None:
    sheet = tmp_path / "style.css"
    sheet.write_text("html { font: 8pt serif }\n  @page { size: 300pt 240pt; margin: 140pt }")
    pages, (problem,) = lay_out(
        LayoutInput("<html lang=en><body><main>a</main>", tmp_path / "brief.md", (sheet,), (tmp_path,))
    )
    assert pages is None
    assert problem.code == "style.no-room"
    assert problem.place and (problem.place.line, problem.place.column) == (2, 3)
    assert "7 by 0 mm" in problem.message


def test_blocks_keep_to_the_margins_of_their_own_page(tmp_path: Path) -> None:
    """The second quote's page has other margins than the first, and so has the page that it is moved to."""
    mirrored = "@page :left { margin: 20pt 10pt 20pt 30pt } @page :right { margin: 20pt 30pt 20pt 10pt }"
    body = f"<main>{passage(1, 13)}{passage(2, 13)}{f'<p>{WORDS}</p>' * 8}</main>"
    pages = set_pages(tmp_path, body, mirrored)
    lefts = [
        (number, box.border_box_x() * 0.75)
        for number, page in enumerate(pages)
        for box in page._page_box.descendants(placeholders=True)
        if box.element_tag == "aside"
    ]
    assert dict(lefts) == {0: pytest.approx(10), 1: pytest.approx(30)}


def test_the_edges_of_sidebars_are_worked_out_once_for_each_kind_of_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    plain = Shifts.distance

    def distance(shifts: Shifts, *given: Any) -> float:
        asked.append(given)
        return plain(shifts, *given)

    monkeypatch.setattr(Shifts, "distance", distance)
    mirrored = "@page :left { margin: 20pt 10pt 20pt 30pt } @page :right { margin: 20pt 30pt 20pt 10pt }"
    body = "".join(passage(number) for number in range(12))
    pages = set_pages(tmp_path, f"<main>{body}</main>", mirrored)
    # Each block on the left, on the right, and moved.
    assert len(pages) > 4
    assert len(asked) <= 12 * 3


def test_free_stretches_keep_their_distance_from_walls() -> None:
    assert free_stretches([(30, 40), (35, 60)], 0, 100, 5) == [(0, 25), (65, 100)]
    assert free_stretches([], 0, 100, 5) == [(0, 100)]
    assert free_stretches([(0, 100)], 0, 100, 5) == []
