"""How many lines each paragraph takes, so that columns end level over the whole brief: numbers only.

In:  the `ColumnBlock`s of the text in grid lines, each with the lengths it can take and their price, and
     the capacity of each column, page by page.
Out: a `Filling`: the length chosen for each block, such that the layout engine, which fills columns
     greedily, ends each full column on its last line.

The choice is made by dynamic programming over the blocks: of all ways to come to the same spot of the
same column only the cheapest is kept (Mittelbach, "A general framework for globally optimized
pagination", 2016). What the last page costs depends on the height at which its columns are balanced,
so from wherever it can begin the rest is tried at each height (`last_page.py`). The text is filled twice:
first following few spots, for a cost that the cheapest way does not exceed, then following many, but no way
that costs more than that (branch and bound: Land and Doig, "An automatic method of solving discrete
programming problems", 1960). Of a hundred spots five are left.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from issuebrief.pagination.column_flow import (
    FlowPosition,
    FlowSetting,
    Start,
    set_block,
    setting_of,
    whole_flow,
)
from issuebrief.pagination.column_prices import FAULT, column_cost, rests_of
from issuebrief.pagination.column_search import BEAM, FEW_SPOTS, ROOT, ROUNDING, ColumnPath, Search, narrowed
from issuebrief.pagination.columns import (
    DEFAULT_COSTS,
    ColumnBlock,
    ColumnCosts,
    Columns,
    Filling,
    columns_of,
)
from issuebrief.pagination.last_page import cheapest_ending

if TYPE_CHECKING:
    from collections.abc import Sequence


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


def _page_starts(
    setting: FlowSetting, columns: Columns, search: Search
) -> dict[int, dict[Start, ColumnPath]]:
    """Where each page can begin if all columns before it are full ones, and the cheapest way to there."""
    new = tuple.__new__
    starts: dict[int, dict[Start, ColumnPath]] = {0: {Start(-1, 0, FlowPosition()): ROOT}}
    paths: dict[FlowPosition, ColumnPath] = {FlowPosition(): ROOT}
    for index, block in enumerate(setting.blocks):
        reached: dict[FlowPosition, ColumnPath] = {}
        gap = setting.whites[index]
        limit = search.bound - search.rests[index].price
        for spot, path in paths.items():
            column, used, stood, owed, _ = spot
            top = used + gap if used else 0
            # Most blocks fit and owe nothing: `set_block` written out for those. Made by the tuple's own
            # constructor, a `FlowPosition` takes half the time.
            room = -1 if owed or block.keep_with_next else columns.heights[column] - top
            for lines, price in block.choices:
                cost = path[0] + price
                if cost > limit:
                    continue
                if lines <= room:
                    end = new(FlowPosition, (column, top + lines, stood, 0, None))
                else:
                    end, cost = _turned(setting, columns, index, spot, (lines, price, path), starts)
                    if cost > limit:
                        continue
                known = reached.get(end)
                if known is None or cost < known[0]:
                    reached[end] = (cost, lines, path)
        paths = narrowed(reached, search.beam)
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
    cost = path[0] + price
    end, turns = set_block(setting, index, spot, lines, columns)
    for column, turn in enumerate(turns, spot.column):
        cost += column_cost(turn.used, columns.heights[column], setting.costs)
        cost += FAULT * setting.costs.short_line if turn.fault else 0.0
        page = columns.pages[column + 1]
        if page != columns.pages[column]:
            begun = starts.setdefault(page, {})
            start = Start(index, turn.left, turn.spot)
            known = begun.get(start)
            if known is None or cost < known[0]:
                begun[start] = (cost, lines, path)
    return end, cost


def _chosen(setting: FlowSetting, columns: Columns) -> tuple[int, ...]:
    """The lengths of the cheapest way through the whole text."""
    rests = rests_of(setting, min(columns.heights))
    first = _cheapest(setting, columns, Search(FEW_SPOTS, inf, rests))
    best = _cheapest(setting, columns, Search(BEAM, first[0] * ROUNDING, rests))
    lines: list[int] = []
    path: ColumnPath | None = first if first[0] < best[0] else best
    while path and path[2]:
        lines.append(path[1])
        path = path[2]
    return tuple(reversed(lines))


def _cheapest(setting: FlowSetting, columns: Columns, search: Search) -> ColumnPath:
    """The cheapest way through the whole text that a search finds."""
    starts = _page_starts(setting, columns, search)
    best = _unvaried(setting, columns)
    for page in sorted(starts, reverse=True):
        best = cheapest_ending(setting, columns, page, starts[page], search, best)
    return best


def _unvaried(setting: FlowSetting, columns: Columns) -> ColumnPath:
    """Every block at its best: what a better way must undercut."""
    best = [block.choices[0] for block in setting.blocks]
    cost = whole_flow(setting, [lines for lines, _ in best], columns).cost
    path = ROOT
    for lines, price in best:
        cost += price
        path = (cost, lines, path)
    return path
