"""The search for the cheapest way to fill columns: what it keeps, and what limits it.

In:  the ways to each spot that the text can have come to.
Out: those that are followed.
"""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.pagination.column_flow import FlowPosition
    from issuebrief.pagination.column_prices import Rest

BEAM = 120
"""How many spots are followed at a time; what is dropped costs more than all of these."""
FEW_SPOTS = 8
"""How many are followed to learn what the cheapest way costs at the most."""
ROUNDING = 1 + 1e-9
"""A cost is added up in one order or another: by so much more it may be the same."""


ColumnPath = tuple[float, int, "ColumnPath | None"]
"""The cheapest way to a spot: the cost so far, the last block's lines and the way before it.

Most ways are dropped, so they are plain tuples, which are made in a third of the time of others.
"""
ROOT: ColumnPath = (0.0, 0, None)
"""The way to the beginning."""


class Search(NamedTuple):
    """What limits a search: how many spots are followed, and what no way is worth that costs more.

    `rests` tell what the blocks after each cost at the least.
    """

    beam: int
    bound: float
    rests: Sequence[Rest]


def narrowed(reached: dict[FlowPosition, ColumnPath], most: int) -> dict[FlowPosition, ColumnPath]:
    """The ways to each spot, or the cheapest of too many."""
    if len(reached) <= most:
        return reached
    return dict(nsmallest(most, reached.items(), key=lambda item: item[1][0]))
