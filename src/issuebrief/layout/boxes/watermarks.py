"""The word across the pages of a draft.

In:  a box of a page.
Out: whether it is a margin box that holds that word, which lies behind everything and is no part of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import class_names, laid_out

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox

WATERMARK = "watermark"
"""The class of the element that runs into such a margin box."""


def is_watermark(box: LayoutBox) -> bool:
    """Whether a box is a margin box with a watermark in it."""
    return isinstance(box, boxes.MarginBox) and any(
        WATERMARK in class_names(inner.element)
        for inner in map(laid_out, box.children)
        if inner.element is not None
    )


def without_watermark(page: LayoutBox) -> list[LayoutBox]:
    """What stands on a page, but for a watermark."""
    return [box for box in page.children if not is_watermark(box)]
