"""The picture at the foot of a cover leaves the title its room.

In:  the first page as WeasyPrint made it, with a cover that stands apart from the flow, below the title.
Out: the same page, changed in place: where the title reached down to the picture, the picture is lower by as
     much. It is cropped, as `object-fit: cover` crops it.

How many lines a title takes is known only when it is set, so style sheets can't reserve them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import boxes_in, class_names, laid_out
from issuebrief.layout.boxes.ink import bottom_of
from issuebrief.layout.styles.custom_properties import length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import LayoutBox

WHITE = 2.5
"""Lines of the grid between a title and the picture below it."""
LEAST = 4.0
"""The least height of a picture, in lines of the grid. A title that leaves less is told as overprinted."""


def clear_title(page: LayoutBox) -> None:
    """Make the cover's picture as low as the title of a page needs it to be."""
    parts = [
        box for root in page.children[:1] for body in getattr(root, "children", ()) for box in _parts(body)
    ]
    titles = [box for box in parts if "title-block" in class_names(box.element)]
    covers = [box for box in parts if "cover" in class_names(box.element) and not box.is_in_normal_flow()]
    if not titles or not covers:
        return
    pictures = [box for box in boxes_in(covers[0]) if isinstance(box, boxes.ReplacedBox)]
    lines = [box for box in boxes_in(titles[0]) if isinstance(box, boxes.LineBox)]
    if len(pictures) == 1 and lines and pictures[0].position_y > lines[0].position_y:
        _lower(covers[0], pictures[0], lines)


def _parts(body: LayoutBox) -> Iterator[LayoutBox]:
    """The boxes of the elements in the body, those too that stand in boxes without an element."""
    for child in getattr(body, "children", ()):
        if child.element is body.element:
            yield from _parts(child)
        else:
            yield laid_out(child)


def _lower(cover: LayoutBox, picture: LayoutBox, lines: list[LayoutBox]) -> None:
    """Let a picture begin below the lines that stand above it, and end where it ends."""
    step = length(cover.style, "__grid")
    left, right = picture.position_x - step, picture.position_x + picture.margin_width() + step
    above = [line for line in lines if line.position_x < right and line.position_x + line.width > left]
    top = max(map(bottom_of, above), default=0.0) + WHITE * step
    less = min(top - picture.position_y, picture.height - LEAST * step)
    if less <= 0:
        return
    picture.height -= less
    picture.position_y += less
    cover.height -= less
    cover.position_y += less
