"""Rows that their author numbered by hand: `a) …`, `(1) …`, `ii. …`, `1.1 …`, `§ 1 …`, `Q: …`, `-…`, `✓ …`.

In:  lines of a paragraph.
Out: how many of them are such rows. Markdown knows no list of them and would run them into one paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.lists.lettered_lists import numbers_of
from issuebrief.markdown_body.source.gated_patterns import ANY_WORD, GatedPattern
from issuebrief.markdown_body.typography.caption_words import COLONS, NOTES, SOURCES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.markdown_body.source.text_lines import SourceLine

NUMBERED = re.compile(
    r"[ \t]*(?P<open>[\[(]?)(?P<sign>[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5}|\d{1,2}[a-z]?|[α-ω]|[а-я])"
    r"(?P<close>\.?[])°º]|\.?[-/](?=[ \t])|[ \t][-–—](?=[ \t])|[.:])(?:[ \t]+|(?=[^\W\d_]))\S"
)
LARGE = r"(?![*_\"'„“«(]*[a-zß-ÿа-яα-ω])(?=[*_\"'„“«(]*[^\W\d_])"
"""Before a capital letter."""
PARTS = re.compile(
    rf"[ \t]*(?P<open>\(?(?:\d{{1,2}}\.){{1,3}})(?P<sign>\d{{1,2}})(?P<close>[.)]?)[ \t]+{LARGE}"
)
"""A number of several parts, before a capital letter."""
NAMED = re.compile(
    r"[ \t]*(?P<open>[^\W\d_][^\W\d_]{0,10}\.?[ \t]?|[§№][ \t]?)(?P<sign>\d{1,2})"
    rf"(?:(?P<close>[.:)])[ \t]+\S|(?<=[.§№] \d)[ \t]+{LARGE}|(?<=[.§№] \d\d)[ \t]+{LARGE})"
)
"""A number with its noun; one without a sign behind it may be a part of a sentence."""
COUNTED = re.compile(r"[ \t]*(?P<open>)(?P<sign>\d{1,2})(?P<close>)[ \t]+[^\W\d_a-zß-ÿа-яα-ω]")
"""A number with nothing behind it, before a capital letter."""
LABELLED = re.compile(
    r"[ \t]*[^\W\d_a-zß-ÿа-яα-ω][\w'’-]*(?:[ ][\w'’.-]+){0,2}:[ \t]+\S"
    rf"|[ \t]*\d{{1,2}}[.:]\d{{2}}(?:[ \t]?[-–][ \t]?\d{{1,2}}[.:]\d{{2}})?[ \t]+{LARGE}"
    r"|[ \t]*\d{1,2}\.? [^\W\d_]+:[ \t]+\S"
)
"""A label with a colon, a time, a date."""
FLOAT = re.compile(r".*(?:\||!\[|^[ \t]*[-+=]{3,}|<(?:img|table|figure)|:::)")
"""A line of what has a caption before or behind it."""
BELOW_A_FIGURE = GatedPattern((), rf"[ \t]*{ANY_WORD}s?{COLONS}[ \t]", words=(*SOURCES, *NOTES))
"""A line of a caption."""
MOST_SKIPPED = 2
"""So many numbers may be left out between two rows."""
BLANKS = 3
"""So many lines are looked at for what has a caption."""
DASHED = re.compile(r"[ \t]*(?:[-–•](?=[^\W\d_])|[—→⇒✓✔✗✘☐☑][ \t]+\S)")
"""A dash without a space, in a list that lacks them all; the dash of a dialogue; a tick; an arrow."""


def rows_from(lines: Sequence[SourceLine], number: int) -> int:
    """How many lines from one on are rows; 0 where there are none, or only one."""
    for pattern in (PARTS, NUMBERED, COUNTED, NAMED):
        first = pattern.match(lines[number].text)
        following = pattern.match(lines[number + 1].text) if number + 1 < len(lines) else None
        if first is None or following is None:
            continue
        if first.group("open", "close") != following.group("open", "close"):
            continue
        values, others = _values(first["sign"]), _values(following["sign"])
        # A capital letter with a full stop is an initial, too.
        may_skip = pattern is NUMBERED and (first["close"] != "." or not first["sign"].isupper())
        most = MOST_SKIPPED + 1 if may_skip else 1
        counts_up = any(0 < others.get(kind, 0) - value <= most for kind, value in values.items())
        # Numbers alone begin lines of prose as well.
        in_prose = pattern is PARTS and not first["close"] and not _begins(lines, number)
        if counts_up and not in_prose and (pattern is not COUNTED or values == {"1": 1}):
            return _count(lines, number, pattern)
    return _count(lines, number, DASHED) or _paragraph_of(lines, number, LABELLED)


def _begins(lines: Sequence[SourceLine], number: int) -> bool:
    """Whether a line begins a paragraph, or what the line above announces."""
    return not number or lines[number - 1].empty or lines[number - 1].text.rstrip().endswith(":")


def _paragraph_of(lines: Sequence[SourceLine], number: int, pattern: re.Pattern[str]) -> int:
    """How many lines of a paragraph are rows, if all of them are: prose begins so now and then."""
    if (number and not lines[number - 1].empty) or not pattern.match(lines[number].text):
        return 0
    count = _count(lines, number, pattern)
    end = number + count
    above = next((line for line in reversed(lines[max(number - BLANKS, 0) : number]) if not line.empty), None)
    below = next((line for line in lines[end : end + BLANKS] if not line.empty), None)
    captions = any(line and FLOAT.match(line.text) for line in (above, below)) or any(
        BELOW_A_FIGURE.match(line.text) for line in lines[number:end]
    )
    return count if (end == len(lines) or lines[end].empty) and not captions else 0


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
