"""The colours of a web page, by day and by night, from those of a theme.

In:  a theme's colour tokens, as CSS writes them.
Out: for each token a colour on white paper and one on dark paper. Hue and, where it can be, chroma
     stay the theme's; lightness moves as far as a reader needs to make out the letters (WCAG 2.2,
     1.4.3) and no farther. Lightness is that of Oklab, which eyes agree with.

Sources: B. Ottosson, "A perceptual color space for image processing" (2020), for Oklab; WCAG 2.2 for
relative luminance and contrast.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.srgb import Rgb, contrast, encoded, hexadecimal, linear, luminance
from issuebrief.theming.colours import srgb
from issuebrief.theming.design_tokens import resolved

if TYPE_CHECKING:
    from collections.abc import Mapping

WHITE: Rgb = (1.0, 1.0, 1.0)
TEXT, CALM = 4.55, 7.0
"""Contrast of coloured small print, a hair above the 4.5 that is asked for, and of what is read at length."""

DEFAULTS = {
    "--ink": "#1b1f24",
    "--quiet": "#56626e",
    "--brand": "#12304f",
    "--on-brand": "#ffffff",
    "--on-brand-quiet": "#b9c7d6",
    "--accent": "#c2352b",
    "--tint": "#e9eef3",
    "--hairline": "#b8c2cc",
}
"""What is taken where a theme's colour cannot be understood."""

ON_PAPER = {"--ink": CALM, "--brand": CALM, "--quiet": TEXT, "--accent": TEXT}
ON_NIGHT = {"--brand": 9.5, "--accent": 6.0}
ON_BAND = {"--on-brand": TEXT, "--on-brand-quiet": TEXT}
# Lightness and most chroma of the surfaces by night: paper, tint, hairline, band.
NIGHT = {
    "--paper": (0.19, 0.016),
    "--tint": (0.245, 0.022),
    "--hairline": (0.42, 0.02),
    "--band": (0.30, 0.06),
}
NIGHT_INK, NIGHT_QUIET = 0.90, 0.74
PALEST = 0.9
"""The least lightness of a tint by day."""

STEP = 1 / 128
MIDDLE = 0.179
"""The luminance on which black and white have the same contrast: more than 4.55."""


@dataclass(frozen=True)
class Palette:
    """Tokens with their colours as `#rrggbb`, by day and by night."""

    day: Mapping[str, str]
    night: Mapping[str, str]


def make_palette(tokens: Mapping[str, str]) -> Palette:
    """The palette of a theme; tokens that it does not set, or sets to no colour, have the shipped values."""
    theme = {name: _colour(tokens, name) for name in DEFAULTS}
    return Palette(_written(_day(theme)), _written(_night(theme)))


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


def _day(theme: Mapping[str, Rgb]) -> dict[str, Rgb]:
    """The theme's own colours, darkened where white paper or the tint would swallow them."""
    tint, chroma, hue = to_lch(theme["--tint"])
    found = {**theme, "--tint": from_lch(max(tint, PALEST), chroma, hue)}
    for name, ratio in ON_PAPER.items():
        found[name] = legible(legible(theme[name], WHITE, ratio), found["--tint"], TEXT)
    for name, ratio in ON_BAND.items():
        found[name] = legible(theme[name], theme["--brand"], ratio)
    return {"--paper": WHITE, "--band": theme["--brand"], **found}


def _night(theme: Mapping[str, Rgb]) -> dict[str, Rgb]:
    """Dark paper in the brand's hue; the letters on it as light as they have to be."""
    _, of_brand, hue = to_lch(theme["--brand"])
    found = {name: from_lch(light, min(most, of_brand), hue) for name, (light, most) in NIGHT.items()}
    found["--ink"] = from_lch(NIGHT_INK, 0.01, hue)
    found["--quiet"] = from_lch(NIGHT_QUIET, 0.02, hue)
    for name in ON_NIGHT:
        found[name] = legible(legible(theme[name], found["--paper"], ON_NIGHT[name]), found["--tint"], TEXT)
    for name, ratio in ON_BAND.items():
        found[name] = legible(theme[name], found["--band"], ratio)
    return found


def _colour(tokens: Mapping[str, str], name: str) -> Rgb:
    from tinycss2.color5 import parse_color

    for value in (tokens.get(name, ""), DEFAULTS[name]):
        colour = parse_color(resolved(value, tokens))
        if colour is not None and colour != "currentcolor":
            return srgb(colour)
    raise AssertionError(name)


def _written(colours: Mapping[str, Rgb]) -> dict[str, str]:
    return {name: hexadecimal(colour) for name, colour in colours.items()}


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
