"""What columns cost, in units of a missing line: those that are full and those of the last page.

In:  where the text has come to, the heights of the columns, the `ColumnCosts`.
Out: prices. What is never right outweighs any column, and a full column the last page's.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.pagination.column_flow import FlowPosition, FlowSetting
    from issuebrief.pagination.columns import ColumnCosts, Columns

FEW = 4
"""A last page with fewer lines than this is nearly empty."""
FAULT = 10_000.0
NEARLY_EMPTY = 0.25
UNLEVEL = 0.01


def column_cost(used: int, height: int, costs: ColumnCosts) -> float:
    """The cost of a full column."""
    return costs.short_line * (FAULT if used > height else (height - used) ** 2)


def balance_cost(used: int, height: int, costs: ColumnCosts) -> float:
    """The cost of a column of the last page: one line out of level is nothing."""
    return costs.short_line * (FAULT if used > height else UNLEVEL * max(0, height - used - 1) ** 2)


def ending_cost(spot: FlowPosition, columns: Columns, costs: ColumnCosts) -> float:
    """The cost of the column of the last page where the text ends and of those after it."""
    page = columns.pages[spot.column]
    cost = balance_cost(spot.used, columns.heights[spot.column], costs)
    for column in range(spot.column + 1, columns.on(page).stop):
        cost += balance_cost(0, columns.heights[column], costs)
    if page and spot.stood + spot.used < FEW:
        cost += costs.short_line * NEARLY_EMPTY
    return cost


def balancings(
    columns: Columns, page: int, least: int, most: int, costs: ColumnCosts
) -> Iterator[tuple[Columns, float]]:
    """Each height at which a page of so many lines can be balanced, and the least that it costs.

    That cost only rises: it is what the columns miss at least, shared out evenly.
    """
    on_page = columns.on(page)
    heights = columns.heights[on_page.start : on_page.stop]
    taken = columns.taken[on_page.start : on_page.stop] or (0,) * len(heights)
    most_high = max(map(add, heights, taken))
    for height in range(1, most_high + 1):
        held = [min(h, max(0, height - n)) for h, n in zip(heights, taken, strict=True)]
        if sum(held) >= least or height == most_high:
            missing = max(0.0, (sum(held) - most) / len(held) - 1)
            price = costs.short_line * UNLEVEL * len(held) * missing**2
            yield columns.balanced(page, height), price


class Rest(NamedTuple):
    """What follows a block: the least and the most lines it can take up, and the least it can cost."""

    least: int
    most: int
    price: float


def rests_of(setting: FlowSetting, lowest: int) -> list[Rest]:
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
