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

from bisect import bisect_right
from math import inf
from typing import TYPE_CHECKING

from issuebrief.linebreak.knuth_plass import BreakNode, cheapest_nodes, price
from issuebrief.linebreak.model import DEFAULT_COSTS, Break, Composition, LineBreakCosts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

EMERGENCY = (1.0, 1.5, 3.0)
"""What the tolerance is multiplied by, pass after pass, before anything is taken."""


def compose(
    breaks: Sequence[Break],
    widths: Callable[[int], float] | float,
    costs: LineBreakCosts = DEFAULT_COSTS,
    start: tuple[float, float, float] = (0, 0, 0),
) -> Composition:
    """The breaks with the least demerits; `widths` is the measure, or gives it for a line (the first is 0).

    `start` are the sums of width, stretch and shrink at the beginning of the first line.
    """
    if not breaks:
        return Composition((), (), 0.0)
    ends: Iterable[BreakNode] = ()
    for factor in EMERGENCY:
        ends = cheapest_nodes(breaks, widths, costs, start, costs.tolerance * factor).values()
        if ends:
            break
    return _told(min(ends or cheapest_nodes(breaks, widths, costs, start, inf).values(), key=price))


def alternatives(
    breaks: Sequence[Break],
    widths: Callable[[int], float] | float,
    costs: LineBreakCosts = DEFAULT_COSTS,
    spread: int = 1,
    start: tuple[float, float, float] = (0, 0, 0),
    best: Composition | None = None,
) -> dict[int, Composition]:
    """By number of lines: the best composition, and the best with up to `spread` lines fewer and more.

    The others are there where they exist within one and a half times the tolerance. `best` is what
    `compose` gives, where that is known already.
    """
    best = best or compose(breaks, widths, costs, start)
    found = {best.lines: best}
    if spread > 0 and breaks:
        lines_by = [bisect_right(best.breaks, place) for place in range(len(breaks))]
        ends = cheapest_nodes(breaks, widths, costs, start, costs.tolerance * 1.5, by_line=lines_by)
        for lines in range(best.lines - spread, best.lines + spread + 1):
            if lines in ends:
                found.setdefault(lines, _told(ends[lines]))
    return dict(sorted(found.items()))


def _told(end: BreakNode) -> Composition:
    chosen: list[int] = []
    ratios: list[float] = []
    node: BreakNode | None = end
    while node is not None and node[3] >= 0:
        chosen.append(node[3])
        ratios.append(node[4])
        node = node[5]
    return Composition(tuple(reversed(chosen)), tuple(reversed(ratios)), end[0])
