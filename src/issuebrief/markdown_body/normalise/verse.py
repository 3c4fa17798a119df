"""Lines that are set as they are typed: verse, an address, with a stroke before each.

In:  lines of a text.
Out: how many of them are such a block, and the cuts that take the strokes out and break the lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markdown_body.source.text_lines import SourceLine

STROKE = re.compile(r"[ \t]*(\|(?:[ ]([ ]*)|$))")
RULED = re.compile(r"[ \t|:=+-]+")
# Python-Markdown takes away a blank of its own between a break and markup, but no entity.
NO_BREAK, BREAK = "&nbsp;", "  "
CLASS = "{: .verse }"
"""What the paragraph of a stanza is."""
COLON = re.compile(r" {0,3}(:)[ \t]")
CODE = 4
"""From so many blanks on a line is code, unless it goes on with an entry."""


def verse_from(lines: Sequence[SourceLine], number: int, *, in_list: bool) -> int:
    """How many lines from one on are a block; 0 where there are none, or only one, or the rows of a table."""
    end = number
    while end < len(lines) and STROKE.match(lines[end].text) and (in_list or lines[end].indent < CODE):
        end += 1
    block = lines[number:end]
    texts = [line.text.strip()[1:].strip() for line in block]
    rows = any("|" in text or (text and RULED.fullmatch(text)) for text in texts)
    return 0 if rows or sum(map(bool, texts)) < 2 else len(block)


def set_verse(lines: Sequence[SourceLine], behind: Sequence[SourceLine] = ()) -> Iterator[Substitution]:
    """Cuts that take the strokes out, keep the blanks behind them, and break lines within a stanza.

    What stands right below, `behind` the last line, is a paragraph of its own; verse is no term that a colon
    defines.
    """
    glued = bool(behind) and not behind[0].empty
    yield from _undefined(behind)
    for number, line in enumerate(lines):
        stroke = STROKE.match(line.text)
        if stroke is None:
            continue
        blanks = NO_BREAK * len(stroke[2] or "") if line.text[stroke.end() :].strip() else ""
        yield Substitution(line.offset + stroke.start(1), line.offset + stroke.end(), blanks)
        end = line.offset + len(line.text)
        if number + 1 < len(lines) and not _is_empty(lines[number + 1]):
            yield Substitution(end, end, BREAK)
        elif not _is_empty(line):
            apart = f"\n{line.prefix}" if glued and number + 1 == len(lines) else ""
            yield Substitution(end, end, f"\n{line.prefix}{line.blanks}{CLASS}{apart}")


def _is_empty(line: SourceLine) -> bool:
    return line.text.strip() == "|"


def _undefined(behind: Sequence[SourceLine]) -> Iterator[Substitution]:
    """Let a colon that begins the next text be one."""
    text = next((line for line in behind[:2] if not line.empty), None)
    if text is not None and (colon := COLON.match(text.text)):
        at = text.offset + colon.start(1)
        yield Substitution(at, at + 1, "&#58;")
