"""The list of the works that are cited, as Markdown at its place in the text.

In:  the manuscript, what was rendered, and what the brief says of its list.
Out: cuts: at `::: {#refs}`, behind a heading of the list at the end of the text, or at the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.citations.as_markdown import as_markdown
from issuebrief.citations.csl.punctuation import capitalised
from issuebrief.l10n import words
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from issuebrief.citations.csl.cited import Rendered
    from issuebrief.frontmatter.model import Brief
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

PLACE = re.compile(
    r"^[ \t]*(:{3,})[ \t]*(?:\{[ \t]*#refs[^{}\n]*\}|references)[ \t]*\n\s*\1[ \t]*$", re.MULTILINE
)
LAST_HEADING = re.compile(r"^#{1,6}[ \t]+([^\n]*?)[ \t]*#*[ \t]*\n*\Z", re.MULTILINE)
HEADING = re.compile(r"^(#{1,6})[ \t]", re.MULTILINE)


def list_cuts(
    manuscript: MarkdownSource, made: Rendered, brief: Brief, *, is_note: bool
) -> list[Substitution]:
    """The cut that puts the list into the text, if the brief wants one."""
    text = manuscript.text
    place = PLACE.search(manuscript.masked)
    wanted = brief.reference_list
    if wanted is None:
        wanted = bool(place) or not is_note
    entries = "\n\n".join(f"{as_markdown(capitalised(runs))}\n{{: .reference }}" for _, runs in made.entries)
    if not wanted or not entries:
        return [Substitution(place.start(), place.end(), "")] if place else []
    if place:
        return [Substitution(place.start(), place.end(), f"\n{entries}\n")]
    end = len(text.rstrip())
    if LAST_HEADING.search(text[:end]):
        return [Substitution(end, len(text), f"\n\n{entries}\n")]
    label = words(brief.lang, brief.labels).references
    level = min((len(found[1]) for found in HEADING.finditer(manuscript.masked)), default=2)
    return [Substitution(end, len(text), f"\n\n{'#' * level} {label}\n\n{entries}\n")]
