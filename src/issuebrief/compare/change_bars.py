"""Bars in the margin beside lines in which something was changed.

In:  laid-out pages on which changes are marked.
Out: a `MarginBar` for each stretch of such lines, where they begin: left of their column, and right of one
     that is read from the right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.compare.margin_marks import MarginBar, joined
from issuebrief.layout.inspect.marked_lines import marked_lines
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from issuebrief.engine.pages import Pages

WIDTH, DISTANCE = 1.2 / PT_PER_PX, 5.0 / PT_PER_PX
"""The width of a bar, and how far its middle is from the column, in px."""
COLOUR = (0.1, 0.1, 0.12)


def change_bars(pages: Pages) -> list[MarginBar]:
    """The bars of all pages."""
    lines = marked_lines(pages)
    return joined(
        MarginBar(
            line.page,
            line.right + DISTANCE if line.leftward else line.left - DISTANCE,
            line.top,
            line.height,
            WIDTH,
            COLOUR,
        )
        for line in lines
    )
