"""The inks of small text whose colour takes more than two: the nearest colour that two can print.

In:  the inks of a colour, and what says how inks look on the paper (CIE L*a*b*).
Out: one ink or two that look most like it, and are no rich black.

A colour that is seen as one stays one, if two inks have one like it: grey would often be nearer in lightness,
and say something else.
The difference of colours is CIE94 for graphic arts (CIE 116-1995), with lightness, by which letters are read,
counted twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations, product
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING

from issuebrief.theming.small_text import prints_at_any_size

if TYPE_CHECKING:
    from issuebrief.theming.colours import Cmyk

NEARLY_GREY, TURNED = 8.0, 45.0
"""A colour of less chroma has no hue to speak of; that of others turns by no more than so many degrees."""

Lab = tuple[float, float, float]
Eye = Callable[[Sequence["Cmyk"]], Sequence[Lab]]
"""How colours of inks look."""

STEP = 5
"""Inks are tried in steps of so many per cent."""

COLOURED, DARK, KEPT = 25.0, 30.0, 0.6
"""A colour of more chroma, lighter than that, is seen as one, and keeps so much of its chroma at least."""

FAR = 20.0
"""Where the nearest such colour is further away, it would shout: a duller one is better."""


def nearest_in_two(inks: Cmyk, eye: Eye) -> Cmyk:
    """The one ink, or the two, that look most like a colour of more."""
    (wanted,) = eye([inks])
    tried = candidates()
    seen = [(found, look) for found, look in zip(tried, eye(tried), strict=True) if _same_hue(wanted, look)]
    measured = [(difference(wanted, look), found, hypot(*look[1:])) for found, look in seen]
    chroma = hypot(*wanted[1:])
    if chroma > COLOURED and wanted[0] > DARK:
        coloured = min((each for each in measured if each[2] >= chroma * KEPT), default=None)
        if coloured and coloured[0] <= FAR:
            return coloured[1]
    return min(measured)[1]


def _same_hue(wanted: Lab, other: Lab) -> bool:
    """Whether two colours have about one hue; what is nearly grey has any."""
    if min(hypot(*wanted[1:]), hypot(*other[1:])) < NEARLY_GREY:
        return True
    turned = abs(degrees(atan2(wanted[2], wanted[1]) - atan2(other[2], other[1])))
    return min(turned, 360 - turned) <= TURNED


@cache
def candidates() -> tuple[Cmyk, ...]:
    """All colours of one ink or two that small text may be printed in."""
    found: dict[Cmyk, None] = {}
    shares = [step / 100 for step in range(0, 101, STEP)]
    for (first, second), amounts in product(combinations(range(4), 2), product(shares, repeat=2)):
        inks = [0.0] * 4
        inks[first], inks[second] = amounts
        cyan, magenta, yellow, black = inks
        if prints_at_any_size((cyan, magenta, yellow, black)):
            found[cyan, magenta, yellow, black] = None
    return tuple(found)


def difference(wanted: Lab, other: Lab) -> float:
    """How unlike two colours look, the first of which is the one to meet."""
    chroma = hypot(*wanted[1:])
    lighter, paler = wanted[0] - other[0], chroma - hypot(*other[1:])
    apart = hypot(wanted[1] - other[1], wanted[2] - other[2])
    hue = max(apart**2 - paler**2, 0) ** 0.5
    return hypot(2 * lighter, paler / (1 + 0.045 * chroma), hue / (1 + 0.015 * chroma))
