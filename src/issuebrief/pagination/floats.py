"""What the placing of floats is about: numbers alone.

A text is a sequence of `Block`s in grid lines, among them `Float`s, each at the place where it is typed;
what spans all columns and keeps its place is a `Bar` between two blocks. A `Band` is what is chosen for
columns side by side: a page has one, or several with bars between them. `place_floats.py` chooses.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple


class Point(NamedTuple):
    """A place in the text: so many lines of a block stand before it."""

    block: int
    lines: int


@dataclass(frozen=True, slots=True)
class Float:
    """A figure, a table or a box that may stand elsewhere than where it is typed.

    `block` is its place among the blocks, `kind` that within which order is kept. `lines` are its height with
    no white around it, `white` what parts it from text. It may stand on the page of its `mention`, or on a
    later one. `here`, `head`, `foot` and `alone` say where it may stand: where it is typed, at the head or
    foot of a column or page, on a page of its own. What `goes_on` follows the float before it page by page.
    Where it stands elsewhere, what follows it has its white `above` it, if not its own; where it `joins`, no
    column ends between what stands before it and after it.
    What `runs_off` the page has so many lines more, beyond the area of the text: at the head of a page that
    begins with text, or at the foot of one that is full.
    """

    block: int
    kind: str
    lines: int
    mention: Point
    white: int = 1
    spans: bool = False
    here: bool = True
    head: bool = True
    foot: bool = True
    alone: bool = False
    goes_on: bool = False
    runs_off: int = 0
    joins: bool = False
    above: int | None = None

    @property
    def room(self) -> int:
        """The lines that it takes at a head or a foot."""
        return self.lines + self.white


ROUNDING = 0.01
"""Lines by which sums may miss."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What spans all columns before a block: its lines, the white above and below.

    It has the kind of a float where order is kept with floats. One that `divides` goes on overleaf below as
    many lines that are `repeated` there; before that stand at least so many of its own. `ends` are how many
    of its lines stand above each place where it may go on: those between two pages stay empty.
    """

    block: int
    lines: int
    above: int = 1
    below: int = 1
    kind: str = ""
    divides: int = 0
    repeated: int = 0
    ends: tuple[float, ...] = ()

    def begins_on(self, height: int, used: int) -> bool:
        """Whether it begins below so many lines on a page of a height: all of it, or what may stand there."""
        left = height - used - (self.above if used else 0)
        return not used or left >= self.lines or 0 < self.divides <= left

    def divided(self, done: float, room: int) -> float:
        """How many of its lines are set when a page has room for so many after those that are done."""
        places = self.ends[bisect_right(self.ends, done) : bisect_right(self.ends, done + room + ROUNDING)]
        # A row that is higher than a page breaks as well.
        return places[-1] if places else done + max(1, room)


@dataclass(frozen=True, slots=True)
class Heights:
    """The lines of columns on the first page, and on those after it: on the next, and on the one after that.

    Pages may be higher on one side than on the other, so that these two take turns.
    """

    first: int
    later: int
    other: int = 0

    def on(self, page: int) -> int:
        """The lines of columns on a page, counted from 0."""
        return self.first if page == 0 else self.later if page % 2 else self.other or self.later

    @property
    def least(self) -> int:
        """The lines that each page after the first has."""
        return min(self.on(1), self.on(2))

    def past(self, bar: Bar, page: int, used: int) -> tuple[int, int]:
        """The page on which columns go on below a bar, and the lines that are taken above them there.

        The bar follows so many lines on a page; it goes on the next where it does not fit, and breaks where
        it is higher than a page. Two lines stand below it at the least.
        """
        top = used + (bar.above if used else 0) + bar.lines
        if not bar.begins_on(self.on(page), used):
            page, top = page + 1, bar.lines
        done, above = 0.0, top - bar.lines
        while ceil(above + bar.lines - done - ROUNDING) > self.on(page):
            done = bar.divided(done, self.on(page) - above)
            page, above = page + 1, bar.repeated
        top = ceil(above + bar.lines - done - ROUNDING) + bar.below
        return (page, top) if top + 2 <= self.on(page) else (page + 1, 0)


@dataclass(frozen=True, slots=True)
class FloatColumn:
    """What stands in a column: floats at its head and foot by their numbers, and room for lines between."""

    head: tuple[int, ...]
    room: int
    foot: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Columns side by side on a page, counted from 0, so many lines below where the text begins on it.

    `lines` is their height, without the floats across them at their head and foot. Columns that are `level`
    were balanced, since the text ends or a bar stands below them.
    """

    page: int
    top: int
    lines: int
    head: tuple[int, ...]
    columns: tuple[FloatColumn, ...]
    foot: tuple[int, ...]
    level: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """The bands in the order of the text, the floats that stand where they are typed, and the cost of it."""

    bands: tuple[Band, ...]
    here: frozenset[int]
    cost: float


@dataclass(frozen=True)
class FloatPlan:
    """What stands on the pages of a text, by the numbers of its floats, which are counted over all of it.

    `moved` are those that do not stand where they are typed. `step` is the unit of heights in
    px: a line, or half. What is `running_off` reaches the edge of the page.
    """

    bands: tuple[Band, ...]
    moved: frozenset[int]
    step: float
    running_off: frozenset[int] = frozenset()

    def on(self, page: int) -> tuple[Band, ...]:
        """The bands of a page, counted from 0."""
        return tuple(band for band in self.bands if band.page == page)

    def other_pages(self, other: FloatPlan) -> set[int]:
        """The pages that have something else by another plan."""
        pages = {band.page for plan in (self, other) for band in plan.bands}
        return {page for page in pages if self.on(page) != other.on(page)}
