"""Fine spacing: what may give way in a line, and what hangs into the margin.

In:  nothing; these are tables and shapes.
Out: how far spaces and letters give way, and how far a mark at a line's edge may hang out.

For Chinese and Japanese: Requirements for Chinese Text Layout, 3.1 and 3.2, and Requirements for Japanese
Text Layout, 3.1 and 3.8 (W3C working group notes).
"""

from __future__ import annotations

import re
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
    or narrowed, as a share of their width; `hanging` is a share of the tables above, `trim` one of the white
    in marks as wide as ideographs.
    """

    tracking: float = 0.02
    expansion: float = 0.02
    hanging: float = 1.0
    trim: float = 1.0


IDEOGRAPH = re.compile(
    "[\u2e80-\u30ff\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef\U00020000-\U0003ffff]"
)
"""A letter or sign of Chinese or Japanese, which is as wide as high. Lines may end between most of them."""
IDEOGRAPH_STRETCH = 0.05
"""How far an ideograph is set apart from the next at ratio 1, in em."""
MOST_APART = 0.12
"""How far ideographs are set apart at the most where a line has spaces, which take the rest; in em."""
MOST_WIDER = 0.25
"""By how much a space grows at the most in such a line, in em: to half an em (JLREQ, 3.8.2)."""
CLOSING = frozenset("\u300d\u300f\uff09\u3011\u300b\u3009\u3015\uff3d\uff5d")
OPENING = frozenset("\u300c\u300e\uff08\u3010\u300a\u3008\u3014\uff3b\uff5b")
STOPS = frozenset("\u3001\u3002\uff0c\uff0e")
SQUARE = 0.9
"""From this width on, in em, a mark is as wide as an ideograph, and half of it is white."""
HALF = 0.5
"""The white in a bracket or a stop as wide as an ideograph, as a share: at a line's edge it is left out."""
CENTRED = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
"""Languages whose full stops and commas stand in the middle of their square, with less white on each side."""


def hang_right(letter: str, lang: str | None) -> float:
    """How much of a mark hangs out at the end of a line, as a share of its width."""
    if letter < "\u3000":
        return HANGS_RIGHT.get(letter, 0.0)
    is_stop = letter in STOPS and not (lang or "").lower().startswith(CENTRED)
    return HALF if is_stop or letter in CLOSING else 0.0


def hang_left(letter: str) -> float:
    """The same at the beginning of a line."""
    return HANGS_LEFT.get(letter, 0.0) if letter < "\u3000" else HALF * (letter in OPENING)
