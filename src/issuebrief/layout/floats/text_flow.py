"""The text of columns that flows past their floats.

In:  the children of columns, and which of them stand elsewhere.
Out: boxes of columns, with as much of the text as has room; a `TextFlow` knows where it has come to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weasyprint.layout import block

from issuebrief.layout.floats.float_facts import spans

if TYPE_CHECKING:
    from issuebrief.engine.protocols import BlockAnswer, LayoutBox, NextPage, SkipStack
    from issuebrief.layout.columns.columns_request import ColumnsRequest
    from issuebrief.layout.floats.float_frames import Frame

SLACK = 0.5
"""What columns are given beyond their lines, in px, for sums that are not exact."""


@dataclass
class TextFlow:
    """A text on its way over a page.

    `numbers` are those of its children in the flow; the next one is that at `at`, of which `rest` is left.
    """

    frame: Frame
    numbers: list[int]
    at: int = 0
    rest: SkipStack = None
    next_page: NextPage = field(default_factory=lambda: {"break": "any", "page": None})
    marked: tuple[int, SkipStack, int, int] = (0, None, 0, 0)

    @property
    def request(self) -> ColumnsRequest:
        """What WeasyPrint wants laid out."""
        return self.frame.request

    def begin(self, skip_stack: SkipStack) -> None:
        """Go to where WeasyPrint says that a page begins."""
        if not skip_stack:
            return
        ((number, rest),) = skip_stack.items()
        # Where a float is named that stands elsewhere, the text has ended, and floats are left.
        if number in self.numbers:
            self.at, self.rest = self.numbers.index(number), rest
        else:
            self.at, self.rest = len(self.numbers), None

    @property
    def is_done(self) -> bool:
        """Whether all of the text is set."""
        return self.at >= len(self.numbers)

    @property
    def child(self) -> LayoutBox:
        """The next child."""
        return self.request.box.children[self.numbers[self.at]]

    @property
    def is_at_bar(self) -> bool:
        """Whether what comes next spans the columns."""
        return not self.is_done and spans(self.child)

    def next_bar(self) -> int:
        """The place in the flow of the next child that spans the columns, or the end."""
        typed = self.request.box.children
        return next(
            (place for place in range(self.at, len(self.numbers)) if spans(typed[self.numbers[place]])),
            len(self.numbers),
        )

    def mark(self) -> None:
        """Remember the place, for `take_back`."""
        request = self.request
        self.marked = self.at, self.rest, len(request.absolute_boxes), len(request.fixed_boxes)

    def take_back(self, columns: list[LayoutBox]) -> None:
        """Forget columns that were laid out since the mark, to lay them out once more."""
        self.at, self.rest, absolute, fixed = self.marked
        request = self.request
        block.remove_placeholders(request.context, columns, request.absolute_boxes, request.fixed_boxes)
        del request.absolute_boxes[absolute:], request.fixed_boxes[fixed:]

    def column(self, x: float, y: float, height: float, stop: int, *, is_first: bool) -> LayoutBox | None:
        """A column of text, on to a place in the flow at most, or None where nothing of it fits."""
        if self.at >= stop or height < self.frame.step / 2:
            return None
        typed, request = self.request.box.children, self.request
        children = [typed[n].copy() for n in self.numbers[self.at : stop]]
        holder = self.frame.column_box(children, x, y)
        bottom_space = request.context.page_bottom - y - height - SLACK
        answer: BlockAnswer = block.block_box_layout(
            request.context, holder, bottom_space, {0: self.rest} if self.rest else None,
            request.containing_block, request.page_is_empty and is_first, request.absolute_boxes,
            request.fixed_boxes, None, *request.styles, discard=False, max_lines=None,
        )  # fmt: skip
        new, resume_at, self.next_page, *_ = answer
        if new is None:
            return None
        if resume_at is None:
            self.at, self.rest = stop, None
        else:
            ((skipped, self.rest),) = resume_at.items()
            self.at += skipped
        return new
