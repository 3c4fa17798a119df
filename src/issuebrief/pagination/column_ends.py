"""Where columns end in a text whose blocks have their lengths: numbers only.

In:  the `ColumnBlock`s of a text, and the `Filling` that gives each its lines.
Out: for each column but the last of the text the `Point` that it ends before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.pagination.floats import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.pagination.columns import ColumnBlock, Filling


def column_ends(blocks: Sequence[ColumnBlock], filling: Filling) -> list[Point]:
    """The block in which each column ends, and how many lines of that are in it or in columns before."""
    ends: list[Point] = []
    column, used, below = 0, 0, 0
    for number, (block, length) in enumerate(zip(blocks, filling.lines, strict=True)):
        lines = length
        white = max(below, block.above) if used else 0
        while used + white + lines > filling.columns[column] and column + 1 < len(filling.columns):
            part = max(0, filling.columns[column] - used - white)
            column, used, white = column + 1, 0, 0
            # What is repeated in the next column takes lines there.
            lines -= part - min(block.again, max(0, part - 1))
            ends.append(Point(number, max(0, length - lines)))
        used, below = used + white + lines, block.below
    return ends
