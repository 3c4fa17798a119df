"""Any colour of CSS in sRGB."""

from __future__ import annotations

import pytest
from tinycss2.color5 import parse_color

from issuebrief.engine.log import listen
from issuebrief.theming.colours import srgb

TEAL = "#00808080"


def seen(colour: str) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in srgb(parse_color(colour)))


@pytest.mark.parametrize(
    ("colour", "rgb"),
    [
        ("#1b1f24", "#1b1f24"),
        ("hsl(210 50% 40%)", "#336699"),
        ("hwb(210 20% 40%)", "#336699"),
        ("rgb(none 102 153)", "#006699"),
        ("lab(100 0 0)", "#ffffff"),
        ("lab(53.39 0 0)", "#7f7f7f"),
        ("lab(54.29 80.81 69.89)", "#ff0000"),
        ("lch(29.57 131.2 301.36)", "#0000ff"),
        ("oklab(0.62796 0.22486 0.12585)", "#ff0000"),
        ("oklch(0.86644 0.29483 142.5)", "#00ff00"),
        ("color(xyz-d65 0.18048 0.07219 0.95053)", "#0000ff"),
        ("color(xyz-d50 0.43607 0.22249 0.01392)", "#ff0000"),
        ("lab(150 0 0)", "#ffffff"),
        ("device-cmyk(0 0.5 1 0.25)", "#bf4000"),
    ],
)
def test_a_colour_is_seen_as_css_defines_it(colour: str, rgb: str) -> None:
    found, wanted = bytes.fromhex(seen(colour)[1:]), bytes.fromhex(rgb[1:])
    assert list(found) == pytest.approx(list(wanted), abs=1)


def test_a_space_that_is_not_known_is_taken_for_srgb_and_told() -> None:
    with listen() as lines:
        assert seen("color(display-p3 1 0.4 0)") == "#ff6600"
    assert lines == ["Unsupported color space display-p3, use sRGB instead"]
