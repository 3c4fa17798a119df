"""Headings of notes, below which nothing but notes is defined.

In:  the manuscript, its notes as briefs have them.
Out: cuts that take such a heading out: notes are printed behind the text, and get their heading there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.blocks.note_words import is_notes
from issuebrief.markdown_body.blocks.notes import find_definitions
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

HEADING = re.compile(
    r"^ {0,3}(?:#{1,6}[ \t]+(?P<signed>[^\n#*{}]{1,30}?)[ \t]*#*"
    r"|(?P<mark>\*\*|__)(?P<bold>[^\n*_]{1,30}?)(?P=mark):?)[ \t]*(?:\{[^{}\n]*\}[ \t]*)?$",
    re.MULTILINE,
)
BLANK = re.compile(r"\s*")
ENDS = re.compile(r" {0,3}(?:#{1,6}[ \t]|:::|\Z)")
"""What may stand behind the notes: nothing, or what begins another part of the text."""


def note_headings(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """The cuts for the headings of a text whose notes have one."""
    text = manuscript.masked
    found = [match for match in HEADING.finditer(text) if is_notes(match["signed"] or match["bold"])]
    if not found or "[^" not in text:
        return
    ends = {definition.start: definition.end for definition in find_definitions(manuscript)}
    for heading in found:
        place = first = _behind_blank(text, heading.end())
        while place in ends:
            place = _behind_blank(text, ends[place])
        if place > first and ENDS.match(text, place):
            yield Substitution(heading.start(), heading.end(), "")


def _behind_blank(text: str, start: int) -> int:
    """Where the next line with something on it begins."""
    blank = BLANK.match(text, start)
    end = blank.end() if blank else start
    return max(text.rfind("\n", 0, end) + 1, start)
