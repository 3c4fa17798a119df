"""What can be read on what: colours in Oklab, in which equal steps of lightness look equal.

In:  colours of sRGB, from 0 to 1, or the tokens of a theme.
Out: their lightness, chroma and hue, and back; a colour made lighter or darker until it can be read; whether
     a ground is dark.

Sources: B. Ottosson, "A perceptual color space for image processing" (2020), for Oklab; WCAG 2.2 for
relative luminance and contrast.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from issuebrief.srgb import Rgb, contrast, encoded, linear, luminance
from issuebrief.theming.colours import srgb
from issuebrief.theming.design_tokens import resolved

if TYPE_CHECKING:
    from collections.abc import Mapping

STEP = 1 / 128
MIDDLE = 0.179
"""The luminance on which black and white have the same contrast: more than 4.55."""


def legible(colour: Rgb, ground: Rgb, ratio: float) -> Rgb:
    """The colour, made darker on a light ground or lighter on a dark one until its contrast is `ratio`."""
    lightness, chroma, hue = to_lch(colour)
    way = -STEP if luminance(ground) > MIDDLE else STEP
    while contrast(colour, ground) < ratio and 0 <= lightness + way <= 1:
        lightness += way
        colour = from_lch(lightness, chroma, hue)
    return colour


def to_lch(colour: Rgb) -> tuple[float, float, float]:
    """Lightness (0 to 1), chroma and hue (radians) in Oklab."""
    red, green, blue = (linear(part) for part in colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def from_lch(lightness: float, chroma: float, hue: float) -> Rgb:
    """The colour of that lightness and hue in sRGB, with as much of the chroma as sRGB can show."""
    while chroma > 0.001 and not all(-0.001 <= part <= 1.001 for part in _rgb(lightness, chroma, hue)):
        chroma *= 0.95
    red, green, blue = (min(max(part, 0.0), 1.0) for part in _rgb(lightness, chroma, hue))
    return red, green, blue


def colour_of(token: str, tokens: Mapping[str, str]) -> Rgb | None:
    """The colour that a token has in the end, from 0 to 1; None for what is no plain colour."""
    from tinycss2.color5 import parse_color

    colour = parse_color(resolved(tokens.get(token, ""), tokens))
    if colour is None or colour == "currentcolor" or colour.space == "device-cmyk":
        return None
    return srgb(colour)


def is_dark(token: str, tokens: Mapping[str, str]) -> bool:
    """Whether white stands out from a colour more than black does."""
    colour = colour_of(token, tokens)
    return colour is not None and luminance(colour) < MIDDLE


def _rgb(lightness: float, chroma: float, hue: float) -> Rgb:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )
