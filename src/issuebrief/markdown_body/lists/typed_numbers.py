"""Rows that their author numbered by hand: `a) …`, `(1) …`, `ii. …`, `-…`.

In:  lines of a paragraph.
Out: how many of them are such rows. Markdown knows no list of them and would run them into one paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.lists.lettered_lists import numbers_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.markdown_body.source.text_lines import SourceLine

NUMBERED = re.compile(
    r"[ \t]*(?P<open>\(?)(?P<sign>[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5}|\d{1,2})(?P<close>[.)])"
    r"(?:[ \t]+|(?=[^\W\d_]))\S"
)
DASHED = re.compile(r"[ \t]*[-–•](?=[^\W\d_])")


def rows_from(lines: Sequence[SourceLine], number: int) -> int:
    """How many lines from one on are rows; 0 where there are none, or only one."""
    first = NUMBERED.match(lines[number].text)
    if first is None:
        return _count(lines, number, DASHED)
    following = NUMBERED.match(lines[number + 1].text) if number + 1 < len(lines) else None
    if following is None or first.group("open", "close") != following.group("open", "close"):
        return 0
    values, others = _values(first["sign"]), _values(following["sign"])
    counts_up = any(others.get(kind) == value + 1 for kind, value in values.items())
    return _count(lines, number, NUMBERED) if counts_up else 0


def _values(sign: str) -> dict[str, int]:
    return {"1": int(sign)} if sign.isdigit() else numbers_of(sign)


def _count(lines: Sequence[SourceLine], number: int, pattern: re.Pattern[str]) -> int:
    end = number
    while end < len(lines) and pattern.match(lines[end].text):
        end += 1
    return end - number if end - number > 1 else 0
