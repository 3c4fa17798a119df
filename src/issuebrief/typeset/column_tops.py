"""No white at the top of a column.

In:  the first block of a column or a page, while WeasyPrint lays it out.
Out: the same block without the margin above it, so that the first lines of all columns are level.

CSS truncates the margin after an unforced break (CSS Fragmentation 3, section 5.2), but WeasyPrint
does so at the top of pages alone, and not for what stands in columns.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.css.properties import Dimension
from weasyprint.layout import block

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def level_column_tops() -> Iterator[None]:
    """Take the margin from the first block of every column while the block runs."""
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
        return plain_layout(context, box, bottom_space, skip_stack, containing_block, *rest, **options)

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
