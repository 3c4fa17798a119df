"""White above and below what stands within a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import ImageChops
from setting import TEXT_PAGE, facts_of, paragraph
from weasyprint import HTML

from issuebrief.layout.boxes.fragments import flowing_in
from issuebrief.layout.columns.even_white import lift_above

if TYPE_CHECKING:
    from pathlib import Path

    from pdf_facts import Facts

SCALE = 4.0
BLACK = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="{}"><path d="M0 0h100v{}H0z"/></svg>'
TABLE = "| Port | Ships |\n|---|---|\n| Oban | 12 |\n| Leith | 7 |"


def white(facts: Facts, theme: str, above: str, below: str) -> tuple[float, float]:
    """The white that a picture of the page shows after the line that ends in a word, and before another."""
    page = TEXT_PAGE[theme]
    lines = facts.on(page)
    last = next(line for line in lines if line.text.endswith(above))
    first = next(line for line in lines if line.text.startswith(below))
    picture = facts.picture(page, SCALE)
    small = first.baseline - 0.48 * first.size
    # Below the baseline there are descenders, above small letters there are ascenders.
    box = tuple(round(SCALE * at) for at in (last.left, last.baseline + 3, last.left + 150, small - 4))
    part = picture.crop(box)
    ink = ImageChops.invert(part).point(lambda value: 255 if value > 40 else 0).getbbox()
    assert ink is not None
    return ink[1] / SCALE + 3, (part.height - ink[3]) / SCALE + 4


@pytest.mark.parametrize("theme", ["isdp", "policy-note", "report"])
@pytest.mark.parametrize("height", [31, 34, 37])
def test_a_picture_stands_halfway_between_the_lines_around_it(
    tmp_path: Path, theme: str, height: int
) -> None:
    (tmp_path / "a.svg").write_text(BLACK.format(height, height))
    body = f"{paragraph(1)}\n\n![A](a.svg){{.here}}\n\n{paragraph(2)}\n\n{paragraph(3)}"
    above, below = white(facts_of(tmp_path, body, theme=theme), theme, "entry 1.", "Entry 2")
    assert above == pytest.approx(below, abs=1)


@pytest.mark.parametrize("theme", ["isdp", "policy-note"])
def test_a_table_without_a_caption_stands_halfway_and_near(tmp_path: Path, theme: str) -> None:
    body = f"{paragraph(1)}\n\n{TABLE}\n{{: .here}}\n\n{paragraph(2)}\n\n{paragraph(3)}"
    above, below = white(facts_of(tmp_path, body, theme=theme), theme, "entry 1.", "Entry 2")
    assert above == pytest.approx(below, abs=1)
    assert above < 27


def test_a_table_that_ends_a_column_is_lifted_above_its_foot() -> None:
    table = '<table style="border-bottom: 1px solid; border-collapse: separate"><tr><td>12</td></tr></table>'
    page = HTML(string=f"<p>Ships.</p>{table}").render().pages[0]._page_box
    wrapper = next(box for box in flowing_in(page) if box.is_table_wrapper)
    begin, bottom = wrapper.position_y, wrapper.border_box_y() + wrapper.border_height()
    lift_above(wrapper, bottom + 5)
    assert wrapper.position_y == begin
    lift_above(wrapper, bottom - 2)
    assert wrapper.position_y == pytest.approx(begin - 2)
