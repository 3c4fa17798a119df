"""What the filling of columns is about: numbers alone.

A text is a sequence of `ColumnBlock`s in grid lines, each with the lengths it can take and their price;
`Columns` have heights and pages; `ColumnCosts` say what is good, and a `Filling` is what is chosen.
`column_flow.py` is the layout engine in numbers, `column_fill.py` chooses.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDLESS = 10**6
"""The height of the one column when none is given."""


@dataclass(frozen=True, slots=True)
class ColumnBlock:
    """A block of the text in grid lines.

    `choices` are the numbers of lines it can take and what each costs, the best first; one for what
    cannot vary. `above` and `below` are white, dropped at the top and at the foot of a column; between
    two blocks the larger counts. A block that is `splittable` may run on into the next column between
    its lines. After one to `keep_with_next` no column ends; if it is not splittable (a heading), it wants two
    lines of what follows under it in its column. A table that goes on has `least` lines at a foot,
    and so many of them `again` in the next; `ends` are how many lines of it stand above the end of each row.
    """

    choices: tuple[tuple[int, float], ...]
    above: int = 0
    below: int = 0
    splittable: bool = True
    keep_with_next: bool = False
    least: int = 0
    again: int = 0
    ends: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnCosts:
    """What a column must not do.

    `orphans` are the least lines of a block at the foot of a column, `widows` at the top of the next.
    `short_line` is the cost of a full column that ends one line short, four times that for two lines;
    by default far more than a paragraph's length can cost. A line counts `unit` in heights.
    """

    orphans: int = 2
    widows: int = 2
    short_line: float = 1e6
    unit: int = 1

    def times(self, steps: int) -> ColumnCosts:
        """The same where a line counts so many units."""
        return ColumnCosts(
            self.orphans * steps, self.widows * steps, self.short_line / steps**2, self.unit * steps
        )


DEFAULT_COSTS = ColumnCosts()


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
    """The height of each column in lines, its page, and the lines that floats take beside its text."""

    heights: tuple[int, ...]
    pages: tuple[int, ...]
    taken: tuple[int, ...] = ()

    def on(self, page: int) -> range:
        """The columns of a page."""
        return range(bisect_left(self.pages, page), bisect_right(self.pages, page))

    def balanced(self, page: int, height: int) -> Columns:
        """The same, but on one page no column higher than `height`, with its floats."""
        columns = self.on(page)
        taken = self.taken[columns.start : columns.stop] or (0,) * len(columns)
        heights = self.heights[columns.start : columns.stop]
        held = tuple(min(h, max(0, height - n)) for h, n in zip(heights, taken, strict=True))
        return self._replace(heights=self.heights[: columns.start] + held + self.heights[columns.stop :])


def columns_of(
    capacities: Sequence[Sequence[int]], lines: int, taken: Sequence[Sequence[int]] = ()
) -> Columns:
    """As many columns as the text can take: each holds a line at least. Without any, one for all.

    Floats take the lines `taken` from the columns of the first pages, which are no part of their capacities.
    """
    pages = [tuple(max(1, height) for height in page) for page in capacities if page] or [(ENDLESS,)]
    heights: list[int] = []
    numbers: list[int] = []
    page = 0
    while len(heights) <= lines + 1:
        entry = pages[min(page, len(pages) - 1)]
        heights += entry
        numbers += [page] * len(entry)
        page += 1
    beside = [n for page, of_page in zip(capacities, taken, strict=False) if page for n in of_page]
    beside += [0] * (len(heights) - len(beside))
    return Columns(tuple(heights), tuple(numbers), tuple(beside) if any(beside) else ())
