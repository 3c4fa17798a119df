"""WeasyPrint's requests to lay out columns, as values.

In:  what WeasyPrint asks for, and a function that answers.
Out: `ColumnsRequest`, and the one place where another answer than WeasyPrint's is put into it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weasyprint.layout.block import block_level_width, collapse_margin, remove_placeholders

from issuebrief.engine.patches import COLUMNS_LAYOUT, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.protocols import ColumnsAnswer, LayoutBox, PageContext, SkipStack

SLACK = 0.5
"""What columns are given beyond their lines, in px, for sums that are not exact."""


@dataclass(frozen=True)
class ColumnsRequest:
    """What WeasyPrint wants laid out, and its own way to do so."""

    plain_layout: Callable[..., ColumnsAnswer]
    context: PageContext
    box: LayoutBox
    bottom_space: float
    skip_stack: SkipStack
    containing_block: LayoutBox
    page_is_empty: bool
    absolute_boxes: list[LayoutBox]
    fixed_boxes: list[LayoutBox]
    adjoining_margins: list[float]
    styles: tuple[object, ...]

    @property
    def columns(self) -> LayoutBox:
        """The box of all columns, at its place and with its width, as WeasyPrint will have it."""
        columns = self.box.copy()
        columns.position_y += collapse_margin(self.adjoining_margins)
        block_level_width(columns, self.containing_block)
        return columns

    @property
    def key(self) -> tuple[object, ...]:
        """What the answer depends on."""
        return (
            id(self.box.children[0]), repr(self.skip_stack), self.box.position_x, self.box.position_y,
            self.containing_block.width, tuple(self.adjoining_margins), self.page_is_empty,
            self.context.current_page, self.context.page_bottom, self.bottom_space,
        )  # fmt: skip

    def answer(self) -> ColumnsAnswer:
        """What WeasyPrint makes of it."""
        return self._laid_out(self.box, self.bottom_space, self.absolute_boxes, self.fixed_boxes)

    def refusal(self) -> ColumnsAnswer:
        """WeasyPrint's answer where nothing of a box fits on a page."""
        # The second is no place of a box: WeasyPrint has it so, and looks at none where there is no box.
        nowhere: Any = (0, None)
        return None, nowhere, {"break": "any", "page": None}, [], False

    def answer_within(self, height: float) -> ColumnsAnswer | None:
        """The columns filled one after the other to a height, or None if they do not end there."""
        result, absolute, fixed = self._filled_to(height)
        if result is not None:
            self.absolute_boxes.extend(absolute)
            self.fixed_boxes.extend(fixed)
        return result

    def ends_within(self, height: float) -> bool:
        """Whether columns that are filled one after the other end at a height."""
        result, absolute, fixed = self._filled_to(height)
        if result is not None and result[0] is not None:
            remove_placeholders(self.context, [result[0]], absolute, fixed)
        return result is not None

    def _filled_to(self, height: float) -> tuple[ColumnsAnswer | None, list[LayoutBox], list[LayoutBox]]:
        absolute: list[LayoutBox] = []
        fixed: list[LayoutBox] = []
        box = self.box.copy()
        box.style = box.style.copy()
        box.style["column_fill"] = "auto"
        foot = self.context.page_bottom - self.columns.content_box_y() - height
        result = self._laid_out(box, max(self.bottom_space, foot - SLACK), absolute, fixed)
        if result[0] is None or result[1] is not None:
            remove_placeholders(self.context, [result[0]] if result[0] else [], absolute, fixed)
            return None, [], []
        return result, absolute, fixed

    def _laid_out(
        self, box: LayoutBox, bottom_space: float, absolute: list[LayoutBox], fixed: list[LayoutBox]
    ) -> ColumnsAnswer:
        return self.plain_layout(
            self.context, box, bottom_space, self.skip_stack, self.containing_block, self.page_is_empty,
            absolute, fixed, [*self.adjoining_margins], *self.styles,
        )  # fmt: skip


@contextmanager
def columns_answered(answer: Callable[[ColumnsRequest], ColumnsAnswer]) -> Iterator[None]:
    """Let a function answer each request while the block runs; `request.answer()` is the answer before it."""
    plain_layout = COLUMNS_LAYOUT.value

    def layout(
        context: PageContext,
        box: LayoutBox,
        bottom_space: float,
        skip_stack: SkipStack,
        containing_block: LayoutBox,
        page_is_empty: bool,
        absolute_boxes: list[LayoutBox],
        fixed_boxes: list[LayoutBox],
        adjoining_margins: list[float],
        *styles: object,
    ) -> ColumnsAnswer:
        request = ColumnsRequest(
            plain_layout, context, box, bottom_space, skip_stack, containing_block, page_is_empty,
            absolute_boxes, fixed_boxes, adjoining_margins, styles,
        )  # fmt: skip
        return answer(request)

    with replaced(COLUMNS_LAYOUT, layout):
        yield
