"""How many lines each paragraph takes, so that columns end level over the whole brief: numbers only.

In:  the `ColumnBlock`s of the text in grid lines, each with the lengths it can take and their price, and
     the capacity of each column, page by page.
Out: a `Filling`: the length chosen for each block, such that the layout engine, which fills columns
     greedily, ends each full column on its last line.

The choice is made by dynamic programming over the blocks: of all ways to come to the same spot of the
same column only the cheapest is kept (Mittelbach, "A general framework for globally optimized
pagination", 2016). What the last page costs depends on the height at which its columns are balanced,
so from wherever it can begin the rest is tried at each height.
"""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.pagination.column_flow import (
    FlowPosition,
    FlowSetting,
    Start,
    set_block,
    setting_of,
    whole_flow,
)
from issuebrief.pagination.column_prices import (
    FAULT,
    Rest,
    balance_cost,
    balancings,
    column_cost,
    ending_cost,
    rests_of,
)
from issuebrief.pagination.columns import (
    DEFAULT_COSTS,
    ColumnBlock,
    ColumnCosts,
    Columns,
    Filling,
    columns_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BEAM = 120
"""How many spots are followed at a time; what is dropped costs more than all of these."""


class ColumnPath(NamedTuple):
    """The cheapest way to a spot: the cost so far, the last block's lines and the way before it."""

    cost: float
    lines: int
    before: ColumnPath | None


Way = tuple[float, int, "ColumnPath | None"]
"""What a `ColumnPath` has, of which most are dropped: a plain tuple is made in a third of the time."""


def fill(
    blocks: Sequence[ColumnBlock],
    capacities: Sequence[Sequence[int]],
    costs: ColumnCosts = DEFAULT_COSTS,
    taken: Sequence[Sequence[int]] = (),
) -> Filling:
    """Choose the lengths of all blocks together, so that columns are full and nothing is split badly.

    `capacities` are the lines of each column, page by page; the last entry repeats for as many pages as
    it takes. A column always takes one line at least, and a block too high for a column that must not
    be split overflows it: there is always an answer. Floats take the lines `taken` from the
    columns of the first pages: they are no part of the capacities, but count where columns are balanced.
    """
    setting = setting_of(blocks, costs)
    if not blocks:
        return Filling((), 0.0, ())
    columns = columns_of(capacities, sum(max(n for n, _ in block.choices) for block in blocks), taken)
    lines = _chosen(setting, columns)
    paid = sum(dict(reversed(block.choices))[n] for block, n in zip(blocks, lines, strict=True))
    result = whole_flow(setting, lines, columns)
    return Filling(lines, paid + result.cost, result.used)


def _page_starts(setting: FlowSetting, columns: Columns) -> dict[int, dict[Start, ColumnPath]]:
    """Where each page can begin if all columns before it are full ones, and the cheapest way to there."""
    new = tuple.__new__
    root = ColumnPath(0.0, 0, None)
    starts: dict[int, dict[Start, ColumnPath]] = {0: {Start(-1, 0, FlowPosition()): root}}
    paths: dict[FlowPosition, ColumnPath] = {FlowPosition(): root}
    for index, block in enumerate(setting.blocks):
        reached: dict[FlowPosition, Way] = {}
        gap = setting.whites[index]
        for spot, path in paths.items():
            column, used, stood, owed, _ = spot
            top = used + gap if used else 0
            # Most blocks fit and owe nothing: `set_block` written out for those. Made by the tuple's own
            # constructor, a `FlowPosition` takes half the time.
            room = -1 if owed or block.keep_with_next else columns.heights[column] - top
            for lines, price in block.choices:
                if lines <= room:
                    end, cost = new(FlowPosition, (column, top + lines, stood, 0, None)), path.cost + price
                else:
                    end, cost = _turned(setting, columns, index, spot, (lines, price, path), starts)
                known = reached.get(end)
                if known is None or cost < known[0]:
                    reached[end] = (cost, lines, path)
        paths = _narrowed(reached)
    return starts


def _turned(
    setting: FlowSetting,
    columns: Columns,
    index: int,
    spot: FlowPosition,
    way: tuple[int, float, ColumnPath],
    starts: dict[int, dict[Start, ColumnPath]],
) -> tuple[FlowPosition, float]:
    """Set a block of so many lines, at a price, after a path: where it ends, and what all costs till then.

    Pages that begin amid it are added to `starts`.
    """
    lines, price, path = way
    cost = path.cost + price
    end, turns = set_block(setting, index, spot, lines, columns)
    for column, turn in enumerate(turns, spot.column):
        cost += column_cost(turn.used, columns.heights[column], setting.costs)
        cost += FAULT * setting.costs.short_line if turn.fault else 0.0
        page = columns.pages[column + 1]
        if page != columns.pages[column]:
            begun = starts.setdefault(page, {})
            start = Start(index, turn.left, turn.spot)
            known = begun.get(start)
            if known is None or cost < known.cost:
                begun[start] = ColumnPath(cost, lines, path)
    return end, cost


def _chosen(setting: FlowSetting, columns: Columns) -> tuple[int, ...]:
    """The lengths of the cheapest way through the whole text."""
    starts = _page_starts(setting, columns)
    rests = rests_of(setting, min(columns.heights))
    best = _unvaried(setting, columns)
    for page in sorted(starts, reverse=True):
        best = _last_page(setting, columns, page, starts[page], rests, best)
    lines: list[int] = []
    path: ColumnPath | None = best
    while path and path.before:
        lines.append(path.lines)
        path = path.before
    return tuple(reversed(lines))


def _unvaried(setting: FlowSetting, columns: Columns) -> ColumnPath:
    """Every block at its best: what a better way must undercut."""
    best = [block.choices[0] for block in setting.blocks]
    cost = whole_flow(setting, [lines for lines, _ in best], columns).cost
    path = ColumnPath(0.0, 0, None)
    for lines, price in best:
        cost += price
        path = ColumnPath(cost, lines, path)
    return path


def _last_page(
    setting: FlowSetting,
    columns: Columns,
    page: int,
    starts: dict[Start, ColumnPath],
    rests: Sequence[Rest],
    best: ColumnPath,
) -> ColumnPath:
    """The cheapest way whose text ends on this page, if cheaper than `best`, at whatever height."""
    room = sum(columns.heights[column] for column in columns.on(page))
    fitting = {start: path for start, path in starts.items() if rests[start.block].least <= room}
    if not fitting:
        return best
    floor = min(path.cost + rests[start.block].price for start, path in fitting.items())
    least = min(rests[start.block].least for start in fitting)
    most = max(start.spot.used + start.left + rests[start.block].most for start in fitting)
    for balanced, price in balancings(columns, page, least, most, setting.costs):
        if floor + price >= best.cost:
            break
        best = _ending(setting, balanced, page, fitting, rests, best)
    return best


def _ending(
    setting: FlowSetting,
    columns: Columns,
    page: int,
    starts: dict[Start, ColumnPath],
    rests: Sequence[Rest],
    best: ColumnPath,
) -> ColumnPath:
    """The cheapest way to end on this page at the heights given, if cheaper than `best`."""
    begun: dict[int, list[tuple[Start, ColumnPath]]] = {}
    for start, path in starts.items():
        begun.setdefault(start.block, []).append((start, path))
    paths: dict[FlowPosition, ColumnPath] = {}
    on_page = columns.on(page)
    for index in range(min(begun), len(setting.blocks)):
        reached: dict[FlowPosition, Way] = {}
        limit = best.cost - rests[index].price
        for spot, left, cost, lines, before in _steps(setting, index, paths, begun.get(index, [])):
            end, turns = set_block(setting, index, spot, left, columns) if index >= 0 else (spot, [])
            for column, turn in enumerate(turns, spot.column):
                cost += balance_cost(turn.used, columns.heights[column], setting.costs)
                cost += FAULT * setting.costs.short_line if turn.fault else 0.0
            if end.column < on_page.stop and cost < limit:
                known = reached.get(end)
                if known is None or cost < known[0]:
                    reached[end] = (cost, lines, before)
        paths = _narrowed(reached)
    for spot, path in paths.items():
        cost = path.cost + ending_cost(spot, columns, setting.costs)
        if cost < best.cost:
            best = path._replace(cost=cost)
    return best


def _steps(
    setting: FlowSetting,
    index: int,
    paths: dict[FlowPosition, ColumnPath],
    begun: Sequence[tuple[Start, ColumnPath]],
) -> Iterator[tuple[FlowPosition, int, float, int, ColumnPath | None]]:
    """Every way to set a block: from a spot, so many lines now, at this cost, so long in all, after what."""
    for spot, path in paths.items():
        for lines, price in setting.blocks[index].choices:
            yield spot, lines, path.cost + price, lines, path
    for start, path in begun:
        yield start.spot, start.left, path.cost, path.lines, path.before


def _narrowed(reached: dict[FlowPosition, Way]) -> dict[FlowPosition, ColumnPath]:
    """The ways to each spot, or the cheapest of too many."""
    ways: Iterable[tuple[FlowPosition, Way]] = reached.items()
    if len(reached) > BEAM:
        ways = nsmallest(BEAM, ways, key=lambda item: item[1][0])
    return {spot: ColumnPath(*way) for spot, way in ways}
