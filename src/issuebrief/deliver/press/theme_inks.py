"""The inks that a theme gives for its colours.

In:  a theme, whose style sheets may say `--brand-cmyk: 100 70 0 55` beside `--brand: #12304f`.
Out: the inks of each such colour, and problems with those that cannot be understood.

A sheet that gives a token another colour, without its inks, thereby takes back the inks that an earlier sheet
gave: they belonged to another colour. The ink of text alone stays: whatever it looks like on the
screen, text is printed in black unless its inks are given with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.problem import Place, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from issuebrief.theme import Theme
    from issuebrief.typeset.press_stream import Cmyk

ENDING = "-cmyk"
TEXT = "--ink"
FOUR = re.compile(r"\s*(\d+(?:\.\d+)?)%?\s+(\d+(?:\.\d+)?)%?\s+(\d+(?:\.\d+)?)%?\s+(\d+(?:\.\d+)?)%?\s*")

Rgb8 = tuple[int, int, int]


def theme_inks(theme: Theme, limit: float) -> tuple[Mapping[Rgb8, Cmyk], tuple[Problem, ...]]:
    """The inks by the colours that they print; `limit` is the most ink, 3.0 for 300 per cent."""
    colours: dict[str, str] = {}
    given: dict[str, tuple[Cmyk, Path]] = {}
    problems: list[Problem] = []
    for sheet, tokens in theme.by_sheet.items():
        for name, value in tokens.items():
            if not name.endswith(ENDING):
                if name != TEXT and name + ENDING not in tokens and colours.get(name) != value:
                    given.pop(name, None)
                colours[name] = value
            elif (inks := _four(value)) is not None:
                given[name.removesuffix(ENDING)] = inks, sheet
            else:
                problems.append(_not_four(name, value, sheet))
    problems += [
        _too_much(name, inks, limit, sheet)
        for name, (inks, sheet) in given.items()
        if sum(inks) > limit + 1e-6
    ]
    named = {rgb: inks for name, (inks, _) in given.items() if (rgb := _rgb(colours.get(name, "")))}
    return named, tuple(problems)


def _four(value: str) -> Cmyk | None:
    found = FOUR.fullmatch(value)
    if not found or any(float(part) > 100 for part in found.groups()):
        return None
    cyan, magenta, yellow, black = (float(part) / 100 for part in found.groups())
    return (cyan, magenta, yellow, black)


def _rgb(value: str) -> Rgb8 | None:
    """A colour as it is compared with those that are drawn; None for what is no plain colour."""
    from tinycss2.color5 import parse_color

    colour = parse_color(value)
    if colour is None or colour == "currentcolor" or colour.space == "device-cmyk":
        return None
    red, green, blue = (round(part * 255) for part in colour.to("srgb").coordinates)
    return (red, green, blue)


def _not_four(name: str, value: str, sheet: Path) -> Problem:
    place, excerpt = _place(name, sheet)
    message = f"{name} must be four numbers from 0 to 100, here it is {value or 'nothing'}"
    hint = "write cyan, magenta, yellow and black in per cent, such as 100 70 0 55"
    return error("theme.inks", message, place, hint, excerpt)


def _too_much(name: str, inks: Cmyk, limit: float, sheet: Path) -> Problem:
    place, excerpt = _place(name + ENDING, sheet)
    message = f"{name}{ENDING} has {sum(inks):.0%} of ink, of which no more than {limit:.0%} are printed"
    return warning("theme.too-much-ink", message, place, "take some off cyan, magenta or yellow", excerpt)


def _place(name: str, sheet: Path) -> tuple[Place, str]:
    for number, line in enumerate(sheet.read_text("utf-8", "replace").splitlines(), 1):
        if re.search(rf"{re.escape(name)}\s*:", line):
            return Place(sheet, number, line.index(name) + 1), line
    return Place(sheet), ""
