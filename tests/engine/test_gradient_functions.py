"""Shapes with the same gradient share its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svg_pages import laid_out

from issuebrief.pdf.draw import draw_tagged

if TYPE_CHECKING:
    from pathlib import Path

STOPS = "".join(f'<stop offset="{n / 20}" stop-color="#{n:02x}8040" stop-opacity="0.5"/>' for n in range(21))
SHAPES = "".join(f'<rect x="{n}" width="9" height="9" fill="url(#g)"/>' for n in range(50))


def test_the_colours_of_a_gradient_are_held_once_however_many_shapes_it_fills(tmp_path: Path) -> None:
    pages = laid_out(tmp_path, f'<linearGradient id="g">{STOPS}</linearGradient>', SHAPES)
    objects = [item for item in draw_tagged(pages).pdf.objects if isinstance(item, dict)]
    found = [item["Function"] for item in objects if "ShadingType" in item]
    assert len(found) == 2 * 50
    assert all(isinstance(colours, bytes) for colours in found)
    assert len({id(colours) for colours in found}) == len(set(found)) == 2
