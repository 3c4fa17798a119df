"""Grids filled from the right.

In:  grids in text from right to left, as WeasyPrint lays them out: from the left, whatever their direction.
Out: the same grids, each of their items as far from the right edge as it was from the left.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import GRID_LAYOUT, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BlockAnswer, LayoutBox, PageContext


@contextmanager
def mirrored_grids() -> Iterator[None]:
    """Fill grids of text from right to left from the right, while the block lays out."""
    plain_layout = GRID_LAYOUT.value

    def layout(context: PageContext, box: LayoutBox, *arguments: object) -> BlockAnswer:
        answer: BlockAnswer = plain_layout(context, box, *arguments)
        if answer[0] is not None and box.style["direction"] == "rtl":
            _mirror(answer[0])
        return answer

    with replaced(GRID_LAYOUT, layout):
        yield


def _mirror(grid: LayoutBox) -> None:
    """Put the items of a grid where they are seen from the right."""
    left, right = grid.content_box_x(), grid.content_box_x() + grid.width
    for child in grid.children:
        if child.is_in_normal_flow():
            place = left + right - child.position_x - child.margin_width()
            child.translate(dx=place - child.position_x)
