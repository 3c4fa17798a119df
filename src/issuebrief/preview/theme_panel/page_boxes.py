"""Boxes on pages, and the elements that they belong to.

In:  laid-out pages.
Out: the box at a point; the areas of elements, of their parts and of boxes in the margins, in points; the
     tree of elements, in which each knows its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

import cssselect2
from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import laid_out, rectangle
from issuebrief.preview.theme_panel.model import Area
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import CssElement, DrawnPage, LayoutBox

PARTS = ("before", "after", "marker", "first-letter", "first-line")
Owner: TypeAlias = "tuple[Element | None, str | None]"
"""An element, and which part of it."""


@dataclass(frozen=True, eq=False)
class PlacedBox:
    """A box of an element on a page (`part`: of its `::before` or the like), or one in the page's margin.

    It is `outer` where it lies in no other box of the same.
    """

    page: int
    box: LayoutBox
    element: Element | None
    part: str | None
    margin: str = ""
    outer: bool = True

    @property
    def area(self) -> Area:
        """Its border box."""
        rect = rectangle(self.box)
        lengths = (rect.x, rect.y, rect.width, rect.height)
        return Area(self.page, *(round(length * PT_PER_PX, 2) for length in lengths))


def placed_boxes(pages: Sequence[DrawnPage]) -> Iterator[PlacedBox]:
    """All boxes of all pages, outer ones before those inside them."""
    for number, page in enumerate(pages):
        for child in page._page_box.children:
            yield from _placed(laid_out(child), number, "", None)


def box_at(pages: Sequence[DrawnPage], page: int, x: float, y: float) -> PlacedBox | None:
    """The innermost box at a point of a page, in points; None where there is none."""
    if not 0 <= page < len(pages):
        return None
    found = [placed for placed in placed_boxes([pages[page]]) if _holds(placed.area, x, y)]
    smallest = min(found, key=lambda placed: placed.area.width * placed.area.height, default=None)
    return replace(smallest, page=page) if smallest else None


def elements_of(page: DrawnPage) -> dict[Element, CssElement]:
    """All elements of the document that a page belongs to, each with its place in the tree."""
    root = next(child.element for child in page._page_box.children if child.element_tag == "html")
    wrapper: CssElement = cssselect2.ElementWrapper.from_html_root(root)
    return {each.etree_element: each for each in wrapper.iter_subtree()}


def _placed(box: LayoutBox, page: int, margin: str, around: Owner | None) -> Iterator[PlacedBox]:
    margin = box.at_keyword if isinstance(box, boxes.MarginBox) else margin
    tag = box.element_tag or ""
    part = next((part for part in PARTS if tag.endswith(f"::{part}")), None)
    owner = (box.element, part)
    is_placed = isinstance(getattr(box, "width", None), int | float)
    if is_placed and (margin or box.element is not None) and not isinstance(box, boxes.LineBox):
        yield PlacedBox(page, box, box.element, part, margin, owner != around)
    for child in box.children if isinstance(box, boxes.ParentBox) else ():
        yield from _placed(laid_out(child), page, margin, owner)


def _holds(area: Area, x: float, y: float) -> bool:
    return area.x <= x <= area.x + area.width and area.y <= y <= area.y + area.height
