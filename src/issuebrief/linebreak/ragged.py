"""Where the lines of unjustified text end: numbers in, numbers out.

In:  the places where a line may end (`Break`), the measure, and the `LineBreakCosts` that say what is good.
Out: a `Composition` whose lines fall short of the measure as evenly as can be, or one for each number of
     lines; nothing is stretched.

What `text-wrap: balance` and `pretty` ask for, over the whole paragraph.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from issuebrief.linebreak.model import (
    DEFAULT_COSTS,
    MOST_ACTIVE,
    NEAR,
    OVERFULL,
    Break,
    Composition,
    LineBreakCosts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST, LEAST_PRETTY = 1 / 4, 1 / 3
"""The share of the measure that the last line fills at the least, and the one that it should fill."""
MOST_VARIED = 400
"""Texts with more places to break than this have one length; only nonsense has more."""


def ragged(
    breaks: Sequence[Break],
    width: float,
    costs: LineBreakCosts = DEFAULT_COSTS,
    *,
    balance: bool,
    start: tuple[float, float, float] = (0, 0, 0),
) -> Composition:
    """Lines of unjustified text that fall short of the measure as evenly as can be; nothing is stretched.

    A line costs the square of what it falls short, in percent of the measure, and of its penalty. With
    `balance` the last line counts like the others; without, it costs nothing if it is the only one or fills a
    third of the measure, `short_last` if it is shorter than a quarter (or `least_last`), and between them the
    square of what it lacks.
    """
    if not breaks:
        return Composition((), (), 0.0)
    legal = _legal(breaks)
    totals, before = [0.0], [0]
    for lines in _lines(breaks, legal, width, costs, start[0], balance=balance):
        best, origin = inf, len(totals) - 1
        for back, price in lines:
            cost = totals[back] + price
            if cost < best:
                best, origin = cost, back
        totals.append(best)
        before.append(origin)
    chosen: list[int] = []
    node = len(legal)
    while node:
        chosen.append(legal[node - 1])
        node = before[node]
    return Composition(tuple(reversed(chosen)), (0.0,) * len(chosen), totals[-1])


def ragged_alternatives(
    breaks: Sequence[Break],
    width: float,
    costs: LineBreakCosts = DEFAULT_COSTS,
    spread: int = 1,
    *,
    balance: bool,
    start: tuple[float, float, float] = (0, 0, 0),
) -> dict[int, Composition]:
    """By number of lines: the best composition, and the best with up to `spread` lines fewer and more.

    The others are there where they exist without a line wider than the measure.
    """
    best = ragged(breaks, width, costs, balance=balance, start=start)
    found = {best.lines: best}
    legal = _legal(breaks)
    if not breaks or len(legal) > MOST_VARIED:
        return found
    most = best.lines + spread
    by_lines: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for lines in _lines(breaks, legal, width, costs, start[0], balance=balance):
        here: dict[int, tuple[float, int]] = {}
        for back, price in lines:
            for count, (cost, _) in by_lines[back].items():
                if count < most and cost + price < here.get(count + 1, (inf, 0))[0]:
                    here[count + 1] = (cost + price, back)
        by_lines.append(here)
    for count in range(best.lines - spread, most + 1):
        if count in by_lines[-1] and by_lines[-1][count][0] < OVERFULL * 0.01:
            found.setdefault(count, _told(by_lines, legal, count))
    return dict(sorted(found.items()))


def _told(by_lines: Sequence[dict[int, tuple[float, int]]], legal: Sequence[int], lines: int) -> Composition:
    demerits, node = by_lines[-1][lines][0], len(legal)
    chosen: list[int] = []
    for count in range(lines, 0, -1):
        chosen.append(legal[node - 1])
        node = by_lines[node][count][1]
    return Composition(tuple(reversed(chosen)), (0.0,) * lines, demerits)


def _legal(breaks: Sequence[Break]) -> list[int]:
    """The places at which a line may end; the last is always among them."""
    legal = [place for place, at in enumerate(breaks[:-1]) if at.penalty != inf]
    return [*legal, len(breaks) - 1] if breaks else []


def _lines(
    breaks: Sequence[Break],
    legal: Sequence[int],
    width: float,
    costs: LineBreakCosts,
    begin: float,
    *,
    balance: bool,
) -> Iterator[list[tuple[int, float]]]:
    """For each place the lines that may end there: where each begins (0 at the start), and its price."""
    near = NEAR * abs(width)
    begins, latest, floor = [begin], [begin], 0
    for node, place in enumerate(legal, 1):
        at = breaks[place]
        final = node == len(legal)
        forced = final or at.penalty == -inf
        extra = 0.0 if forced else at.penalty * abs(at.penalty)
        found = []
        for back in range(node - 1, max(floor, node - MOST_ACTIVE) - 1, -1):
            if latest[back] + width - at.width < -near and back < node - 1:
                break
            spare = begins[back] + width - at.width
            if spare < -near and back < node - 1:
                continue
            price = extra + _shortness(spare, width, costs, forced and not balance, back > floor)
            if back > floor and breaks[legal[back - 1]].hyphen:
                price += costs.final_hyphen if final else costs.double_hyphen if at.hyphen else 0.0
            found.append((back, price))
        yield found
        begins.append(at.next_width)
        latest.append(max(latest[-1], at.next_width))
        if forced:
            floor = node


def _shortness(spare: float, width: float, costs: LineBreakCosts, free: bool, follows: bool) -> float:
    """What a ragged line costs that leaves `spare` empty; `free` if it ends the text, `follows` another."""
    unit = abs(width) or 1.0
    if spare < -NEAR * unit:
        return OVERFULL * (0.01 - spare / unit)
    if free:
        if width - spare < max(unit * LEAST, costs.least_last) - NEAR * unit:
            return costs.short_last if follows else 0.0
        lacks = unit * LEAST_PRETTY - (width - spare)
        return (100.0 * lacks / unit) ** 2 if follows and lacks > NEAR * unit else 0.0
    return (100.0 * spare / unit) ** 2
