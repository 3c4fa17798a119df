"""The colours of a web page, by day and by night, from those of a theme.

In:  a theme's colour tokens, as CSS writes them.
Out: for each token a colour on white paper and one on dark paper. Hue and, where it can be, chroma
     stay the theme's; lightness moves as far as a reader needs to make out the letters (WCAG 2.2,
     1.4.3) and no farther. Lightness is that of Oklab, which eyes agree with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.srgb import Rgb, hexadecimal
from issuebrief.theming.colours import srgb
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.legibility import from_lch, legible, to_lch

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


@dataclass(frozen=True)
class Palette:
    """Tokens with their colours as `#rrggbb`, by day and by night."""

    day: Mapping[str, str]
    night: Mapping[str, str]


def make_palette(tokens: Mapping[str, str]) -> Palette:
    """The palette of a theme; tokens that it does not set, or sets to no colour, have the shipped values."""
    theme = {name: _colour(tokens, name) for name in DEFAULTS}
    return Palette(_written(_day(theme)), _written(_night(theme)))


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
