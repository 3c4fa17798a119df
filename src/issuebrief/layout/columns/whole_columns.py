"""Columns that lose nothing of what follows them.

In:  WeasyPrint's requests to lay out columns, with blocks that span all of them in between.
Out: its answers; but where it stops before a block at the foot of a page, and takes the columns for finished,
     they go on overleaf with that block. All that follows would be lost. Columns go overleaf whole where they
     must not be parted, or where nothing would stay but a heading.

On trial a group of columns may be a little too high for what is left of a page, and then fit it after all.
WeasyPrint asks of no columns whether they may be parted.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING

from weasyprint.layout.block import remove_placeholders

from issuebrief.layout.columns.columns_request import ColumnsRequest, columns_answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import ColumnsAnswer, LayoutBox

TOGETHER = ("avoid", "avoid-page")


@contextmanager
def whole_columns() -> Iterator[None]:
    """Let columns go on until everything in them is set, while the block runs."""
    with columns_answered(_whole):
        yield


def _whole(request: ColumnsRequest) -> ColumnsAnswer:
    """WeasyPrint's answer, in which nothing is lost and what stays together does."""
    children = request.box.children
    result = request.answer()
    if result[0] is None:
        return result
    if result[1] is not None:
        if request.page_is_empty or request.skip_stack or not _goes_whole(result[0]):
            return result
        remove_placeholders(request.context, [result[0]], request.absolute_boxes, request.fixed_boxes)
        return request.refusal()
    first = next(iter(request.skip_stack)) if request.skip_stack else 0
    begins = _beginnings(children, first)
    drawn = len(_beginnings(result[0].children, 0))
    if drawn >= len(begins):
        return result
    return (result[0], {begins[drawn]: None}, {"break": "any", "page": None}, *result[3:])


def _goes_whole(columns: LayoutBox) -> bool:
    """Whether columns of which a part stays on a page are to go overleaf with it."""
    if columns.style["break_inside"] in TOGETHER:
        return True
    drawn = [child for child in columns.children if not (child.is_column and not child.children)]
    return all(_spans(child) and child.style["break_after"] in TOGETHER for child in drawn)


def _beginnings(children: list[LayoutBox], first: int) -> list[int]:
    """Where each block that spans all columns begins, and each group of what is between them."""
    numbered = [(number, _spans(child)) for number, child in enumerate(children)][first:]
    found: list[int] = []
    for spans, group in groupby(numbered, key=lambda pair: pair[1]):
        numbers = [number for number, _ in group]
        found += numbers if spans else numbers[:1]
    return found


def _spans(child: LayoutBox) -> bool:
    return not getattr(child, "is_column", False) and bool(child.style["column_span"] == "all")
