"""Where a measured paragraph may break.

In:  a `Flow` and the manners of fine spacing.
Out: the `Break`s that `compose/breaks.py` chooses from, in px: after spaces, after hyphens and
     dashes, at the places that a URL offers, and inside words.
"""

from __future__ import annotations

from itertools import groupby
from math import inf
from typing import TYPE_CHECKING

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
    from issuebrief.typeset.leaves import Flow, Leaf
    from issuebrief.typeset.ruler import Ruler

HYPHEN = 120.0
"""What an added hyphen costs, in TeX's units."""
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
    attributes = get_log_attrs(text, flow.leaves[0].box.style["lang"])
    hyphens = _hyphens(flow) if hyphenate else set()
    breaks = []
    for offset in range(1, end):
        if text[offset - 1] == "\u00ad":
            if flow.leaf_at(offset - 1).box.style["hyphens"] != "none":
                breaks.append(elastic.hyphen(offset))
        elif attributes[offset].is_line_break and text[offset - 1] != "\u2060":
            breaks.append(elastic.at(offset, _penalty(text, offset), text[offset - 1] in "-\u2010"))
        elif offset in hyphens:
            breaks.append(elastic.hyphen(offset))
    last = elastic.at(end, -inf, False)
    return [*breaks, last]


def _penalty(text: str, offset: int) -> float:
    before = text[offset - 1]
    if before == " ":
        return 0.0
    return INSIDE_URL if before == "\u200b" else WRITTEN_HYPHEN


def _hyphens(flow: Flow) -> set[int]:
    """The offsets of all hyphenations that the leaves' styles allow, each by its own language."""
    found = set()
    for lang, leaves in groupby(flow.leaves, key=lambda leaf: leaf.box.style["lang"] or ""):
        run = list(leaves)
        begin, end = run[0].start, run[-1].end
        for offset in hyphenations(flow.text[begin:end], lang):
            leaf = flow.leaf_at(begin + offset)
            if leaf.start < begin + offset and leaf.box.style["hyphens"] == "auto":
                found.add(begin + offset)
    return found


class _Elastic:
    """Running sums of what can stretch and shrink, for each offset of the text."""

    def __init__(self, ruler: Ruler, flow: Flow, fine: Fine) -> None:
        self.ruler, self.flow, self.fine = ruler, flow, fine
        self.stretch, self.shrink = [0.0], [0.0]
        for leaf in flow.leaves:
            limit = fine.tracking * leaf.box.style["font_size"]
            for offset in range(leaf.start, leaf.end):
                self._add(offset, limit)
        self._hyphen_widths: dict[int, float] = {}

    def _add(self, offset: int, limit: float) -> None:
        letter = self.flow.text[offset]
        stretch = shrink = 0.0
        if letter in SPACES:
            width = self.width(offset)
            stretch, shrink = width * SPACE_STRETCH, width * SPACE_SHRINK
        elif letter not in NARROW:
            stretch = shrink = limit + self.fine.expansion * self.width(offset)
        self.stretch.append(self.stretch[-1] + stretch)
        self.shrink.append(self.shrink[-1] + shrink)

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

    def hyphen(self, offset: int) -> Break:
        """A break before `offset` inside a word, with a hyphen added."""
        leaf = self.flow.leaf_at(offset)
        width = self.hyphen_width(leaf)
        hang = HANGS_RIGHT["-"] * self.fine.hanging * width
        return self._break(offset, offset, width - hang, HYPHEN, True)

    def hyphen_width(self, leaf: Leaf) -> float:
        """The width of a hyphen in a leaf's style, measured once."""
        key = id(leaf.box.style)
        if key not in self._hyphen_widths:
            self._hyphen_widths[key] = self.ruler.width("-", leaf.box.style)
        return self._hyphen_widths[key]

    def _break(self, offset: int, end: int, more: float, penalty: float, hyphen: bool) -> Break:
        places, stretch, shrink = self.flow.places, self.stretch, self.shrink
        start = min(offset, len(places) - 1)
        first = self.flow.text[offset : offset + 1]
        hang = HANGS_LEFT.get(first, 0.0) * self.width(offset) * self.fine.hanging if first else 0.0
        return Break(
            index=offset,
            width=places[end] + more,
            stretch=stretch[end],
            shrink=shrink[end],
            next_width=places[start] + hang,
            next_stretch=stretch[start],
            next_shrink=shrink[start],
            penalty=penalty,
            hyphen=hyphen,
        )
