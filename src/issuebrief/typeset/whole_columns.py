"""Columns that lose nothing of what follows them.

In:  WeasyPrint's requests to lay out columns, with blocks that span all of them in between.
Out: its answers; but where it stops before a block at the foot of a page, and takes the columns for finished,
     they go on overleaf with that block. All that follows would be lost.

On trial a group of columns may be a little too high for what is left of a page, and then fit it after all.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any

from weasyprint.layout import block

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole_columns() -> Iterator[None]:
    """Let columns go on until everything in them is set, while the block runs."""
    plain_layout = block.columns_layout

    def layout(context: Any, box: Any, bottom_space: float, skip_stack: Any, *arguments: Any) -> Any:
        children = box.children
        result = plain_layout(context, box, bottom_space, skip_stack, *arguments)
        if result[0] is None or result[1] is not None:
            return result
        first = next(iter(skip_stack)) if skip_stack else 0
        begins = _beginnings(children, first)
        drawn = len(_beginnings(result[0].children, 0))
        if drawn >= len(begins):
            return result
        return (result[0], {begins[drawn]: None}, {"break": "any", "page": None}, *result[3:])

    block.columns_layout = layout
    try:
        yield
    finally:
        block.columns_layout = plain_layout


def _beginnings(children: list[Any], first: int) -> list[int]:
    """Where each block that spans all columns begins, and each group of what is between them."""
    numbered = [(number, _spans(child)) for number, child in enumerate(children)][first:]
    found: list[int] = []
    for spans, group in groupby(numbered, key=lambda pair: pair[1]):
        numbers = [number for number, _ in group]
        found += numbers if spans else numbers[:1]
    return found


def _spans(child: Any) -> bool:
    return not getattr(child, "is_column", False) and bool(child.style["column_span"] == "all")
