"""The first lines of all columns are level, whatever begins them, and the last may stand at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint.formatting_structure import boxes

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out

if TYPE_CHECKING:
    from pathlib import Path

STYLE = """
:root { --grid: 10pt }
@page { size: 300pt 140pt; margin: 20pt }
html { font: 8pt/10pt serif }
body, p { margin: 0 }
h2 { font-size: 8pt; margin: 10pt 0 0; break-before: column }
main { columns: 2; column-gap: 10pt; column-fill: auto }
"""


def heading_tops(tmp_path: Path, body: str) -> list[float]:
    sheet = tmp_path / "style.css"
    sheet.write_text(STYLE)
    pages, problems = lay_out(
        LayoutInput(f"<html lang=en><body><main>{body}</main>", tmp_path / "brief.md", (sheet,), (tmp_path,))
    )
    assert pages and not problems
    return [
        box.border_box_y() * 0.75
        for page in pages.document.pages
        for box in page._page_box.descendants()
        if isinstance(box, boxes.BlockBox) and box.element_tag == "h2"
    ]


def test_a_heading_at_the_top_of_a_column_has_no_white_above(tmp_path: Path) -> None:
    body = "<p>one<h2 id=a>Two</h2><p>two<h2 id=b>Three</h2><p>three"
    assert heading_tops(tmp_path, body) == pytest.approx([20, 20])


def test_nor_has_what_a_list_goes_on_with_at_the_top_of_a_column(tmp_path: Path) -> None:
    body = "<ul style='padding: 0'><li><p>one</p><h2 id=a>Two</h2><p>two</p></li></ul>"
    assert heading_tops(tmp_path, body) == pytest.approx([20])


def test_inside_a_column_it_keeps_its_white(tmp_path: Path) -> None:
    body = "<p>one<h2 id=a style='break-before: auto'>Two</h2><p>two"
    assert heading_tops(tmp_path, body) == pytest.approx([40])


def test_white_below_the_last_lines_of_a_column_takes_no_room(tmp_path: Path) -> None:
    sheet = tmp_path / "style.css"
    sheet.write_text(STYLE + "div { margin-bottom: 20pt }")
    lines = "one<br>" * 6
    html = f"<html lang=en><body><main><div>{lines}</div><div>{lines}six<br>seven</div><p>two</main>"
    pages, _ = lay_out(LayoutInput(html, tmp_path / "brief.md", (sheet,), (tmp_path,)))
    assert pages
    (page,) = (page._page_box for page in pages.document.pages)
    first, second = (box for box in page.descendants() if getattr(box, "is_column", False))
    assert [sum(isinstance(box, boxes.LineBox) for box in c.descendants()) for c in (first, second)] == [8, 7]
