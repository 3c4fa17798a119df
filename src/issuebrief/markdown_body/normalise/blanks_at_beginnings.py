"""No-break spaces where Markdown reads spaces: behind the sign of an item, in the line below a table's head.

In:  the manuscript as it was typed.
Out: cuts that put spaces there, and leave nothing on lines of nothing else.

They come from keyboards on which a space after a sign is easily one, and from pages of the web. Before a
digit, and behind a number that none follows, they are meant: `- 5 °C`, `1. Mai`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

NO_BREAK = "\u00a0"
SIGN = re.compile(
    r"^(?P<blanks>[ \t>\u00a0]*)(?:[-*+•◦▪‣●○■·](?=[ \t\u00a0]+[^\s\d])|(?P<number>\d{1,9})[.)]|#{1,6}"
    r"|:{3,}|:|\[\^[^\]\n]+\]:)(?P<behind>[ \t\u00a0]+)(?=\S)"
)
"""What begins a line, and the space before and behind it."""
RULE = re.compile(r"[-*_=:|+ \t\u00a0]+$")
"""A line below a table's head, or across the text."""


def blanks_at_beginnings(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Spaces for the no-break spaces that would keep a line from what it begins."""
    if NO_BREAK not in manuscript.masked:
        return
    lines = list(manuscript.lines())
    signs = [SIGN.match(line) for _, line in lines]
    below = _numbers_below([line for _, line in lines], signs)
    above = -1
    for (start, line), found, following in zip(lines, signs, below, strict=True):
        number = _number(found)
        if NO_BREAK in line:
            if RULE.match(line):
                yield from _spaces(start, line, 0, len(line))
            elif found and (number < 0 or number == above + 1 or number + 1 == following):
                yield from _spaces(start, line, *found.span("blanks"))
                yield from _spaces(start, line, *found.span("behind"))
        above = number if number >= 0 or line.strip() else above


def _numbers_below(lines: Sequence[str], signs: Sequence[re.Match[str] | None]) -> list[int]:
    """For each line the number that the next one begins with, if any does."""
    numbers, following = list[int](), -1
    for line, found in zip(reversed(lines), reversed(signs), strict=True):
        numbers.append(following)
        following = _number(found) if line else following
    return numbers[::-1]


def _number(found: re.Match[str] | None) -> int:
    """The number that a line begins with; below 0 where it has none."""
    return int(found["number"]) if found and found["number"] else -1


def _spaces(start: int, line: str, first: int, last: int) -> Iterator[Substitution]:
    for at in range(first, last):
        if line[at] == NO_BREAK:
            yield Substitution(start + at, start + at + 1, " ")
