"""No white at the edges of a column.

In:  the blocks of a column or a page, while WeasyPrint lays them out.
Out: the same blocks, the first (and the first in it) without the margin above it, so that the first lines of
     all columns are level, and the last with no more margin below it than has room, so that its lines may
     stand at the foot.

CSS truncates margins at an unforced break (CSS Fragmentation 3, section 5.2), but WeasyPrint does so at the
top of pages alone, and not for what stands in columns.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.css.properties import Dimension

from issuebrief.engine.patches import BLOCK_LEVEL_LAYOUT, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.protocols import BlockAnswer, LayoutBox, PageContext, SkipStack

NEAR = 0.01
"""What counts as no room, in px."""


@contextmanager
def trimmed_columns() -> Iterator[None]:
    """Take the margins from the first and the last block of every column while the block runs."""
    plain_layout: Callable[..., BlockAnswer] = BLOCK_LEVEL_LAYOUT.value
    tops: list[float] = []
    """Where the column that is being laid out begins, last those of columns in columns."""

    def layout(
        context: PageContext,
        box: LayoutBox,
        bottom_space: float,
        skip_stack: SkipStack,
        containing_block: LayoutBox,
        *rest: object,
        **options: object,
    ) -> BlockAnswer:
        is_in_column = getattr(containing_block, "is_column", False)
        if is_in_column:
            tops.append(containing_block.content_box_y())
        if skip_stack is None and tops and box.position_y < tops[-1] + 0.5 and _has_margin_above(box):
            box = _without_margin_above(box)
        try:
            result = plain_layout(context, box, bottom_space, skip_stack, containing_block, *rest, **options)
        finally:
            if is_in_column:
                tops.pop()
        new_box, resume_at = result[0], result[1]
        if new_box is not None and resume_at is None and is_in_column:
            _trim(new_box, context.page_bottom - bottom_space)
        return result

    with replaced(BLOCK_LEVEL_LAYOUT, layout):
        yield


def _has_margin_above(box: LayoutBox) -> bool:
    return bool(box.is_in_normal_flow() and box.style["margin_top"] != Dimension(0, "px"))


def _without_margin_above(box: LayoutBox) -> LayoutBox:
    """A copy of the block whose style has no margin above."""
    box = box.copy()
    box.style = box.style.copy()
    box.style["margin_top"] = Dimension(0, "px")
    return box


def _trim(box: LayoutBox, foot: float) -> None:
    """Cut the margin below a block off at the foot of its column."""
    room = foot - box.border_box_y() - box.border_height()
    if 0 <= room + NEAR < box.margin_bottom:
        box.margin_bottom = max(0.0, room)
