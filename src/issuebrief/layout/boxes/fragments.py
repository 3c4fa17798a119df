"""From laid-out pages to the lines of the file, and back.

In:  `Pages`, set from HTML whose blocks say their line as `data-line`.
Out: a `Fragment` for every piece of every such block: a paragraph that runs over two columns has two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from issuebrief.layout.boxes.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import DrawnPage, LayoutBox

LINE = "data-line"
"""The attribute that blocks carry: a line of the brief's file, counted from 1."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""The elements that are headings, and their levels."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a block: its page, counted from 1, its border box, and the line of the file it came from."""

    page: int
    rect: Rect
    line: int


def fragments(pages: Pages) -> tuple[Fragment, ...]:
    """All fragments in the order of the pages, outer blocks before those inside them."""
    return tuple(
        Fragment(number, rectangle(box), source_line(box))
        for number, page in enumerate(pages.document.pages, 1)
        for box in lined(page)
    )


def lined(page: DrawnPage) -> Iterator[LayoutBox]:
    """The boxes of a page that say their line, outer ones before those inside them."""
    return _lined(page._page_box, None)


def headings(page: DrawnPage) -> Iterator[LayoutBox]:
    """The boxes of a page's headings."""
    for box in boxes_in(page._page_box):
        if isinstance(box, boxes.BlockLevelBox) and box.element is not None and box.element.tag in HEADINGS:
            yield box


def fill(page: DrawnPage) -> float:
    """How far down the text of a page goes, as a share of the height that it may take."""
    top, height = float(page._page_box.content_box_y()), float(page._page_box.height)
    lines = (box for box in boxes_in(page._page_box) if isinstance(box, boxes.LineBox))
    low = max(
        (line.position_y + line.height for line in lines if line.position_y < top + height), default=top
    )
    return min(max((float(low) - top) / height, 0.0), 1.0) if height else 0.0


def boxes_in(box: LayoutBox) -> Iterator[LayoutBox]:
    """A box and all in it, those out of the flow too."""
    left = [box]
    # Generators within generators would hand on each box as often as it stands in another.
    while left:
        box = laid_out(left.pop())
        yield box
        if isinstance(box, boxes.ParentBox):
            left.extend(reversed(box.children))


def flowing_in(box: LayoutBox) -> Iterator[LayoutBox]:
    """A box and all in it; what stands out of the flow, as signs of lists do, may have no place yet."""
    yield box
    for child in box.children if isinstance(box, boxes.ParentBox) else ():
        if child.is_in_normal_flow():
            yield from flowing_in(child)


def class_names(element: Element | None) -> tuple[str, ...]:
    """The class names of an element as they are written; none where a box has no element."""
    return _words(element.get("class") or "") if element is not None else ()


def source_line(box: LayoutBox) -> int:
    """The line that a box's own element came from; 0 where it does not say."""
    value = box.element.get(LINE, "") if box.element is not None else ""
    return int(value) if value.isdecimal() else 0


def laid_out(box: LayoutBox) -> LayoutBox:
    """The box itself, where WeasyPrint has a placeholder in the tree for one out of the flow."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def rectangle(box: LayoutBox) -> Rect:
    """A box's border box."""
    return Rect(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _lined(box: LayoutBox, parent: LayoutBox | None) -> Iterator[LayoutBox]:
    """The outermost box of each element that has a line of its own."""
    box = laid_out(box)
    own = parent is None or box.element is not parent.element
    if own and isinstance(box, boxes.BlockLevelBox | boxes.TableRowBox) and source_line(box):
        yield box
    for child in box.children if isinstance(box, boxes.ParentBox) else ():
        yield from _lined(child, box)
