"""Where the lines of a justified paragraph end: numbers in, numbers out.

In:  the places where a line may end (`Break`) with running sums of width, stretch and shrink, the measure
     (one number, or one for each line), and the `LineBreakCosts` that say what is good.
Out: a `Composition`: the breaks chosen, how far each line is stretched or shrunk, and the price; or one
     for each number of lines.

The way is total-fit (Knuth and Plass, "Breaking Paragraphs into Lines", 1981) with TeX's badness, demerits
and fitness classes; `knuth_plass.py` searches. When nothing stays within the tolerance it is raised step by
step, and in the end lines of any looseness are taken, and lines wider than the measure where nothing else is
left: it always answers. The same input gives the same answer.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from issuebrief.linebreak.knuth_plass import Way, cheapest_ways, price
from issuebrief.linebreak.model import MANNERS, Break, Composition, LineBreakCosts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

EMERGENCY = (1.0, 1.5, 3.0)
"""What the tolerance is multiplied by, pass after pass, before anything is taken."""


def compose(
    breaks: Sequence[Break],
    widths: Callable[[int], float] | float,
    manners: LineBreakCosts = MANNERS,
    start: tuple[float, float, float] = (0, 0, 0),
) -> Composition:
    """The breaks with the least demerits; `widths` is the measure, or gives it for a line (the first is 0).

    `start` are the sums of width, stretch and shrink at the beginning of the first line.
    """
    if not breaks:
        return Composition((), (), 0.0)
    ends: Iterable[Way] = ()
    for factor in EMERGENCY:
        ends = cheapest_ways(breaks, widths, manners, start, manners.tolerance * factor).values()
        if ends:
            break
    return _told(min(ends or cheapest_ways(breaks, widths, manners, start, inf).values(), key=price))


def alternatives(
    breaks: Sequence[Break],
    widths: Callable[[int], float] | float,
    manners: LineBreakCosts = MANNERS,
    spread: int = 1,
    start: tuple[float, float, float] = (0, 0, 0),
    best: Composition | None = None,
) -> dict[int, Composition]:
    """By number of lines: the best composition, and the best with up to `spread` lines fewer and more.

    The others are there where they exist within one and a half times the tolerance. `best` is what
    `compose` gives, where that is known already.
    """
    best = best or compose(breaks, widths, manners, start)
    found = {best.lines: best}
    if spread > 0 and breaks:
        ends = cheapest_ways(breaks, widths, manners, start, manners.tolerance * 1.5, by_line=True)
        for lines in range(best.lines - spread, best.lines + spread + 1):
            if lines in ends:
                found.setdefault(lines, _told(ends[lines]))
    return dict(sorted(found.items()))


def _told(end: Way) -> Composition:
    chosen: list[int] = []
    ratios: list[float] = []
    way: Way | None = end
    while way is not None and way[3] >= 0:
        chosen.append(way[3])
        ratios.append(way[4])
        way = way[5]
    return Composition(tuple(reversed(chosen)), tuple(reversed(ratios)), end[0])
