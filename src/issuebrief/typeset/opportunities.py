"""Where a measured paragraph may break.

In:  a `Flow` and the manners of fine spacing.
Out: the `Break`s that `compose/breaks.py` chooses from, in px: after spaces, after hyphens and
     dashes, at the places that a URL offers, and inside words.
"""

from __future__ import annotations

import re
from itertools import accumulate, groupby
from math import inf
from typing import TYPE_CHECKING

from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import get_log_attrs

from issuebrief.compose.breaks import Break
from issuebrief.compose.hyphens import hyphenations
from issuebrief.compose.spacing import (
    HANGS_LEFT,
    HANGS_RIGHT,
    SPACE_SHRINK,
    SPACE_STRETCH,
    Fine,
)

if TYPE_CHECKING:
    from issuebrief.typeset.leaves import Flow
    from issuebrief.typeset.ruler import Ruler

HYPHEN = 200.0
"""What an added hyphen costs, in TeX's units."""
IN_A_NAME = 1200.0
"""What a hyphen in a name costs: about as much as a line whose gaps are twice as wide as they should be."""
IN_THE_LAST_WORD = 3000.0
"""What a hyphen in the last word costs, of which a part would stand alone in the last line."""
WRITTEN_HYPHEN = 30.0
"""What a break after a hyphen or a dash of the text costs."""
INSIDE_URL = 20.0
"""What a break inside a URL costs."""
SPACES = " \u00a0"
NARROW = "\u200b\u2060\u00ad"


def opportunities(ruler: Ruler, flow: Flow, fine: Fine, *, hyphenate: bool) -> list[Break]:
    """All places where a line may end, in order; the last is the end of the text."""
    text = flow.text
    end = len(text.rstrip(" "))
    elastic = _Elastic(ruler, flow, fine)
    allowed = _line_breaks(flow)
    hyphens = _hyphens(flow) if hyphenate else {}
    last_word = text.rfind(" ", 0, end) + 1
    breaks = []
    for offset in sorted(allowed | hyphens.keys() | _soft_hyphens(text)):
        if not 0 < offset < end:
            continue
        if text[offset - 1] == "\u00ad":
            if flow.leaf_at(offset - 1).box.style["hyphens"] != "none":
                breaks.append(elastic.hyphen(offset, HYPHEN))
        elif offset in allowed and text[offset - 1] != "\u2060":
            breaks.append(elastic.at(offset, _penalty(text, offset), text[offset - 1] in "-\u2010"))
        elif offset in hyphens:
            breaks.append(elastic.hyphen(offset, hyphens[offset] if offset < last_word else IN_THE_LAST_WORD))
    last = elastic.at(end, -inf, False)
    return [*breaks, last]


def _line_breaks(flow: Flow) -> set[int]:
    """The offsets at which Pango would break; `is_line_break` is the first bit of its attributes."""
    attributes = get_log_attrs(flow.text, flow.leaves[0].box.style["lang"])
    bits = bytes(ffi.buffer(attributes))[:: ffi.sizeof(attributes[0])]
    return {offset for offset, bit in enumerate(bits) if bit & 1}


def _soft_hyphens(text: str) -> set[int]:
    return {found.end() for found in re.finditer("\u00ad", text)}


def _penalty(text: str, offset: int) -> float:
    before = text[offset - 1]
    if before == " ":
        return 0.0
    return INSIDE_URL if before == "\u200b" else WRITTEN_HYPHEN


def _hyphens(flow: Flow) -> dict[int, float]:
    """The offsets of all hyphenations that the leaves' styles allow, by their languages, and their prices."""
    found = {}
    for lang, leaves in groupby(flow.leaves, key=lambda leaf: leaf.box.style["lang"] or ""):
        run = list(leaves)
        begin, end = run[0].start, run[-1].end
        for names, price in ((False, HYPHEN), (True, IN_A_NAME)):
            for offset in hyphenations(flow.text[begin:end], lang, names=names):
                leaf = flow.leaf_at(begin + offset)
                if leaf.start < begin + offset and leaf.box.style["hyphens"] == "auto":
                    found[begin + offset] = price
    return found


class _Elastic:
    """Running sums of what can stretch and shrink, for each offset of the text."""

    def __init__(self, ruler: Ruler, flow: Flow, fine: Fine) -> None:
        self.ruler, self.flow, self.fine = ruler, flow, fine
        stretch, shrink = [], []
        for leaf in flow.leaves:
            limit = fine.tracking * leaf.box.style["font_size"]
            for offset in range(leaf.start, leaf.end):
                letter = flow.text[offset]
                if letter in NARROW:
                    stretch.append(0.0)
                    shrink.append(0.0)
                    continue
                width = flow.places[offset + 1] - flow.places[offset]
                if letter in SPACES:
                    stretch.append(width * SPACE_STRETCH)
                    shrink.append(width * SPACE_SHRINK)
                else:
                    stretch.append(limit + fine.expansion * width)
                    shrink.append(stretch[-1])
        self.stretch = list(accumulate(stretch, initial=0.0))
        self.shrink = list(accumulate(shrink, initial=0.0))

    def width(self, offset: int) -> float:
        """The width of the letter at an offset."""
        return self.flow.places[offset + 1] - self.flow.places[offset]

    def at(self, offset: int, penalty: float, hyphen: bool) -> Break:
        """A break before `offset`; the spaces before it fall away."""
        end = offset
        while end and self.flow.text[end - 1] == " ":
            end -= 1
        hang = HANGS_RIGHT.get(self.flow.text[end - 1], 0.0) * self.width(end - 1) * self.fine.hanging
        return self._break(offset, end, -hang, penalty, hyphen)

    def hyphen(self, offset: int, penalty: float) -> Break:
        """A break before `offset` inside a word, with a hyphen added."""
        width = self.ruler.width("-", self.flow.leaf_at(offset).box.style)
        hang = HANGS_RIGHT["-"] * self.fine.hanging * width
        return self._break(offset, offset, width - hang, penalty, True)

    def _break(self, offset: int, end: int, more: float, penalty: float, hyphen: bool) -> Break:
        places, stretch, shrink = self.flow.places, self.stretch, self.shrink
        start = min(offset, len(places) - 1)
        first = self.flow.text[offset : offset + 1]
        hang = HANGS_LEFT.get(first, 0.0) * self.width(offset) * self.fine.hanging if first else 0.0
        return Break(
            offset, places[end] + more, stretch[end], shrink[end],
            places[start] + hang, stretch[start], shrink[start], penalty, hyphen,
        )  # fmt: skip
