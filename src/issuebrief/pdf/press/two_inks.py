"""The inks of small text whose colour takes too many: the nearest colour of two inks, or with less black.

In:  the inks of a colour, and what says how inks look on the paper (CIE L*a*b*).
Out: one ink or two that look most like it, and are no rich black; or the same inks with so little black, and
     so much more of the others, that they are none.

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

from issuebrief.theming.small_text import MUCH_BLACK, prints_at_any_size

if TYPE_CHECKING:
    from issuebrief.theming.colours import Cmyk

LESS, STEPS, LIKE = 0.01, 20, 10.0
"""So far below a rich black the black is, so finely the other inks are tried, up to twice as much of them; a
colour that differs by no more is like the one to meet."""

NEARLY_GREY, TURNED = 8.0, 55.0
"""A colour of less chroma has no hue to speak of; that of others turns by no more than so many degrees."""

Lab = tuple[float, float, float]
Eye = Callable[[Sequence["Cmyk"]], Sequence[Lab]]
"""How colours of inks look."""

STEP = 5
"""Inks are tried in steps of so many per cent."""

COLOURED, DARK, KEPT = 25.0, 30.0, 0.6
"""A colour of more chroma, lighter than that, is seen as one, and keeps so much of its chroma at least."""

FAR, LIGHTER = 25.0, 8.0
"""Where the nearest such colour is further away, or so much lighter, it would shout or be hard to read: a
duller one is better."""


def nearest_in_two(inks: Cmyk, eye: Eye) -> Cmyk:
    """The one ink, or the two, that look most like a colour of more."""
    (wanted,) = eye([inks])
    tried = candidates()
    seen = [(found, look) for found, look in zip(tried, eye(tried), strict=True) if _same_hue(wanted, look)]
    measured = [(difference(wanted, look), found, look) for found, look in seen]
    chroma = hypot(*wanted[1:])
    if chroma > COLOURED and wanted[0] > DARK:
        coloured = [
            each
            for each in measured
            if hypot(*each[2][1:]) >= chroma * KEPT and each[0] <= FAR and each[2][0] <= wanted[0] + LIGHTER
        ]
        if coloured:
            return min(coloured)[1]
    return min(measured)[1]


def with_less_black(inks: Cmyk, eye: Eye) -> Cmyk | None:
    """A rich black as other inks with less black, which look like it; None where none do."""
    black = MUCH_BLACK - LESS
    tried: list[Cmyk] = []
    for step in range(STEPS + 1):
        cyan, magenta, yellow = (min(ink * (1 + step / STEPS), 1.0) for ink in inks[:3])
        tried.append((round(cyan, 2), round(magenta, 2), round(yellow, 2), black))
    wanted, *seen = eye([inks, *tried])
    apart, found = min((difference(wanted, look), found) for found, look in zip(tried, seen, strict=True))
    return found if apart <= LIKE else None


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
