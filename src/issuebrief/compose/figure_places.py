"""Where figures stand so that they leave no holes.

In:  what stands in columns, one after the other, as `Item`s of so many lines, and the heights of columns.
Out: an order. Where a figure would leave a hole at the foot of a column, since it fits no more, the text
     after it comes first. Figures keep their order, and so does the text.

The columns are filled one after the other, as a compositor casts off copy: with the lines that paragraphs
take by themselves. Above what spans all columns they are level.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HOLE = 4
"""So many empty lines at the foot of a column are a hole."""
LEAST = 3
"""Lines of what may break that stand before a break, and after what spans the columns, at least."""
MOST_MOVES = 150
MOST_FOR_ONE = 20
"""How many texts come before a figure, until it is put where the hole is smallest."""


@dataclass(frozen=True)
class Item:
    """Something in columns: its lines, and the empty ones above and below it.

    `moves` says that it is a figure or a table, `spans` that it spans all columns, `together` that it stays
    with what follows it.
    """

    lines: float
    above: float = 0
    below: float = 0
    splittable: bool = True
    moves: bool = False
    spans: bool = False
    together: bool = False


def order_of(items: Sequence[Item], first: int, later: int, count: int) -> tuple[int, ...]:
    """The order of the items, by their numbers; `first` and `later` are the lines of a column by page.

    `count` columns stand side by side.
    """
    order = list(range(len(items)))
    settled: set[int] = set()
    tried: dict[int, list[tuple[float, list[int]]]] = {}
    for _ in range(MOST_MOVES):
        hole = _Cast(first, later, count).first_hole(items, order, settled)
        if hole is None:
            return tuple(order)
        place, left = hole
        number = order[place]
        tried.setdefault(number, []).append((left, [*order]))
        unit = _next_text(items, order, place)
        if unit is None or len(tried[number]) > MOST_FOR_ONE:
            # Some hole remains, wherever the figure stands: the smallest one.
            order = min(tried[number], key=itemgetter(0))[1]
            settled.add(number)
            continue
        begin, end = unit
        order[place:end] = [*order[begin:end], *order[place:begin]]
    return tuple(order)


def _next_text(items: Sequence[Item], order: Sequence[int], place: int) -> tuple[int, int] | None:
    """From where to where the next text after a figure goes that can stand before it."""
    begin = place
    while begin < len(order) and items[order[begin]].moves:
        begin += 1
    end = begin
    while end < len(order) and items[order[end]].together:
        end += 1
    if end >= len(order) or any(items[order[at]].moves for at in range(begin, end + 1)):
        return None
    return begin, end + 1


@dataclass
class _Cast:
    """Columns being cast off: where on a page the copy has come to."""

    first: int
    later: int
    count: int
    top: float = 0
    """Where the columns begin on this page, below what spans them."""
    used: float = 0
    column: int = 0
    on_first: bool = True
    segment: list[Item] = field(default_factory=list)
    """What stands in the columns of this page since they began."""

    @property
    def room(self) -> float:
        return max(1, (self.first if self.on_first else self.later) - self.top)

    def first_hole(
        self, items: Sequence[Item], order: Sequence[int], settled: set[int]
    ) -> tuple[int, float] | None:
        """The place of the first figure that would leave a hole, and its lines; settled ones do not count."""
        below = 0.0
        for place, number in enumerate(order):
            item = items[number]
            white = max(below, item.above) if self.used else 0
            left = self.room - (self._level() if item.spans else self.used + white)
            fits = (min(item.lines, LEAST) if item.splittable else item.lines) <= left
            if not fits and left >= HOLE and item.moves and number not in settled and self._is_of_use(item):
                return place, left
            if item.spans:
                self._span(item, fits)
            else:
                if not fits and not item.splittable:
                    self._next_column()
                    white = 0
                self._set(item, white)
            below = 0.0 if item.spans else item.below
        return None

    def _is_of_use(self, item: Item) -> bool:
        """Whether a figure would fit on a page at all."""
        return item.splittable or item.lines <= max(self.first, self.later)

    def _span(self, item: Item, fits: bool) -> None:
        """Set what spans all columns below them, or on the next page."""
        level = self._level()
        if fits:
            self.top += level
        else:
            self._turn()
        self.top += item.above * (self.top > 0) + item.lines + item.below
        height = self.first if self.on_first else self.later
        while self.top > height - LEAST:
            # It goes on overleaf, or nothing fits below it.
            beyond = max(0, self.top - height)
            self._turn()
            self.top, height = beyond, self.later
        self.used, self.column, self.segment = 0, 0, []

    def _set(self, item: Item, white: float) -> None:
        self.segment.append(item)
        self.used += white
        lines = item.lines
        while lines > self.room - self.used:
            lines -= max(0, self.room - self.used)
            self._next_column()
            self.segment = [Item(lines)] if self.column == 0 else self.segment
            if not item.splittable:
                break
        self.used += min(lines, self.room)

    def _next_column(self) -> None:
        self.column, self.used = self.column + 1, 0
        if self.column == self.count:
            self._turn()

    def _turn(self) -> None:
        """Go on to the next page."""
        self.on_first, self.top, self.used, self.column, self.segment = False, 0, 0, 0, []

    def _level(self) -> float:
        """How far down the columns of this page reach when they are level."""
        if not self.segment:
            return 0
        total = sum(item.lines + max(item.above, item.below) for item in self.segment)
        highest = max((item.lines for item in self.segment if not item.splittable), default=0)
        return min(self.room, max(ceil(total / self.count), highest))
