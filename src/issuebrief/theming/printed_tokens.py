"""The tokens of a theme that say how its colours are printed, and what they belong to.

In:  a theme, whose style sheets may say `--brand-cmyk: 100 70 0 55` beside `--brand: #12304f`.
Out: where the inks of each colour are given (`-cmyk`), those of small text in it (`-small-cmyk`), its spot
     ink (`-spot`); and their values as numbers.

A sheet that gives a token another colour takes back what an earlier sheet said of its printing: that was of
another colour. The ink of text alone stays. Inks of small text belong to the colour and to its other inks.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.theming.colours import srgb
from issuebrief.theming.design_tokens import resolved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.theming.colours import Cmyk
    from issuebrief.theming.design_tokens import TokenDeclaration
    from issuebrief.theming.theme import Theme

ENDING, SMALL, SPOT = "-cmyk", "-small-cmyk", "-spot"
TEXT = "--ink"
FOUR = re.compile(r"\s*(\d+(?:\.\d+)?)%?\s+(\d+(?:\.\d+)?)%?\s+(\d+(?:\.\d+)?)%?\s+(\d+(?:\.\d+)?)%?\s*")

Rgb8 = tuple[float, float, float]
"""Red, green and blue of sRGB, from 0 to 255; between whole numbers for twins."""


def given_inks(theme: Theme, ending: str = ENDING) -> Mapping[str, TokenDeclaration]:
    """Where the inks of each token are given, for the colour that it has in the end."""
    tokens: dict[str, str] = {}
    given: dict[tuple[str, str], TokenDeclaration] = {}
    for _, of_sheet in groupby(theme.settings, key=lambda setting: setting.sheet):
        found = {setting.token: setting for setting in of_sheet}
        tokens |= {token: setting.value for token, setting in found.items()}
        for name, setting in found.items():
            if _ending(name) == ending:
                token = name.removesuffix(ending)
                given[token, _belonging(token, ending, tokens)] = setting
    return {
        token: setting
        for (token, colour), setting in given.items()
        if colour == _belonging(token, ending, tokens)
    }


def four(value: str) -> Cmyk | None:
    """Four inks, from 0 to 1; None for what is not four numbers of per cent."""
    found = FOUR.fullmatch(value)
    if not found or any(float(part) > 100 for part in found.groups()):
        return None
    cyan, magenta, yellow, black = (float(part) / 100 for part in found.groups())
    return (cyan, magenta, yellow, black)


def rgb_of(token: str, theme: Theme) -> Rgb8 | None:
    """A token's colour as it is compared with those that are drawn; None for what is no plain colour."""
    from tinycss2.color5 import parse_color

    colour = parse_color(resolved(theme.tokens.get(token, ""), theme.tokens))
    if colour is None or colour == "currentcolor" or colour.space == "device-cmyk":
        return None
    red, green, blue = (round(part * 255) for part in srgb(colour))
    return (red, green, blue)


def _ending(name: str) -> str:
    """What a token says of a colour."""
    return next((ending for ending in (SMALL, ENDING, SPOT) if name.endswith(ending)), "")


def _belonging(token: str, ending: str, tokens: Mapping[str, str]) -> str:
    """What inks belong to: a colour, none for text, and for those of small text its other inks too."""
    colour = "" if token == TEXT else resolved(tokens.get(token, ""), tokens)
    return f"{colour} {tokens.get(token + ENDING, '')}" if ending == SMALL else colour
