"""Fine spacing: what may give way in a line, and what hangs into the margin.

In:  a line's letters, spaces and excess, and the theme's manners.
Out: how much each space and each letter takes; how far a mark at a line's edge may hang out.

Lengths are in px unless they are said to be in em.
"""

from __future__ import annotations

from dataclasses import dataclass

SPACE_STRETCH = 0.5
"""How far a space stretches at ratio 1, as a share of itself."""
SPACE_SHRINK = 0.2
"""How far a space shrinks at ratio -1, as a share of itself."""

HANGS_RIGHT = {
    "-": 0.6, "\u2010": 0.6, "\u00ad": 0.6, ".": 0.7, ",": 0.7, "\u2019": 0.6, "\u2018": 0.6, "\u201d": 0.5, "\u201c": 0.5,
    "'": 0.6, '"': 0.5, ":": 0.4, ";": 0.4, "\u2013": 0.3, "\u2014": 0.2, "!": 0.2, "?": 0.15, "\u00bb": 0.3,
}  # fmt: skip
"""How much of a mark hangs out at the end of a line, as a share of its own width."""
HANGS_LEFT = {"\u201c": 0.5, "\u2018": 0.6, "\u201e": 0.4, "\u201a": 0.4, '"': 0.5, "'": 0.6, "\u00ab": 0.3}
"""The same for the beginning of a line."""


@dataclass(frozen=True, slots=True)
class Fine:
    """A theme's manners of fine spacing: `tracking` in em, `hanging` as a share of the tables above."""

    tracking: float = 0.02
    hanging: float = 1.0


@dataclass(frozen=True, slots=True)
class Spread:
    """What a line's excess is made of: px for each letter, and px for all its spaces together."""

    letter: float
    spaces: float


def spread(excess: float, letters: int, spaces: float, size: float, fine: Fine) -> Spread:
    """Part a line's `excess` (negative when the line must shrink) between letters and spaces.

    `spaces` is the natural width of all its spaces together, `size` that of its letters. Letters take
    the share that they contributed to the line's elasticity, never more than `fine.tracking`.
    """
    limit = fine.tracking * size
    elastic = spaces * (SPACE_STRETCH if excess > 0 else SPACE_SHRINK)
    tracked = limit * letters
    if not letters or not tracked:
        return Spread(0.0, excess)
    letter = max(-limit, min(limit, excess * tracked / (tracked + elastic) / letters))
    return Spread(letter, excess - letter * letters)
