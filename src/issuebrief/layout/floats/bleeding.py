"""Pictures that run off the head or foot of their page: `.bleed` with `.top`, `.page` or `.bottom`.

In:  the children of columns, before they are laid out; boxes of pages, when all is laid out.
Out: the edge that a picture runs off. The caption of one that ends at the foot of the page stands above it.
     Where a picture reaches the head or foot of a page, the running heads or the folio there
     give way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import boxes_in, class_names, laid_out
from issuebrief.theming.body_classes import SPANS, edge_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import LayoutBox

NEAR = 0.75
"""What ends so near to the edge of the page ends at it, in px."""


def edge(child: LayoutBox) -> str:
    """The edge of the page that a child of columns runs off, `top` or `bottom`; nothing for most."""
    if not hasattr(child, "is_spanning"):
        return ""
    inner = child.children[0]
    return edge_of(class_names(inner.element)) if inner.element_tag == "figure" else ""


def bleeds(child: LayoutBox) -> bool:
    """Whether a child of columns is a figure that runs to the edges of the page."""
    return hasattr(child, "is_spanning") and SPANS[-1] in class_names(child.children[0].element)


def captions_first(root: LayoutBox) -> None:
    """Put the captions of figures above their pictures where these end at the foot of the page, in place."""
    for box in boxes_in(root):
        if box.element_tag == "figure" and edge_of(class_names(box.element)) == "bottom":
            box.children = sorted(box.children, key=lambda child: not _is_caption(child))


def without_covered_heads(page: LayoutBox) -> LayoutBox:
    """The box of a page, without running heads or a folio where a picture runs off the page."""
    covered: set[str] = {
        side
        for figure in _bleeding(page)
        for side in (
            "top" if figure.border_box_y() <= NEAR else "",
            "bottom" if figure.border_box_y() + figure.border_height() >= page.margin_height() - NEAR else "",
        )
        if side and side == edge_of(class_names(figure.element))
    }
    if covered:
        page = page.copy()
        page.children = tuple(child for child in page.children if not _is_at(child, covered))
    return page


def _is_caption(box: LayoutBox) -> bool:
    return box.element_tag == "figcaption" or bool({"source", "figure-note"} & set(class_names(box.element)))


def _bleeding(page: LayoutBox) -> Iterator[LayoutBox]:
    """The figures of the text that run off some page."""
    for inner in _children(page):
        for part in _children(inner):
            for main in (part, *_children(part)):
                if main.element_tag == "main":
                    found = (figure for child in _children(main) for figure in (child, *_children(child)))
                    yield from (figure for figure in found if _runs_off(figure))


def _runs_off(box: LayoutBox) -> bool:
    return box.element_tag == "figure" and bool(edge_of(class_names(box.element)))


def _children(box: LayoutBox) -> Iterator[LayoutBox]:
    yield from map(laid_out, box.children if isinstance(box, boxes.ParentBox) else ())


def _is_at(child: LayoutBox, sides: set[str]) -> bool:
    """Whether a child of a page is one of the margins on these sides of it."""
    return isinstance(child, boxes.MarginBox) and child.at_keyword.split("-")[0].strip("@") in sides
