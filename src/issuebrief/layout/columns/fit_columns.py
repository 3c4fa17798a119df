"""Figures and tables made to fit the columns that they stand in.

In:  the box of columns, as WeasyPrint has it before it lays it out, with its place and width.
Out: the same box. What spans all columns is as wide as they are and may break over pages, wherever a theme
     has its sidebar; a table that fits no column spans all of them, and one that does not fit a single
     column the sidebar too; a table that would leave a large hole breaks between rows, and a row or a box
     that is higher than a page breaks too; pictures are told how high they can be with their captions; a
     line that is all the text under a heading stays with what follows.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout.block import block_level_width
from weasyprint.layout.column import _create_column_box
from weasyprint.layout.percent import percentage, resolve_percentages
from weasyprint.layout.preferred import max_content_width

from issuebrief.layout.boxes.fragments import boxes_in, class_names
from issuebrief.layout.columns.column_blocks import TOGETHER
from issuebrief.layout.columns.columns_request import ColumnsRequest, columns_answered
from issuebrief.layout.columns.fit_pictures import is_picture, limit_height, room_beyond
from issuebrief.layout.columns.spanning_blocks import restyled, spanning
from issuebrief.layout.styles.custom_properties import NoLength, length, word
from issuebrief.layout.styles.page_sides import heights_after
from issuebrief.layout.tables.fit_tables import fits
from issuebrief.layout.tables.turned_tables import parts
from issuebrief.theming.body_classes import CHART, SPANS, TURNED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import BoxStyle, ColumnsAnswer, LayoutBox, PageContext

WIDE, FULL, _ = SPANS
BOX = "box"
"""The class of boxes."""
LARGE = 2 / 3
"""The share of a page's height from which a table may break: moved as a whole it would leave a large hole."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ol", "ul")
NARROWEST = 0.25
"""How wide a letter is at the least, in em, on the average of a line."""
MUCH_WIDER, WIDER = 1.25, 1.1
"""Words of a table's cells are divided where that makes it so much narrower, at the most, as a share.

The second is where the text is a single column, which nothing across the sidebar parts."""
SLACK = 0.5
"""Px by which a height may differ because of sums that are not exact."""


@contextmanager
def fitted_columns() -> Iterator[None]:
    """Fit what stands in columns before WeasyPrint lays them out, while the block runs."""
    with columns_answered(_fitted):
        yield


def _fitted(request: ColumnsRequest) -> ColumnsAnswer:
    box = request.box
    if box.children and not hasattr(box.children[0], "is_fitted") and _has_pages(box.style):
        columns = box.copy()
        block_level_width(columns, request.containing_block)
        fit(request.context, columns)
    return request.answer()


def _has_pages(style: BoxStyle) -> bool:
    """Whether a theme says how high its pages are."""
    return bool(style["column_count"] != "auto" and word(style, "__text_foot") and word(style, "__text_top"))


def fit(context: PageContext, columns: LayoutBox) -> None:
    """Make the children of columns fit them, in place; those of one tree of boxes are fitted once."""
    children = columns.children
    if not children or hasattr(children[0], "is_fitted"):
        return
    fitting = _Fitting(context, columns, column_of(columns), min(heights_after(context, columns.style)))
    fitted: list[LayoutBox] = []
    for child in children:
        if child.is_in_normal_flow() and isinstance(child, boxes.BlockBox):
            fitted += map(fitting.fitted, fitting.parts(child))
        else:
            fitted.append(child)
    for heading, child in pairwise(fitted):
        first = child.children[0] if child.element_tag in LISTS and child.children else child
        # What comes after the columns is no part of this section.
        is_all = child is fitted[-1] and (first is child or first is child.children[-1])
        if heading.element_tag in HEADINGS and not is_all and fitting.is_line(first):
            first.style = restyled(first.style, break_after="avoid")
    children[:] = fitted
    children[0].is_fitted = True


def column_of(columns: LayoutBox) -> LayoutBox:
    """A single column of them, where the first one begins."""
    style, count = columns.style, columns.style["column_count"]
    normal = style["column_gap"] == "normal"
    gap = style["font_size"] if normal else percentage(style["column_gap"], style, columns.width)
    width = (columns.width - (count - 1) * gap) / count
    column: LayoutBox = _create_column_box(columns, columns, columns.children, width, columns.content_box_y())
    return column


def holds_picture(child: LayoutBox) -> bool:
    """Whether a child of columns is a figure with a picture; a table, a box or a chart is not."""
    # What spans the columns stands in a box of its own.
    figure = child.children[0] if hasattr(child, "is_spanning") else child
    inner = list(boxes_in(figure)) if figure.element_tag == "figure" else []
    if any(box.is_table_wrapper for box in inner) or CHART in class_names(figure.element):
        return False
    return any(isinstance(box, boxes.ReplacedBox) for box in inner)


def scale_figure(context: PageContext, child: LayoutBox, columns: LayoutBox, less: float) -> None:
    """Make the pictures of a child of columns smaller, so that it is so many px less high."""
    spans = child.style["column_span"] == "all"
    for box in _laid_out(context, child, columns if spans else column_of(columns)):
        if box.element_tag == "figure":
            limit_height(child, box, less, is_asked=True)
            return


@dataclass(frozen=True)
class _Fitting:
    """What fitting takes: WeasyPrint's context, the columns and a single one of them.

    `page` is the height in px that the text has on every page after the first.
    """

    context: PageContext
    columns: LayoutBox
    column: LayoutBox
    page: float

    def parts(self, child: LayoutBox) -> list[LayoutBox]:
        """A child of the columns; the parts of one that is turned, and takes several pages."""
        if TURNED not in class_names(child.element):
            return [child]
        line = self.columns.style["line_height"]
        return parts(child, _laid_out(self.context, child, self.columns), float(line.value))

    def fitted(self, child: LayoutBox) -> LayoutBox:
        """A child of the columns, fit for them."""
        if BOX in class_names(child.element):
            self._let_divide(child)
        inner = [box for box in boxes_in(child) if box.is_table_wrapper or is_picture(box)]
        if not inner or TURNED in class_names(child.element):
            return spanning(child, self.columns) if _is_asked_to_span(child) else child
        if wider := self._span_for_table(child, inner):
            child.style = restyled(child.style, column_span="all", **self._margins(wider))
            for table in inner:
                table.steps_up = wider
            if wider == FULL:
                # What is to stand in the sidebar is not set over it.
                child.element.set("class", " ".join([*class_names(child.element), FULL]))
        spans = child.style["column_span"] == "all"
        self._fit_heights(child, self.columns if spans else self.column)
        return spanning(child, self.columns) if spans else child

    def is_line(self, child: LayoutBox) -> bool:
        """Whether a child of the columns is a paragraph of one line, or an item with no more than that."""
        if child.element_tag not in ("p", "li") or not isinstance(child, boxes.BlockBox):
            return False
        letters = sum(map(len, child.element.itertext()))
        if letters * NARROWEST * child.style["font_size"] > self.column.width:
            return False
        return bool(max_content_width(self.context, child) <= self.column.width)

    def _span_for_table(self, child: LayoutBox, inner: list[LayoutBox]) -> str:
        """The span of a figure that holds a table which fits no column; nothing for any other."""
        if child.element_tag != "figure" or child.style["column_span"] == "all":
            return ""
        is_single = self.columns.style["column_count"] == 1
        if is_single and not any(self._beside):
            return ""
        room = self.column.width + SLACK
        most = (WIDER if is_single else MUCH_WIDER) * self.column.width
        tables = (box for box in inner if box.is_table_wrapper)
        if all(fits(self.context, table, room, most) for table in tables):
            return ""
        return FULL if is_single else WIDE

    def _margins(self, span: str) -> dict[str, Dimension]:
        """The margins of what has a span."""
        if span != FULL:
            return {}
        left, right = (Dimension(-width, "px") for width in self._beside)
        return {"margin_left": left, "margin_right": right}

    @property
    def _beside(self) -> tuple[float, float]:
        """The room of the sidebar left and right of the columns, where it is the same on all pages."""
        style = self.columns.style
        if word(style, "__sidebar_side") not in ("left", "right"):
            return 0.0, 0.0
        left, right = (_length(style, f"__{side}_of_text") for side in ("left", "right"))
        return (left, right) if style["direction"] == "ltr" else (right, left)

    def _let_divide(self, child: LayoutBox) -> None:
        """Let a box that is to be kept whole, and is higher than a page, break."""
        if child.style["break_inside"] not in TOGETHER:
            return
        container = self.columns if child.style["column_span"] == "all" else self.column
        if any(box.margin_height() > self.page for box in _laid_out(self.context, child, container)[:1]):
            child.style = restyled(child.style, break_inside="auto")

    def _fit_heights(self, child: LayoutBox, container: LayoutBox) -> None:
        """Let high tables and rows break, and tell pictures how high they can be."""
        originals = {box.element: box for box in boxes_in(child) if _is_fitted_to_page(box)}
        beyond = room_beyond(child, self.page)
        for box in _laid_out(self.context, child, container):
            element: Element | None = getattr(box, "element", None)
            original = None if element is None else originals.get(element)
            if original is None or type(original) is not type(box):
                continue
            height = box.margin_height() if isinstance(box, boxes.TableRowBox) else box.border_height()
            if box.element_tag == "figure":
                self._fit_figure(original, box, height, beyond)
            elif isinstance(box, boxes.TableRowBox) and height > LARGE * self.page:
                original.style = restyled(original.style, break_inside="auto")

    def _fit_figure(self, original: LayoutBox, box: LayoutBox, height: float, beyond: float) -> None:
        has_table = any(inner.is_table_wrapper for inner in boxes_in(box))
        if has_table and height > LARGE * self.page:
            original.style = restyled(original.style, break_inside="auto")
        elif not has_table and height > self.page + beyond + SLACK:
            limit_height(original, box, height - self.page - beyond)


def _is_asked_to_span(child: LayoutBox) -> bool:
    """Whether an author asked for a block to span the columns, as headings of notes do by themselves."""
    return child.style["column_span"] == "all" and any(
        name in (*SPANS, TURNED) for name in class_names(child.element)
    )


def _is_fitted_to_page(box: LayoutBox) -> bool:
    return getattr(box, "element_tag", "") == "figure" or isinstance(box, boxes.TableRowBox)


def _laid_out(context: PageContext, child: LayoutBox, container: LayoutBox) -> list[LayoutBox]:
    """The boxes of a child as high as WeasyPrint makes them."""
    trial = child.copy()
    trial.position_x, trial.position_y = container.content_box_x(), container.content_box_y()
    resolve_percentages(trial, container)
    laid_out = block.block_level_layout(
        context, trial, -1e9, None, container, True, [], [], [], None, None, False, None
    )[0]
    return list(boxes_in(laid_out)) if laid_out is not None else []


def _length(style: BoxStyle, name: str) -> float:
    """A token's length in px; 0 where it has none."""
    try:
        return length(style, name)
    except NoLength:
        return 0.0
