"""Where the lines of unjustified text end: numbers in, numbers out.

In:  the places where a line may end (`Break`), the measure, and the `Manners` that say what is good.
Out: a `Composition` whose lines fall short of the measure as evenly as can be; nothing is stretched.

What `text-wrap: balance` and `pretty` ask for, over the whole paragraph.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from issuebrief.compose.breaks import MANNERS, MOST_ACTIVE, NEAR, OVERFULL, Break, Composition, Manners

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_PRETTY = 1 / 3
"""The share of the measure that the last line should fill."""


def ragged(
    breaks: Sequence[Break],
    width: float,
    manners: Manners = MANNERS,
    *,
    balance: bool,
    start: tuple[float, float, float] = (0, 0, 0),
) -> Composition:
    """Lines of unjustified text that fall short of the measure as evenly as can be; nothing is stretched.

    A line costs the square of what it falls short, in percent of the measure, and of its penalty. With
    `balance` the last line counts like the others; without, it costs nothing unless it is shorter than a
    third of the measure (or `least_last`) and not the only one.
    """
    if not breaks:
        return Composition((), (), 0.0)
    near = NEAR * abs(width)
    legal = [place for place, at in enumerate(breaks) if at.penalty != inf] or [len(breaks) - 1]
    if legal[-1] != len(breaks) - 1:
        legal.append(len(breaks) - 1)
    costs, before, begins, latest = [0.0], [0], [start[0]], [start[0]]
    floor = 0
    for node, place in enumerate(legal, 1):
        at = breaks[place]
        final = node == len(legal)
        forced = final or at.penalty == -inf
        best, origin = inf, node - 1
        for back in range(node - 1, max(floor, node - MOST_ACTIVE) - 1, -1):
            if latest[back] + width - at.width < -near and back < node - 1:
                break
            spare = begins[back] + width - at.width
            if spare < -near and back < node - 1:
                continue
            cost = costs[back] + _shortness(spare, width, manners, forced and not balance, back > floor)
            if back > floor and breaks[legal[back - 1]].hyphen:
                cost += manners.final_hyphen if final else manners.double_hyphen if at.hyphen else 0.0
            if cost < best:
                best, origin = cost, back
        costs.append(best + (0.0 if forced else at.penalty * abs(at.penalty)))
        before.append(origin)
        begins.append(at.next_width)
        latest.append(max(latest[-1], at.next_width))
        if forced:
            floor = node
    chosen: list[int] = []
    node = len(legal)
    while node:
        chosen.append(legal[node - 1])
        node = before[node]
    return Composition(tuple(reversed(chosen)), (0.0,) * len(chosen), costs[-1])


def _shortness(spare: float, width: float, manners: Manners, free: bool, follows: bool) -> float:
    """What a ragged line costs that leaves `spare` empty; `free` if it ends the text, `follows` another."""
    unit = abs(width) or 1.0
    if spare < -NEAR * unit:
        return OVERFULL * (0.01 - spare / unit)
    if free:
        short = width - spare < max(unit * LEAST_PRETTY, manners.least_last) - NEAR * unit
        return manners.short_last if short and follows else 0.0
    return (100.0 * spare / unit) ** 2
