"""Gradients fill the shapes that they paint, whatever turns or moves them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pymupdf
import pytest
from PIL import Image, ImageChops
from svg_pages import laid_out, picture

if TYPE_CHECKING:
    from pathlib import Path

STOPS = '<stop stop-color="#c03020"/><stop offset="1" stop-color="#2040c0"/>'
TURNED = [
    'gradientTransform="rotate(45)"',
    'gradientTransform="rotate(90)"',
    'gradientUnits="userSpaceOnUse" x2="100" gradientTransform="matrix(1 .4 -.4 1 90 0)"',
    'gradientUnits="userSpaceOnUse" x1="100" x2="180" gradientTransform="matrix(1 0 0 -1 0 90)"',
    'spreadMethod="repeat" x2=".3" gradientTransform="rotate(30)"',
    "",
]


@pytest.mark.parametrize("attributes", TURNED)
def test_a_gradient_that_is_turned_fills_its_shape(tmp_path: Path, attributes: str) -> None:
    plain = laid_out(tmp_path, "", '<rect x="100" y="12" width="80" height="60" fill="#703070"/>')
    defs = f'<linearGradient id="g" {attributes}>{STOPS}</linearGradient>'
    painted = laid_out(tmp_path, defs, '<rect x="100" y="12" width="80" height="60" fill="url(#g)"/>')
    box = _inked(picture(plain))
    assert _inked(picture(painted)) == box
    inside = picture(painted).crop(box).tobytes()
    assert all(min(inside[start : start + 3]) <= 230 for start in range(0, len(inside), 3))


def test_the_tile_of_a_gradient_is_the_only_one_that_its_shape_meets(tmp_path: Path) -> None:
    defs = f'<linearGradient id="g">{STOPS}</linearGradient>'
    pages = laid_out(tmp_path, defs, '<rect x="100" y="12" width="80" height="60" fill="url(#g)"/>')
    file = pymupdf.open(stream=pages.to_draw().document.write_pdf(), filetype="pdf")
    patterns = [text for n in range(1, file.xref_length()) if "/XStep" in (text := file.xref_object(n))]
    assert patterns
    for pattern in patterns:
        box, step = re.search(r"/BBox \[([^\]]*)\]", pattern), re.search(r"/XStep ([\d.]+)", pattern)
        assert box
        assert step
        left, _, right, _ = map(float, box[1].split())
        assert float(step[1]) > 2 * (right - left)


def _inked(page: Image.Image) -> tuple[int, int, int, int]:
    """The box around all that is not white."""
    box = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    assert box
    return box
