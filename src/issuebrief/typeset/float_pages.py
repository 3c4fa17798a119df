"""Pages with floats at the heads and feet of their columns.

In:  WeasyPrint's request to lay out the columns of a text, as far as they fit on a page, and a `FloatPlan`.
Out: its answer: boxes of columns, in each its floats and as much of the text as has room between them.

The children of the columns stay in the order in which they are typed, which is that of reading; a page says
by the first child that is not done where the text goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import ceil
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout.column import _create_column_box
from weasyprint.layout.percent import percentage, resolve_percentages
from weasyprint.text.line_break import strut

from issuebrief.compose.floats import Band, Column
from issuebrief.typeset.even_white import even_white
from issuebrief.typeset.float_facts import float_of, spans
from issuebrief.typeset.fragments import boxes_in
from issuebrief.typeset.spread_columns import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.typeset.fill_columns import Request
    from issuebrief.typeset.float_plan import FloatPlan

SLACK = 0.5
"""What columns are given beyond their lines, in px, for sums that are not exact."""
SCANT = 4
"""So few lines at the foot of a page are not filled unless they were planned to be."""
NEXT_PAGE = {"break": "any", "page": None}


def lay_out_page(request: Request, plan: FloatPlan, page: int) -> Any:
    """Lay out what the plan has for a page of the text, counted from 0."""
    request.context.in_column = True
    try:
        return _Page(request, plan, page).answer()
    finally:
        request.context.in_column = False


@dataclass
class _Page:
    """A page being filled, from top to bottom."""

    request: Request
    plan: FloatPlan
    page: int
    children: list[Any] = field(default_factory=list)
    next_page: dict[str, Any] = field(default_factory=lambda: dict(NEXT_PAGE))

    def __post_init__(self) -> None:
        typed = self.request.box.children
        self.columns = self.request.columns
        self.floats = [n for n, child in enumerate(typed) if float_of(child) is not None]
        moved = {self.floats[ordinal] for ordinal in self.plan.moved}
        self.flow = [n for n in range(len(typed)) if n not in moved]
        self.begun: tuple[Any, ...] = ()
        self.at, self.rest = self._begin(self.request.skip_stack)
        self.y = self.columns.content_box_y()
        self.bottom = self.request.context.page_bottom - self.request.bottom_space
        style = self.columns.style
        self.count = style["column_count"]
        normal = style["column_gap"] == "normal"
        self.gap = (
            style["font_size"] if normal else percentage(style["column_gap"], style, self.columns.width)
        )
        self.width = (self.columns.width - (self.count - 1) * self.gap) / self.count

    def _begin(self, skip_stack: Any) -> tuple[int, Any]:
        """Where in the flow the page begins, and where in that child."""
        if not skip_stack:
            return 0, None
        ((number, rest),) = skip_stack.items()
        # Where a float is named that stands elsewhere, the text has ended, and floats are left.
        return (self.flow.index(number), rest) if number in self.flow else (len(self.flow), None)

    def answer(self) -> Any:
        """The page as WeasyPrint has it: the box, where the text goes on, what it asks of the next page."""
        bands = list(self.plan.on(self.page))
        while bands or (self.at < len(self.flow)):
            if self._is_at_bar():
                if not self._lay_out_bar():
                    break
                if self.rest is not None:
                    break
            elif bands:
                self._lay_out_band(bands.pop(0), is_last=not bands)
            elif not self._lay_out_plainly():
                break
        if not self.children:
            return self.request.refusal()
        box = self.columns
        box.children = self.children
        box.height = self.y - box.content_box_y()
        return box, self._resume_at(), self.next_page, [], False

    def _resume_at(self) -> Any:
        if self.at < len(self.flow):
            return {self.flow[self.at]: self.rest}
        later = [band for band in self.plan.bands if band.page > self.page]
        waiting = [n for band in later for n in _floats_of(band)]
        return {self.floats[min(waiting)]: None} if waiting else None

    # ---- What spans the columns

    def _is_at_bar(self) -> bool:
        return self.at < len(self.flow) and spans(self.request.box.children[self.flow[self.at]])

    def _lay_out_bar(self) -> bool:
        """Lay out what spans the columns where the text has come to; False where nothing of it fits."""
        child = self.request.box.children[self.flow[self.at]]
        margin = 0.0 if not self.children else self._white(child, "margin_top")
        new, resume_at = self._across(child, self.y + margin, self.rest, self.bottom)
        if new is None:
            return False
        self.children.append(new)
        self.y = self._on_grid(new.border_box_y() + new.border_height())
        if resume_at is None:
            self.at, self.rest = self.at + 1, None
            self.y = min(self.y + self._white(child, "margin_bottom"), max(self.y, self.bottom))
        else:
            self.rest = resume_at
        return True

    def _across(self, child: Any, y: float, skip_stack: Any, bottom: float) -> tuple[Any, Any]:
        """A child across all columns, its upper edge at `y`, and where it goes on overleaf."""
        child = child.copy()
        request = self.request
        resolve_percentages(child, request.containing_block)
        child.margin_top = 0
        child.position_x, child.position_y = self.columns.content_box_x(), y
        is_empty = request.page_is_empty and not self.children
        new, resume_at, self.next_page, *_ = block.block_level_layout(
            request.context, child, request.context.page_bottom - bottom, skip_stack,
            request.containing_block, is_empty, request.absolute_boxes, request.fixed_boxes, [],
            *request.styles,
        )  # fmt: skip
        if new is not None:
            new.translate(dy=y - new.border_box_y())
        return new, resume_at

    def _white(self, child: Any, side: str) -> float:
        margin = child.style[side]
        return float(margin.value) if margin != "auto" and margin.unit == "px" else 0.0

    def _on_grid(self, y: float) -> float:
        """The next line's upper edge from `y` on."""
        top, step = self.columns.content_box_y(), self.plan.step
        return float(top + ceil((y - top) / step - 0.01) * step)

    # ---- Columns

    def _lay_out_band(self, band: Band, *, is_last: bool = True) -> None:
        """Lay out a band; the last one of a page may be higher than planned."""
        band = self._within_page(band)
        for ordinal in band.head:
            self._set_across(ordinal)
        top, stop, lines = self.y, self._next_bar(), band.lines
        columns = self._columns(band, top, stop)
        while band.level and is_last and self.at < stop and top + (lines + 1) * self.plan.step < self.bottom:
            # The text is longer than was planned.
            self._take_back(columns)
            lines += 1
            columns = self._columns(band, top, stop, lines - band.lines)
        if band.level and columns and not any(column.foot for column in band.columns):
            used = max(map(_text_bottom, columns)) - top
            lines = min(lines, max(1, ceil(used / self.plan.step - 0.01)))
        self.y = top + lines * self.plan.step
        for column in columns:
            column.height = lines * self.plan.step
        self.children += columns
        for ordinal in band.foot:
            self.y += self._float_white(self._child(ordinal))
            self._set_across(ordinal, white_below=False)

    def _within_page(self, band: Band) -> Band:
        """A band that begins here, no higher than the rest of the page, which may be less than planned."""
        step = self.plan.step
        lower = ceil((self.y - self.columns.content_box_y()) / step - 0.01) - band.top
        most = band.lines - lower if band.foot else int((self.bottom - self.y + SLACK) / step)
        cut = min(band.lines, max(0, band.lines - most))
        columns = tuple(replace(column, room=max(0, column.room - cut)) for column in band.columns)
        return replace(band, lines=band.lines - cut, columns=columns)

    def _columns(self, band: Band, top: float, stop: int, more: int = 0) -> list[Any]:
        """The columns of a band, so many lines higher than planned; those that are empty are left out."""
        self.begun = self.at, self.rest, len(self.request.absolute_boxes), len(self.request.fixed_boxes)
        higher = replace(
            band,
            lines=band.lines + more,
            columns=tuple(replace(column, room=column.room + more) for column in band.columns),
        )
        columns = [
            self._column(higher, column, number, top, stop) for number, column in enumerate(higher.columns)
        ]
        return [column for column in columns if column.children]

    def _take_back(self, columns: list[Any]) -> None:
        """Forget columns that were laid out, to lay them out once more."""
        self.at, self.rest, absolute, fixed = self.begun
        request = self.request
        block.remove_placeholders(request.context, columns, request.absolute_boxes, request.fixed_boxes)
        del request.absolute_boxes[absolute:], request.fixed_boxes[fixed:]

    def _set_across(self, ordinal: int, *, white_below: bool = True) -> None:
        """Set a float across all columns, with the white below it."""
        child = self._child(ordinal)
        new, _ = self._across(child, self.y, None, self.request.context.page_bottom + 1e6)
        if new is None:
            return
        self.children.append(new)
        self.y = self._on_grid(new.border_box_y() + new.border_height())
        if white_below:
            self.y += self._float_white(child)

    def _child(self, ordinal: int) -> Any:
        return self.request.box.children[self.floats[ordinal]]

    def _float_white(self, child: Any) -> float:
        step = self.plan.step
        lines = max(round(self._white(child, side) / step) for side in ("margin_top", "margin_bottom"))
        return max(1, lines) * step

    def _next_bar(self) -> int:
        """The place in the flow of the next child that spans the columns, or the end."""
        typed = self.request.box.children
        return next(
            (place for place in range(self.at, len(self.flow)) if spans(typed[self.flow[place]])),
            len(self.flow),
        )

    def _column(self, band: Band, column: Column, number: int, top: float, stop: int) -> Any:
        """A column with its floats and as much of the text as has room."""
        step = self.plan.step
        foot = top + band.lines * step
        x = number * (self.width + self.gap)
        head = self._floats(column.head, x, top)
        feet = self._floats(column.foot, x, foot)
        y = top
        for new, white in head:
            y = top + ceil((new.border_box_y() + new.border_height() - top) / step - 0.01) * step + white
        below = foot
        for place, (new, white) in enumerate(reversed(feet)):
            height = ceil(new.border_height() / step - 0.01) * step
            dy = below - height - new.border_box_y()
            new.translate(dy=dy + (0.0 if place else self._to_baseline(new, dy, foot)))
            below -= height + white
        text = self._text(x, y, column.room * step, stop)
        if text is not None and self.at < stop and self.count > 1 and not band.level:
            spread(text, y + column.room * step, step)
        if text is not None:
            even_white(text, step)
        box = text if text is not None else self._column_box([], x, y)
        box.children = [*(new for new, _ in head), *box.children, *(new for new, _ in feet)]
        box.position_y = top
        return box

    def _to_baseline(self, figure: Any, dy: float, foot: float) -> float:
        """How much lower a figure, moved by `dy`, stands level with the last line of the column beside it."""
        if figure.element_tag != "figure":
            return 0.0
        line, baseline = strut(self.columns.style)
        lowest = max(map(_lower_edge, boxes_in(figure)), default=foot)
        return float(min(max(foot - line + baseline - lowest - dy, -0.25 * line), 0.75 * line))

    def _floats(self, ordinals: Sequence[int], x: float, y: float) -> list[tuple[Any, float]]:
        """Floats one below the other from `y` on, each with the white that parts it from text."""
        found = []
        request, step = self.request, self.plan.step
        for ordinal in ordinals:
            child = self._child(ordinal).copy()
            holder = self._column_box([child], x, y)
            child.position_x, child.position_y = holder.content_box_x(), y
            resolve_percentages(child, holder)
            new = block.block_level_layout(
                request.context, child, -1e6, None, holder, True, request.absolute_boxes,
                request.fixed_boxes, [], *request.styles,
            )[0]  # fmt: skip
            if new is not None:
                new.translate(dy=y - new.border_box_y())
                white = self._float_white(child)
                y += ceil(new.border_height() / step - 0.01) * step + white
                found.append((new, white))
        return found

    def _text(self, x: float, y: float, height: float, stop: int) -> Any:
        """A column of text from where it has come to, or None where nothing of it fits."""
        if self.at >= stop or height < self.plan.step / 2:
            return None
        typed, request = self.request.box.children, self.request
        children = [typed[n].copy() for n in self.flow[self.at : stop]]
        holder = self._column_box(children, x, y)
        bottom_space = request.context.page_bottom - y - height - SLACK
        is_empty = request.page_is_empty and not self.children
        new, resume_at, self.next_page, *_ = block.block_box_layout(
            request.context, holder, bottom_space, {0: self.rest} if self.rest else None,
            request.containing_block, is_empty, request.absolute_boxes, request.fixed_boxes, None,
            *request.styles, discard=False, max_lines=None,
        )  # fmt: skip
        if new is None:
            return None
        if resume_at is None:
            self.at, self.rest = stop, None
        else:
            ((skipped, self.rest),) = resume_at.items()
            self.at += skipped
        return new

    def _column_box(self, children: list[Any], x: float, y: float) -> Any:
        box = _create_column_box(self.columns, self.request.containing_block, children, self.width, y)
        is_rtl = self.columns.style["direction"] == "rtl"
        box.position_x += self.columns.width - self.width - x if is_rtl else x
        return box

    # ---- Text for which there is no plan

    def _lay_out_plainly(self) -> bool:
        """Fill columns to the foot of the page; False where nothing fits, or the next page has its plan."""
        if self.children and (self.bottom - self.y < SCANT * self.plan.step or self.plan.on(self.page + 1)):
            return False
        lines = int((self.bottom - self.y + 0.1) / self.plan.step)
        before = (self.at, self.rest)
        band = _plain_band(self.page, lines, self.count)
        stop = self._next_bar()
        columns = self._columns(band, self.y, stop)
        if self.at >= stop:
            used = sum(_text_bottom(column) - self.y for column in columns)
            lines = max(1, ceil(used / self.plan.step / self.count - 0.01))
            band = replace(_plain_band(self.page, lines, self.count), level=True)
        self._take_back(columns)
        self._lay_out_band(band)
        return before != (self.at, self.rest)


def _plain_band(page: int, lines: int, count: int) -> Band:
    """Columns without floats."""
    return Band(page, 0, lines, (), tuple(Column((), lines, ()) for _ in range(count)), ())


def _text_bottom(column: Any) -> float:
    """How far down the last block of a column reaches."""
    flowing = [child for child in column.children if child.is_in_normal_flow()]
    last = flowing[-1] if flowing else column
    return float(last.border_box_y() + last.border_height())


def _lower_edge(box: Any) -> float:
    """A box's lower edge to the eye: a line's baseline, a picture's or a table's own edge."""
    if isinstance(box, boxes.LineBox):
        return float(box.position_y + box.baseline)
    if isinstance(box, boxes.ReplacedBox) or box.is_table_wrapper:
        return float(box.border_box_y() + box.border_height())
    return 0.0


def _floats_of(band: Band) -> list[int]:
    """All floats that a band places."""
    return [
        *band.head, *(n for column in band.columns for n in (*column.head, *column.foot)), *band.foot
    ]  # fmt: skip
