"""Grids drawn with +, - and |, whose cells may reach over several columns and rows.

In:  the lines of a grid.
Out: its cells as rectangles between corners, in the order of their rows; none where a line is missing.

From each corner a cell is sought along its edges: to the right, down, to the left and up again. This is how
reStructuredText's reference parser reads such tables (docutils, `GridTableParser`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE = re.compile(r"(?<=\+):?[-=]+:?(?=\+)")
"""A piece of a line between two corners; colons align a column, strokes of equality end the head."""

STROKE = re.compile(r"(?<!\\)\|")


class CellRect(NamedTuple):
    """A cell between corners: lines of text from `top` + 1 to `bottom` - 1, letters in the same way."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class TableGrid:
    """The cells of a grid, and where its lines across and down are."""

    places: tuple[CellRect, ...]
    across: tuple[int, ...]
    down: tuple[int, ...]

    def span(self, place: CellRect) -> tuple[int, int, int, int]:
        """The row and the column of a cell, and how many of each it takes."""
        row, column = self.across.index(place.top), self.down.index(place.left)
        return row, column, self.across.index(place.bottom) - row, self.down.index(place.right) - column


def read_grid(lines: Sequence[str]) -> TableGrid | None:
    """The cells of a grid, or None where they do not fill it."""
    block = [RULE.sub(lambda rule: "-" * len(rule[0]), line) for line in lines]
    width = len(block[0])
    if any(len(line) != width for line in block):
        return None
    left = len(block[0]) - len(block[0].lstrip())
    waiting, places = [(0, left)], set[CellRect]()
    seen: set[tuple[int, int]] = set()
    while waiting:
        corner = waiting.pop()
        if corner in seen:
            continue
        seen.add(corner)
        place = _cell(block, *corner)
        if place:
            places.add(place)
            waiting += [(place.top, place.right), (place.bottom, place.left)]
    covered = sum((each.bottom - each.top) * (each.right - each.left) for each in places)
    if any(
        STROKE.search(block[line][each.left + 1 : each.right]) for each in places for line in _inner(each)
    ):
        return None  # A stroke that meets no line: its row is drawn askew.
    if not places or covered != (len(block) - 1) * (width - 1 - left):
        return None
    across = {edge for each in places for edge in (each.top, each.bottom)}
    down = {edge for each in places for edge in (each.left, each.right)}
    return TableGrid(tuple(sorted(places)), tuple(sorted(across)), tuple(sorted(down)))


def _inner(place: CellRect) -> range:
    """The lines of text in a cell."""
    return range(place.top + 1, place.bottom)


def _cell(block: Sequence[str], top: int, left: int) -> CellRect | None:
    """The smallest cell whose upper left corner is there."""
    for right in range(left + 1, len(block[top])):
        if block[top][right] == "+" and (bottom := _bottom(block, top, left, right)):
            return CellRect(top, left, bottom, right)
        if block[top][right] not in "+-":
            break
    return None


def _bottom(block: Sequence[str], top: int, left: int, right: int) -> int:
    """The line that ends a cell between two corners; 0 where none does."""
    for line in range(top + 1, len(block)):
        ends = block[line][left] == "+" and block[line][right] == "+"
        if ends and set(block[line][left : right + 1]) <= set("+-"):
            return line
        if block[line][right] not in "+|" or block[line][left] not in "+|":
            break
    return 0
