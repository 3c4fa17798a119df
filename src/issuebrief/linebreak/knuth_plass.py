"""The search that total fit rests on: of all ways to break a paragraph the cheapest.

In:  the places where a line may end, the measures, the `LineBreakCosts`, and the most that a line may be
     stretched.
Out: the best way to the paragraph's end, or one for each number of lines; none where none is within bounds.

Ways to a break are kept apart by the fitness of their last line and by how many hyphens they ended with, and
by their number of lines where that matters; a way that another one beats whatever follows is dropped.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.linebreak.model import MOST_ACTIVE, NEAR, OVERFULL, TORN, Break, LineBreakCosts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

UTTERLY_LOOSE = 10.0
"""The ratio beyond which, in the last pass, a line costs by the share of the measure that it leaves empty."""
MOST_ACTIVE_AT_LAST = 150
"""How many beginnings of a line are looked at together in that pass."""
CLASSES, TO_A_RATIO = 12, 4
"""How many fitness classes there are, and how many of them a ratio of 1 spans; the first begins at -1."""
ABOUT = 2
"""How many lines more or fewer than expected a way may have."""
FALLS_SHORT = 2e6
"""Demerits of a line that is left short of the measure; of an empty one, eleven times as many."""
TIGHTEST, UNSTRETCHED, LOOSEST = 0, TO_A_RATIO, CLASSES - 1

BreakNode = tuple[float, int, int, int, float, "BreakNode | None"]
"""A way to a break: its demerits, its last line's fitness class, hyphens in a row at its end (2 stands for
more), the break, its last line's ratio, the way to the line before."""


class _Start(NamedTuple):
    """Where a line may begin, and the best ways to get there; `edge` is its width sum plus the measure."""

    edge: float
    stretch: float
    shrink: float
    low: float
    measure: float
    line: int
    place: int
    nodes: list[BreakNode]


def price(node: BreakNode) -> float:
    """The demerits of a way."""
    return node[0]


def _narrowest_to_come(breaks: Sequence[Break]) -> list[float]:
    """For each break the least sum that a line ending there or later, up to a forced break, can shrink to."""
    reach = [inf] * len(breaks)
    least = inf
    for place in range(len(breaks) - 1, -1, -1):
        at = breaks[place]
        if at.penalty == -inf:
            least = inf
        if at.penalty != inf or place == len(breaks) - 1:
            least = min(least, at.width - at.shrink)
        reach[place] = least
    return reach


def _earliest_to_come(breaks: Sequence[Break], tolerance: float) -> list[float]:
    """For each break the least sum, stretched by the tolerance, at which a line can begin there or later."""
    low = [-inf] * len(breaks)
    if tolerance < inf:
        least = inf
        for place in range(len(breaks) - 1, -1, -1):
            at = breaks[place]
            least = min(least, at.next_width + tolerance * at.next_stretch)
            low[place] = least
    return low


def _contrasts(costs: LineBreakCosts) -> list[list[float]]:
    """What two neighbours cost, by the fitness class of each."""
    apart = [max(0.0, steps / TO_A_RATIO - costs.alike) for steps in range(CLASSES)]
    prices = [costs.contrast * much * much for much in apart]
    return [[prices[abs(one - other)] for other in range(CLASSES)] for one in range(CLASSES)]


def _undominated(nodes: list[BreakNode], contrasts: list[list[float]]) -> list[BreakNode]:
    """The ways that may still turn out best.

    None gets cheaper with one hyphen more. Another class can save no more than it saves before the line that
    is least like both, since neighbours cost the more steeply the less they are alike.
    """
    nodes.sort(key=price)
    most = contrasts[0]
    kept: list[BreakNode] = []
    for node in nodes:
        demerits, fit, run, *_ = node
        for other in kept:
            saved = most[LOOSEST] - most[LOOSEST - abs(other[1] - fit)]
            if other[2] <= run and other[0] + saved <= demerits:
                break
        else:
            kept.append(node)
    return kept


def _fewer(active: list[_Start]) -> list[_Start]:
    """The cheaper half of them, in their order, and the latest, from which it can always go on."""
    prices = [min(map(price, start.nodes)) for start in active]
    cheap = sorted(range(len(active) - 1), key=prices.__getitem__)[: len(active) // 2]
    return [active[place] for place in sorted(cheap)] + active[-1:]


def cheapest_nodes(
    breaks: Sequence[Break],
    widths: Callable[[int], float] | float,
    costs: LineBreakCosts,
    start: tuple[float, float, float],
    tolerance: float,
    *,
    by_line: Sequence[int] = (),
) -> dict[int, BreakNode]:
    """The best way to the end, by number of lines if that matters (else under 0); none beyond the tolerance.

    It matters where `by_line` gives how many lines a way has by each break: ways with `ABOUT` as many count.
    An infinite tolerance takes any line, and one wider than the measure from where nothing else begins.
    This is the inner loop of everything: it is one function so that all it touches is a local name.
    """
    count = len(breaks)
    varying = callable(widths)
    measures = [widths(line) for line in range(count)] if callable(widths) else [widths]
    narrowest = min(measures)
    near = NEAR * max(map(abs, measures))
    step = 1 if by_line or varying else 0
    ladder = costs.ladder * costs.double_hyphen
    beyond, tight = costs.beyond, -costs.tight
    anything = tolerance == inf
    most = MOST_ACTIVE_AT_LAST if anything else MOST_ACTIVE
    line_penalty, double = costs.line_penalty, costs.double_hyphen
    contrasts, no_contrast = _contrasts(costs), [0.0] * CLASSES
    reach = _narrowest_to_come(breaks)
    low = _earliest_to_come(breaks, tolerance)
    fertile: set[tuple[int, int]] = set()
    begin_width, begin_stretch, begin_shrink = start
    active = [
        _Start(
            begin_width + measures[0], begin_stretch, begin_shrink, -inf, measures[0], 0, -1,
            [(0.0, UNSTRETCHED, 0, -1, 0.0, None)],
        )
    ]  # fmt: skip
    found: dict[int, BreakNode] = {}
    for place, at in enumerate(breaks):
        penalty = at.penalty
        final = place == count - 1
        forced = final or penalty == -inf
        if penalty == inf and not final:
            continue
        extra = 0.0 if forced else penalty * abs(penalty)
        width, stretch, shrink, hyphen = at.width, at.stretch, at.shrink, at.hyphen
        need = inf if forced or anything or at.may_fall_short else width + tolerance * stretch + near
        to_come = reach[place] - near
        found = {}
        dead = 0
        for edge, from_stretch, from_shrink, least, measure, line, origin, nodes in active:
            if least > need:
                break
            spare = edge - width
            if spare < -near:
                have = shrink - from_shrink
                if spare + have < -near:
                    if to_come > edge - from_shrink:
                        dead += 1
                    if not anything or (origin, line) in fertile or to_come <= edge - from_shrink:
                        continue
                    ratio = spare / have if have > 0 else -inf
                    fit = TIGHTEST
                    demerits = OVERFULL * (0.01 - (spare + have) / (abs(measure) or 1.0))
                else:
                    ratio = spare / have if have > 0 else 0.0
                    fit = int((ratio + 1) * TO_A_RATIO)
                    worse = ratio if ratio >= tight else tight + (ratio - tight) * beyond
                    demerits = line_penalty - 100.0 * worse * worse * worse
                    demerits *= demerits
            elif forced or spare <= near:
                ratio, fit = 0.0, UNSTRETCHED
                demerits = line_penalty * line_penalty
            else:
                have = stretch - from_stretch
                ratio = spare / have if have > 0 else inf
                if ratio > TORN and at.may_fall_short:
                    ratio, fit = 0.0, UNSTRETCHED
                    demerits = FALLS_SHORT * (1 + 10 * (spare / (abs(measure) or 1.0)) ** 2)
                elif (ratio > tolerance or have <= 0) and not anything:
                    continue
                else:
                    fit = int((ratio + 1) * TO_A_RATIO) if ratio < 1.75 else LOOSEST
                    worse = ratio if ratio <= 1 else 1 + (ratio - 1) * beyond
                    if anything and worse > UTTERLY_LOOSE:
                        demerits = line_penalty + 1e5 * (1 + spare / (abs(measure) or 1.0))
                    else:
                        demerits = line_penalty + 100.0 * worse * worse * worse
                    demerits *= demerits
            demerits += extra
            if final and origin >= 0 and breaks[origin].penalty != -inf:
                if breaks[origin].hyphen:
                    demerits += costs.final_hyphen
                lacks = costs.least_last - (measure - spare)
                if lacks > 0 and costs.least_last:
                    demerits += costs.short_last * (lacks / costs.least_last) ** 2
            if anything:
                fertile.add((origin, line))
            key = (line + step) * 64 + fit * 4
            beside = contrasts[fit] if origin >= 0 and not (forced and ratio == 0.0) else no_contrast
            for node in nodes:
                total = node[0] + demerits + beside[node[1]]
                run = 0
                if hyphen:
                    run = node[2]
                    if run:
                        total += double if run == 1 else ladder
                        run = 2
                    else:
                        run = 1
                known = found.get(key + run)
                if known is None or total < known[0]:
                    found[key + run] = (total, fit, run, place, ratio, node)
        if forced:
            active = []
        elif dead:
            # The front is where starts die, but for hyphens wider than what follows them.
            while active and to_come > active[0].edge - active[0].shrink:
                del active[0]
        if found:
            next_width, next_stretch, next_shrink, least = (
                at.next_width, at.next_stretch, at.next_shrink, low[place] + narrowest,
            )  # fmt: skip
            if step:
                lines: dict[int, list[BreakNode]] = {}
                for key, node in found.items():
                    lines.setdefault(key >> 6, []).append(node)
            else:
                lines = {0: list(found.values())}
            for line, nodes in sorted(lines.items()):
                if by_line and abs(line - by_line[place]) > ABOUT:
                    continue
                if len(nodes) > 1:
                    nodes = _undominated(nodes, contrasts)
                measure = measures[min(line, count - 1)] if varying else narrowest
                active.append(
                    _Start(
                        next_width + measure, next_stretch, next_shrink, least, measure, line, place, nodes
                    )
                )
            if len(active) > most:
                active = _fewer(active)
        elif not active:
            return {}
    return {start.line: min(start.nodes, key=price) for start in active}
