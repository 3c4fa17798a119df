"""Pages cut shorter where a column on them ends early: numbers only.

In:  the `ColumnBlock`s of a text, the `Filling` that was chosen for them, and the lines of the columns.
Out: the page to cut and by how many lines, so that its columns end level.

White in a column can take a line for each heading, list or figure in it; what it cannot take, the columns
beside it give. The text moves on, so that one page is cut at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.pagination.columns import ColumnBlock, Filling

SPREAD = 3
"""So many lines are spread over the white in a column at most."""
MOST_CUT = 4
"""By so many lines a page is cut at most."""


class PageCut(NamedTuple):
    """A page, counted from 0, and the lines by which its columns are to be shorter."""

    page: int
    lines: int


def next_cut(
    blocks: Sequence[ColumnBlock], filling: Filling, rooms: Sequence[Sequence[int]], first: int
) -> PageCut | None:
    """The first cut to make from a page on; None where columns are level, but for the last page's.

    `rooms` are the lines of the columns, page by page.
    """
    whites = whites_of(blocks, filling)
    begin = 0
    for page, heights in enumerate(rooms):
        end = begin + len(heights)
        if end >= len(filling.columns):
            return None
        if page >= first and len(heights) > 1:
            lacks = [
                height - used - min(white, SPREAD, height - used)
                for height, used, white in zip(
                    heights, filling.columns[begin:end], whites[begin:end], strict=True
                )
            ]
            cut = max(lacks) - min(lacks) - 1
            if 0 < cut <= MOST_CUT:
                return PageCut(page, cut)
        begin = end
    return None


def whites_of(blocks: Sequence[ColumnBlock], filling: Filling) -> list[int]:
    """How much white of a line or more there is between blocks in each column."""
    whites = [0] * len(filling.columns)
    column, used, below = 0, 0, 0
    for block, lines in zip(blocks, filling.lines, strict=True):
        white = max(below, block.above) if used else 0
        while used + white + lines > filling.columns[column] and column + 1 < len(whites):
            part = max(0, filling.columns[column] - used - white)
            whites[column] += white > 0 and part > 0
            column, used, white = column + 1, 0, 0
            lines -= part - min(block.again, max(0, part - 1))
        whites[column] += white > 0
        used, below = used + white + lines, block.below
    return whites
