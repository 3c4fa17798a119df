"""Columns that end level.

In:  WeasyPrint's requests to lay out the columns of the text or of the notes, page by page.
Out: its answers. At the first one `column_plan.py` chooses how many lines each paragraph takes, so that
     WeasyPrint, filling column after column, ends every full one on its last line; on the page where the
     columns end they are given the height that leaves them level, for which WeasyPrint would search.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weasyprint.layout import block
from weasyprint.layout.block import block_level_width, collapse_margin, remove_placeholders

from issuebrief.typeset.column_plan import Plan, plan_columns
from issuebrief.typeset.tokens import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.typeset.composer import Composer

HOLDERS = ("main", "section")
"""The elements whose columns are filled: the text, and the notes."""
SLACK = 0.5
"""What columns are given beyond their lines, in px, for sums that are not exact."""


@dataclass(frozen=True)
class _Request:
    """What WeasyPrint wants laid out, and its own way to do so."""

    plain_layout: Callable[..., Any]
    context: Any
    box: Any
    bottom_space: float
    skip_stack: Any
    containing_block: Any
    page_is_empty: bool
    absolute_boxes: list[Any]
    fixed_boxes: list[Any]
    adjoining_margins: list[float]
    styles: tuple[Any, ...]

    @property
    def columns(self) -> Any:
        """The box of all columns, at its place and with its width, as WeasyPrint will have it."""
        columns = self.box.copy()
        columns.position_y += collapse_margin(self.adjoining_margins)
        block_level_width(columns, self.containing_block)
        return columns

    def answer(self) -> Any:
        """What WeasyPrint makes of it."""
        return self._laid_out(self.box, self.bottom_space, self.absolute_boxes, self.fixed_boxes)

    def refusal(self) -> Any:
        """WeasyPrint's answer where nothing of a box fits on a page."""
        return None, (0, None), {"break": "any", "page": None}, [], False

    def answer_within(self, height: float) -> Any:
        """The columns filled one after the other to a height, or None if they do not end there."""
        absolute: list[Any] = []
        fixed: list[Any] = []
        box = self.box.copy()
        box.style = box.style.copy()
        box.style["column_fill"] = "auto"
        foot = self.context.page_bottom - self.columns.content_box_y() - height
        result = self._laid_out(box, max(self.bottom_space, foot - SLACK), absolute, fixed)
        if result[0] is None or result[1] is not None:
            remove_placeholders(self.context, [result[0]] if result[0] else [], absolute, fixed)
            return None
        self.absolute_boxes.extend(absolute)
        self.fixed_boxes.extend(fixed)
        return result

    def _laid_out(self, box: Any, bottom_space: float, absolute: list[Any], fixed: list[Any]) -> Any:
        return self.plain_layout(
            self.context, box, bottom_space, self.skip_stack, self.containing_block, self.page_is_empty,
            absolute, fixed, [*self.adjoining_margins], *self.styles,
        )  # fmt: skip


class _Filler:
    """Fills the columns of a document by plan."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._plans: dict[int, Plan] = {}
        self._pages: dict[tuple[int, str], int] = {}
        """Page numbers, from 0, by the first child of the columns and by where a page resumes."""
        self._kept: list[Any] = []

    def answer(self, request: _Request) -> Any:
        """Lay columns out as far as they fit on a page."""
        first = request.box.children[0]
        if request.skip_stack is None:
            plan = self._planned(request)
            if plan is None and not request.page_is_empty:
                return request.refusal()
            self._plans[id(first)] = plan or Plan(-1, 0.0)
            self._pages[id(first), repr(None)] = 0
            self._kept.append(first)
        page = self._pages.get((id(first), repr(request.skip_stack)))
        plan = self._plans.get(id(first))
        if plan and page == plan.page:
            result = request.answer_within(plan.height)
            if result is not None:
                return result
        result = request.answer()
        if page is not None:
            self._pages[id(first), repr(result[1])] = page + 1
        return result

    def _planned(self, request: _Request) -> Plan | None:
        columns = request.columns
        left = request.context.page_bottom - request.bottom_space - columns.content_box_y()
        return plan_columns(request.context, columns, left, self._composer)


@contextmanager
def filled_columns(composer: Composer) -> Iterator[None]:
    """Choose the lengths of paragraphs before WeasyPrint fills columns with them, while the block runs."""
    plain_layout = block.columns_layout
    filler = _Filler(composer)

    def layout(
        context: Any,
        box: Any,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool,
        absolute_boxes: list[Any],
        fixed_boxes: list[Any],
        adjoining_margins: list[float],
        *styles: Any,
    ) -> Any:
        request = _Request(
            plain_layout, context, box, bottom_space, skip_stack, containing_block, page_is_empty,
            absolute_boxes, fixed_boxes, adjoining_margins, styles,
        )  # fmt: skip
        return filler.answer(request) if box.children and _is_text_in_columns(box) else request.answer()

    block.columns_layout = layout
    try:
        yield
    finally:
        block.columns_layout = plain_layout


def _is_text_in_columns(box: Any) -> bool:
    """Whether a box is the text or the notes, in columns, composed as a whole."""
    style = box.style
    count = style["column_count"]
    return bool(
        box.element_tag in HOLDERS
        and count != "auto"
        and (count > 1 or style["text_align_all"] == "justify")
        and word(style, "__compose") == "total-fit"
        and word(style, "__text_foot")
        and word(style, "__text_top")
    )
