"""Where the lines of a paragraph end: numbers in, numbers out.

In:  the places where a line may end (`Break`) with running sums of width, stretch and shrink, the measure
     (one number, or one for each line), and the `Manners` that say what is good.
Out: a `Composition`: the breaks chosen, how far each line is stretched or shrunk, and the price.

The way is total-fit (Knuth and Plass, "Breaking Paragraphs into Lines", 1981) with TeX's badness, demerits
and fitness classes. Ways to a break are kept apart by the fitness of their last line and by how many hyphens
they ended with, and by their number of lines where that matters; a way that another one beats whatever
follows is dropped. When nothing stays within the tolerance it is raised step by step, and in the end lines
of any looseness are taken, and lines wider than the measure where nothing else is left: it always answers.

All sums are in one unit of length, the caller's choice. The same input gives the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

EMERGENCY = (1.0, 1.5, 3.0)
"""What the tolerance is multiplied by, pass after pass, before anything is taken."""
UTTERLY_LOOSE = 10.0
"""The ratio beyond which, in the last pass, a line costs by the share of the measure that it leaves empty."""
OVERFULL = 1e13
"""Demerits of a line wider than the measure by the measure's own width: above those of any loose line."""
NEAR = 1e-7
"""What counts as no difference, as a share of the measure: sums of floats are not exact."""
MOST_ACTIVE = 600
MOST_ACTIVE_AT_LAST = 150
"""How many beginnings of a line are looked at together; only nonsense has more, and the best are kept."""
LEAST_PRETTY = 1 / 3
"""The share of the measure that the last line of ragged text should fill."""
TIGHT, DECENT, LOOSE, VERY_LOOSE = range(4)


class Break(NamedTuple):
    """A place where a line may end. Sums run from the paragraph's start, in any one unit of length.

    `offset` is the caller's own number for it. `width` is the natural width of everything up to the end of a
    line that ends here (hyphen included, hanging taken off), `stretch` what that gains at ratio 1, `shrink`
    what it loses at ratio -1, the most there is. `next_width`, `next_stretch` and `next_shrink` are the same
    sums at the beginning of the line that follows (white space at the break and hanging taken off).
    `penalty` is in TeX's units: -inf forces a break, +inf forbids it; the last break is always forced.
    `hyphen` says that the line ends in a hyphen, added or written.
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


@dataclass(frozen=True, slots=True)
class Manners:
    """What is good. `tolerance` is a ratio, `least_last` a length, the others are demerits.

    A stretch ratio beyond `tolerance` is taken only when there is no way within it. `double_hyphen` is paid
    for two lines in a row that end in a hyphen, and `ladder` times that for each further one; `final_hyphen`
    for a hyphen at the end of the last line but one; `fitness` for neighbours more than one class apart;
    `short_last` for a last line narrower than `least_last`, unless it is the only one. Beyond ratio 1
    badness grows `beyond` times as fast, where a part of what stretches (the letters) gives no more, and
    below -`tight`, where a line begins to look crowded.
    """

    tolerance: float = 3.0
    line_penalty: float = 10.0
    double_hyphen: float = 3000.0
    ladder: float = 10.0
    final_hyphen: float = 5000.0
    fitness: float = 3000.0
    short_last: float = 100_000.0
    beyond: float = 1.0
    tight: float = 0.7
    least_last: float = 0.0


@dataclass(frozen=True, slots=True)
class Composition:
    """The breaks chosen (as places in the sequence given, the last included) and each line's ratio.

    A ratio above 0 is in units of the line's stretch, below 0 of its shrink; below -1 the line is wider than
    the measure. It is infinite where a line has nothing to stretch or shrink but would have to. Lines before
    a forced break, the last one among them, are never stretched.
    """

    breaks: tuple[int, ...]
    ratios: tuple[float, ...]
    demerits: float

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.breaks)


_Way = tuple[float, int, int, int, float, "_Way | None"]
"""A way to a break: its demerits, its last line's fitness, hyphens in a row at its end (2 stands for more),
the break, its last line's ratio, the way to the line before."""


class _Start(NamedTuple):
    """Where a line may begin, and the best ways to get there; `edge` is its width sum plus the measure."""

    edge: float
    stretch: float
    shrink: float
    low: float
    measure: float
    line: int
    place: int
    ways: list[_Way]


def compose(
    breaks: Sequence[Break],
    widths: Callable[[int], float] | float,
    manners: Manners = Manners(),
    start: tuple[float, float, float] = (0, 0, 0),
) -> Composition:
    """The breaks with the least demerits; `widths` is the measure, or gives it for a line (the first is 0).

    `start` are the sums of width, stretch and shrink at the beginning of the first line.
    """
    if not breaks:
        return Composition((), (), 0.0)
    ends: Iterable[_Way] = ()
    for factor in EMERGENCY:
        ends = _walk(breaks, widths, manners, start, manners.tolerance * factor).values()
        if ends:
            break
    return _told(min(ends or _walk(breaks, widths, manners, start, inf).values(), key=_price))


def alternatives(
    breaks: Sequence[Break],
    widths: Callable[[int], float] | float,
    manners: Manners = Manners(),
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
        ends = _walk(breaks, widths, manners, start, manners.tolerance * 1.5, by_line=True)
        for lines in range(best.lines - spread, best.lines + spread + 1):
            if lines in ends:
                found.setdefault(lines, _told(ends[lines]))
    return dict(sorted(found.items()))


def _price(way: _Way) -> float:
    return way[0]


def _told(end: _Way) -> Composition:
    chosen: list[int] = []
    ratios: list[float] = []
    way: _Way | None = end
    while way is not None and way[3] >= 0:
        chosen.append(way[3])
        ratios.append(way[4])
        way = way[5]
    return Composition(tuple(reversed(chosen)), tuple(reversed(ratios)), end[0])


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


def _undominated(ways: list[_Way], fitness: float) -> list[_Way]:
    """The ways that may still turn out best; with one hyphen more, or another fitness, none gets cheaper."""
    ways.sort(key=_price)
    kept: list[_Way] = []
    for way in ways:
        for other in kept:
            if other[2] <= way[2] and other[0] + (fitness if other[1] != way[1] else 0.0) <= way[0]:
                break
        else:
            kept.append(way)
    return kept


def _fewer(active: list[_Start]) -> list[_Start]:
    """The cheaper half of them, in their order, and the latest, from which it can always go on."""
    prices = [min(map(_price, start.ways)) for start in active]
    cheap = sorted(range(len(active) - 1), key=prices.__getitem__)[: len(active) // 2]
    return [active[place] for place in sorted(cheap)] + active[-1:]


def _walk(
    breaks: Sequence[Break],
    widths: Callable[[int], float] | float,
    manners: Manners,
    start: tuple[float, float, float],
    tolerance: float,
    *,
    by_line: bool = False,
) -> dict[int, _Way]:
    """The best way to the end, by number of lines if that matters (else under 0); none beyond the tolerance.

    An infinite tolerance takes any line, and one wider than the measure from where nothing else begins.
    This is the inner loop of everything: it is one function so that all it touches is a local name.
    """
    count = len(breaks)
    varying = callable(widths)
    measures = [widths(line) for line in range(count)] if callable(widths) else [widths]
    narrowest = min(measures)
    near = NEAR * max(map(abs, measures))
    step = 1 if by_line or varying else 0
    ladder = manners.ladder * manners.double_hyphen
    beyond, tight = manners.beyond, -manners.tight
    anything = tolerance == inf
    most = MOST_ACTIVE_AT_LAST if anything else MOST_ACTIVE
    line_penalty, double, fitness = manners.line_penalty, manners.double_hyphen, manners.fitness
    reach = _narrowest_to_come(breaks)
    low = _earliest_to_come(breaks, tolerance)
    fertile: set[tuple[int, int]] = set()
    begin_width, begin_stretch, begin_shrink = start
    active = [
        _Start(
            begin_width + measures[0], begin_stretch, begin_shrink, -inf, measures[0], 0, -1,
            [(0.0, DECENT, 0, -1, 0.0, None)],
        )
    ]  # fmt: skip
    found: dict[int, _Way] = {}
    for place, at in enumerate(breaks):
        penalty = at.penalty
        final = place == count - 1
        forced = final or penalty == -inf
        if penalty == inf and not final:
            continue
        extra = 0.0 if forced else penalty * abs(penalty)
        width, stretch, shrink, hyphen = at.width, at.stretch, at.shrink, at.hyphen
        need = inf if forced or anything else width + tolerance * stretch + near
        to_come = reach[place] - near
        found = {}
        dead = 0
        for edge, from_stretch, from_shrink, least, measure, line, origin, ways in active:
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
                    fit = TIGHT
                    demerits = OVERFULL * (0.01 - (spare + have) / (abs(measure) or 1.0))
                else:
                    ratio = spare / have if have > 0 else 0.0
                    fit = TIGHT if ratio < -0.5 else DECENT
                    worse = ratio if ratio >= tight else tight + (ratio - tight) * beyond
                    demerits = line_penalty - 100.0 * worse * worse * worse
                    demerits *= demerits
            elif forced or spare <= near:
                ratio, fit = 0.0, DECENT
                demerits = line_penalty * line_penalty
            else:
                have = stretch - from_stretch
                if have <= 0:
                    if not anything:
                        continue
                    ratio = inf
                else:
                    ratio = spare / have
                    if ratio > tolerance:
                        continue
                fit = DECENT if ratio <= 0.5 else LOOSE if ratio <= 1 else VERY_LOOSE
                worse = ratio if ratio <= 1 else 1 + (ratio - 1) * beyond
                if anything and worse > UTTERLY_LOOSE:
                    demerits = line_penalty + 1e5 * (1 + spare / (abs(measure) or 1.0))
                else:
                    demerits = line_penalty + 100.0 * worse * worse * worse
                demerits *= demerits
            demerits += extra
            if final and origin >= 0 and breaks[origin].penalty != -inf:
                if breaks[origin].hyphen:
                    demerits += manners.final_hyphen
                if measure - spare < manners.least_last:
                    demerits += manners.short_last
            if anything:
                fertile.add((origin, line))
            key = (line + step) * 16 + fit * 4
            for way in ways:
                total = way[0] + demerits
                if not -2 < way[1] - fit < 2:
                    total += fitness
                run = 0
                if hyphen:
                    run = way[2]
                    if run:
                        total += double if run == 1 else ladder
                        run = 2
                    else:
                        run = 1
                known = found.get(key + run)
                if known is None or total < known[0]:
                    found[key + run] = (total, fit, run, place, ratio, way)
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
                lines: dict[int, list[_Way]] = {}
                for key, way in found.items():
                    lines.setdefault(key >> 4, []).append(way)
            else:
                lines = {0: list(found.values())}
            for line, ways in sorted(lines.items()):
                if len(ways) > 1:
                    ways = _undominated(ways, fitness)
                measure = measures[min(line, count - 1)] if varying else narrowest
                active.append(
                    _Start(next_width + measure, next_stretch, next_shrink, least, measure, line, place, ways)
                )
            if len(active) > most:
                active = _fewer(active)
        elif not active:
            return {}
    return {start.line: min(start.ways, key=_price) for start in active}


def ragged(
    breaks: Sequence[Break],
    width: float,
    manners: Manners = Manners(),
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
