"""Rows that their author numbered by hand: `a) …`, `(1) …`, `ii. …`, `-…`.

In:  lines of a paragraph.
Out: how many of them are such rows. Markdown knows no list of them and would run them into one paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.markdown_body.source.text_lines import SourceLine

NUMBERED = re.compile(
    r"[ \t]*(?P<open>\(?)(?P<sign>[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5}|\d{1,2})(?P<close>[.)])"
    r"(?:[ \t]+|(?=[^\W\d_]))\S"
)
DASHED = re.compile(r"[ \t]*[-–•](?=[^\W\d_])")
FIRST = {"a": "b", "A": "B", "i": "ii", "I": "II", "1": "2"}


def rows_from(lines: Sequence[SourceLine], number: int) -> int:
    """How many lines from one on are rows; 0 where there are none, or only one."""
    first = NUMBERED.match(lines[number].text)
    if first is None:
        return _count(lines, number, DASHED)
    following = NUMBERED.match(lines[number + 1].text) if number + 1 < len(lines) else None
    begins = following is not None and FIRST.get(first["sign"]) == following["sign"]
    alike = following is not None and first.group("open", "close") == following.group("open", "close")
    return _count(lines, number, NUMBERED) if begins and alike else 0


def _count(lines: Sequence[SourceLine], number: int, pattern: re.Pattern[str]) -> int:
    end = number
    while end < len(lines) and pattern.match(lines[end].text):
        end += 1
    return end - number if end - number > 1 else 0
