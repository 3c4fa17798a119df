"""Pages cut shorter where a column on them ends early: numbers only.

In:  the `ColumnBlock`s of a text, the lines of the columns, and how high they are on a page that is cut.
Out: the `Filling` that is chosen for them, and by how many lines each page is cut, so that columns end level,
     or that no note is torn over pages.

White in a column can take a line for each heading, list or figure in it; what it cannot take, the columns
beside it give. The text moves on, so that one page is cut at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from issuebrief.pagination.column_ends import column_ends
from issuebrief.pagination.column_fill import fill
from issuebrief.pagination.columns import DEFAULT_COSTS, ColumnCosts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.pagination.columns import ColumnBlock, Filling

SPREAD = 3
"""So many lines are spread over the white in a column at most."""
MOST_CUT = 4
"""By so many lines a page is cut at most."""
LINE_CUT = 0.75
"""What each line costs by which a page is cut, in full columns that end one line short."""
MOST_FILLED, LEAST_TRIED = 160, 6
"""So many pages are filled again at most for all cuts together, but so many cuts are tried of a text of any
length."""


MOST_WHOLE = 3
"""By so many lines a page of notes is cut at most, so that it ends with one."""
LEAST_LEFT = 3
"""Lines that such a page has left at the least."""
MOST_SET = 600
"""So many notes are set again at most for all such pages together."""


class PageCut(NamedTuple):
    """A page, counted from 0, and the lines by which its columns are to be shorter."""

    page: int
    lines: int


def fill_level(
    blocks: Sequence[ColumnBlock],
    rooms: Sequence[Sequence[int]],
    cut_room: Callable[[int, int], Sequence[int]],
    costs: ColumnCosts = DEFAULT_COSTS,
    taken: Sequence[Sequence[int]] = (),
) -> tuple[Filling, dict[int, int]]:
    """The lengths of blocks, and by how many lines pages are cut that have a column that ends early.

    `rooms` and `taken` are those of `fill`; the last page of them is not cut. `cut_room` gives the
    rooms of a page that is so many lines shorter.
    """
    rooms, cuts = [*rooms], dict[int, int]()
    filling = fill(blocks, rooms, costs, taken)
    left, page = max(LEAST_TRIED, MOST_FILLED // len(rooms)), 0
    while left > 0 and (cut := next_cut(blocks, filling, rooms[:-1], page)):
        page = cut.page
        best, best_cost = None, filling.cost
        # What a shorter page sends on may part better, or worse, where the page is shorter still.
        for lines in range(cut.lines, MOST_CUT + 1)[:left]:
            left -= 1
            room = cut_room(page, lines)
            tried = [*rooms[:page], room, *rooms[page + 1 :]]
            again = fill(blocks, tried, costs, taken)
            cost = again.cost + LINE_CUT * costs.short_line * lines
            if len(room) == len(rooms[page]) and cost < best_cost:
                best, best_cost = (lines, room, again), cost
                if _is_level(blocks, again, tried[:-1], page):
                    break
        if best:
            cuts[page], rooms[page], filling = best
        page += 1
    return filling, cuts


def fill_whole(
    blocks: Sequence[ColumnBlock], rooms: Sequence[Sequence[int]], costs: ColumnCosts = DEFAULT_COSTS
) -> tuple[Filling, dict[int, int]]:
    """The lengths of blocks, and by how many lines pages are cut so that none goes on overleaf.

    `rooms` are those of `fill`, with as many lines in each column of a page. A page is left as it is where
    that would not help.
    """
    filling, cuts = fill(blocks, rooms, costs), dict[int, int]()
    rooms, count, left = [*rooms], len(rooms[0]), MOST_SET // max(1, len(blocks))
    for page in range(len(filling.columns) // count - 1):
        last = (page + 1) * count - 1
        rooms += rooms[-1:] * (page + 2 - len(rooms))
        if last not in torn_columns(blocks, filling):
            continue
        for lines in range(1, min(MOST_WHOLE, rooms[page][0] - LEAST_LEFT, left) + 1):
            left -= 1
            tried = [*rooms[:page], [room - lines for room in rooms[page]], *rooms[page + 1 :]]
            again = fill(blocks, tried, costs)
            if last not in torn_columns(blocks, again) and again.cost <= filling.cost + costs.short_line:
                cuts[page], rooms, filling = lines, tried, again
                break
    return filling, cuts


def torn_columns(blocks: Sequence[ColumnBlock], filling: Filling) -> set[int]:
    """The columns that end amid a block."""
    return {column for column, end in enumerate(column_ends(blocks, filling)) if end.lines}


def _is_level(
    blocks: Sequence[ColumnBlock], filling: Filling, rooms: Sequence[Sequence[int]], page: int
) -> bool:
    """Whether no page up to the one that is named is to be cut."""
    cut = next_cut(blocks, filling, rooms, page)
    return cut is None or cut.page > page


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
