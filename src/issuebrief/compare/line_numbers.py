"""Numbers of lines, beside the columns of a text.

In:  facts of laid-out pages, and the distance from one numbered line to the next.
Out: a `MarginNumber` for each numbered line. Counting begins anew on every page, and goes on from column to
     column; lines in cells of tables are not counted, nor what stands in margins and sidebars.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.compare.margin_marks import MarginNumber
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.layout.inspect.facts import Facts, Line

SIZE = 5.6 / PT_PER_PX
DISTANCE = 4.0 / PT_PER_PX
"""The size of numbers, and how far they are from their column, in px."""
COLOUR = (0.35, 0.38, 0.42)
COARSE = 20.0
"""Columns that begin within so many px of each other stand side by side."""
SAME_LINE = 1.0
"""Baselines that differ by no more px are those of one line."""


def line_numbers(facts: Facts, every: int, *, leftward: bool = False) -> list[MarginNumber]:
    """The numbers of every so-manieth line, and of none where that is 0."""
    if not every:
        return []
    edges = {column.number: (column.rect.x, column.rect.right) for column in facts.columns}
    found: list[MarginNumber] = []
    for page in range(1, len(facts.sheets) + 1):
        lines = [line for line in facts.lines if line.page == page and _is_counted(line)]
        for number, line in enumerate(_in_order(lines, leftward=leftward), 1):
            if number % every:
                continue
            left, right = edges.get(line.column) or _edges(lines, line.column)
            x = right + DISTANCE if leftward else left - DISTANCE
            found.append(MarginNumber(page, number, x, line.baseline, SIZE, COLOUR, ends=not leftward))
    return found


def _is_counted(line: Line) -> bool:
    return line.area is not None and line.column >= 0 and line.stretch == line.column and not line.slant


def _in_order(lines: Iterable[Line], *, leftward: bool) -> list[Line]:
    """Lines column by column, from top to bottom; one line for what stands on one baseline."""
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    # What spans the columns parts them into groups: those that begin further down come later.
    ordered = sorted(columns.values(), key=lambda some: _beginning(some, leftward=leftward))
    found: list[Line] = []
    for some in ordered:
        last = None
        for line in sorted(some, key=lambda line: line.baseline):
            if last is None or line.baseline > last + SAME_LINE:
                found.append(line)
                last = line.baseline
    return found


def _beginning(lines: Iterable[Line], *, leftward: bool) -> tuple[int, float]:
    """Where a column begins: how far down, coarsely, and how far across in the direction of reading."""
    some = list(lines)
    across = min(-line.room.right if leftward else line.room.x for line in some)
    return round(min(line.rect.y for line in some) / COARSE), across


def _edges(lines: Iterable[Line], column: int) -> tuple[float, float]:
    rooms = [line.room for line in lines if line.column == column]
    return min(room.x for room in rooms), max(room.right for room in rooms)
