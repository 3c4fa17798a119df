"""Where floats stand, chosen over the whole text: numbers only.

In:  the `ColumnBlock`s of the text in grid lines, the `Float`s and `Bar`s among them, and the heights of
     columns.
Out: a `Placing`: which floats stand at the head and foot of which column, and which where they are typed.

The choice is made by dynamic programming over columns: of all ways to come to the same place of the text with
the same floats set only the cheapest is kept (Mittelbach, "Effective floating strategies", 2017). Paragraphs
have the lengths that are best for them; `column_fill.py` makes the columns level afterwards, so a line or two
that are missing here cost little.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from issuebrief.pagination.columns import DEFAULT_COSTS, ColumnCosts
from issuebrief.pagination.float_search import PlaceSearch
from issuebrief.pagination.float_states import FloatPath, FloatPaths, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.pagination.columns import ColumnBlock
    from issuebrief.pagination.floats import Bar, Float, Heights, Placing


def place(
    blocks: Sequence[ColumnBlock],
    floats: Sequence[Float],
    bars: Sequence[Bar],
    heights: Heights,
    count: int,
    costs: ColumnCosts = DEFAULT_COSTS,
) -> Placing:
    """Choose where the floats stand; `count` columns stand side by side.

    A block among `blocks` that is a float's stands there where the float
    does; otherwise it is left out.
    """
    placing = place_cheaper(blocks, floats, bars, heights, count, costs, inf)
    assert placing is not None, "there is a way where costs have no bound"
    return placing


def place_cheaper(
    blocks: Sequence[ColumnBlock],
    floats: Sequence[Float],
    bars: Sequence[Bar],
    heights: Heights,
    count: int,
    costs: ColumnCosts,
    bound: float,
) -> Placing | None:
    """The same, if it costs less than `bound`: no way is followed that costs as much already."""
    # What is higher than a page takes a whole one.
    floats = [replace(one, lines=min(one.lines, max(1, heights.least))) for one in floats]
    search = PlaceSearch(blocks, floats, heights, count, costs, bound)
    starts: dict[tuple[int, int], FloatPaths] = {(0, 0): {search.text.beginning: FloatPath(0.0)}}
    for bar in bars:
        starts = search.past(bar, search.ends(starts, bar.block, floats_too=False))
    ends = search.ends(starts, len(blocks), floats_too=True)
    found = (path for paths in ends.values() for path in paths.values() if path.cost < bound)
    best = min(found, key=lambda path: path.cost, default=None)
    return told(best) if best else None
