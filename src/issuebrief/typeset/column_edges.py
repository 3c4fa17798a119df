"""No white at the edges of a column.

In:  the blocks of a column or a page, while WeasyPrint lays them out.
Out: the same blocks, the first without the margin above it, so that the first lines of all columns are level,
     and the last with no more margin below it than has room, so that its lines may stand at the foot.

CSS truncates margins at an unforced break (CSS Fragmentation 3, section 5.2), but WeasyPrint does so at the
top of pages alone, and not for what stands in columns.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.css.properties import Dimension
from weasyprint.layout import block

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 0.01
"""What counts as no room, in px."""


@contextmanager
def trimmed_columns() -> Iterator[None]:
    """Take the margins from the first and the last block of every column while the block runs."""
    plain_layout = block.block_level_layout

    def layout(
        context: Any,
        box: Any,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        *rest: Any,
        **options: Any,
    ) -> Any:
        if skip_stack is None and _is_first(box, containing_block) and box.is_in_normal_flow():
            box = _without_margin_above(box)
        result = plain_layout(context, box, bottom_space, skip_stack, containing_block, *rest, **options)
        new_box, resume_at = result[0], result[1]
        if new_box is not None and resume_at is None and getattr(containing_block, "is_column", False):
            _trim(new_box, context.page_bottom - bottom_space)
        return result

    block.block_level_layout = layout
    try:
        yield
    finally:
        block.block_level_layout = plain_layout


def _is_first(box: Any, containing_block: Any) -> bool:
    """Whether a block begins where its column begins."""
    is_column = getattr(containing_block, "is_column", False)
    return bool(is_column and box.position_y < containing_block.content_box_y() + 0.5)


def _without_margin_above(box: Any) -> Any:
    """A copy of the block whose style has no margin above."""
    box = box.copy()
    box.style = box.style.copy()
    box.style["margin_top"] = Dimension(0, "px")
    return box


def _trim(box: Any, foot: float) -> None:
    """Cut the margin below a block off at the foot of its column."""
    room = foot - box.border_box_y() - box.border_height()
    if 0 <= room + NEAR < box.margin_bottom:
        box.margin_bottom = max(0.0, room)
