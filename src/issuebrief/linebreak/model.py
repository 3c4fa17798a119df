"""What the breaking of paragraphs is about: numbers alone.

`Break` is a place where a line may end, `LineBreakCosts` say what is good, and a `Composition` is what comes
out. `total_fit.py` makes justified lines of them, `ragged.py` unjustified ones.

All sums are in one unit of length, the caller's choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

NEAR = 1e-7
"""What counts as no difference, as a share of the measure: sums of floats are not exact."""
TORN = 1.75
"""The ratio beyond which a line that may fall short of the measure does."""
OVERFULL = 1e13
"""Demerits of a line wider than the measure by the measure's own width: above those of any loose line."""
MOST_ACTIVE = 600
"""How many beginnings of a line are looked at together; only nonsense has more, and the best are kept."""


class Break(NamedTuple):
    """A place where a line may end. Sums run from the paragraph's start, in any one unit of length.

    `offset` is the caller's own number for it. `width` is the natural width of everything up to the end of a
    line that ends here (hyphen included, hanging taken off), `stretch` what that gains at ratio 1, `shrink`
    what it loses at ratio -1, the most there is. `next_width`, `next_stretch` and `next_shrink` are the same
    sums at the beginning of the line that follows (white space at the break and hanging taken off).
    `penalty` is in TeX's units: -inf forces a break, +inf forbids it; the last break is always forced.
    `hyphen` says that the line ends in a hyphen, added or written, and `may_fall_short` that it is left at
    its natural width rather than torn open, since what follows cannot be divided.
    """

    offset: int
    width: float
    stretch: float
    shrink: float
    next_width: float
    next_stretch: float
    next_shrink: float
    penalty: float = 0.0
    hyphen: bool = False
    may_fall_short: bool = False


@dataclass(frozen=True, slots=True)
class LineBreakCosts:
    """What is good. `tolerance` is a ratio, `least_last` a length, the others are demerits.

    A stretch ratio beyond `tolerance` is taken only when there is no way within it. `double_hyphen` is paid
    for two lines in a row that end in a hyphen, and `ladder` times that for each further one; `final_hyphen`
    for a hyphen at the end of the last line but one; `contrast` for neighbours whose ratios are further apart
    than `alike`, times the square of how much further;
    `short_last` for a last line that is nothing beside `least_last`, unless it is the only one, and less by
    the square of what it lacks for one that is longer. Beyond ratio 1
    badness grows `beyond` times as fast, where a part of what stretches (the letters) gives no more, and
    below -`tight`, where a line begins to look crowded.
    """

    tolerance: float = 3.0
    line_penalty: float = 10.0
    double_hyphen: float = 3000.0
    ladder: float = 10.0
    final_hyphen: float = 5000.0
    contrast: float = 3000.0
    alike: float = 0.35
    short_last: float = 100_000.0
    beyond: float = 1.0
    tight: float = 0.7
    least_last: float = 0.0


DEFAULT_COSTS = LineBreakCosts()
"""Those that count where none are given."""


@dataclass(frozen=True, slots=True)
class Composition:
    """The breaks chosen (as places in the sequence given, the last included) and each line's ratio.

    A ratio above 0 is in units of the line's stretch, below 0 of its shrink; below -1 the line is wider than
    the measure. It is infinite where a line has nothing to stretch or shrink but would have to. Lines before
    a forced break, the last one among them, and those that fall short are never stretched.
    """

    breaks: tuple[int, ...]
    ratios: tuple[float, ...]
    demerits: float

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.breaks)
