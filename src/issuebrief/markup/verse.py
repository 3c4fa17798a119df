"""Lines that are set as they are typed: verse, an address, with a stroke before each.

In:  lines of a text.
Out: how many of them are such a block, and the cuts that take the strokes out and break the lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markup.manuscript import Cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markup.text_lines import Line

STROKE = re.compile(r" {0,3}\|(?:[ ]([ ]*)|$)")
RULED = re.compile(r"[ \t|:=+-]+")
# Python-Markdown takes away a blank of its own between a break and markup, but no entity.
NO_BREAK, BREAK = "&nbsp;", "  "


def verse_from(lines: Sequence[Line], number: int) -> int:
    """How many lines from one on are a block; 0 where there are none, or only one, or the rows of a table."""
    end = number
    while end < len(lines) and STROKE.match(lines[end].text):
        end += 1
    block = lines[number:end]
    texts = [line.text.strip()[1:].strip() for line in block]
    rows = any("|" in text or (text and RULED.fullmatch(text)) for text in texts)
    return 0 if rows or sum(map(bool, texts)) < 2 else len(block)


def set_verse(lines: Sequence[Line]) -> Iterator[Cut]:
    """Cuts that take the strokes out, keep the blanks behind them, and break lines within a stanza."""
    for number, line in enumerate(lines):
        stroke = STROKE.match(line.text)
        if stroke is None:
            continue
        blanks = NO_BREAK * len(stroke[1] or "")
        yield Cut(
            line.offset, line.offset + stroke.end(), blanks if line.text[stroke.end() :].strip() else ""
        )
        if number + 1 < len(lines) and lines[number + 1].text.strip() != "|":
            end = line.offset + len(line.text)
            yield Cut(end, end, BREAK)
