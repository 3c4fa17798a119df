"""Lines that are split once and asked for again.

In:  WeasyPrint's requests to split a text at a width, while it lays out.
Out: the same answers, from memory where the same text, style and width were asked for before.

WeasyPrint lays the lines of a column out to see how much it holds, and then once more to keep
them; the second time every line is known. Answers are forgotten when there are many of them, so
that memory stays flat however long the brief is.
"""

from __future__ import annotations

from contextlib import contextmanager
from copy import copy
from typing import TYPE_CHECKING, Any

from weasyprint.layout import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_LINES = 2000


@contextmanager
def remembered_lines() -> Iterator[None]:
    """Remember split lines while the block runs."""
    plain_split = inline.split_first_line
    known: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def split(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> tuple[Any, ...]:
        key = (
            text,
            id(style),
            max_width and round(max_width, 6),
            justification_spacing,
            is_line_start,
            minimum,
        )
        answer = known.get(key)
        if answer is None:
            if len(known) >= MOST_LINES:
                known.clear()
            answer = plain_split(
                text, style, context, max_width, justification_spacing, is_line_start, minimum
            )
            # The style is kept with the answer, so that no other can take over its identity.
            known[key] = (*answer, style)
        else:
            answer = answer[:-1]
        # A layout is changed when its line is justified: every line needs its own.
        return (copy(answer[0]), *answer[1:])

    inline.split_first_line = split
    try:
        yield
    finally:
        inline.split_first_line = plain_split
