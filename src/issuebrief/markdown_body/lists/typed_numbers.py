"""Rows that their author numbered by hand: `a) …`, `(1) …`, `ii. …`, `1º …`, `α) …`, `1 …`, `-…`.

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
    r"[ \t]*(?P<open>\(?)(?P<sign>[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5}|\d{1,2}[a-z]?|[α-ω]|[а-я])"
    r"(?P<close>\.?[)°º]|\.?[-/](?=[ \t])|[.:])(?:[ \t]+|(?=[^\W\d_]))\S"
)
COUNTED = re.compile(r"[ \t]*(?P<open>)(?P<sign>\d{1,2})(?P<close>)[ \t]+[^\W\d_a-zß-ÿа-яα-ω]")
"""A number with nothing behind it, before a capital letter."""
DASHED = re.compile(r"[ \t]*[-–•](?=[^\W\d_])")


def rows_from(lines: Sequence[SourceLine], number: int) -> int:
    """How many lines from one on are rows; 0 where there are none, or only one."""
    for pattern in (NUMBERED, COUNTED):
        first = pattern.match(lines[number].text)
        following = pattern.match(lines[number + 1].text) if number + 1 < len(lines) else None
        if first is None or following is None:
            continue
        if first.group("open", "close") != following.group("open", "close"):
            return 0
        values, others = _values(first["sign"]), _values(following["sign"])
        counts_up = any(others.get(kind) == value + 1 for kind, value in values.items())
        # Numbers alone begin lines of prose as well.
        counts_up &= pattern is NUMBERED or values == {"1": 1}
        return _count(lines, number, pattern) if counts_up else 0
    return _count(lines, number, DASHED)


def _values(sign: str) -> dict[str, int]:
    """The numbers that a sign may mean, by kinds of counting."""
    if sign.isdecimal():
        return {"1": int(sign)}
    if not sign[-1].isascii():
        return {"letter": ord(sign)}
    return {f"{sign[:-1]}a": ord(sign[-1])} if sign[0].isdigit() else numbers_of(sign)


def _count(lines: Sequence[SourceLine], number: int, pattern: re.Pattern[str]) -> int:
    end = number
    while end < len(lines) and pattern.match(lines[end].text):
        end += 1
    return end - number if end - number > 1 else 0
