"""Translucent text of a drawing is as translucent as it was, and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from svg_pages import laid_out, picture

from issuebrief.images.svg_opacity import share_out_opacity

if TYPE_CHECKING:
    from pathlib import Path


def shared_out(inside: str) -> list[dict[str, str]]:
    root = ElementTree.fromstring(f"<svg>{inside}</svg>")
    share_out_opacity(root)
    return [element.attrib for element in root.iter()][1:]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<rect opacity=".5"/>', [{"opacity": ".5"}]),
        ('<g opacity=".5"><rect/></g>', [{"opacity": ".5"}, {}]),
        ('<text opacity="50%">A</text>', [{"fill-opacity": "0.5", "stroke-opacity": "0.5"}]),
        (
            '<g opacity=".5"><rect/><rect opacity=".5"/><text>A</text></g>',
            [
                {},
                {"opacity": "0.5"},
                {"opacity": "0.25"},
                {"fill-opacity": "0.5", "stroke-opacity": "0.5"},
            ],
        ),
        (
            '<g fill-opacity=".5"><text opacity=".5">A</text></g>',
            [{"fill-opacity": ".5"}, {"fill-opacity": "0.25", "stroke-opacity": "0.5"}],
        ),
        (
            '<text opacity=".5">A<tspan>B</tspan></text>',
            [{"fill-opacity": "0.5", "stroke-opacity": "0.5"}] * 2,
        ),
        ('<text opacity="half">A</text>', [{"opacity": "half"}]),
    ],
)
def test_opacity_goes_to_the_paint_of_text(inside: str, expected: list[dict[str, str]]) -> None:
    assert shared_out(inside) == expected


def test_translucent_text_in_a_group_is_whole(tmp_path: Path) -> None:
    """As much of it is seen as of opaque text of a colour that is as light."""
    inked = []
    for name, look in (("a", 'opacity=".5" fill="#000"'), ("b", 'fill="#7f7f7f"')):
        (tmp_path / name).mkdir()
        inside = f'<g transform="translate(120 40)" text-anchor="middle" {look}><text>Hamburg</text></g>'
        seen = picture(laid_out(tmp_path / name, "", inside)).convert("L")
        inked.append(sum(count * (255 - level) for level, count in enumerate(seen.histogram())))
    assert inked[0] == pytest.approx(inked[1], rel=0.05)
    assert inked[1] > 0
