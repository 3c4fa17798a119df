"""White that takes a line or two more, so that a column ends level with the one beside it.

In:  the boxes of full columns, as they are laid out, and the foot of their page.
Out: the same, changed in place: where a column is a few lines short, what follows a heading's or a figure's
     white stands a line lower.
"""

from __future__ import annotations

from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import LayoutBox

MOST = 3
"""So many lines are spread at most."""
NEAR = 0.9
"""The share of a line from which on white is some that can take more."""


def spread(column: LayoutBox, foot: float, leading: float) -> None:
    """Let white in a column take the lines that are missing at its foot."""
    flowing = [n for n, child in enumerate(column.children) if child.is_in_normal_flow()]
    if not flowing:
        return
    last = column.children[flowing[-1]]
    missing = floor((foot - last.border_box_y() - last.border_height()) / leading + 0.05)
    if not 0 < missing <= MOST:
        return
    # The widest white first; of equals that which is lowest, so that most lines stay where they are.
    gaps = sorted(_gaps(column.children, flowing, leading), reverse=True)[:missing]
    for _, number in gaps:
        for child in column.children[number:]:
            child.translate(dy=leading)


def _gaps(children: Sequence[LayoutBox], flowing: Sequence[int], leading: float) -> list[tuple[float, int]]:
    """White of a line or more, each with the number of the child below it."""
    found = []
    for before, after in pairwise(flowing):
        above, below = children[before], children[after]
        white = below.border_box_y() - above.border_box_y() - above.border_height()
        if white >= NEAR * leading:
            found.append((round(white, 1), after))
    return found
