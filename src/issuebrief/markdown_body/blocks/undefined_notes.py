"""Marks whose note does not exist.

In:  a mark, and the names of the notes that there are.
Out: the problem, with what was probably meant: another name, a note in place, a line without its colon.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error, hint_of

if TYPE_CHECKING:
    from issuebrief.markdown_body.blocks.notes import Mark
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

UNCOLONED = re.compile(r"(?:\A|\n)[ ]{0,3}(?P<mark>\[\^(?P<name>[^\]\n]+)\])[ \t]+[^\s\[]")


def undefined(manuscript: MarkdownSource, mark: Mark, known: list[str]) -> Diagnostic:
    """The problem of a mark whose note does not exist."""
    from difflib import get_close_matches

    alike = {name.casefold(): name for name in known}
    near = get_close_matches(mark.id.casefold(), alike, 1)
    meant = f"did you mean [^{alike[near[0]]}]?" if near else ""
    if not near and mark.id.count(" ") > 2:
        meant = "if this is the note itself, write it ^[the text]"
    hint = hint_of(meant, f"a note is written on a line of its own: [^{mark.id}]: the text")
    message = f"there is no note [^{mark.id}]"
    if (start := _without_colon(manuscript.masked).get(mark.id)) is not None:
        line = manuscript.place(start).line
        hint = f"put a colon right behind the bracket on line {line}: [^{mark.id}]: …"
        if start == mark.start:
            message = f"there is no colon after [^{mark.id}], so the line is no note"
    place, excerpt = manuscript.told_of(mark.start, mark.end)
    return error("notes.undefined", message, place, hint, excerpt)


@lru_cache(maxsize=2)
def _without_colon(masked: str) -> dict[str, int]:
    """Where a line first begins with the mark of a note and goes on with its text, by the note's name."""
    starts: dict[str, int] = {}
    for found in UNCOLONED.finditer(masked):
        starts.setdefault(found["name"], found.start("mark"))
    return starts
