"""Bold type that takes the space beside it along, as word processors and note-taking programs export it.

In:  the manuscript as it was typed.
Out: cuts that put the space outside: `**Bold: **text` is **Bold:** text.

A paragraph is left alone where its double asterisks do not pair up, or where a pair might be two signs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
SIGN = re.compile(r"(?<![*\\])\*\*(?!\*)")
SLIP = re.compile(
    r"(?<![*\\])\*\*(?:(?=\S)[^*\n]*[^*\s](?P<behind>[ \t\u00a0]+)\*\*(?=[^\s*])"
    r"|(?P<before>[ \t\u00a0]+)[^*\s](?:[^*\n]*[^*\s])?\*\*(?!\*))"
)


def spaces_of_bold(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Spaces inside bold type, at its end before a word or at its beginning, put outside."""
    if "**" not in manuscript.masked:
        return
    for block in BLOCK.finditer(manuscript.masked):
        if "**" in block[0] and SLIP.search(block[0]):
            yield from _in_block(manuscript.masked, *block.span())


def _in_block(text: str, start: int, end: int) -> Iterator[Substitution]:
    places = [match.start() for match in SIGN.finditer(text, start, end)]
    if len(places) % 2:
        return
    cuts = []
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        inner = text[opening + 2 : closing]
        if inner.strip() == inner and inner:
            continue
        slip = SLIP.match(text, opening, end)
        outside = text[opening - 1 : opening]
        is_apart = opening == start or outside.isspace()
        if not slip or slip.end() != closing + 2 or (slip["before"] and not is_apart):
            return
        spaces = slip["behind"] or slip["before"]
        at = closing - len(spaces) if slip["behind"] else opening
        # Before it stands a space already, or nothing.
        put = f"**{spaces}" if slip["behind"] else "**"
        cuts.append(Substitution(at, at + len(spaces) + 2, put))
    yield from cuts
