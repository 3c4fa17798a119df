"""Where on the pages something was changed, and where elements with ids stand.

In:  `Pages` of a page on which changes are marked with `ins` and `del`, and with a class what was moved.
Out: a `MarkedLine` for each line with a change in it, and the page of each id. Lengths are px.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import boxes_in, class_names, laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import LayoutBox

MARKS = frozenset(("ins", "del"))
MOVED = "moved-to"
"""The class of what has come from elsewhere: all of its lines are changed."""
LIST_OF_CHANGES = "changes"
"""The class of the list at the end, which repeats what was marked before."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line with a change in it: its page, counted from 1, the edges of its column, its top and height.

    `leftward` says that it is read from the right.
    """

    page: int
    left: float
    right: float
    top: float
    height: float
    leftward: bool


def marked_lines(pages: Pages) -> tuple[MarkedLine, ...]:
    """The lines in which something was changed, from page to page."""
    found: list[MarkedLine] = []
    for number, page in enumerate(pages.document.pages, 1):
        box = page._page_box
        for child in box.children:
            if not isinstance(child, boxes.MarginBox):
                found += _marked(child, number, None)
    return tuple(found)


def pages_of_ids(pages: Pages) -> dict[str, int]:
    """The page, counted from 1, on which each element that has an id begins."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages.document.pages, 1):
        for box in boxes_in(page._page_box):
            if box.element is not None and (name := box.element.get("id")):
                found.setdefault(name, number)
    return found


def _marked(
    box: LayoutBox, page: int, edges: tuple[float, float] | None, *, moved: bool = False
) -> Iterator[MarkedLine]:
    """The lines in a box; `edges` are those of the column or the table around it."""
    box = laid_out(box)
    moved = moved or MOVED in class_names(box.element)
    if isinstance(box, boxes.LineBox):
        if moved or _holds_mark(box):
            left, right = edges or (box.position_x, box.position_x + box.width)
            leftward = box.style["direction"] == "rtl"
            yield MarkedLine(
                page, float(left), float(right), float(box.position_y), float(box.height), leftward
            )
        return
    if not isinstance(box, boxes.ParentBox) or LIST_OF_CHANGES in class_names(box.element):
        return
    stands_apart = box.is_absolutely_positioned() or box.is_floated()
    is_column = getattr(box, "is_column", False)
    if is_column or stands_apart or (edges is None and _has_text(box)):
        edges = (box.content_box_x(), box.content_box_x() + box.width)
    for child in box.children:
        yield from _marked(child, page, edges, moved=moved)


def _has_text(box: LayoutBox) -> bool:
    """Whether a box is the outermost one whose edges are those of its text."""
    if not isinstance(box, boxes.BlockContainerBox) or box.is_table_wrapper:
        return bool(getattr(box, "is_table_wrapper", False))
    return any(isinstance(laid_out(child), boxes.LineBox) for child in box.children)


def _holds_mark(line: LayoutBox) -> bool:
    return any(box.element_tag in MARKS for box in boxes_in(line) if not isinstance(box, boxes.LineBox))
