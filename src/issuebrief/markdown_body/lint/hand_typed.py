"""What Markdown has signs for and was typed to look so instead: headings in bold type, numbers of notes.

In:  a manuscript.
Out: warnings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.lint.typed_headings import find_typed_headings
from issuebrief.markdown_body.lint.typed_notes import find_typed_notes

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource


def find_hand_typed(manuscript: MarkdownSource) -> list[Diagnostic]:
    """All of it."""
    return [*find_typed_headings(manuscript), *find_typed_notes(manuscript)]
