"""Number signs and rows of hyphens that make headings of lines, or do not.

In:  a manuscript, and a line of it with where its text begins.
Out: cuts that let those signs be text which begin or close no heading, and warnings where that is doubtful.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.normalise import doubts
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource
    from issuebrief.markdown_body.source.text_lines import SourceLine

    Found = tuple[list[Substitution], list[Diagnostic]]

HASH = re.compile(r"[ \t]*#(?![#\s])")
HEADING_LINE = re.compile(r"#[^\W\d_][a-zß-ÿ]+(?: [^#\n]{1,60})?(?<![.,;:…])[ \t]*$")
"""A line that is a heading, though no space stands behind its sign, where text follows it: no `#MeToo`."""
APART = re.compile(r"\S {3,}\S")


def signs_of_number(
    manuscript: MarkdownSource, line: SourceLine, at: int, *, alone: bool = False, begins: bool = False
) -> Found:
    """A number sign right before a word is one, and begins no heading, unless a sentence follows."""
    if not HASH.match(line.text, at) or (begins and HEADING_LINE.match(line.text, at)):
        return [], []
    cut = Substitution(line.offset + at, line.offset + at + 1, "&#35;")
    doubtful = alone and line.text[at + 1 : at + 2].isalpha()
    return [cut], [doubts.heading_like(manuscript, line)] if doubtful else []


def hashes_of_word(line: SourceLine, at: int) -> list[Substitution]:
    """Number signs right behind the last word of a heading belong to it; with a space, they close it."""
    found = line.hashes_of_word(at)
    if not found:
        return []
    start, end = found
    return [Substitution(line.offset + start, line.offset + end, "&#35;" * (end - start))]


def underline(manuscript: MarkdownSource, line: SourceLine, below: SourceLine) -> Found:
    """A line of hyphens makes a heading of the line above it, but not of a sentence."""
    length = len(below.text.strip())
    if length < 3:
        return [Substitution(below.offset, below.offset + 1, f"&#{ord(below.text[0])};")], []
    if not below.text.startswith("-"):
        return [], []
    sentence = doubts.is_sentence(line.text)
    cuts = [Substitution(below.offset, below.offset, f"\n{below.prefix}")] if sentence else []
    # Words far apart are the cells of a row, and the hyphens end its table.
    if (sentence and not APART.search(line.text.strip())) or length == 3:
        return cuts, [doubts.underlined(manuscript, line, heading=not sentence)]
    return cuts, []
