"""What the boxes around a box say of it: where it runs, what it stands on, what cuts it, when it is painted.

In:  WeasyPrint's boxes, laid out, from the page inwards.
Out: `LineSurroundings` of each.

The order of painting is that of CSS 2.2, appendix E: in a stacking context the backgrounds of blocks come
first, then floats, then lines and what stands in them, then what is positioned.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.drawn_facts import WHITE, ground_of
from issuebrief.layout.boxes.fragments import HEADINGS, class_names, rectangle, source_line
from issuebrief.layout.boxes.geometry import Rect
from issuebrief.theming.body_classes import SPANS, edge_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from issuebrief.engine.protocols import LayoutBox, Matrix
    from issuebrief.layout.inspect.facts import Colour, Order

NOWHERE = -1
BELOW, BLOCKS, FLOATS, LINES, ABOVE = range(5)
"""The layers of a stacking context, as they are painted."""

LEVEL = 1e-6
"""A sine or cosine below which lines run straight."""

BLEEDING = SPANS[-1]
"""The class of a figure that reaches to the edges of the page."""


@dataclass(frozen=True, slots=True)
class LineSurroundings:
    """See `facts.Line`, whose fields of the same names these are.

    `page_area` is where the text of the page may stand, `area` the same for what is part of the text.
    `context` is the stacking context, as the beginning of all orders in it, and `matrix` what turns, moves or
    scales all that is in it.
    """

    page: int
    column: int
    stretch: int
    page_area: Rect
    ground: Colour | None = WHITE
    opacity: float = 1.0
    source: int = 0
    level: int = 0
    paragraph: int = 0
    figure: int = 0
    is_caption: bool = False
    room: Rect | None = None
    window: Rect | None = None
    area: Rect | None = None
    context: Order = ()
    matrix: Matrix | None = None

    @property
    def is_slanted(self) -> bool:
        """Whether lines run aslant: neither across the page nor along it."""
        return self.matrix is not None and all(abs(part) > LEVEL for part in self.matrix[0][:2])

    @property
    def scale(self) -> float:
        """By how much letters are made larger: the root of what becomes of an area."""
        return math.sqrt(abs(self.matrix.determinant)) if self.matrix is not None else 1.0

    def order(self, layer: int, rank: int) -> Order:
        """When something of the context is painted: what is greater comes later."""
        return (*self.context, (layer, 0, rank))

    def seen(self, rect: Rect) -> Rect:
        """The rectangle around what becomes of another that is turned, moved or scaled."""
        if self.matrix is None:
            return rect
        corners = [
            self.matrix.transform_point(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)
        ]
        left, top = (min(each) for each in zip(*corners, strict=True))
        right, bottom = (max(each) for each in zip(*corners, strict=True))
        return Rect(left, top, right - left, bottom - top)


def of_page(page: LayoutBox, number: int, stretch: int) -> LineSurroundings:
    """What a page says of the boxes on it."""
    area = Rect(page.content_box_x(), page.content_box_y(), page.width, page.height)
    ground = ground_of(page.canvas_background, ground_of(page.background, WHITE, 1.0), 1.0)
    return LineSurroundings(number, stretch, stretch, area, ground)


def inside(box: LayoutBox, here: LineSurroundings, rank: int, stretch: Callable[[], int]) -> LineSurroundings:
    """What is true inside a box, given what is around it; `rank` is its place in the order of the boxes."""
    style, tag = box.style, box.element_tag
    changes: dict[str, Any] = {}
    if (line := source_line(box)) and line != here.source:
        changes["source"] = line
    if tag in HEADINGS:
        changes["level"] = HEADINGS[tag]
    elif tag == "figure":
        changes["figure"] = id(box.element)
        if here.area is not None and BLEEDING in class_names(box.element):
            changes["area"] = _bleeding_area(box, here.area)
    elif tag == "figcaption":
        changes["is_caption"] = True
    elif tag == "main":
        changes["area"] = here.page_area
    if style["opacity"] < 1:
        changes["opacity"] = here.opacity * style["opacity"]
    if getattr(box, "background", None) is not None:
        ground = ground_of(box.background, here.ground, here.opacity)
        if ground != here.ground:
            changes["ground"] = ground
    if box.is_outside_marker:
        # A bullet is no line of the text.
        changes["room"] = None
    elif isinstance(box, boxes.BlockContainerBox) and not box.is_table_wrapper:
        changes["room"] = Rect(box.content_box_x(), box.content_box_y(), box.width, box.height)
    if style["overflow"] != "visible" and isinstance(box, boxes.BlockContainerBox):
        changes["window"] = rectangle(box)
    if box.is_absolutely_positioned() or box.is_running() or box.is_floated():
        changes |= {"column": NOWHERE, "stretch": stretch(), "area": None}
    elif _stands_alone(box):
        changes["stretch"] = stretch()
    if box.transformation_matrix:
        around = here.matrix
        changes["matrix"] = box.transformation_matrix @ around if around else box.transformation_matrix
    if context := _context(box, here, rank):
        changes["context"] = context
    return replace(here, **changes) if changes else here


def _bleeding_area(figure: LayoutBox, area: Rect) -> Rect:
    """Where a figure that bleeds may stand: to the edges on both sides, and at the one that it was given."""
    edge = edge_of(class_names(figure.element))
    top = min(area.y, figure.border_box_y()) if edge == "top" else area.y
    foot = figure.border_box_y() + figure.border_height() if edge == "bottom" else 0.0
    return Rect(figure.border_box_x(), top, figure.border_width(), max(area.bottom, foot) - top)


def _stands_alone(box: LayoutBox) -> bool:
    """Whether text in a box runs from top to bottom for itself, beside other text."""
    beside = isinstance(box, boxes.TableCellBox | boxes.InlineBlockBox)
    return bool(beside or box.is_flex_item or box.is_grid_item)


def _context(box: LayoutBox, here: LineSurroundings, rank: int) -> Order:
    """The stacking context that a box opens; empty where it opens none."""
    style = box.style
    if style["position"] != "static" or style["opacity"] < 1 or style["transform"]:
        level = style["z_index"] if style["z_index"] != "auto" else 0
        return (*here.context, (BELOW if level < 0 else ABOVE, level, rank))
    if style["overflow"] != "visible" and isinstance(box, boxes.BlockContainerBox):
        return (*here.context, (ABOVE, 0, rank))
    if box.is_floated():
        return (*here.context, (FLOATS, 0, rank))
    if isinstance(box, boxes.InlineBlockBox):
        return (*here.context, (LINES, 0, rank))
    return ()
