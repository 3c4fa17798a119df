"""Fine spacing: what may give way in a line, and what hangs into the margin.

In:  nothing; these are tables and shapes.
Out: how far spaces and letters give way, and how far a mark at a line's edge may hang out.
"""

from __future__ import annotations

from dataclasses import dataclass

SPACE_STRETCH = 0.25
"""How far a space stretches at ratio 1, as a share of itself."""
SPACE_SHRINK = 0.23
"""How far a space shrinks at ratio -1, as a share of itself."""

HANGS_RIGHT = {
    **dict.fromkeys(".,", 0.7),
    **dict.fromkeys("-\u2010\u00ad'\u2018\u2019", 0.6),
    **dict.fromkeys('"\u201c\u201d', 0.5),
    **dict.fromkeys(":;", 0.4),
    **dict.fromkeys("\u2013\u00bb", 0.3),
    **dict.fromkeys("\u2014!", 0.2),
    "?": 0.15,
}
"""How much of a mark hangs out at the end of a line, as a share of its own width."""
HANGS_LEFT = {"\u201c": 0.5, "\u2018": 0.6, "\u201e": 0.4, "\u201a": 0.4, '"': 0.5, "'": 0.6, "\u00ab": 0.3}
"""The same for the beginning of a line."""


@dataclass(frozen=True, slots=True)
class Microtypography:
    """A theme's microtypography.

    `tracking` is the most that letters are set apart, in em; `expansion` the most that they are widened
    or narrowed, as a share of their width; `hanging` is a share of the tables above.
    """

    tracking: float = 0.02
    expansion: float = 0.02
    hanging: float = 1.0
