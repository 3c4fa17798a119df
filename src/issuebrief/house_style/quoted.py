"""Where quotations and emphasised words stand in a block of prose.

In:  the text of a block.
Out: spans, from the first mark to behind the last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[int, int]

LONGEST = 3_000
"""Characters of a quotation; what goes on for longer was never closed."""
OPENING = {"“": "”", "«": "»", "„": "“”", "»": "«", "‹": "›"}
"""Marks that open a quotation, and what closes it; ” opens one in Swedish and Finnish."""
MARKS = re.compile('["“”„«»]')
EMPHASIS = re.compile(r"(?<![\w*\\])(\*|_)(?=[^\s*_])([^*_\n]|\n(?![ \t]*\n)){1,400}?(?<=[^\s*_])\1(?![\w*])")


def quoted_spans(text: str) -> tuple[Span, ...]:
    """Quotations in double marks, in the order of the text; what is never closed is none."""
    found: list[Span] = []
    opened, closing = -1, ""
    for match in MARKS.finditer(text):
        sign, at = match[0], match.start()
        if opened >= 0 and at - opened > LONGEST:
            opened = -1
        if opened >= 0 and sign in closing:
            found.append((opened, at + 1))
            opened = -1
        elif opened < 0:
            opened, closing = at, OPENING.get(sign, sign)
    return tuple(found)


def emphasised_spans(text: str) -> tuple[Span, ...]:
    """Words in single asterisks or underscores."""
    return tuple(match.span() for match in EMPHASIS.finditer(text))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)
