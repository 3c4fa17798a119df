"""The frame of a page with floats: its columns, and the floats set in them and across them.

In:  WeasyPrint's request to lay out columns, and the unit of heights on the page.
Out: boxes of floats at their places, laid out with the white that parts them from text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout.column import _create_column_box
from weasyprint.layout.percent import percentage, resolve_percentages
from weasyprint.text.line_break import strut

from issuebrief.layout.boxes.fragments import flowing_in
from issuebrief.layout.columns.even_white import lift_above
from issuebrief.layout.styles.custom_properties import length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import LayoutBox, NextPage, SkipStack
    from issuebrief.layout.columns.columns_request import ColumnsRequest


@dataclass(frozen=True)
class Frame:
    """The columns of a page. `step` is the unit of heights in px: a line, or half."""

    request: ColumnsRequest
    step: float

    @cached_property
    def columns(self) -> LayoutBox:
        """The box of all columns."""
        return self.request.columns

    @property
    def bottom(self) -> float:
        """Where columns end at the latest."""
        return float(self.request.context.page_bottom - self.request.bottom_space)

    @property
    def count(self) -> int:
        """How many columns stand side by side."""
        return int(self.columns.style["column_count"])

    @cached_property
    def gap(self) -> float:
        """What parts two columns."""
        style = self.columns.style
        if style["column_gap"] == "normal":
            return float(style["font_size"])
        return float(percentage(style["column_gap"], style, self.columns.width))

    @property
    def width(self) -> float:
        """How wide a column is."""
        return float((self.columns.width - (self.count - 1) * self.gap) / self.count)

    def column_box(self, children: list[LayoutBox], x: float, y: float) -> LayoutBox:
        """The box of a column for these children, so far from the first one, before it is laid out."""
        box: LayoutBox = _create_column_box(
            self.columns, self.request.containing_block, children, self.width, y
        )
        is_rtl = self.columns.style["direction"] == "rtl"
        box.position_x += self.columns.width - self.width - x if is_rtl else x
        return box

    def lines(self, height: float) -> int:
        """The lines that a height takes."""
        return ceil(height / self.step - 0.01)

    def on_grid(self, y: float) -> float:
        """The next line's upper edge from `y` on."""
        top = self.columns.content_box_y()
        return float(top + self.lines(y - top) * self.step)

    def white(self, child: LayoutBox, side: str) -> float:
        """The margin of a child on a side."""
        margin = child.style[side]
        return float(margin.value) if margin != "auto" and margin.unit == "px" else 0.0

    def float_white(self, child: LayoutBox) -> float:
        """What parts a float from text: the larger of its margins, in whole lines."""
        step = self.step
        lines = max(round(self.white(child, side) / step) for side in ("margin_top", "margin_bottom"))
        return max(1, lines) * step

    def across(
        self,
        child: LayoutBox,
        y: float,
        skip_stack: SkipStack,
        bottom: float,
        *,
        is_first: bool,
        edge: str = "",
    ) -> tuple[LayoutBox | None, SkipStack, NextPage]:
        """A child across all columns, its upper edge at `y`, or at an `edge` of the page.

        Also where it goes on overleaf, and what it asks of the next page.
        """
        child = child.copy()
        request = self.request
        resolve_percentages(child, request.containing_block)
        child.margin_top = 0
        child.position_x, child.position_y = self.columns.content_box_x(), y
        is_empty = request.page_is_empty and is_first
        new, resume_at, next_page, *_ = block.block_level_layout(
            request.context, child, request.context.page_bottom - bottom, skip_stack,
            request.containing_block, is_empty, request.absolute_boxes, request.fixed_boxes, [],
            *request.styles,
        )  # fmt: skip
        if new is not None:
            if edge == "top":
                y = 0.0
            elif edge:
                # What was added to its height for the grid is beyond the page.
                below = max(map(_lower_edge, flowing_in(new)), default=0.0) - new.border_box_y()
                y = length(self.columns.style, "__page_height") - below
            new.translate(dy=y - new.border_box_y())
            if resume_at is None and not edge and y > self.columns.content_box_y():
                lift_above(new, self.bottom)
        return new, resume_at, next_page

    def head(self, children: Sequence[LayoutBox], x: float, top: float) -> tuple[list[LayoutBox], float]:
        """Floats at the head of a column, and where the text below them begins."""
        found, y = self._floats(children, x, top), top
        for new, white in found:
            y = top + self.lines(new.border_box_y() + new.border_height() - top) * self.step + white
        return [new for new, _ in found], y

    def feet(self, children: Sequence[LayoutBox], x: float, foot: float) -> list[LayoutBox]:
        """Floats at the foot of a column."""
        found, below = self._floats(children, x, foot), foot
        for place, (new, white) in enumerate(reversed(found)):
            height = self.lines(new.border_height()) * self.step
            dy = below - height - new.border_box_y()
            new.translate(dy=dy + (0.0 if place else self._to_baseline(new, dy, foot)))
            below -= height + white
        return [new for new, _ in found]

    def _floats(self, children: Sequence[LayoutBox], x: float, y: float) -> list[tuple[LayoutBox, float]]:
        """Floats one below the other from `y` on, each with the white that parts it from text."""
        found = []
        request = self.request
        for original in children:
            child = original.copy()
            holder = self.column_box([child], x, y)
            child.position_x, child.position_y = holder.content_box_x(), y
            resolve_percentages(child, holder)
            new = block.block_level_layout(
                request.context, child, -1e6, None, holder, True, request.absolute_boxes,
                request.fixed_boxes, [], *request.styles,
            )[0]  # fmt: skip
            if new is not None:
                new.translate(dy=y - new.border_box_y())
                white = self.float_white(child)
                y += self.lines(new.border_height()) * self.step + white
                found.append((new, white))
        return found

    def _to_baseline(self, figure: LayoutBox, dy: float, foot: float) -> float:
        """How much lower a figure, moved by `dy`, stands level with the last line of the column beside it."""
        if figure.element_tag != "figure":
            return 0.0
        line, baseline = strut(self.columns.style)
        lowest = max(map(_lower_edge, flowing_in(figure)), default=foot)
        return float(min(max(foot - line + baseline - lowest - dy, -0.25 * line), line))


def _lower_edge(box: LayoutBox) -> float:
    """A box's lower edge to the eye: a line's baseline, a picture's or a table's own edge."""
    if isinstance(box, boxes.LineBox):
        return float(box.position_y + box.baseline)
    if isinstance(box, boxes.ReplacedBox) or box.is_table_wrapper:
        return float(box.border_box_y() + box.border_height())
    return 0.0
