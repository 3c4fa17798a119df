"""How wide a line is that ends at a place of a measured paragraph, and what it can give.

In:  an `InlineRun` and the settings of microtypography.
Out: a `Break` for any offset of the text, in px: with the hyphen added or not, what hangs out taken off.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from issuebrief.linebreak.east_asian import QUOTES_CLOSE, QUOTES_OPEN
from issuebrief.linebreak.model import Break
from issuebrief.linebreak.spacing import (
    HALF,
    HANGS_RIGHT,
    IDEOGRAPH,
    IDEOGRAPH_STRETCH,
    SPACE_SHRINK,
    SPACE_STRETCH,
    SQUARE,
    Microtypography,
    hang_left,
    hang_right,
)

if TYPE_CHECKING:
    from issuebrief.layout.paragraphs.inline_items import InlineRun
    from issuebrief.layout.paragraphs.text_metrics import TextMetrics

SPACES = " \u00a0"
TIES = "\u00a0\u2007\u202f"
"""Spaces at which a line ends only where what they tie together is wider than the measure."""
NARROW = "\u200b\u2060\u00ad"


class Glue:
    """Running sums of what can stretch and shrink, for each offset of the text."""

    def __init__(self, metrics: TextMetrics, run: InlineRun, fine: Microtypography) -> None:
        self.metrics, self.run, self.fine = metrics, run, fine
        stretch, shrink = [], []
        for item in run.items:
            limit = fine.tracking * item.box.style["font_size"]
            for offset in range(item.start, item.end):
                letter = run.text[offset]
                if letter in NARROW:
                    stretch.append(0.0)
                    shrink.append(0.0)
                    continue
                width = run.width(offset)
                if letter in SPACES:
                    stretch.append(width * SPACE_STRETCH)
                    shrink.append(width * SPACE_SHRINK)
                else:
                    stretch.append(limit + fine.expansion * width)
                    shrink.append(stretch[-1])
        if (fine.tracking or fine.expansion) and IDEOGRAPH.search(run.text):
            for found in IDEOGRAPH.finditer(run.text):
                stretch[found.start()] = IDEOGRAPH_STRETCH * run.item_at(found.start()).box.style["font_size"]
            # Ideographs have no white to give, and what is between them is too little for a line.
            shrink = [0.0] * len(shrink)
        self.stretch = list(accumulate(stretch, initial=0.0))
        self.shrink = list(accumulate(shrink, initial=0.0))

    def width(self, offset: int) -> float:
        """The width of the letter at an offset."""
        return self.run.width(offset)

    def at(self, offset: int, penalty: float, hyphen: bool) -> Break:
        """A break before `offset`; the white before it falls away."""
        end = without_white(self.run.text, 0, offset)
        hang = hang_at_end(self.metrics, self.run, end - 1, self.fine)
        freed = kern_freed(self.metrics, self.run, end)
        return self._break(offset, end, freed - hang, penalty, hyphen)

    def hyphen(self, offset: int, penalty: float) -> Break:
        """A break before `offset` inside a word, with a hyphen added."""
        width = self.metrics.width("-", self.run.item_at(offset).box.style)
        hang = HANGS_RIGHT["-"] * self.fine.hanging * width if self.run.is_at_edge(offset - 1) else 0.0
        return self._break(offset, offset, width - hang, penalty, True)

    def _break(self, offset: int, end: int, more: float, penalty: float, hyphen: bool) -> Break:
        stretch, shrink = self.stretch, self.shrink
        hang = hang_at_start(self.metrics, self.run, offset, self.fine)
        return Break(
            offset, self.run.end(end, offset) + more, stretch[end], shrink[end],
            self.run.begin(offset) + hang, stretch[offset], shrink[offset], penalty, hyphen,
        )  # fmt: skip


def kern_freed(metrics: TextMetrics, run: InlineRun, end: int) -> float:
    """How much wider a letter is, in px, where a line ends after it, and what it was kerned with is gone.

    So is the white that is added before what follows.
    """
    letter, item = run.text[end - 1], run.item_at(end - 1)
    # Before the first letter no line ends; what is not seen is kerned with nothing.
    if not end or end >= item.end or not letter.isprintable():
        return -run.gaps.get(end, 0.0)
    return metrics.width(letter, item.box.style) - (run.places[end] - run.places[end - 1])


def mark_width(metrics: TextMetrics, run: InlineRun, offset: int) -> float:
    """The width of a mark at an offset, in px, without what the box that it ends has around it."""
    letter, item = run.text[offset], run.item_at(offset)
    if offset + 1 < item.end or not letter.isprintable():
        return run.width(offset)
    return metrics.width(letter, item.box.style)


def hang_at_start(metrics: TextMetrics, run: InlineRun, offset: int, fine: Microtypography) -> float:
    """How far a letter hangs out where a line begins with it, in px."""
    letter = run.text[offset : offset + 1]
    if not letter or not (share := hang_left(letter)) or not run.is_at_edge(offset):
        return 0.0
    width = mark_width(metrics, run, offset)
    return _hang(share, letter, width, run.item_at(offset).box.style["font_size"], fine)


def hang_at_end(metrics: TextMetrics, run: InlineRun, offset: int, fine: Microtypography) -> float:
    """How far a letter hangs out where a line ends with it, in px."""
    letter, style = run.text[offset], run.item_at(offset).box.style
    if not (share := hang_right(letter, style["lang"])) or not run.is_at_edge(offset):
        return 0.0
    return _hang(share, letter, mark_width(metrics, run, offset), style["font_size"], fine)


def _hang(share: float, letter: str, width: float, em: float, fine: Microtypography) -> float:
    """How far a mark hangs out, in px; of one as wide as an ideograph the white does, in ragged lines too."""
    if letter < "\u3000" and not (letter in QUOTES_OPEN + QUOTES_CLOSE and width >= SQUARE * em):
        return share * width * fine.hanging
    return HALF * width * fine.trim


def without_white(text: str, start: int, end: int) -> int:
    """Where the letters of a line end that stands from `start` to `end`; the white behind them falls away."""
    white = f" {TIES}" if end < len(text) and text[end - 1 : end] in TIES else " \n"
    while end > start and text[end - 1] in white:
        end -= 1
    return end
