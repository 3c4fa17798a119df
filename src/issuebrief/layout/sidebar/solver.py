"""Where in the sidebar each block stands: numbers in, numbers out.

In:  the `Item`s of the sidebar in document order, each with the page and height of the passage
     it belongs to, and the `FreeStretch`s that the pages' sidebars leave free.
Out: a `ItemPosition` for each item: on its passage's page wherever it fits, as near to the passage as
     its neighbours allow, else on the nearest later page; never on a page before its passage or its
     predecessor, never overlapping, never across a room's edge. On one page the heights of the passages
     decide what stands above what, not the order of the text. Or None, when the rooms cannot hold them all.

All lengths are in px, y counts down from the page's top. Every spot lies on the baseline grid.

Which items share a page is chosen over the whole brief by dynamic programming, and so are the heights
on a page (see `one_sidebar.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, groupby
from math import inf
from typing import TYPE_CHECKING

from issuebrief.layout.sidebar.one_sidebar import LATER_PAGE, FreeStretch, Item, SidebarGrid, settle

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FreeStretch", "Item", "ItemPosition", "SidebarGrid", "place"]

LIMITS = (LATER_PAGE, 4 * LATER_PAGE, inf)
"""What an arrangement may cost, the first time and the next: with a low limit, few need to be looked at."""
SLACK = 1e-6
"""Lengths in px that differ by less are equal."""


@dataclass(frozen=True)
class ItemPosition:
    """Where an item begins."""

    page: int
    top: float


def place(
    items: Sequence[Item], rooms: Sequence[FreeStretch], grid: SidebarGrid
) -> tuple[ItemPosition, ...] | None:
    """Give every item its spot, or None when there is not room enough for all of them.

    `rooms` go from the first page to the last and from top to bottom.
    """
    if not items:
        return ()
    pages = [tuple(group) for _, group in groupby(rooms, key=lambda room: room.page)]
    free = _sums_to_the_end([sum(room.bottom - room.top for room in page) for page in pages])
    to_place = _sums_to_the_end([item.height for item in items])
    for limit in LIMITS:
        best: list[tuple[float, tuple[ItemPosition, ...]] | None] = [(0.0, ())] + [None] * len(items)
        for page, space in zip(pages, free, strict=False):
            # What is too much for this page and all that follow comes to nothing.
            best = [
                found if needed <= space + SLACK else None
                for found, needed in zip(best, to_place, strict=True)
            ]
            best = _with_page(best, items, page, grid, limit)
        last = best[-1]
        if last and last[0] < limit:
            return last[1]
    return None


def _sums_to_the_end(values: Sequence[float]) -> list[float]:
    """The sum of each value and all that follow; 0 at the end."""
    return [*accumulate(reversed(values), initial=0.0)][::-1]


def _with_page(
    best: list[tuple[float, tuple[ItemPosition, ...]] | None],
    items: Sequence[Item],
    rooms: tuple[FreeStretch, ...],
    grid: SidebarGrid,
    limit: float,
) -> list[tuple[float, tuple[ItemPosition, ...]] | None]:
    """The best arrangements of each number of first items once the rooms of a page may be used too.

    None that is bound to reach the limit, or what a known one costs, by the pages that its items come late.
    """
    number = rooms[0].page
    late = [item.weight * max(0, number - item.page) * LATER_PAGE for item in items]
    after = list(best)
    for start, before in enumerate(best[:-1]):
        if before is None:
            continue
        least = before[0]
        for end in range(start + 1, len(items) + 1):
            least += late[end - 1]
            if least >= limit:
                break
            known = after[end]
            if known is not None and least >= known[0]:
                continue
            settled = settle(tuple(items[start:end]), rooms, grid)
            if settled is None:
                break
            cost, tops = settled
            if known is None or before[0] + cost < known[0]:
                after[end] = (before[0] + cost, before[1] + tuple(ItemPosition(number, top) for top in tops))
    return after
