"""Items of which the space behind the sign was forgotten: `-two` between `- one` and `- three`.

In:  the manuscript as it was typed.
Out: cuts that put the space there, where the line right above or below is an item with the same sign.

Lines that all lack it may be anything, and are told (`typed_numbers.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

ITEM = re.compile(r"[ \t]*(?P<sign>[-•–])(?:[ \t]+\S|(?P<word>[^\W\d_]))")
UNSPACED = re.compile(r"^[ \t]*[-•–][^\W\d_]", re.MULTILINE)


def unspaced_items(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Spaces behind the signs of items that have none, beside such as have one."""
    if not UNSPACED.search(manuscript.masked):
        return
    run: list[tuple[int, re.Match[str]]] = []
    for start, line in (*manuscript.lines(), (0, "")):
        found = ITEM.match(line)
        if run and (found is None or found["sign"] != run[0][1]["sign"]):
            yield from _spaces(run)
            run = []
        if found:
            run.append((start, found))


def _spaces(run: list[tuple[int, re.Match[str]]]) -> Iterator[Substitution]:
    if any(found["word"] is None for _, found in run):
        for start, found in run:
            if found["word"] is not None:
                at = start + found.start("word")
                yield Substitution(at, at, " ")
