"""Columns of which no plan says how high they are.

In:  WeasyPrint's requests to lay out the rest of columns that ended later than planned, and its answers.
Out: answers whose columns end level.
"""

from __future__ import annotations

from bisect import bisect_left
from math import floor
from typing import TYPE_CHECKING

from weasyprint.text.line_break import strut

from issuebrief.layout.columns.spread_columns import spread

if TYPE_CHECKING:
    from issuebrief.engine.protocols import ColumnsAnswer
    from issuebrief.layout.columns.columns_request import ColumnsRequest


def balanced(request: ColumnsRequest) -> ColumnsAnswer | None:
    """The rest of columns that ended later than planned, as low as it can be; None if it does not end here.

    WeasyPrint would try one height after the other, a pixel apart.
    """
    leading = strut(request.box.style)[0]
    left = request.context.page_bottom - request.bottom_space - request.columns.content_box_y()
    heights = [*(leading * lines for lines in range(1, floor(left / leading) + 1)), left]
    first = next(iter(request.skip_stack)) if request.skip_stack else 0
    if any(child.style["column_span"] == "all" for child in request.box.children[first:]):
        return None
    if not request.ends_within(heights[-1]):
        return None
    return request.answer_within(heights[bisect_left(heights, True, key=request.ends_within)])


def level(answer: ColumnsAnswer, request: ColumnsRequest) -> ColumnsAnswer:
    """WeasyPrint's answer, its columns level where the text goes on overleaf."""
    box, resume_at, *_ = answer
    if box is None or resume_at is None or box.style["column_count"] == 1:
        return answer
    leading = strut(box.style)[0]
    for column in reversed(box.children):
        if not column.is_column:
            break
        room = request.context.page_bottom - request.bottom_space - column.position_y
        spread(column, column.position_y + floor(room / leading + 0.01) * leading, leading)
    return answer
