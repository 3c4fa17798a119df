"""Pictures made to fit their place.

In:  pictures that WeasyPrint gives a size while it lays out: from the theme, from their attributes, or their
     own.
Out: the same, made smaller in proportion where they are wider than what they stand in, or higher than the
     text of a page together with their captions; where they stand in a line of text, than its letters.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import strut

from issuebrief.engine.patches import BLOCK_REPLACED_BOX_LAYOUT, INLINE_REPLACED_BOX_LAYOUT, replaced
from issuebrief.formulas.mathml import FORMULA_TEXT
from issuebrief.layout.boxes.fragments import boxes_in, class_names
from issuebrief.layout.styles.custom_properties import length, word
from issuebrief.layout.styles.page_sides import beyond_text
from issuebrief.theming.body_classes import SPANS, edge_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.engine.protocols import BlockAnswer, LayoutBox, PageContext, UnplacedBox

LEAST_HEIGHT = 0.2
"""The share of its height that a picture keeps, however long its caption is."""
LEAST_ASKED = 0.4
"""The share of its height to which a picture may be made smaller to fill a page, and nobody is told."""


def limit_height(figure: LayoutBox, laid_out: LayoutBox, excess: float, *, is_asked: bool = False) -> None:
    """Tell the pictures of a figure how high they can be, where it is so many px higher than its place.

    `laid_out` is the same figure as WeasyPrint makes it. What is asked for, to fill a page, is no fault
    unless it is much.
    """
    heights = {box.element: box.height for box in boxes_in(laid_out) if isinstance(box, boxes.ReplacedBox)}
    share = max(LEAST_HEIGHT, 1 - excess / max(1.0, sum(heights.values())))
    for box in boxes_in(figure):
        if isinstance(box, boxes.ReplacedBox) and box.element in heights:
            box.is_asked = is_asked and share >= LEAST_ASKED and not hasattr(box, "most_height")
            box.most_height, box.is_limited = heights[box.element] * share, True


def are_as_high_as_they_like(pictures: Iterable[LayoutBox]) -> bool:
    """Whether no picture was made smaller for its place, and none would be as high as another page allows."""
    return not any(
        hasattr(box, "is_limited") or (hasattr(box, "is_bleeding") and getattr(box, "share", 1.0) < 1)
        for box in pictures
    )


def room_beyond(figure: LayoutBox, page: float) -> float:
    """What a figure has for room beyond the text of a page, in px; its pictures are told of it.

    `page` is the height of that text.
    """
    classes = class_names(figure.element)
    if SPANS[-1] not in classes:
        return 0.0
    beyond = beyond_text(edge_of(classes), figure.style)
    for box in boxes_in(figure):
        if isinstance(box, boxes.ReplacedBox):
            box.is_bleeding, box.most_height = True, page + beyond
    return beyond


def is_picture(box: LayoutBox) -> bool:
    """Whether a box is a picture; a formula is as large as its letters."""
    return isinstance(box, boxes.ReplacedBox) and FORMULA_TEXT not in box.element.attrib


@contextmanager
def fitted_pictures() -> Iterator[None]:
    """Fit pictures while the block runs."""
    plain_block, plain_inline = BLOCK_REPLACED_BOX_LAYOUT.value, INLINE_REPLACED_BOX_LAYOUT.value

    def block_layout(
        context: PageContext, box: LayoutBox, containing_block: LayoutBox | tuple[float, float]
    ) -> BlockAnswer:
        result: BlockAnswer = plain_block(context, box, containing_block)
        assert result[0] is not None, "a picture is never divided"
        _shrink(result[0], containing_block, getattr(box, "most_height", _page_height(box)))
        return result

    def inline_layout(box: LayoutBox, containing_block: LayoutBox | tuple[float, float]) -> None:
        plain_inline(box, containing_block)
        _shrink(box, containing_block, _letter_height(box))

    with (
        replaced(BLOCK_REPLACED_BOX_LAYOUT, block_layout),
        replaced(INLINE_REPLACED_BOX_LAYOUT, inline_layout),
    ):
        yield


def _shrink(box: LayoutBox, containing_block: LayoutBox | tuple[float, float], most_height: float) -> None:
    """Make a picture as small as its place, keeping its proportions; note what the height has cost it."""
    if box.element_tag != "img" or not box.width or not box.height:
        return
    around_x, around_y = box.border_width() - box.width, box.border_height() - box.height
    by_width = max(1.0, _inner_width(containing_block) - around_x) / box.width
    by_height = max(1.0, most_height - around_y) / box.height
    share = min(by_width, by_height)
    if share < 1:
        if getattr(box, "is_bleeding", False) and _has_margin(box):
            # What cannot reach both edges of the page is as far from each.
            box.margin_left += max(0.0, by_width - share) * box.width / 2
        box.width, box.height = box.width * share, box.height * share
        if not getattr(box, "is_asked", False):
            box.share = min(1.0, by_height / min(1.0, by_width))


def _has_margin(box: UnplacedBox) -> bool:
    return box.margin_left != "auto"


def _inner_width(containing_block: LayoutBox | tuple[float, float]) -> float:
    width = containing_block[0] if isinstance(containing_block, tuple) else containing_block.width
    return float(width)


def _page_height(box: LayoutBox) -> float:
    """The height of the text on a page, in px; no limit where the theme does not say."""
    if not (word(box.style, "__text_foot") and word(box.style, "__text_top")):
        return float("inf")
    return length(box.style, "__text_foot") - length(box.style, "__text_top")


def _letter_height(box: LayoutBox) -> float:
    """How far a line of text reaches above its letters' feet, in px."""
    return float(strut(box.style)[1])
