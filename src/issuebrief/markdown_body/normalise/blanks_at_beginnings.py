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
    from collections.abc import Iterator

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
    above = -1
    for start, line in manuscript.lines():
        found = SIGN.match(line)
        number = int(found["number"]) if found and found["number"] else -1
        if NO_BREAK in line:
            if RULE.match(line):
                yield from _spaces(start, line, 0, len(line))
            elif found and (
                number < 0 or number == above + 1 or number + 1 == _below(manuscript, start, line)
            ):
                yield from _spaces(start, line, *found.span("blanks"))
                yield from _spaces(start, line, *found.span("behind"))
        above = number if number >= 0 or line.strip() else above


def _below(manuscript: MarkdownSource, start: int, line: str) -> int:
    """The number that the next line begins with; below 0 where it has none."""
    following = manuscript.masked[start + len(line) :].lstrip("\n").partition("\n")[0]
    found = SIGN.match(following)
    return int(found["number"]) if found and found["number"] else -1


def _spaces(start: int, line: str, first: int, last: int) -> Iterator[Substitution]:
    for at in range(first, last):
        if line[at] == NO_BREAK:
            yield Substitution(start + at, start + at + 1, " ")
