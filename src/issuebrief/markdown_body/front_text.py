"""The front matter as a text in which slips are looked for.

In:  a `Source` and its `Brief`.
Out: the front matter as a `MarkdownSource`, in which remarks are blank, escapes of YAML are what they stand
     for, and code is masked; and problems: marks of notes in fields that print none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.frontmatter.read import locate
from issuebrief.frontmatter.source import Source
from issuebrief.markdown_body.blocks.notes import find_in_place, find_marks
from issuebrief.markdown_body.normalise.normal_form import normal_form
from issuebrief.markdown_body.source.markdown_source import MASK, MarkdownSource, blotted, read_manuscript
from issuebrief.stated_values import Setting, stated_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.frontmatter.model import Brief

REMARK = re.compile(r"(?:^|(?<=[ \t]))#.*$", re.MULTILINE)
QUOTED = re.compile(r'(?:(?<=[:\-,][ \n])|(?<=[\[{]))"(?:[^"\\]|\\.)*"', re.DOTALL)
"""A value in quotation marks, in which YAML reads escapes."""
ESCAPED = re.compile(r"\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[^\n])")
PLAIN_ESCAPES = frozenset('"\\/')
"""What stands behind a backslash of YAML for itself; other signs there stand for white space."""
INDENTED = re.compile(r"^(?: {4}| {0,3}\t)", re.MULTILINE)
ANY_NOTE = re.compile(r"\[\^|\^\[")

Keys = tuple[str | int, ...]


def front_manuscript(source: Source, brief: Brief | None = None) -> MarkdownSource:
    """The front matter as a text with places; with its `brief`, indented code is masked too."""
    front = REMARK.sub(lambda remark: " " * len(remark.group()), source.front_matter)
    front = QUOTED.sub(lambda value: ESCAPED.sub(_unescaped, value[0]), front)
    read = read_manuscript(replace(source, body=front, body_line=source.front_matter_line, typed=None))
    code = sorted(_indented_code(source, brief)) if brief else []
    return replace(read, masked=blotted(read.masked, code)) if code else read


def _unescaped(escape: re.Match[str]) -> str:
    """What an escape of YAML stands for, as long as the escape."""
    sign = escape[0][1:]
    if len(sign) > 1:
        return "a" * len(escape[0])
    return f" {sign}" if sign in PLAIN_ESCAPES else "  "


def _indented_code(source: Source, brief: Brief) -> Iterator[tuple[int, int]]:
    """Where lines of indented code stand in the values of the front matter that are set in paragraphs."""
    starts = [0, *(match.end() for match in re.finditer("\n", source.front_matter))]
    for keys, text in set_in_paragraphs(brief):
        if not INDENTED.search(text):
            continue
        at = locate(source, *keys)
        end = starts[max(at.line - source.front_matter_line, 0)]
        field, _ = normal_form(read_manuscript(alone(text)), short=True)
        for code in _lines_of_code(field):
            for typed in (code, code.replace("\\", "\\\\").replace('"', '\\"')):
                start = source.front_matter.find(typed, end)
                if start >= 0:
                    end = start + len(typed)
                    yield start, end
                    break


def _lines_of_code(field: MarkdownSource) -> Iterator[str]:
    """The lines of a field that are code, without the blanks around them."""
    for start, masked in field.lines():
        if masked.strip() and not masked.strip(f" \t{MASK}"):
            yield field.text[start : start + len(masked)].strip()


def notes_without_place(source: Source, brief: Brief) -> Iterator[Diagnostic]:
    """Marks of notes in the fields that are printed where no note can be cited, or in several places."""
    front = front_manuscript(source)
    for keys, text in _without_notes(brief):
        if not ANY_NOTE.search(text):
            continue
        field = read_manuscript(alone(text))
        noted, _ = find_in_place(field)
        spans = [(note.start, note.end) for note in noted]
        spans += [(mark.start, mark.end) for mark in find_marks(field, ()) if not _within(mark.start, spans)]
        for start, end in sorted(spans):
            mark = text[start:end]
            at = front.text.find(mark, front.offset(locate(source, *keys).line))
            place, excerpt = (
                front.told_of(at, at + len(mark)) if at >= 0 else (locate(source, *keys).start, "")
            )
            name = ".".join(str(key) for key in keys if isinstance(key, str))
            message = f"{name} cites {mark}, and no note can be cited there: the mark is left out"
            hint = "cite it in the text, the abstract, a bio or the copyright, or write its words there"
            yield error("notes.no-place", message, place, hint, excerpt)


def _within(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def alone(text: str) -> Source:
    """A value as a source of its own."""
    return Source(Path(), text, "", 0, text, 1)


def set_in_paragraphs(brief: Brief) -> Iterator[tuple[Keys, str]]:
    """The values that are set in paragraphs, and so may hold code."""
    yield ("abstract",), brief.abstract
    for number, author in enumerate(brief.authors):
        yield ("authors", number, "bio"), author.bio
    if brief.publisher:
        yield ("publisher", "about"), brief.publisher.about
    yield ("disclaimer",), brief.disclaimer
    yield ("copyright",), brief.copyright
    for value in stated_values(brief):
        if value.setting is Setting.PARAGRAPHS:
            yield value.keys, value.text


def _without_notes(brief: Brief) -> Iterator[tuple[Keys, str]]:
    """The values that cite no notes: they are printed in several places, or in none but metadata."""
    yield ("short_title",), brief.short_title
    yield ("series",), brief.series
    yield ("number",), str(brief.number)
    for number, author in enumerate(brief.authors):
        yield ("authors", number, "name"), author.name
        yield ("authors", number, "role"), author.role
    if brief.cover:
        yield ("cover", "alt"), brief.cover.alt
    for number, word in enumerate(brief.keywords):
        yield ("keywords", number), word
    if publisher := brief.publisher:
        yield ("publisher", "name"), publisher.name
        yield ("publisher", "short"), publisher.short
        yield ("publisher", "place"), publisher.place
    for value in stated_values(brief):
        if value.setting in (Setting.WORDS, Setting.UNSEEN):
            yield value.keys, value.text
