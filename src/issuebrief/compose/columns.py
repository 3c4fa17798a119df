"""How many lines each paragraph takes, so that columns end level over the whole brief: numbers only.

In:  the `Block`s of the text in grid lines, each with the lengths it can take and their price, and
     the capacity of each column, page by page.
Out: a `Filling`: the length chosen for each block, such that the layout engine, which fills columns
     greedily, ends each full column on its last line. `flow` is that engine in numbers.

The choice is made by dynamic programming over the blocks: of all ways to come to the same spot of the
same column only the cheapest is kept (Mittelbach, "A general framework for globally optimized
pagination", 2016). What the last page costs depends on the height at which its columns are balanced,
so from wherever it can begin the rest is tried at each height.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BEAM = 120
"""How many spots are followed at a time; what is dropped costs more than all of these."""
ENDLESS = 10**6
"""The height of the one column when none is given."""
UNDER_HEADING = 2
"""Lines that a heading wants under it in its column."""
FEW = 4
"""A last page with fewer lines than this is nearly empty."""

# Prices, in missing lines: what is never right outweighs any column, and the last page none.
FAULT = 10_000.0
NEARLY_EMPTY = 0.25
UNLEVEL = 0.01


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the text in grid lines.

    `choices` are the numbers of lines it can take and what each costs, the best first; one for what
    cannot vary. `above` and `below` are white, dropped at the top and at the foot of a column; between
    two blocks the larger counts. A block that is `splittable` may run on into the next column between
    its lines. One to `keep_with_next` (a heading) wants two lines of what follows under it in its column.
    """

    choices: tuple[tuple[int, float], ...]
    above: int = 0
    below: int = 0
    splittable: bool = True
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Manners:
    """What a column must not do.

    `orphans` are the least lines of a block at the foot of a column, `widows` at the top of the next.
    `short_line` is the cost of a full column that ends one line short, four times that for two lines;
    by default far more than a paragraph's length can cost.
    """

    orphans: int = 2
    widows: int = 2
    short_line: float = 1e6


MANNERS = Manners()


@dataclass(frozen=True, slots=True)
class Filling:
    """The number of lines chosen for each block, its cost, and the lines then used in each column."""

    lines: tuple[int, ...]
    cost: float
    columns: tuple[int, ...]


class Fault(NamedTuple):
    """What went wrong in a column: "orphan", "widow", "stranded" (a heading) or "overflow"."""

    column: int
    name: str


class Columns(NamedTuple):
    """The height of each column in lines, and the page it is on."""

    heights: tuple[int, ...]
    pages: tuple[int, ...]

    def on(self, page: int) -> range:
        """The columns of a page."""
        return range(bisect_left(self.pages, page), bisect_right(self.pages, page))

    def balanced(self, page: int, height: int) -> Columns:
        """The same, but on one page no column higher than `height`."""
        columns = self.on(page)
        held = tuple(min(h, height) for h in self.heights[columns.start : columns.stop])
        return Columns(
            self.heights[: columns.start] + held + self.heights[columns.stop :],
            self.pages,
        )


class Run(NamedTuple):
    """Headings that nothing stands under yet: they move together with what follows."""

    start: int
    """Lines used in the column before the white above them: where it ends if they move."""
    height: int
    owed: int
    """What the heading before them was still owed."""


class Spot(NamedTuple):
    """Where the text has come to."""

    column: int = 0
    used: int = 0
    stood: int = 0
    """Lines in the earlier columns of the page, counted up to `FEW`."""
    owed: int = 0
    """Lines that the last heading still wants under it in this column."""
    run: Run | None = None


class Turn(NamedTuple):
    """The end of a column, and how the text goes on: `left` lines of its block are set from `spot`."""

    used: int
    fault: str
    spot: Spot
    left: int


class Way(NamedTuple):
    """The cheapest way to a spot: the cost so far, the last block's lines and the way before it."""

    cost: float
    lines: int
    before: Way | None


class Start(NamedTuple):
    """Where a page can begin: amid or before a block, in the spot at its top."""

    block: int
    left: int
    spot: Spot


Key = TypeVar("Key", Start, Spot)


class Setting(NamedTuple):
    """What stays the same while the text is set; `whites` stand above each block within a column."""

    blocks: Sequence[Block]
    whites: tuple[int, ...]
    manners: Manners


def fill(blocks: Sequence[Block], capacities: Sequence[Sequence[int]], manners: Manners = MANNERS) -> Filling:
    """Choose the lengths of all blocks together, so that columns are full and nothing is split badly.

    `capacities` are the lines of each column, page by page; the last entry repeats for as many pages as
    it takes. A column always takes one line at least, and a block too high for a column that must not
    be split overflows it: there is always an answer.
    """
    setting = _setting(blocks, manners)
    if not blocks:
        return Filling((), 0.0, ())
    columns = _columns(capacities, sum(max(n for n, _ in block.choices) for block in blocks))
    lines = _chosen(setting, columns)
    paid = sum(dict(reversed(block.choices))[n] for block, n in zip(blocks, lines, strict=True))
    result = _flow(setting, lines, columns)
    return Filling(lines, paid + result.cost, result.used)


def flow(
    blocks: Sequence[Block],
    lines: Sequence[int],
    capacities: Sequence[Sequence[int]],
    manners: Manners = MANNERS,
) -> tuple[tuple[int, ...], list[Fault]]:
    """The lines used in each column, and the faults, when blocks of so many lines are set greedily.

    As many lines as fit are set; one goes over when fewer than `widows` would, the whole block when
    fewer than `orphans` would stay, headings with what follows. The page on which the text ends is
    balanced: its columns are given the height that leaves them most level.
    """
    if not blocks:
        return (), []
    result = _flow(_setting(blocks, manners), lines, _columns(capacities, sum(lines)))
    return result.used, list(result.faults)


def _setting(blocks: Sequence[Block], manners: Manners) -> Setting:
    between = (max(first.below, second.above) for first, second in pairwise(blocks))
    return Setting(blocks, (0, *between), manners)


def _columns(capacities: Sequence[Sequence[int]], lines: int) -> Columns:
    """As many columns as the text can take: each holds a line at least. Without any, one for all."""
    pages = [tuple(max(1, height) for height in page) for page in capacities if page] or [(ENDLESS,)]
    heights: list[int] = []
    numbers: list[int] = []
    page = 0
    while len(heights) <= lines + 1:
        entry = pages[min(page, len(pages) - 1)]
        heights += entry
        numbers += [page] * len(entry)
        page += 1
    return Columns(tuple(heights), tuple(numbers))


# One block


def _set(setting: Setting, index: int, spot: Spot, lines: int, columns: Columns) -> tuple[Spot, list[Turn]]:
    """Set so many lines of a block from a spot on: where that ends, and the columns that end on the way."""
    block = setting.blocks[index]
    turns: list[Turn] = []
    while True:
        column, used, stood, owed, _ = spot
        gap = setting.whites[index] if used else 0
        room = columns.heights[column] - used - gap
        if lines <= room or not (used or block.splittable):
            break
        part = _part(block, lines, room, setting.manners, empty=not used)
        turn = _turn(spot, block, gap, part, lines - part, columns, setting.manners)
        turns.append(turn)
        spot, lines = turn.spot, turn.left
    if owed or block.keep_with_next:
        return _stand(spot, block, gap + lines, lines), turns
    return Spot(column, used + gap + lines, stood), turns


def _part(block: Block, lines: int, room: int, manners: Manners, *, empty: bool) -> int:
    """How many lines of a block that does not fit stay in the column."""
    part = min(room, lines - manners.widows) if block.splittable else 0
    if part >= max(1, manners.orphans):
        return part
    return room if empty else 0


def _stand(spot: Spot, block: Block, height: int, lines: int) -> Spot:
    """The spot after a block, or the rest of one, that stays in the column; `height` is with white above."""
    column, used, stood, owed, run = spot
    if not block.keep_with_next:
        return Spot(column, used + height, stood, max(0, owed - lines) if owed else 0)
    grown = Run(run.start, run.height + height, run.owed) if run else Run(used, lines, owed)
    return Spot(column, used + height, stood, UNDER_HEADING, grown)


def _turn(
    spot: Spot, block: Block, gap: int, part: int, left: int, columns: Columns, manners: Manners
) -> Turn:
    """End a column after `part` lines of a block; with none the headings before it go over as well."""
    run = spot.run if not part and spot.run and spot.run.start else None
    if run:
        used, owed = run.start, run.owed
    else:
        used = spot.used + (gap + part if part else 0)
        owed = spot.owed - (0 if block.keep_with_next else part)
    fault = "stranded" if owed > 0 else ""
    if part and not fault:
        fault = "orphan" if part < manners.orphans else "widow" if left < manners.widows else ""
    following = spot.column + 1
    same = columns.pages[following] == columns.pages[spot.column]
    top = Spot(following, 0, min(FEW, spot.stood + used) if same else 0)
    if run:
        top = top._replace(used=run.height, owed=UNDER_HEADING, run=Run(0, run.height, 0))
    return Turn(used, fault, top, left)


# What it costs


def _column_cost(used: int, height: int, manners: Manners) -> float:
    """The cost of a full column."""
    return manners.short_line * (FAULT if used > height else (height - used) ** 2)


def _balance_cost(used: int, height: int, manners: Manners) -> float:
    """The cost of a column of the last page: one line out of level is nothing."""
    return manners.short_line * (FAULT if used > height else UNLEVEL * max(0, height - used - 1) ** 2)


def _ending_cost(spot: Spot, columns: Columns, manners: Manners) -> float:
    """The cost of the column of the last page where the text ends and of those after it."""
    page = columns.pages[spot.column]
    cost = _balance_cost(spot.used, columns.heights[spot.column], manners)
    for column in range(spot.column + 1, columns.on(page).stop):
        cost += _balance_cost(0, columns.heights[column], manners)
    if page and spot.stood + spot.used < FEW:
        cost += manners.short_line * NEARLY_EMPTY
    return cost


def _balancings(
    columns: Columns, page: int, least: int, most: int, manners: Manners
) -> Iterator[tuple[Columns, float]]:
    """Each height at which a page of so many lines can be balanced, and the least that it costs.

    That cost only rises: it is what the columns miss at least, shared out evenly.
    """
    heights = [columns.heights[column] for column in columns.on(page)]
    for height in range(1, max(heights) + 1):
        held = [min(height, h) for h in heights]
        if sum(held) >= least or height == max(heights):
            missing = max(0.0, (sum(held) - most) / len(held) - 1)
            yield columns.balanced(page, height), manners.short_line * UNLEVEL * len(held) * missing**2


# The whole text with lengths given


class _Result(NamedTuple):
    used: tuple[int, ...]
    faults: tuple[Fault, ...]
    cost: float


def _flow(setting: Setting, lines: Sequence[int], columns: Columns) -> _Result:
    """Set all blocks, then the last page's once more at the height that levels it best."""
    start = Start(0, lines[0], Spot())
    manners = setting.manners
    turns, end = _walk(setting, lines, columns, start)
    last = columns.pages[end.column]
    on_last = columns.on(last)
    full = turns[: on_last.start]
    used = [turn.used for _, turn in full]
    faults = _faults([turn for _, turn in full], columns)
    cost = sum(_column_cost(n, h, manners) for n, h in zip(used, columns.heights, strict=False))
    cost += FAULT * manners.short_line * sum(bool(turn.fault) for _, turn in full)
    if full:
        index, turn = full[-1]
        start = Start(index, turn.left, turn.spot)
    rest = [start.left, *lines[start.block + 1 :]]
    most = sum(rest) + sum(setting.whites[start.block :]) + start.spot.used
    lowest = min(columns.heights[column] for column in on_last)
    following = zip(setting.blocks[start.block :], rest, strict=True)
    least = sum(n for block, n in following if block.splittable or n <= lowest)
    ending: _Result | None = None
    for balanced, price in _balancings(columns, last, least, most, manners):
        if ending and price >= ending.cost:
            break
        page = _balance(setting, lines, balanced, start)
        ending = page if page and (not ending or page.cost < ending.cost) else ending
    assert ending, "the last height tried is the page's own, and there the text ends on it"
    return _Result((*used, *ending.used), (*faults, *ending.faults), cost + ending.cost)


def _walk(
    setting: Setting, lines: Sequence[int], columns: Columns, start: Start
) -> tuple[list[tuple[int, Turn]], Spot]:
    """Set the blocks from a start on: each column's end, with the block it came in, and the text's end."""
    turns: list[tuple[int, Turn]] = []
    spot, left = start.spot, start.left
    for index in range(start.block, len(setting.blocks)):
        if index > start.block:
            left = lines[index]
        spot, more = _set(setting, index, spot, left, columns)
        turns += ((index, turn) for turn in more)
    return turns, spot


def _balance(setting: Setting, lines: Sequence[int], columns: Columns, start: Start) -> _Result | None:
    """The last page at the heights given, or None if the text does not end on it."""
    first = start.spot.column
    turns, end = _walk(setting, lines, columns, start)
    page = columns.on(columns.pages[first])
    if end.column not in page:
        return None
    used = [turn.used for _, turn in turns] + [end.used]
    cost = _ending_cost(end, columns, setting.manners)
    for column, (_, turn) in enumerate(turns, first):
        cost += _balance_cost(turn.used, columns.heights[column], setting.manners)
        cost += FAULT * setting.manners.short_line if turn.fault else 0
    faults = _faults([turn for _, turn in turns], columns, first)
    if end.used > columns.heights[end.column]:
        faults.append(Fault(end.column, "overflow"))
    return _Result((*used, *(0 for _ in range(end.column + 1, page.stop))), tuple(faults), cost)


def _faults(turns: Sequence[Turn], columns: Columns, first: int = 0) -> list[Fault]:
    """What went wrong in columns that ended."""
    faults = []
    for column, turn in enumerate(turns, first):
        if turn.fault:
            faults.append(Fault(column, turn.fault))
        if turn.used > columns.heights[column]:
            faults.append(Fault(column, "overflow"))
    return faults


# The choice of lengths


def _page_starts(setting: Setting, columns: Columns) -> dict[int, dict[Start, Way]]:
    """Where each page can begin if all columns before it are full ones, and the cheapest way to there."""
    root = Way(0.0, 0, None)
    starts: dict[int, dict[Start, Way]] = {0: {Start(-1, 0, Spot()): root}}
    ways: dict[Spot, Way] = {Spot(): root}
    for index, block in enumerate(setting.blocks):
        reached: dict[Spot, Way] = {}
        for spot, way in ways.items():
            for lines, price in block.choices:
                cost = way.cost + price
                end, turns = _set(setting, index, spot, lines, columns)
                for column, turn in enumerate(turns, spot.column):
                    cost += _column_cost(turn.used, columns.heights[column], setting.manners)
                    cost += FAULT * setting.manners.short_line if turn.fault else 0.0
                    page = columns.pages[column + 1]
                    if page != columns.pages[column]:
                        start = Start(index, turn.left, turn.spot)
                        _keep(starts.setdefault(page, {}), start, cost, lines, way)
                _keep(reached, end, cost, lines, way)
        ways = _narrowed(reached)
    return starts


def _chosen(setting: Setting, columns: Columns) -> tuple[int, ...]:
    """The lengths of the cheapest way through the whole text."""
    starts = _page_starts(setting, columns)
    rests = _rests(setting, min(columns.heights))
    best = _unvaried(setting, columns)
    for page in sorted(starts, reverse=True):
        best = _last_page(setting, columns, page, starts[page], rests, best)
    lines: list[int] = []
    way: Way | None = best
    while way and way.before:
        lines.append(way.lines)
        way = way.before
    return tuple(reversed(lines))


def _unvaried(setting: Setting, columns: Columns) -> Way:
    """Every block at its best: what a better way must undercut."""
    best = [block.choices[0] for block in setting.blocks]
    cost = _flow(setting, [lines for lines, _ in best], columns).cost
    way = Way(0.0, 0, None)
    for lines, price in best:
        cost += price
        way = Way(cost, lines, way)
    return way


class Rest(NamedTuple):
    """What follows a block: the least and the most lines it can take up, and the least it can cost."""

    least: int
    most: int
    price: float


def _rests(setting: Setting, lowest: int) -> list[Rest]:
    """The rest after each block; the last entry is the rest after block -1, which is all."""
    rests = [Rest(0, 0, 0.0)]
    for block, white in zip(reversed(setting.blocks), reversed(setting.whites), strict=True):
        lengths = [n for n, _ in block.choices]
        # One that may overflow its column is counted as nothing: this must not be more than it takes up.
        least = min(lengths) if block.splittable or max(lengths) <= lowest else 0
        after = rests[-1]
        price = after.price + min(price for _, price in block.choices)
        rests.append(Rest(after.least + least, after.most + max(lengths) + white, price))
    return [*reversed(rests[:-1]), rests[-1]]


def _last_page(
    setting: Setting,
    columns: Columns,
    page: int,
    starts: dict[Start, Way],
    rests: Sequence[Rest],
    best: Way,
) -> Way:
    """The cheapest way whose text ends on this page, if cheaper than `best`, at whatever height."""
    room = sum(columns.heights[column] for column in columns.on(page))
    fitting = {start: way for start, way in starts.items() if rests[start.block].least <= room}
    if not fitting:
        return best
    floor = min(way.cost + rests[start.block].price for start, way in fitting.items())
    least = min(rests[start.block].least for start in fitting)
    most = max(start.spot.used + start.left + rests[start.block].most for start in fitting)
    for balanced, price in _balancings(columns, page, least, most, setting.manners):
        if floor + price >= best.cost:
            break
        best = _ending(setting, balanced, page, fitting, rests, best)
    return best


def _ending(
    setting: Setting,
    columns: Columns,
    page: int,
    starts: dict[Start, Way],
    rests: Sequence[Rest],
    best: Way,
) -> Way:
    """The cheapest way to end on this page at the heights given, if cheaper than `best`."""
    begun: dict[int, list[tuple[Start, Way]]] = {}
    for start, way in starts.items():
        begun.setdefault(start.block, []).append((start, way))
    ways: dict[Spot, Way] = {}
    on_page = columns.on(page)
    for index in range(min(begun), len(setting.blocks)):
        reached: dict[Spot, Way] = {}
        limit = best.cost - rests[index].price
        for spot, left, cost, lines, before in _steps(setting, index, ways, begun.get(index, [])):
            end, turns = _set(setting, index, spot, left, columns) if index >= 0 else (spot, [])
            for column, turn in enumerate(turns, spot.column):
                cost += _balance_cost(turn.used, columns.heights[column], setting.manners)
                cost += FAULT * setting.manners.short_line if turn.fault else 0.0
            if end.column < on_page.stop and cost < limit:
                _keep(reached, end, cost, lines, before)
        ways = _narrowed(reached)
    for spot, way in ways.items():
        cost = way.cost + _ending_cost(spot, columns, setting.manners)
        if cost < best.cost:
            best = way._replace(cost=cost)
    return best


def _steps(
    setting: Setting, index: int, ways: dict[Spot, Way], begun: Sequence[tuple[Start, Way]]
) -> Iterator[tuple[Spot, int, float, int, Way | None]]:
    """Every way to set a block: from a spot, so many lines now, at this cost, so long in all, after what."""
    for spot, way in ways.items():
        for lines, price in setting.blocks[index].choices:
            yield spot, lines, way.cost + price, lines, way
    for start, way in begun:
        yield start.spot, start.left, way.cost, way.lines, way.before


def _keep(ways: dict[Key, Way], key: Key, cost: float, lines: int, before: Way | None) -> None:
    """Remember a way if it is the cheapest to its end."""
    known = ways.get(key)
    if known is None or cost < known.cost:
        ways[key] = Way(cost, lines, before)


def _narrowed(ways: dict[Spot, Way]) -> dict[Spot, Way]:
    """The cheapest of too many ways."""
    if len(ways) <= BEAM:
        return ways
    return dict(nsmallest(BEAM, ways.items(), key=lambda item: item[1].cost))
