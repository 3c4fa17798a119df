"""Grids filled from the right, and what goes across columns put between their edges.

In:  grids and columns in text from right to left, as WeasyPrint lays them out.
Out: the same, each item of a grid as far from the right edge as it was from the left, where WeasyPrint begins
     whatever the direction; and what goes across columns at their right edge, not at that of the box around
     them.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import COLUMNS_LAYOUT, GRID_LAYOUT, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.protocols import BlockAnswer, LayoutBox, PageContext


@contextmanager
def placed_from_right() -> Iterator[None]:
    """Place boxes in text from right to left from the right, while the block lays out."""
    plain_grid, plain_columns = GRID_LAYOUT.value, COLUMNS_LAYOUT.value

    def grid(context: PageContext, box: LayoutBox, *arguments: object) -> BlockAnswer:
        return _placed(plain_grid(context, box, *arguments), _mirror)

    def columns(context: PageContext, box: LayoutBox, *arguments: object) -> BlockAnswer:
        return _placed(plain_columns(context, box, *arguments), _put_across)

    with replaced(GRID_LAYOUT, grid), replaced(COLUMNS_LAYOUT, columns):
        yield


def _placed(answer: BlockAnswer, place: Callable[[LayoutBox], None]) -> BlockAnswer:
    if answer[0] is not None and answer[0].style["direction"] == "rtl":
        place(answer[0])
    return answer


def _mirror(grid: LayoutBox) -> None:
    """Put the items of a grid where they are seen from the right."""
    edges = 2 * grid.content_box_x() + grid.width
    for child in grid.children:
        if child.is_in_normal_flow():
            child.translate(dx=edges - 2 * child.position_x - child.margin_width())


def _put_across(columns: LayoutBox) -> None:
    """Put what goes across columns at their right edge."""
    right = columns.content_box_x() + columns.width
    for child in columns.children:
        if child.is_in_normal_flow() and not child.is_column:
            child.translate(dx=right - child.margin_width() - child.position_x)
