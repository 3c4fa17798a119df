"""The words of an SVG on the web."""

from __future__ import annotations

import base64
import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from setting import ROOT

from issuebrief.theming.style_sheets import read_rules
from issuebrief.web.fonts import faces_of
from issuebrief.web.svg_fonts import letter

FACES = faces_of(read_rules([ROOT / "styles/fonts.css"]).found)
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'


def embedded(svg: str) -> list[tuple[str, str, set[str]]]:
    """Family, weight and characters of each font in an SVG."""
    found = re.findall(r'font-family:"([^"]+)";font-style:(\w+);font-weight:(\d+);[^}]*base64,([^)]+)', svg)
    return [
        (
            family,
            f"{slope} {weight}",
            {chr(code) for code in TTFont(BytesIO(base64.b64decode(data))).getBestCmap()},
        )
        for family, slope, weight, data in found
    ]


def test_a_drawing_gets_the_faces_that_it_names_cut_down_to_its_words() -> None:
    svg = letter(
        f"{OPEN} font-family=\"'Source Sans 3', sans-serif\"><text>Moon <tspan>9</tspan></text></svg>", FACES
    )
    assert embedded(svg) == [("Source Sans 3", "normal 400", set("Mon 9"))]
    assert svg.startswith(f"{OPEN} font-family=\"'Source Sans 3', sans-serif\"><style>@font-face")


@pytest.mark.parametrize(
    "styled",
    [
        '<text font-family="Source Serif 4" font-weight="600" font-style="italic">a</text>',
        "<text style=\"font-family: 'Source Serif 4'; font-weight: bold; font-style: italic\">a</text>",
        "<style>text { font-family: Source Serif 4; font-weight: 700; font-style: oblique }</style>"
        "<text>a</text>",
    ],
)
def test_weights_and_slopes_come_along_where_they_are_asked_for(styled: str) -> None:
    cuts = {cut for _, cut, _ in embedded(letter(f"{OPEN}>{styled}</svg>", FACES))}
    assert cuts == {"normal 400", "italic 400", "normal 600", "italic 600"}


@pytest.mark.parametrize(
    "svg",
    [
        f'{OPEN}><path d="M0 0h9"/></svg>',
        f'{OPEN} font-family="Source Sans 3"/>',
        f"{OPEN}><text>no family</text></svg>",
        f'{OPEN}><text font-family="Helvetica">a</text></svg>',
        f'{OPEN}><title>Not drawn</title><g font-family="Source Sans 3"/></svg>',
        "<svg><text>broken",
    ],
)
def test_a_drawing_without_words_in_the_themes_faces_stays_as_it_is(svg: str) -> None:
    assert letter(svg, FACES) == svg


def test_a_drawing_with_a_prefix_gets_its_style_with_the_prefix() -> None:
    words = '<s:text font-family="Source Sans 3">a</s:text>'
    svg = f'<?xml version="1.0"?><s:svg xmlns:s="http://www.w3.org/2000/svg">{words}</s:svg>'
    assert "<s:style>@font-face" in letter(svg, FACES)
