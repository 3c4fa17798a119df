"""What a drawing leaves unsaid is drawn as browsers draw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from setting import set_text

if TYPE_CHECKING:
    from pathlib import Path

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def colour_at(folder: Path, x: float, y: float, inside: str, attributes: str = "") -> tuple[int, ...]:
    """The colour of a drawing of 100 by 100 at a place, as the page shows it."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" {attributes}>'
    edge = '<path fill="none" stroke="#010203" stroke-width=".2" d="M.1.1H99.9V99.9H.1z"/>'
    (folder / "drawing.svg").write_text(f"{head}{inside}{edge}</svg>", "utf-8")
    outcome, pdf = set_text(folder, "![A drawing of nothing but shapes](drawing.svg)")
    assert outcome.problems == ()
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        frames = (item.get_bounds() for item in page.get_objects())
        left, low, right, high = max(
            (frame for frame in frames if abs(frame[2] - frame[0] - (frame[3] - frame[1])) < 1),
            key=lambda frame: frame[2] - frame[0],
        )
        shown = page.render(scale=2).to_pil().convert("RGB")
        place = left + (right - left) * x / 100, page.get_height() - high + (high - low) * y / 100
        return tuple(shown.getpixel((round(place[0] * 2), round(place[1] * 2))))


@pytest.mark.parametrize("paint", ["linearGradient", "pattern"])
def test_a_stroke_that_is_no_plain_colour_is_as_wide_as_it_should_be(tmp_path: Path, paint: str) -> None:
    units = "gradientUnits" if paint == "linearGradient" else 'width="9" height="9" patternUnits'
    inner = '<stop stop-color="red"/><stop offset="1" stop-color="red"/>'
    inner = inner if paint == "linearGradient" else '<rect width="9" height="9" fill="red"/>'
    drawing = f'<{paint} id="p" {units}="userSpaceOnUse">{inner}</{paint}>'
    drawing += '<path d="M10 50H90" stroke="url(#p)" stroke-width="40"/>'
    assert colour_at(tmp_path, 50, 36, drawing) == RED
    assert colour_at(tmp_path, 50, 26, drawing) == WHITE


def test_a_round_gradient_reaches_the_sides_of_its_shape(tmp_path: Path) -> None:
    stops = '<stop offset=".9" stop-color="red"/><stop offset=".9" stop-color="blue"/>'
    drawing = (
        f'<radialGradient id="g">{stops}</radialGradient><rect width="100" height="100" fill="url(#g)"/>'
    )
    assert colour_at(tmp_path, 50, 8, drawing) == RED
    assert colour_at(tmp_path, 50, 3, drawing) == BLUE


def test_a_symbol_is_as_large_as_the_one_side_that_is_said(tmp_path: Path) -> None:
    symbol = '<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10" fill="red"/></symbol>'
    assert colour_at(tmp_path, 50, 50, f'{symbol}<use href="#s" width="60" y="0"/>') == RED


def test_a_background_of_the_whole_is_drawn(tmp_path: Path) -> None:
    assert colour_at(tmp_path, 50, 50, "", 'style="background: blue"') == BLUE


def test_a_colour_that_is_unset_is_inherited(tmp_path: Path) -> None:
    drawing = '<g fill="red"><rect width="100" height="100" style="fill: unset"/></g>'
    assert colour_at(tmp_path, 50, 50, drawing) == RED
