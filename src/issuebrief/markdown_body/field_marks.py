"""Where the fields of the front matter cite notes.

In:  the text of a field.
Out: its marks, in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from issuebrief.frontmatter.source import Source
from issuebrief.markdown_body.blocks.notes import find_in_place, find_marks
from issuebrief.markdown_body.source.markdown_source import MarkdownSource, read_manuscript


@dataclass(frozen=True)
class FieldMark:
    """A place in a field that cites a note; `text` is the note where it is written in place."""

    start: int
    end: int
    name: str
    text: str = ""


def manuscript_of(text: str) -> MarkdownSource:
    """A field as a text of its own."""
    return read_manuscript(Source(Path(), text, "", 0, text, 1))


def marks_in(manuscript: MarkdownSource) -> list[FieldMark]:
    """Where a field cites notes, in order; what stands in a note in place is left to the note."""
    in_place, _ = find_in_place(manuscript)
    marks = [
        FieldMark(note.start, note.end, "", manuscript.text[note.text : note.close]) for note in in_place
    ]
    marks += [FieldMark(mark.start, mark.end, mark.id) for mark in find_marks(manuscript, ())]
    outermost: list[FieldMark] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        if not outermost or mark.start >= outermost[-1].end:
            outermost.append(mark)
    return outermost
