"""Where the blocks of one page's sidebar stand: for the least distance from their passages.

In:  the `Item`s that are to share a page, in document order, and the `FreeStretch`s its sidebar leaves free.
Out: the top of each, on the baseline grid, and what the arrangement costs; None where they do not fit.

All lengths are in px, y counts down from the page's top. The cost is the weighted sum of the squares of
the distances. The minimum is exact: dynamic programming over the lines of the grid and the sets of items
that already stand above, after Held and Karp, "A Dynamic Programming Approach to Sequencing Problems"
(1962). More items than `MOST_FREE` keep the order of their passages' heights, so that the time stays small.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor, inf

LATER_PAGE = 1e10
"""What a page further on costs: more than any distance on one page."""
FAR = 1_000.0
"""What of its distance from the head of the page counts for an item that comes late: so little that it moves
no other item from its line, and so much that it is not lost beside `LATER_PAGE`."""
SECOND = 0.5
"""How far in px an item counts as moved that has its second wish."""
MOST_FREE = 6
"""So many items of a page are tried in every order."""


@dataclass(frozen=True)
class Item:
    """A block for the sidebar: the page its passage is on, the y it would best begin at, its height.

    The heavier an item, the less it is moved to make place for its neighbours. One that leads stands above
    all that follow it in the document. One with a `second` wish may begin there almost as well.
    """

    page: int
    wish: float
    height: float
    weight: float = 1.0
    leads: bool = False
    second: float | None = None

    def miss(self, top: float) -> float:
        """How far it begins from what it wishes."""
        first = abs(top - self.wish)
        return first if self.second is None else min(first, abs(top - self.second) + SECOND)


@dataclass(frozen=True)
class FreeStretch:
    """A free stretch of one page's sidebar; that page's baseline grid begins at `origin`."""

    page: int
    top: float
    bottom: float
    origin: float = 0.0


@dataclass(frozen=True)
class SidebarGrid:
    """The baseline grid: its step, and the least white between two items, both in px."""

    step: float
    gap: float

    def share(self, height: float) -> float:
        """The height that an item takes up with the white after it: whole grid steps."""
        return ceil((height + self.gap) / self.step - 1e-6) * self.step

    def lines(self, room: FreeStretch) -> list[float]:
        """The y of the grid's lines in a room."""
        first = ceil((room.top - room.origin) / self.step - 1e-6)
        last = floor((room.bottom - room.origin) / self.step + 1e-6)
        return [room.origin + number * self.step for number in range(first, last + 1)]


@dataclass(frozen=True)
class _Choice:
    """An item at one line of the grid: what that costs, and the index of the first line free below it."""

    cost: float
    below: int


@lru_cache(maxsize=16384)
def settle(
    items: tuple[Item, ...], rooms: tuple[FreeStretch, ...], grid: SidebarGrid
) -> tuple[float, tuple[float, ...]] | None:
    """The cheapest tops of items that share a page, and their cost; None if they do not fit."""
    free = sum(room.bottom - room.top for room in rooms)
    if max(item.page for item in items) > rooms[0].page or sum(item.height for item in items) > free:
        return None
    lines = _lines(rooms, grid)
    choices = [_choices(item, rooms, grid) for item in items]
    count = len(items)
    by_height = _prefixes(_by_height(items))
    least = [min((choice.cost for choice in row if choice), default=inf) for row in choices]
    found = _search(choices, by_height, len(lines), least, inf)
    if count <= MOST_FREE and (found is None or found[0] > sum(least) + 1e-6):
        # Of two equally near, the one in the order of the heights is taken.
        most = found[0] - 1e-6 if found else inf
        found = _search(choices, _free_orders(items), len(lines), least, most) or found
    if found is None:
        return None
    cost, indices = found
    return cost, tuple(lines[index][1] for index in indices)


@lru_cache(maxsize=64)
def _lines(rooms: tuple[FreeStretch, ...], grid: SidebarGrid) -> tuple[tuple[int, float], ...]:
    """The grid's lines in all rooms of a page, each with the number of its room."""
    return tuple((number, y) for number, room in enumerate(rooms) for y in grid.lines(room))


@lru_cache(maxsize=512)
def _choices(item: Item, rooms: tuple[FreeStretch, ...], grid: SidebarGrid) -> tuple[_Choice | None, ...]:
    """What an item costs at each line; None where it would cross the edge of its room."""
    lines, share = _lines(rooms, grid), grid.share(item.height)
    found: list[_Choice | None] = []
    for number, y in lines:
        if y + item.height > rooms[number].bottom + 1e-6:
            found.append(None)
            continue
        below = bisect_left(lines, (number, y + share - 1e-6))
        found.append(_Choice(_cost(item, rooms[0], y), below))
    return tuple(found)


def _cost(item: Item, first: FreeStretch, top: float) -> float:
    pages = first.page - item.page
    if pages > 0:
        return item.weight * pages * LATER_PAGE + (top - first.top) / FAR
    return item.weight * item.miss(top) ** 2


def _by_height(items: tuple[Item, ...]) -> list[int]:
    """The items' numbers in the order of their wishes, those that lead before what follows them."""
    leaders = [sum(item.leads for item in items[: number + 1]) for number in range(len(items))]
    return sorted(
        range(len(items)),
        key=lambda number: (leaders[number], not items[number].leads, items[number].wish),
    )


def _prefixes(order: list[int]) -> dict[int, list[int]]:
    """The sets of first items of an order, as bits, each with the one that may come next."""
    sets: dict[int, list[int]] = {}
    above = 0
    for number in order:
        sets[above] = [number]
        above |= 1 << number
    return sets


def _free_orders(items: tuple[Item, ...]) -> dict[int, list[int]]:
    """All sets of items that may stand above others, as bits, each with those that may come next."""
    count = len(items)
    before = [sum(1 << other for other in range(number) if items[other].leads) for number in range(count)]
    return {
        above: [
            number
            for number in range(count)
            if not above >> number & 1 and before[number] & above == before[number]
        ]
        for above in range((1 << count) - 1)
    }


def _search(
    choices: list[tuple[_Choice | None, ...]],
    orders: dict[int, list[int]],
    lines: int,
    least: list[float],
    most: float,
) -> tuple[float, tuple[int, ...]] | None:
    """The cheapest lines for all items, by the orders that are allowed; None if none costs less than `most`.

    `least` is what each item costs at its best line: what cannot come to less than `most` is not followed.
    """
    whole = (1 << len(choices)) - 1
    # Of all sets of many items, only those are kept that come about in an order that is allowed.
    costs: list[dict[int, float]] = [{} for _ in range(lines + 1)]
    steps: list[dict[int, tuple[int, int, int]]] = [{} for _ in range(lines + 1)]
    costs[0][0] = 0.0
    to_come = {above: sum(cost for n, cost in enumerate(least) if not above >> n & 1) for above in orders}
    for line in range(lines):
        here, after = costs[line], costs[line + 1]
        for above in sorted(here.keys() & orders.keys()):
            cost = here[above]
            if cost + to_come[above] >= most:
                continue
            if cost < after.get(above, inf):
                after[above] = cost
                steps[line + 1][above] = (line, above, -1)
            for number in orders[above]:
                choice = choices[number][line]
                if choice is None:
                    continue
                joined, below = above | 1 << number, choice.below
                if cost + choice.cost < costs[below].get(joined, inf):
                    costs[below][joined] = cost + choice.cost
                    steps[below][joined] = (line, above, number)
    cost, end = min((costs[line].get(whole, inf), line) for line in range(lines + 1))
    return (cost, _traced(steps, end, whole)) if cost < most else None


def _traced(steps: list[dict[int, tuple[int, int, int]]], line: int, above: int) -> tuple[int, ...]:
    """The line of each item, followed back from the last step."""
    found: dict[int, int] = {}
    while above:
        line, above, number = steps[line][above]
        if number >= 0:
            found[number] = line
    return tuple(found[number] for number in sorted(found))
