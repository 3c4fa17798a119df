"""Where in the sidebar each pull-quote stands: numbers in, numbers out.

In:  the `Item`s of the sidebar in document order, each with the page and height of the passage
     it belongs to, and the `Room`s that the pages' sidebars leave free.
Out: a `Spot` for each item: on its passage's page wherever it fits, as near to the passage as
     its neighbours allow, else on the nearest later page; never on a page before its passage, never
     before its predecessor, never overlapping, never across a room's edge. Or None, when the rooms
     cannot hold them all.

All lengths are in px, y counts down from the page's top. Every spot lies on the baseline grid.

Which items share a room is chosen over the whole brief by dynamic programming; inside a room the
heights are the weighted least-squares solution under the order constraint, which is isotonic
regression by pooling adjacent violators (Barlow, Bartholomew, Bremner and Brunk, "Statistical
Inference under Order Restrictions", 1972), here with the room's edges as bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LATER_PAGE = 1e10
"""What a page further on costs: more than any distance on one page."""

LIMITS = (LATER_PAGE, 4 * LATER_PAGE, inf)
"""What an arrangement may cost, the first time and the next: with a low limit, few need to be looked at."""


@dataclass(frozen=True)
class Item:
    """A block for the sidebar: the page its passage is on, the y it would best begin at, its height.

    The heavier an item, the less it is moved to make place for its neighbours.
    """

    page: int
    wish: float
    height: float
    weight: float = 1.0


@dataclass(frozen=True)
class Room:
    """A free stretch of one page's sidebar; that page's baseline grid begins at `origin`."""

    page: int
    top: float
    bottom: float
    origin: float = 0.0


@dataclass(frozen=True)
class Spot:
    """Where an item begins."""

    page: int
    top: float


@dataclass(frozen=True)
class Grid:
    """The baseline grid: its step, and the least white between two items, both in px."""

    step: float
    gap: float

    def up(self, y: float, origin: float) -> float:
        """The first grid line at or below `y` on the page."""
        return origin + ceil((y - origin) / self.step - 1e-6) * self.step

    def down(self, y: float, origin: float) -> float:
        """The last grid line at or above `y` on the page."""
        return origin + floor((y - origin) / self.step + 1e-6) * self.step

    def nearest(self, y: float, origin: float) -> float:
        """The grid line nearest to `y`; of two equally near the lower on the page."""
        return origin + floor((y - origin) / self.step + 0.5) * self.step

    def share(self, height: float) -> float:
        """The height that an item takes up with the white after it: whole grid steps."""
        return ceil((height + self.gap) / self.step - 1e-6) * self.step


def place(items: Sequence[Item], rooms: Sequence[Room], grid: Grid) -> tuple[Spot, ...] | None:
    """Give every item its spot, or None when there is not room enough for all of them.

    `rooms` go from the first page to the last and from top to bottom.
    """
    if not items:
        return ()
    for limit in LIMITS:
        best: list[tuple[float, tuple[Spot, ...]] | None] = [(0.0, ())] + [None] * len(items)
        for room in rooms:
            best = _with_room(best, items, room, grid, limit)
        last = best[-1]
        if last and last[0] < limit:
            return last[1]
    return None


def _with_room(
    best: list[tuple[float, tuple[Spot, ...]] | None],
    items: Sequence[Item],
    room: Room,
    grid: Grid,
    limit: float,
) -> list[tuple[float, tuple[Spot, ...]] | None]:
    """The best arrangements of each number of first items once `room` may be used too.

    None that is bound to reach the limit: its next item comes at least so many pages late.
    """
    after = list(best)
    for start, before in enumerate(best[:-1]):
        if before is None or before[0] + _late(items[start], room) >= limit:
            continue
        for end in range(start + 1, len(items) + 1):
            settled = _settle(tuple(items[start:end]), room, grid)
            if settled is None:
                break
            cost, tops = settled
            known = after[end]
            if known is None or before[0] + cost < known[0]:
                after[end] = (before[0] + cost, before[1] + tuple(Spot(room.page, top) for top in tops))
    return after


def _late(item: Item, room: Room) -> float:
    """The least that an item costs which is placed in the room or a later one."""
    return max(0, room.page - item.page) * LATER_PAGE


def _settle(items: tuple[Item, ...], room: Room, grid: Grid) -> tuple[float, tuple[float, ...]] | None:
    """The cheapest tops of items that share a room, and their cost; None if they do not fit."""
    if items[-1].page > room.page:
        return None
    shares = [grid.share(item.height) for item in items]
    offsets = [sum(shares[:index]) for index in range(len(items))]
    low = grid.up(room.top, room.origin)
    high = grid.down(room.bottom - offsets[-1] - items[-1].height, room.origin)
    if high < low:
        return None
    wishes = [_wish(item, room) - offset for item, offset in zip(items, offsets, strict=True)]
    levels = isotonic(wishes, [item.weight for item in items])
    tops = tuple(
        grid.nearest(min(max(level, low), high), room.origin) + offset
        for level, offset in zip(levels, offsets, strict=True)
    )
    cost = sum(_cost(item, room, top) for item, top in zip(items, tops, strict=True))
    return cost, tops


def _wish(item: Item, room: Room) -> float:
    """Where the item would like to stand in the room: at its passage, or as near to it as pages go."""
    return item.wish if room.page == item.page else room.top


def _cost(item: Item, room: Room, top: float) -> float:
    pages = room.page - item.page
    if pages > 0:
        return pages * LATER_PAGE + (top - room.top) / LATER_PAGE
    return item.weight * (top - item.wish) ** 2


def isotonic(wishes: Sequence[float], weights: Sequence[float]) -> tuple[float, ...]:
    """The non-decreasing sequence nearest to `wishes` in weighted least squares."""
    pools: list[tuple[float, float, int]] = []
    for wish, weight in zip(wishes, weights, strict=True):
        level, mass, count = wish, weight, 1
        while pools and pools[-1][0] > level:
            other_level, other_mass, other_count = pools.pop()
            level = (level * mass + other_level * other_mass) / (mass + other_mass)
            mass, count = mass + other_mass, count + other_count
        pools.append((level, mass, count))
    return tuple(level for level, _, count in pools for _ in range(count))
