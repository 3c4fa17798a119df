"""How small text may be printed: the plates of a press never lie quite on each other.

In:  the inks of a text and its size in points.
Out: which inks it is printed in, whether it is a rich black, and whether so small a text should be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.theming.colours import Cmyk

INKS = ("cyan", "magenta", "yellow", "black")

SMALL = 9.0
"""Smaller text, in points, is printed in two inks at most."""

MOST_INKS = 2

NOT_RICH = 12.0
"""Text up to this size, in points, is printed in no rich black."""

NO_INK = 0.005
"""Less of an ink is none."""

MUCH_BLACK, MUCH_COLOUR = 0.5, 0.3
"""From so much black, and so much of the other inks together, a black is a rich one."""

CLOSE = 0.01
"""Sizes that differ by no more are the same, in points."""


def inks_used(inks: Cmyk) -> tuple[str, ...]:
    """The names of the inks that a colour is printed in."""
    return tuple(name for name, amount in zip(INKS, inks, strict=True) if amount >= NO_INK)


def is_rich_black(inks: Cmyk) -> bool:
    """Whether a dark colour is made of black and of much of other inks, whose edges show at small letters."""
    return inks[3] >= MUCH_BLACK and sum(inks[:3]) >= MUCH_COLOUR


def prints_at_any_size(inks: Cmyk) -> bool:
    """Whether the smallest text may be printed in these inks."""
    return len(inks_used(inks)) <= MOST_INKS and not is_rich_black(inks)


def prints_at(inks: Cmyk, size: float) -> bool:
    """Whether text of a size in points may be printed in these inks."""
    if size < SMALL - CLOSE:
        return prints_at_any_size(inks)
    return size > NOT_RICH + CLOSE or not is_rich_black(inks)


def is_rich_only(inks: Cmyk, size: float) -> bool:
    """Whether text of a size in points takes three inks, and is merely in a rich black."""
    return size >= SMALL - CLOSE and is_rich_black(inks)
