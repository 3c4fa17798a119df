"""Columns that end level.

In:  WeasyPrint's requests to lay out the columns of the text or of the notes, page by page.
Out: its answers. At the first one `column_plan.py` chooses how many lines each paragraph takes, so that
     WeasyPrint, filling column after column, ends every full one on its last line; on the page where the
     columns end they are given the height that leaves them level, for which WeasyPrint would search.
"""

from __future__ import annotations

from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import strut

from issuebrief.engine.pages import NeedsFullLayout
from issuebrief.layout.columns.bounded_columns import bound_columns
from issuebrief.layout.columns.column_plan import Plan, plan_columns
from issuebrief.layout.columns.columns_request import SLACK, ColumnsRequest, columns_answered
from issuebrief.layout.columns.fit_columns import fit
from issuebrief.layout.columns.level_columns import balanced, level
from issuebrief.layout.columns.spanning_blocks import span
from issuebrief.layout.floats.float_facts import float_of
from issuebrief.layout.floats.float_pages import lay_out_page
from issuebrief.layout.floats.float_plan import indent_again, plan_floats
from issuebrief.layout.styles.custom_properties import NoLength, word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import BoxStyle, ColumnsAnswer, LayoutBox, PageContext
    from issuebrief.layout.paragraphs.composer import Composer

HOLDERS = ("main", "section")
"""The elements whose columns are filled: the text, and the notes."""


@dataclass(frozen=True)
class Held:
    """What was planned for the columns of an element, and for where.

    `columns` is their box without what is in it. `left` is the room for them on their first page, and
    `page_bottom` where that page ends, in px.
    """

    element: Element
    columns: LayoutBox
    left: float
    page_bottom: float
    first_page: int
    plan: Plan


class Filler:
    """Fills the columns of a document by plan.

    The plans of an earlier revision of it can be handed on: `plan_again` makes them good for this one.
    """

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._held: dict[int, Held] = {}
        """By the first child of the columns."""
        self._kept: list[LayoutBox] = []
        self._typed: dict[int, tuple[list[LayoutBox], list[LayoutBox]]] = {}
        """Lists of children, and the same as they were typed."""
        self._ended: dict[tuple[object, ...], ColumnsAnswer] = {}
        """Where a text ends: what was asked for, and the answer."""
        self._is_ended_kept = False

    @property
    def held(self) -> tuple[Held, ...]:
        """All plans that were made."""
        return tuple(self._held.values())

    @contextmanager
    def ends_kept(self) -> Iterator[None]:
        """Take the last columns of a text as they are while the block runs, where they were filled the same.

        What is in them and out of the flow is laid out already, and does not go to the page once more.
        """
        self._is_ended_kept = True
        try:
            yield
        finally:
            self._is_ended_kept = False

    def answer(self, request: ColumnsRequest) -> ColumnsAnswer:
        """Lay columns out as far as they fit on a page."""
        if request.box.element_tag != "main":
            return self._filled(request)
        if self._is_ended_kept and (known := self._ended.get(request.key)):
            return _handed_out(known)
        answer = self._filled(request)
        if answer[0] is not None and answer[1] is None and not self._is_ended_kept:
            self._ended[request.key] = _handed_out(answer)
        return answer

    def _filled(self, request: ColumnsRequest) -> ColumnsAnswer:
        children, number = request.box.children, request.context.current_page
        assert number is not None, "a page is being made"
        columns = request.columns
        span(children, columns.width)
        if request.skip_stack is None:
            left = request.context.page_bottom - request.bottom_space - columns.content_box_y()
            self._put_back(children)
            plan = self._plan(request.context, columns, left)
            if plan is None and not request.page_is_empty:
                return request.refusal()
            bottom = request.context.page_bottom
            planned = Held(request.box.element, columns, left, bottom, number, plan or Plan(-1, 0.0))
            self.hold(children[0], planned)
        held = self._held.get(id(children[0]))
        if held is not None and held.plan.floats is not None:
            return lay_out_page(request, held.plan.floats, number - held.first_page)
        if held is not None and (cut := held.plan.cuts.get(number - held.first_page)):
            request = replace(request, bottom_space=request.bottom_space + cut)
        elif held is not None and number - held.first_page == held.plan.page:
            result = request.answer_within(held.plan.height)
            if result is not None:
                return result
        if held is not None and number - held.first_page >= held.plan.page >= 0:
            result = balanced(request)
            if result is not None:
                return result
        return level(request.answer(), request)

    def _put_back(self, children: list[LayoutBox]) -> None:
        """Put children that are planned once more into the order that they were typed in."""
        known, typed = self._typed.setdefault(id(children), (children, [*children]))
        known[:] = typed

    def as_typed(self, children: list[LayoutBox]) -> list[LayoutBox]:
        """Children in the order that they were typed in, without what a plan has changed about them."""
        return [*self._typed.get(id(children), (children, children))[1]]

    def _plan(self, context: PageContext, columns: LayoutBox, left: float) -> Plan | None:
        """Choose where floats stand and where the columns end.

        Raises `NoLength` where lines have no height.
        """
        if strut(columns.style)[0] <= 0:
            raise NoLength("--text-size", word(columns.style, "__text_size"))
        plan: Plan | None = Plan(-1, 0.0)
        if not any(float_of(child) is not None for child in columns.children):
            if _is_composed(columns.style):
                plan = plan_columns(context, columns, left, self._composer)
            if plan is None or not plan.is_uneven:
                return plan
        return Plan(-1, 0.0, plan_floats(context, columns, left, self._composer))

    def plan_again(self, context: PageContext, held: Held, box: LayoutBox) -> set[int]:
        """Make a plan of an earlier revision good for its columns as they are in this one.

        Gives the pages, from 1, on which columns ended and will end, if those are not as they were; raises
        `NeedsFullLayout` where the columns could not begin on the page that they began on.
        """
        columns = held.columns.copy()
        columns.children = box.children
        context.current_page, context.page_bottom = held.first_page, held.page_bottom
        context.create_block_formatting_context()
        fit(context, columns)
        self._put_back(columns.children)
        plan = self._plan(context, columns, held.left)
        context.finish_block_formatting_context()
        if plan is None or _moved(plan) != _moved(held.plan):
            raise NeedsFullLayout
        self.hold(box.children[0], replace(held, element=box.element, columns=columns, plan=plan))
        before = held.plan
        if before.floats and plan.floats:
            return {held.first_page + page for page in plan.floats.other_pages(before.floats)}
        changed = {page for page, _ in before.cuts.items() ^ plan.cuts.items()}
        if before.page != plan.page or abs(before.height - plan.height) >= SLACK:
            changed |= {before.page, plan.page}
        return {held.first_page + page for page in changed}

    def hold_again(self, held: Held, box: LayoutBox) -> None:
        """Take a plan for columns in which nothing has changed."""
        self._put_back(box.children)
        if held.plan.floats:
            indent_again(held.plan.floats, box.children)
        self.hold(box.children[0], held)

    def hold(self, first: LayoutBox, held: Held) -> None:
        """Take a plan for the columns that begin with a box."""
        held.columns.children = []
        self._held[id(first)] = held
        self._kept.append(first)


@contextmanager
def filled_columns(filler: Filler) -> Iterator[None]:
    """Choose the lengths of paragraphs before WeasyPrint fills columns with them, while the block runs.

    Columns are bounded in number, whichever way style sheets come to it.
    """

    def answer(request: ColumnsRequest) -> ColumnsAnswer:
        bound_columns(request.box.style, request.containing_block)
        is_filled = request.box.children and _is_text(request.box)
        return filler.answer(request) if is_filled else request.answer()

    with columns_answered(answer):
        yield


def _handed_out(answer: ColumnsAnswer) -> ColumnsAnswer:
    """An answer whose lists are its own: WeasyPrint adds to the margins that it is given."""
    box, resume_at, next_page, margins, meets = answer
    return box, copy(resume_at), copy(next_page), copy(margins), meets


def _moved(plan: Plan) -> frozenset[int] | None:
    """The floats that do not stand where they are typed; None where there is no float."""
    return plan.floats.moved if plan.floats else None


def _is_text(box: LayoutBox) -> bool:
    """Whether a box is the text or the notes, in columns, whose paragraphs are composed as a whole.

    Text that holds nothing but a pull-quote has a line in place of paragraphs.
    """
    style = box.style
    return bool(
        box.element_tag in HOLDERS
        and not any(isinstance(child, boxes.LineBox) for child in box.children)
        and style["column_count"] != "auto"
        and word(style, "__compose") == "total-fit"
        and word(style, "__text_foot")
        and word(style, "__text_top")
    )


def _is_composed(style: BoxStyle) -> bool:
    """Whether the lengths of paragraphs are chosen so that columns end level."""
    return bool(style["column_count"] > 1 or style["text_align_all"] == "justify")
