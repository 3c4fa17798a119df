"""Pictures no wider than their place, and no higher than their line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from green_drawings import MM, PIXEL, drawing, drawn
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path


LEFT_ALONE = ["picture.in-line", "compose.line-by-line", "lines.loose"]
"""What is told of a picture in a line; its paragraph is not composed as a whole."""


@pytest.mark.parametrize(
    ("braces", "millimetres"),
    [
        ("", 66),
        ("{width=50%}", 33),
        ("{width=4cm}", 40),
        ('{width="1.5in" height="0.75in"}', 38.1),
        ('{width="1.5in"\nheight="0.75in"}', 38.1),
        ("{width=120}", 31.75),
        ("{width=72pt}", 25.4),
        ("{height=10mm}", 20),
        ('{style="width:5cm;height:2.5cm"}', 50),
        ("{width=9in}", 66),
    ],
)
def test_a_width_is_kept_up_to_the_measure(tmp_path: Path, braces: str, millimetres: float) -> None:
    drawing(tmp_path, 200, 100)
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n![Bars](a.svg){braces}\n\n{paragraph(2)}")
    ((_, left, top, right, bottom),) = drawn(facts)
    assert right - left == pytest.approx(millimetres * MM, abs=PIXEL)
    assert bottom - top == pytest.approx(millimetres / 2 * MM, abs=PIXEL)


@pytest.mark.parametrize(
    "size",
    ["", 'viewBox="0 0 200 100"', 'width="300"', 'width="50%" height="50%"', 'width="9000" height="4500"'],
)
def test_a_drawing_may_say_its_size_in_any_way_or_not_at_all(tmp_path: Path, size: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="20" height="10" fill="#0f0"/></svg>'
    (tmp_path / "a.svg").write_text(svg)
    # One that does not say what it shows is told, and set all the same.
    text = f"{paragraph(1)}\n\n![Bars](a.svg)\n:   Cap.\n\n{paragraph(2)}"
    is_told = "viewBox" not in size and 'height="4500' not in size
    facts = facts_of(tmp_path, text, but=["picture.left-out"] if is_told else [])
    ((_, left, _, right, bottom),) = drawn(facts)
    assert left >= 58 * MM - PIXEL
    assert right <= 196 * MM
    assert bottom <= 62 * 12.5


def test_a_picture_in_a_line_is_no_higher_than_its_letters(tmp_path: Path) -> None:
    drawing(tmp_path, 400, 200)
    facts = facts_of(tmp_path, f"Look at ![a sign](a.svg) here. {paragraph(1)}", but=LEFT_ALONE)
    ((_, _, top, _, bottom),) = drawn(facts)
    assert bottom - top < 12.5


@pytest.mark.parametrize(
    "around", ["> {}", "- {}", "1. {}", "| a | b |\n|---|---|\n| {} | text |", "Term\n:   {}"]
)
def test_a_picture_stays_in_what_it_stands_in(tmp_path: Path, around: str) -> None:
    drawing(tmp_path, 900, 300)
    body = f"{paragraph(1)}\n\n{around.format('![Bars](a.svg)')}\n\n{paragraph(2)}"
    ((_, left, top, right, bottom),) = drawn(facts_of(tmp_path, body))
    assert 58 * MM - PIXEL <= left < right <= 124 * MM + PIXEL
    assert right - left > 20 * MM
    assert (right - left) / (bottom - top) == pytest.approx(3, rel=0.01)
