"""The manuscript: a brief's Markdown as a text with places.

In:  a `Source`.
Out: a `MarkdownSource`, in which code is masked so that syntax quoted in code is not taken for
     syntax; line and column of any offset; and the text with cuts made in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.edits import UNCHANGED, Origin, edited
from issuebrief.markdown_body.source.fences import find_fences
from issuebrief.markdown_body.source.placeholders import ESCAPED, RESERVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.source import Source

MASK = "\x00"
ENDING = {"<!--": "-->", "<pre": "</pre>", "<script": "</script>", "<style": "</style>"}
SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Names of elements in small letters; `İ` in small letters would be two characters."""
BEGINNING = re.compile(r"<!--|<(?:pre|script|style)(?=[\s>])")
CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Substitution:
    """What stands between two offsets of the manuscript, and what is put in its place."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class MarkdownSource:
    """The Markdown of a brief; offsets count characters from its beginning.

    `origin` leads from them to those of the text as it was typed.
    """

    source: Source
    text: str
    masked: str
    origin: Origin = UNCHANGED

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, start: int, end: int = 0) -> SourceRange:
        """The place in the file of what stands between two offsets, without white space at its end.

        Without an end it is known only where it begins.
        """
        end = start + len(self.text[start:end].rstrip())
        # What comes behind it may have been typed much later: its own last character says where it ends.
        last = self.origin.back(end - 1) + 1 if end > start else 0
        return self.source.piece_of_body(self.origin.back(start), last)

    def told_of(self, start: int, end: int) -> tuple[SourceRange, str]:
        """The place of what stands between two offsets, and the line that it begins on."""
        return self.place(start, end), self.excerpt(start)

    def place_of_line(self, start: int) -> SourceRange:
        """The place in the file of an offset and what follows on its line."""
        end = self.text.find("\n", start)
        return self.place(start, end if end >= 0 else len(self.text))

    def offset(self, line: int) -> int:
        """The offset at which a line of the file begins; 0 where the text has no such line."""
        number, starts = line - self.source.body_line, self.source.starts
        return self.origin.forth(starts[number]) if 0 <= number < len(starts) else 0

    def excerpt(self, offset: int) -> str:
        """The line on which an offset lies."""
        return self.source.line(self.place(offset).line)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Each line of the masked text with the offset at which it begins."""
        yield from zip(self._line_starts, self.masked.split("\n"), strict=True)

    def copy(self, start: int, end: int, cuts: Iterable[Substitution]) -> str:
        """The text between two offsets with those cuts made that lie between them."""
        return self.copy_sorted(start, end, sorted(cuts, key=_start))

    def copy_sorted(self, start: int, end: int, cuts: Sequence[Substitution]) -> str:
        """The same with cuts that are in their order already."""
        parts: list[str] = []
        for number in range(bisect_left(cuts, start, key=_start), len(cuts)):
            cut = cuts[number]
            if cut.start > end:
                break
            if cut.start >= start and cut.end <= end:
                parts += (self.text[start : cut.start], cut.replacement)
                start = cut.end
        return "".join((*parts, self.text[start:end]))

    def with_cuts(self, cuts: Sequence[Substitution]) -> MarkdownSource:
        """The manuscript with cuts made in it, which still knows its places."""
        if not cuts:
            return self
        text, origin = edited(self.text, cuts)
        return replace(self, text=text, masked=mask(text), origin=replace(origin, before=self.origin))


def _start(cut: Substitution) -> int:
    return cut.start


def read_manuscript(source: Source) -> MarkdownSource:
    """Prepare the Markdown of a brief; characters kept for ourselves become U+FFFD."""
    text = RESERVED.sub("\ufffd", source.body).replace("\r", " ").replace(MASK, "\ufffd")
    return MarkdownSource(source, text, mask(text))


def find_escapes(manuscript: MarkdownSource) -> list[Substitution]:
    """Cuts that keep a quote, hyphen or period behind a backslash from niceties."""
    return [
        Substitution(match.start(), match.end(), ESCAPED[match.group(1)])
        for match in ESCAPE.finditer(manuscript.masked)
        if match.group(1) in ESCAPED
    ]


def mask(text: str) -> str:
    """The text with what stands in code, comments and elements of other languages blotted out."""
    for spans in (_fences, _raw, _code_spans):
        text = blotted(text, spans(text))
    return text


def blotted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with what stands between some offsets, given in order, blotted out."""
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        parts += (text[end:start], NOT_NEWLINE.sub(MASK, text[start:stop]))
        end = stop
    return "".join((*parts, text[end:]))


def _fences(text: str) -> Iterator[tuple[int, int]]:
    for fence in find_fences(text):
        yield fence.start, fence.end


def _raw(text: str) -> Iterator[tuple[int, int]]:
    """Comments and elements whose text is not Markdown."""
    lowered = text.translate(SMALL) if "<" in text else ""
    position = 0
    unended: set[str] = set()
    while match := BEGINNING.search(lowered, position):
        # What has no end is not looked for from each further beginning.
        ending = ENDING[match.group()]
        stop = -1 if ending in unended else lowered.find(ending, match.end())
        position = match.end() if stop < 0 else stop
        if stop < 0:
            unended.add(ending)
        else:
            yield match.start(), stop


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    for match in CODE_SPAN.finditer(text):
        yield match.span(2)
