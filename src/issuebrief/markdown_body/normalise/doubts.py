"""Lines that may be meant otherwise than they are set.

In:  a line, or the lines of a block, in the manuscript as it was typed.
Out: the warning, with its place and how to say what is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.source.fences import find_fences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource
    from issuebrief.markdown_body.source.text_lines import SourceLine

NOTE_MARKS = re.compile(r"(?:\[\^[^\]\s]+\]|\s)+$")
SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", "“", "»", '"')
LONGEST_HEADING = 100
WORDS_OF_PROSE = 6
CODE = re.compile(r"[{}<>=|\\$#;`]|\w\(|[/_]\w|\w[/_]")
ITEMS = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+[^:=\s]+(?:\s+[^:=]+)?$")

SHOWN = 40
"""Characters of an opening that a message repeats."""


def is_sentence(text: str) -> bool:
    """Whether a line is no heading: it ends like a sentence, or is too long."""
    bare = NOTE_MARKS.sub("", text)
    return bare.endswith(SENTENCE_ENDS) or len(bare) > LONGEST_HEADING


def is_prose(lines: Sequence[SourceLine]) -> bool:
    """Whether the last of two lines is no term: it is a sentence, or goes on with the line above it."""
    last = lines[-1].text.strip()
    goes_on = len(lines) > 1 and not lines[0].empty and last[:1].islower()
    return bool(last) and (goes_on or is_sentence(last))


def list_like(manuscript: MarkdownSource, line: SourceLine) -> Diagnostic:
    """Prose that begins like a list."""
    sign = line.item["marker"] if line.item else ""
    message = f"“{sign} {line.word}” begins a sentence here, not a list"
    escaped = f"{sign[:-1]}\\{sign[-1]}"
    listed = "leave an empty line above it" if line.number < 0 else "give it a neighbour"
    if line.number < 0 and sign != "-":
        listed = "begin it with - and leave an empty line above it"
    return _warning(
        manuscript,
        "markup.list-like",
        message,
        line,
        f"write {escaped} if that is right; if it is a list, {listed}",
    )


def numbered_by_hand(manuscript: MarkdownSource, line: SourceLine) -> Diagnostic:
    """Rows that begin with letters or dashes in the way of a list."""
    sign = re.match(r"\s*([-–•](?=\w)|\S{1,12})", line.text)
    message = f"the lines from “{sign[1] if sign else ''}” on are set as lines of their own, not as a list"
    hint = 'for a list, write - or 1. and a space; <ol type="a"> has letters'
    return _warning(manuscript, "markup.list-like", message, line, hint)


def quotation_like(manuscript: MarkdownSource, line: SourceLine) -> Diagnostic:
    """A sign of comparison that begins a line, like a quotation."""
    hint = r"write \> if that is right; a quotation has an empty line above it"
    return _warning(
        manuscript,
        "markup.quotation-like",
        "“>” is a sign of the sentence here, not of a quotation",
        line,
        hint,
    )


def heading_like(manuscript: MarkdownSource, line: SourceLine) -> Diagnostic:
    """A word with a number sign that stands alone, like a heading."""
    hint = r"write \# if that is right; a heading has a space behind its signs"
    return _warning(
        manuscript,
        "markup.heading-like",
        "“#” belongs to the word behind it, and makes no heading",
        line,
        hint,
    )


def underlined(manuscript: MarkdownSource, line: SourceLine, *, heading: bool) -> Diagnostic:
    """A line of hyphens right below a line of text."""
    if heading:
        message = "the line is a heading, since there are hyphens right below it"
        hint = "write ## before the line if it is one; else leave an empty line above the hyphens"
    else:
        message = "the hyphens below the line are a rule, and make no heading of it"
        hint = "leave an empty line above them; a heading begins with ##"
    return _warning(manuscript, "markup.underlined", message, line, hint)


def term_like(manuscript: MarkdownSource, line: SourceLine) -> Diagnostic:
    """A sentence that is a term, since a line that begins with a colon stands below it."""
    message = "the line is set as a term, since the next one begins with a colon"
    hint = r"write \: in the next line if the colon belongs to the text; a term is a few words"
    return _warning(manuscript, "markup.term-like", message, line, hint)


def code_like(manuscript: MarkdownSource, block: Sequence[SourceLine]) -> Iterator[Diagnostic]:
    """A paragraph or a list that is indented so far that it is code."""
    text = " ".join(line.text.strip() for line in block)
    prose = len(text.split()) >= WORDS_OF_PROSE and text[-1:] in ".!?…:”“»" and not CODE.search(text)
    if prose or (len(block) > 1 and all(ITEMS.match(line.text) for line in block)):
        message = "the lines are set as code, because they are indented by four spaces"
        hint = "remove the spaces; or put a line of three backticks above and below if it is code"
        start, last = block[0].offset + len(block[0].blanks), block[-1]
        place = manuscript.place(start, last.offset + len(last.text))
        yield warning("markup.code-like", message, place, hint, manuscript.excerpt(start))


def prose_like(manuscript: MarkdownSource, lines: Sequence[SourceLine]) -> Iterator[Diagnostic]:
    """Lines in items of lists that other programs set as code: all but those that read like prose."""
    for line in lines:
        if CODE.search(line.text) or len(line.text.split()) < WORDS_OF_PROSE:
            message = "the line is set as text, and other programs set it as code, for its spaces"
            hint = (
                "put a line of three backticks above and below if it is code; else remove some of the spaces"
            )
            yield _warning(manuscript, "markup.prose-like", message, line, hint)


def open_fences(manuscript: MarkdownSource) -> Iterator[Diagnostic]:
    """Fenced code that nothing closes."""
    for fence in find_fences(manuscript.text):
        if not fence.closed:
            opening = manuscript.text[fence.start + len(fence.prefix) :].partition("\n")[0].strip()
            sign, shown = opening[:3], opening if len(opening) <= SHOWN else opening[:SHOWN] + "…"
            message = f"{shown} opens code that nothing closes; the lines up to the next empty one are code"
            place, excerpt = manuscript.told_of(fence.start, fence.end)
            hint = f"write {sign} on a line of its own where the code ends"
            yield warning("markup.unclosed-fence", message, place, hint, excerpt)


def _warning(manuscript: MarkdownSource, code: str, message: str, line: SourceLine, hint: str) -> Diagnostic:
    offset, end = line.offset + len(line.blanks), line.offset + len(line.text)
    return warning(code, message, manuscript.place(offset, end), hint, manuscript.excerpt(offset))
