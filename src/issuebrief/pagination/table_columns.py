"""Widths of a table's columns with which it is as low as can be.

In:  for each column the texts of its cells as measured words, the least width of the column, and the room.
Out: widths that fill the room.

The height of a row is that of its highest cell, so that heights of columns do not simply add up, and the
widths that make the sum of the rows least are hard to find exactly (Richard J. Anderson and Sampath Sobti,
"The Table Layout Problem", SCG 1999). The search is a descent: width goes from one column to another for as
long as the table gets lower, from several starts, as Nathan Hurst, Kim Marriott and Peter Moulder do in
"Toward Tighter Tables" (DocEng 2005). One start is their continuous one, in which a cell is taken for an
area that may have any shape.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, permutations
from math import ceil, floor, inf
from operator import itemgetter, truediv
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STEPS = 160
"""So many steps of width the room is divided into."""
MOVES = (1, 2, 4, 8, 16, 32)
"""The steps that go from one column to another at a time."""
DIVIDED = 0.8
"""What a divided word costs, in lines of a leading of 1."""
ROUNDS = 12
"""How often the continuous widths are recalculated."""
BEYOND = 1e-6
HALVINGS = 30


class Word(NamedTuple):
    """What has no space in it: its width, the white before it, and its parts if it may be divided."""

    width: float
    space: float
    parts: tuple[float, ...] = ()


class CellText(NamedTuple):
    """A paragraph of a cell: its words, what is beside it in the cell, and the height of its lines."""

    words: tuple[Word, ...]
    beside: float = 0.0
    leading: float = 1.0


Cell = tuple[CellText, ...]

Heights = tuple[tuple[float, ...], float]
"""The height of each row, and the price of divided words."""


@dataclass(frozen=True)
class TableColumn:
    """A column: its cells by their row, its least width, and its width with no cell over a line."""

    cells: tuple[tuple[int, Cell], ...]
    least: float
    longest: float
    heights: dict[int, Heights] = field(default_factory=dict)
    """What was reckoned, by the column's width in steps."""


def lines_of(words: Sequence[Word], width: float) -> tuple[int, int]:
    """How many lines words take in a width, and how many of them are divided."""
    lines, used, divided = 1, 0.0, 0
    for word in words:
        space = word.space if used else 0.0
        if used + space + word.width <= width + BEYOND:
            used += space + word.width
        elif word.width <= width + BEYOND:
            lines, used = lines + 1, word.width
        else:
            divided += 1
            more, used = _divided(word, width, used + space if used else 0.0)
            lines += more
    return lines, divided


def _divided(word: Word, width: float, used: float) -> tuple[int, float]:
    """The lines that the parts of a word begin, and how far they fill the last."""
    lines = 0
    for part in word.parts or (word.width,):
        if used and used + part > width + BEYOND:
            lines, used = lines + 1, 0.0
        if part > width + BEYOND:
            more = ceil(part / width) - 1
            lines, part = lines + more, part - more * width
        used += part
    return lines, used


def lowest(columns: Sequence[TableColumn], room: float) -> list[float]:
    """Widths that fill the room and leave the table as low as can be found; no column is under its least."""
    step = room / STEPS
    least = [ceil(column.least / step - BEYOND) for column in columns]
    if sum(least) > STEPS:
        return _filled([column.least for column in columns], room)
    rows = 1 + max((row for column in columns for row, _ in column.cells), default=0)
    leadings = (text.leading for column in columns for _, cell in column.cells for text in cell)
    search = _WidthSearch(columns, step, least, rows, max(leadings, default=1.0))
    contents = [max(column.longest, step) for column in columns]
    starts = (
        levelled([max(column.least, step) for column in columns], contents, room),
        raised([column.least for column in columns], contents, room),
        _filled(contents, room),
        by_area(columns, [max(column.least, step) for column in columns], room),
    )
    chosen = min((search.descent(start) for start in starts), key=search.cost)
    return search.spread(chosen, room)


@dataclass(frozen=True)
class _WidthSearch:
    columns: Sequence[TableColumn]
    step: float
    least: list[int]
    rows: int
    leading: float

    def cost(self, widths: Sequence[int]) -> float:
        """The height of the table and the price of divided words, at widths in steps."""
        found = [self._heights(number, width) for number, width in enumerate(widths)]
        return self._sum([0.0] * self.rows, found) + float(sum(price for _, price in found))

    def _sum(self, others: Sequence[float], found: Sequence[Heights]) -> float:
        """The height of all rows, each as high as its highest cell."""
        return float(sum(map(max, others, *(heights for heights, _ in found))))

    def _heights(self, number: int, width: int) -> Heights:
        column = self.columns[number]
        known = column.heights.get(width)
        if known is None:
            known = column.heights[width] = self._reckoned(number, width * self.step)
        return known

    def _reckoned(self, number: int, width: float) -> Heights:
        heights, divided = [0.0] * self.rows, 0
        for row, cell in self.columns[number].cells:
            for text in cell:
                lines, more = lines_of(text.words, width - text.beside)
                heights[row] += lines * text.leading
                divided += more
        return tuple(heights), divided * DIVIDED * self.leading

    def descent(self, start: Sequence[float]) -> tuple[int, ...]:
        """From widths in px to those in steps from which no single move makes the table lower."""
        widths = [max(low, floor(width / self.step)) for low, width in zip(self.least, start, strict=True)]
        while sum(widths) > STEPS:
            widths[max(range(len(widths)), key=lambda at: widths[at] - self.least[at])] -= 1
        widths[max(range(len(widths)), key=lambda at: self.columns[at].longest)] += STEPS - sum(widths)
        best = tuple(widths)
        while True:
            cost, lower = min(self._moved(best), key=itemgetter(0), default=(inf, best))
            if cost >= self.cost(best) - BEYOND:
                return best
            best = lower

    def _moved(self, widths: tuple[int, ...]) -> Iterator[tuple[float, tuple[int, ...]]]:
        """The widths after each single move, with what they cost.

        What the other columns ask of each row is found once for all moves between two of them.
        """
        found = [self._heights(number, width) for number, width in enumerate(widths)]
        asked = {pair: self._asked(found, pair) for pair in combinations(range(len(widths)), 2)}
        for giver, taker in permutations(range(len(widths)), 2):
            others = asked[min(giver, taker), max(giver, taker)]
            for move in MOVES:
                if widths[giver] - move < self.least[giver]:
                    break
                moved, after = list(widths), list(found)
                for number, more in ((giver, -move), (taker, move)):
                    moved[number] += more
                    after[number] = self._heights(number, moved[number])
                prices = float(sum(price for _, price in after))
                yield self._sum(others, (after[giver], after[taker])) + prices, tuple(moved)

    def _asked(self, found: Sequence[Heights], pair: tuple[int, int]) -> list[float]:
        """How high each row is by the cells of all columns but two."""
        heights = (heights for number, (heights, _) in enumerate(found) if number not in pair)
        nothing = [0.0] * self.rows
        return list(map(max, nothing, nothing, *heights))

    def spread(self, widths: Sequence[int], room: float) -> list[float]:
        """The same table with what its columns do not need shared among all of them."""
        narrow, cost = list(widths), self.cost(widths)
        for number in range(len(narrow)):
            low, high = self.least[number], narrow[number]
            while low < high:
                narrow[number] = middle = (low + high) // 2
                low, high = (low, middle) if self.cost(narrow) <= cost + BEYOND else (middle + 1, high)
            narrow[number] = high
        spare = (room - sum(narrow) * self.step) / len(narrow)
        return [width * self.step + spare for width in narrow]


def raised(low: Sequence[float], high: Sequence[float], room: float) -> list[float]:
    """Widths from the low ones on, as many as can be raised to the high ones, all as wide as the room."""
    widths, left = list(low), room - sum(low)
    for column in sorted(range(len(low)), key=lambda column: high[column] - low[column]):
        more = min(left, max(0.0, high[column] - low[column]))
        widths[column] += more
        left -= more
    return [width + left / len(widths) for width in widths]


def levelled(floors: Sequence[float], contents: Sequence[float], room: float) -> list[float]:
    """Widths as wide as the room in which the longest cells of all columns take as few lines as can be.

    `contents` are the widths of the longest cells on one line. No column is narrower than its floor.
    """
    few, many = 0.0, max(map(truediv, contents, floors)) + 1
    for _ in range(HALVINGS):
        lines = (few + many) / 2
        if lines and sum(map(max, floors, (content / lines for content in contents))) <= room:
            many = lines
        else:
            few = lines
    widths = [max(floor_, content / many) for floor_, content in zip(floors, contents, strict=True)]
    return [width + (room - sum(widths)) / len(widths) for width in widths]


def by_area(columns: Sequence[TableColumn], floors: Sequence[float], room: float) -> list[float]:
    """Widths that make the rows least high if a cell could take any height that its area asks for.

    Where a column holds the highest cells of rows with areas that add up to A, the sum of areas by widths
    is least with widths in proportion to the roots of A; which cells are highest follows from the widths of
    the round before.
    """
    rows: dict[int, list[tuple[int, float]]] = {}
    for number, column in enumerate(columns):
        for row, cell in column.cells:
            area = sum(text.leading * sum(word.width + word.space for word in text.words) for text in cell)
            beside = max((text.beside for text in cell), default=0.0)
            if area / (cell[0].leading if cell else 1.0) + beside > floors[number]:
                rows.setdefault(row, []).append((number, area))
    widths = _filled(floors, room)
    for _ in range(ROUNDS):
        areas = [0.0] * len(widths)
        for cells in rows.values():
            highest, area = max(cells, key=lambda cell: cell[1] / widths[cell[0]])
            areas[highest] += area
        roots = [area**0.5 for area in areas]
        spare = room - sum(floors)
        if not any(roots) or spare <= 0:
            break
        widths = [low + spare * root / sum(roots) for low, root in zip(floors, roots, strict=True)]
    return widths


def _filled(widths: Sequence[float], room: float) -> list[float]:
    """Widths in proportion, all as wide as the room."""
    return [width * room / sum(widths) for width in widths]
