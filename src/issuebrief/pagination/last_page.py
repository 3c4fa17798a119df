"""The page on which a text ends, at whatever height its columns are balanced: numbers only.

In:  the ways to each place where a page can begin.
Out: the cheapest of all whose text ends on that page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.pagination.column_flow import set_block
from issuebrief.pagination.column_prices import FAULT, balance_cost, balancings, ending_cost
from issuebrief.pagination.column_search import narrowed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.pagination.column_flow import FlowPosition, FlowSetting, Start
    from issuebrief.pagination.column_search import ColumnPath, Search
    from issuebrief.pagination.columns import Columns


def cheapest_ending(
    setting: FlowSetting,
    columns: Columns,
    page: int,
    starts: dict[Start, ColumnPath],
    search: Search,
    best: ColumnPath,
) -> ColumnPath:
    """The cheapest way whose text ends on this page, if cheaper than `best`, at whatever height."""
    rests = search.rests
    room = sum(columns.heights[column] for column in columns.on(page))
    fitting = {start: path for start, path in starts.items() if rests[start.block].least <= room}
    if not fitting:
        return best
    floor = min(path[0] + rests[start.block].price for start, path in fitting.items())
    least = min(rests[start.block].least for start in fitting)
    most = max(start.spot.used + start.left + rests[start.block].most for start in fitting)
    for balanced, price in balancings(columns, page, least, most, setting.costs):
        if floor + price >= min(best[0], search.bound):
            break
        best = _ending(setting, balanced, page, fitting, search, best)
    return best


def _ending(
    setting: FlowSetting,
    columns: Columns,
    page: int,
    starts: dict[Start, ColumnPath],
    search: Search,
    best: ColumnPath,
) -> ColumnPath:
    """The cheapest way to end on this page at the heights given, if cheaper than `best`."""
    begun: dict[int, list[tuple[Start, ColumnPath]]] = {}
    for start, path in starts.items():
        begun.setdefault(start.block, []).append((start, path))
    paths: dict[FlowPosition, ColumnPath] = {}
    on_page = columns.on(page)
    for index in range(min(begun), len(setting.blocks)):
        reached: dict[FlowPosition, ColumnPath] = {}
        limit = min(best[0], search.bound) - search.rests[index].price
        for spot, left, cost, lines, before in _steps(setting, index, paths, begun.get(index, [])):
            end, turns = set_block(setting, index, spot, left, columns) if index >= 0 else (spot, [])
            for column, turn in enumerate(turns, spot.column):
                cost += balance_cost(turn.used, columns.heights[column], setting.costs)
                cost += FAULT * setting.costs.short_line if turn.fault else 0.0
            if end.column < on_page.stop and cost < limit:
                known = reached.get(end)
                if known is None or cost < known[0]:
                    reached[end] = (cost, lines, before)
        paths = narrowed(reached, search.beam)
    for spot, path in paths.items():
        cost = path[0] + ending_cost(spot, columns, setting.costs)
        if cost < best[0]:
            best = (cost, *path[1:])
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
            yield spot, lines, path[0] + price, lines, path
    for start, (cost, lines, before) in begun:
        yield start.spot, start.left, cost, lines, before
