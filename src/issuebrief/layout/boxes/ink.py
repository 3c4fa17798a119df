"""How far down what is seen of a block reaches.

In:  a laid-out box.
Out: a height on its page, in px.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import class_names

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox

GROUNDS = frozenset(("authors", "publisher", "box"))
"""The classes of what has a ground or a frame."""

SEEN = (boxes.LineBox, boxes.ReplacedBox, boxes.TableBox)
"""What is seen of blocks that have none: a table has rules, and white in its cells."""


def ink_bottom(box: LayoutBox) -> float:
    """How far down the last line, picture or box in a block is; a block that goes on is higher itself."""
    if isinstance(box, SEEN) or not GROUNDS.isdisjoint(class_names(box.element)):
        return bottom_of(box)
    children = [child for child in getattr(box, "children", ()) if child.is_in_normal_flow()]
    return max(map(ink_bottom, children), default=0.0)


def bottom_of(box: LayoutBox) -> float:
    """The lower edge of a line, or of the border of a block."""
    if isinstance(box, boxes.LineBox):
        return float(box.position_y + box.height)
    return float(box.border_box_y() + box.border_height())
