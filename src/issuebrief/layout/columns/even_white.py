"""White above and below figures and tables, equal to the eye.

In:  a column of text, as it is laid out.
Out: the same, changed in place: what stands between two blocks of text is moved up or down, so that it is
     as far from the baseline above as from the small letters below. What was added to its height, so that
     the text below is on the grid again, no longer stands below it alone. What ends a column stands above its
     foot.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import class_names, flowing_in
from issuebrief.theming.body_classes import EQUATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import LayoutBox

X_HEIGHT = 0.48
"""How high small letters are, as a share of the size; text faces hardly differ in it."""
MOST = 1.0
"""The most that a block is moved, in lines."""


def even_white(column: LayoutBox, leading: float) -> None:
    """Move figures and tables that stand within a text halfway between the lines around them.

    Boxes stay: their text stands on the grid.
    """
    flowing = [child for child in column.children if child.is_in_normal_flow()]
    for (before, block), (_, after) in pairwise(pairwise(flowing)):
        if not _is_display(block) or any(map(_has_own_edges, (before, after))):
            continue
        above, own, below = (tuple(_edges(box)) for box in (before, block, after))
        if above and own and below:
            white_above = min(top for top, _ in own) - max(bottom for _, bottom in above)
            white_below = min(top for top, _ in below) - max(bottom for _, bottom in own)
            most = MOST * leading
            block.translate(dy=min(max((white_below - white_above) / 2, -most), most))


def lift_above(block: LayoutBox, foot: float) -> None:
    """Move a figure or table up that reaches below a foot, where no white is below it to take its rules."""
    if _is_display(block):
        over = max((bottom for _, bottom in _edges(block)), default=foot) - foot
        block.translate(dy=-max(0.0, over))


def _is_display(box: LayoutBox) -> bool:
    return bool(box.is_table_wrapper or box.element_tag == "figure" or EQUATION in class_names(box.element))


def _has_own_edges(box: LayoutBox) -> bool:
    return _is_display(box) or "box" in class_names(box.element)


def _edges(block: LayoutBox) -> Iterator[tuple[float, float]]:
    """The upper and lower edges of all in a block that the eye sees."""
    for box in flowing_in(block):
        if isinstance(box, boxes.LineBox):
            baseline = box.position_y + box.baseline
            yield baseline - X_HEIGHT * box.style["font_size"], baseline
        elif isinstance(box, boxes.ReplacedBox) or _is_ruled(box):
            yield box.border_box_y(), box.border_box_y() + box.border_height()


def _is_ruled(box: LayoutBox) -> bool:
    """Whether a box has a ground, or a rule above or below."""
    if not isinstance(box, boxes.BlockLevelBox | boxes.TableBox):
        return False
    is_filled = get_color(box.style, "background_color").alpha > 0
    return is_filled or bool(box.border_top_width or box.border_bottom_width)
