"""Pages with floats at the heads and feet of their columns.

In:  WeasyPrint's request to lay out the columns of a text, as far as they fit on a page, and a `FloatPlan`.
Out: its answer: boxes of columns, in each its floats and as much of the text as has room between them.

The children of the columns stay in the order in which they are typed, which is that of reading; a page says
by the first child that is not done where the text goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import ceil
from typing import TYPE_CHECKING

from issuebrief.layout.columns.even_white import even_white, lift_above
from issuebrief.layout.columns.spread_columns import spread
from issuebrief.layout.floats.bleeding import edge
from issuebrief.layout.floats.float_facts import float_of
from issuebrief.layout.floats.float_frames import Frame
from issuebrief.layout.floats.text_flow import SLACK, TextFlow
from issuebrief.pagination.floats import Band, FloatColumn

if TYPE_CHECKING:
    from issuebrief.engine.protocols import ColumnsAnswer, LayoutBox, SkipStack
    from issuebrief.layout.columns.columns_request import ColumnsRequest
    from issuebrief.pagination.floats import FloatPlan

SCANT = 4
"""So few lines at the foot of a page are not filled unless they were planned to be."""


def lay_out_page(request: ColumnsRequest, plan: FloatPlan, page: int) -> ColumnsAnswer:
    """Lay out what the plan has for a page of the text, counted from 0."""
    request.context.in_column = True
    try:
        return _FloatPage(request, plan, page).answer()
    finally:
        request.context.in_column = False


@dataclass
class _FloatPage:
    """A page being filled, from top to bottom."""

    request: ColumnsRequest
    plan: FloatPlan
    page: int
    children: list[LayoutBox] = field(default_factory=list)

    def __post_init__(self) -> None:
        typed = self.request.box.children
        self.frame = Frame(self.request, self.plan.step)
        self.floats = [n for n, child in enumerate(typed) if float_of(child) is not None]
        moved = {self.floats[ordinal] for ordinal in self.plan.moved}
        self.flow = TextFlow(self.frame, [n for n in range(len(typed)) if n not in moved])
        self.flow.begin(self.request.skip_stack)
        self.y = self.frame.columns.content_box_y()

    def answer(self) -> ColumnsAnswer:
        """The page as WeasyPrint has it: the box, where the text goes on, what it asks of the next page."""
        bands = list(self.plan.on(self.page))
        while bands or not self.flow.is_done:
            if self.flow.is_at_bar:
                if not self._lay_out_bar():
                    break
                if self.flow.rest is not None:
                    break
            elif bands:
                self._lay_out_band(bands.pop(0))
            elif not self._lay_out_plainly():
                break
        if not self.children:
            return self.request.refusal()
        box = self.frame.columns
        box.children = self.children
        box.height = self.y - box.content_box_y()
        return box, self._resume_at(), self.flow.next_page, [], False

    def _resume_at(self) -> SkipStack:
        if not self.flow.is_done:
            return {self.flow.numbers[self.flow.at]: self.flow.rest}
        later = [band for band in self.plan.bands if band.page > self.page]
        waiting = [n for band in later for n in _floats_of(band)]
        return {self.floats[min(waiting)]: None} if waiting else None

    # ---- What spans the columns

    def _lay_out_bar(self) -> bool:
        """Lay out what spans the columns where the text has come to; False where nothing of it fits."""
        child = self.flow.child
        margin = 0.0 if not self.children else self.frame.white(child, "margin_top")
        new, resume_at = self._across(child, self.y + margin, self.flow.rest, self.frame.bottom)
        if new is None:
            return False
        self.children.append(new)
        self.y = self.frame.on_grid(new.border_box_y() + new.border_height())
        if resume_at is None:
            self.flow.at, self.flow.rest = self.flow.at + 1, None
            self.y = min(self.y + self.frame.white(child, "margin_bottom"), max(self.y, self.frame.bottom))
        else:
            self.flow.rest = resume_at
        return True

    def _across(
        self, child: LayoutBox, y: float, skip_stack: SkipStack, bottom: float, edge: str = ""
    ) -> tuple[LayoutBox | None, SkipStack]:
        """A child across all columns, its upper edge at `y`, and where it goes on overleaf."""
        is_first = not self.children
        new, resume_at, self.flow.next_page = self.frame.across(
            child, y, skip_stack, bottom, is_first=is_first, edge=edge
        )
        return new, resume_at

    # ---- Columns

    def _lay_out_band(self, band: Band) -> None:
        """Lay out a band; one in which a text ends, or goes on below a bar, may be higher than planned."""
        begun = self.y
        for ordinal in band.head:
            self._set_across(ordinal)
        band = self._within_page(band, begun)
        top, stop, lines = self.y, self.flow.next_bar(), band.lines
        columns = self._columns(band, top, stop)
        while band.level and self.flow.at < stop and top + (lines + 1) * self.plan.step < self.frame.bottom:
            # The text is longer than was planned.
            self.flow.take_back(columns)
            lines += 1
            columns = self._columns(band, top, stop, lines - band.lines)
        if band.level and columns and not any(column.foot for column in band.columns):
            used = max(map(_text_bottom, columns)) - top
            lines = min(lines, max(1, ceil(used / self.plan.step - 0.01)))
        self.y = top + lines * self.plan.step
        for column in columns:
            column.height = lines * self.plan.step
        self.children += columns
        for place, ordinal in enumerate(band.foot):
            # What stands at the head has its white below it.
            self.y += self.frame.float_white(self._child(ordinal)) if lines or place else 0.0
            self._set_across(ordinal, white_below=False)

    def _within_page(self, band: Band, begun: float) -> Band:
        """A band that begins there, no higher than the rest of the page, which may be less than planned.

        What stands across its head is set, and may have come out higher too.
        """
        step = self.plan.step
        lower = self.frame.lines(begun - self.frame.columns.content_box_y()) - band.top
        most = band.lines - lower if band.foot else int((self.frame.bottom - self.y + SLACK) / step)
        cut = min(band.lines, max(0, band.lines - most))
        columns = tuple(replace(column, room=max(0, column.room - cut)) for column in band.columns)
        return replace(band, lines=band.lines - cut, columns=columns)

    def _columns(self, band: Band, top: float, stop: int, more: int = 0) -> list[LayoutBox]:
        """The columns of a band, so many lines higher than planned; those that are empty are left out."""
        self.flow.mark()
        higher = replace(
            band,
            lines=band.lines + more,
            columns=tuple(replace(column, room=column.room + more) for column in band.columns),
        )
        columns = [
            self._column(higher, column, number, top, stop) for number, column in enumerate(higher.columns)
        ]
        return [column for column in columns if column.children]

    def _set_across(self, ordinal: int, *, white_below: bool = True) -> None:
        """Set a float across all columns, with the white below it."""
        child = self._child(ordinal)
        runs_off = edge(child) if ordinal in self.plan.running_off else ""
        new, _ = self._across(child, self.y, None, self.request.context.page_bottom + 1e6, runs_off)
        if new is None:
            return
        self.children.append(new)
        self.y = self.frame.on_grid(new.border_box_y() + new.border_height())
        if runs_off == "bottom":
            self.y = min(self.y, self.frame.bottom)
        if white_below:
            self.y += self.frame.float_white(child)

    def _child(self, ordinal: int) -> LayoutBox:
        return self.request.box.children[self.floats[ordinal]]

    def _column(self, band: Band, column: FloatColumn, number: int, top: float, stop: int) -> LayoutBox:
        """A column with its floats and as much of the text as has room."""
        step = self.plan.step
        foot = top + band.lines * step
        x = number * (self.frame.width + self.frame.gap)
        head, y = self.frame.head([self._child(n) for n in column.head], x, top)
        feet = self.frame.feet([self._child(n) for n in column.foot], x, foot)
        text = self.flow.column(x, y, column.room * step, stop, is_first=not self.children)
        if text is not None and self.flow.at < stop and self.frame.count > 1 and not band.level:
            spread(text, y + column.room * step, step)
        if text is not None:
            even_white(text, step)
            if len(text.children) > 1:
                lift_above(text.children[-1], y + column.room * step)
        box = text if text is not None else self.frame.column_box([], x, y)
        box.children = [*head, *box.children, *feet]
        box.position_y = top
        return box

    # ---- Text for which there is no plan

    def _lay_out_plainly(self) -> bool:
        """Fill columns to the foot of the page; False where nothing fits, or the next page has its plan."""
        if self.children and (
            self.frame.bottom - self.y < SCANT * self.plan.step or self.plan.on(self.page + 1)
        ):
            return False
        lines = int((self.frame.bottom - self.y + 0.1) / self.plan.step)
        before = (self.flow.at, self.flow.rest)
        band = _plain_band(self.page, lines, self.frame.count)
        stop = self.flow.next_bar()
        columns = self._columns(band, self.y, stop)
        if self.flow.at >= stop:
            used = sum(_text_bottom(column) - self.y for column in columns)
            lines = max(1, ceil(used / self.plan.step / self.frame.count - 0.01))
            band = replace(_plain_band(self.page, lines, self.frame.count), level=True)
        self.flow.take_back(columns)
        self._lay_out_band(band)
        return before != (self.flow.at, self.flow.rest)


def _plain_band(page: int, lines: int, count: int) -> Band:
    """Columns without floats."""
    return Band(page, 0, lines, (), tuple(FloatColumn((), lines, ()) for _ in range(count)), ())


def _text_bottom(column: LayoutBox) -> float:
    """How far down the last block of a column reaches."""
    flowing = [child for child in column.children if child.is_in_normal_flow()]
    last = flowing[-1] if flowing else column
    return float(last.border_box_y() + last.border_height())


def _floats_of(band: Band) -> list[int]:
    """All floats that a band places."""
    return [
        *band.head, *(n for column in band.columns for n in (*column.head, *column.foot)), *band.foot
    ]  # fmt: skip
