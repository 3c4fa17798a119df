"""What was typed or pasted to look right, and has signs of its own in Markdown.

In:  a manuscript.
Out: warnings: headings in bold type, numbers of notes, HTML from a word processor.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.lint.typed_headings import find_typed_headings
from issuebrief.markdown_body.lint.typed_notes import find_typed_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

OF_WORD = re.compile(r"<[a-z]+\b[^<>]*(?:class=[\"']?Mso|style=[\"'][^<>]*\bmso-)|<!\[if\b", re.IGNORECASE)
"""A tag, or a condition, that only Word and its kin write."""


def find_hand_typed(manuscript: MarkdownSource) -> list[Diagnostic]:
    """All of it."""
    return [*find_typed_headings(manuscript), *find_typed_notes(manuscript), *_of_word(manuscript)]


def _of_word(manuscript: MarkdownSource) -> Iterator[Diagnostic]:
    if "<" in manuscript.masked and (match := OF_WORD.search(manuscript.masked)):
        message = "HTML from a word processor begins here: its headings are paragraphs, its typefaces stay"
        hint = "paste it as plain text, and write ## before headings, 1. before entries, [^name] for notes"
        place, excerpt = manuscript.place(match.start()), manuscript.excerpt(match.start())
        yield warning("text.unresolved", message, place, hint, excerpt)
