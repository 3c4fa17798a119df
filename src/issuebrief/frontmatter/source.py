"""Read a brief's file and part its front matter from its text.

In:  the path of a `brief.md`.
Out: a `Source`, which knows on which line of the file each part begins, and problems:
     a file that is missing, unreadable, too large, elsewhere, not UTF-8, or whose front matter never ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning
from issuebrief.frontmatter.slips import is_rule
from issuebrief.frontmatter.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

FENCE = "---"
CLOSING_FENCES = (FENCE, "...")
KEY = re.compile(r"[A-Za-z_][\w -]*:(\s|$)")
EXAMPLE = f"{FENCE}\ntitle: The title of the brief\ndate: 2023-10-16\nauthors:\n  - name: Jane Doe\n{FENCE}"


@dataclass(frozen=True)
class Source:
    r"""A brief as its author typed it, with newlines as `\n`.

    `front_matter` is the YAML between the fences and begins on line `front_matter_line`
    of the file; `body` is the Markdown after them and begins on line `body_line`. `shared` is the file of
    the institute that what the front matter leaves out is taken from.
    """

    path: Path
    text: str
    front_matter: str
    front_matter_line: int
    body: str
    body_line: int
    shared: Source | None = field(default=None, compare=False)
    typed: tuple[Source, Callable[[int], int], Callable[[int], int]] | None = field(
        default=None, compare=False
    )
    """Where charts or citations are written out in the body: the brief before, and what leads from offsets of
    the body to those of its body, and the other way."""
    is_cited: bool = False
    """Whether citations are written out."""
    pictures: Mapping[str, bytes] = field(default_factory=dict, compare=False)
    """The pictures that were drawn for the brief, by the names that its body has for them."""

    def holder(self, place: SourceRange) -> Source:
        """The file that a place is in: this one, or the shared one."""
        if self.shared and place.path != self.path:
            return self.shared.holder(place)
        return self

    def excerpt(self, place: SourceRange) -> str:
        """The line that a place begins on, in whichever file it is."""
        return self.holder(place).line(place.line)

    def line(self, number: int) -> str:
        """Line `number` of the file, counted from 1; empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        return self.text.split("\n")

    def place(self, line: int, column: int = 0, end_line: int = 0, end_column: int = 0) -> SourceRange:
        """A piece of this file, never beyond its lines: one that was mended to be read on may be longer.

        A piece of no length has no end of its own.
        """
        column = min(column, len(self.line(line)) + 1)
        end = end_line, min(end_column, len(self.line(end_line)) + 1)
        return SourceRange(self.path, line, column, *(end if end > (line, column) else (0, 0)))

    def piece_of_body(self, start: int, end: int = 0) -> SourceRange:
        """The piece between two offsets of the body, without white space at its end.

        Without an end it is known only where it begins.
        """
        end = start + len(self.body[start:end].rstrip())
        if self.typed:
            typed, back, _ = self.typed
            return typed.piece_of_body(back(start), back(end - 1) + 1 if end > start else 0)
        return self.place(*self._spot(start), *(self._spot(end) if end > start else (0, 0)))

    def typed_offset(self, offset: int) -> int:
        """The offset in the body as it was typed of one in the body."""
        if self.typed:
            typed, back, _ = self.typed
            return typed.typed_offset(back(offset))
        return offset

    def _spot(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset of the body."""
        number = bisect_right(self.starts, offset) - 1
        return self.body_line + number, offset - self.starts[number] + 1

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which the lines of the body begin, as they are typed."""
        if self.typed:
            typed, _, forth = self.typed
            return [forth(start) for start in typed.starts]
        return [0, *(match.end() for match in re.finditer("\n", self.body))]


def read_source(path: Path, data: bytes | None = None) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The brief at `path`, in its two parts, and everything wrong with the file as a file.

    There is no source when the file cannot be read as text or has no whole front matter. The file is not
    looked at where its bytes are given.
    """
    text, problems = read_text(path, data)
    if text is None:
        return None, problems
    source, more = _part(path, text)
    return source, problems + more


def _part(path: Path, text: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Part front matter from body at the fences."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None, (
            error("source.empty", "the file is empty", SourceRange(path), f"begin it with:\n{EXAMPLE}"),
        )
    if lines[first].rstrip() != FENCE:
        return None, (_no_front_matter(path, lines, first),)
    for number in range(first + 1, len(lines)):
        if lines[number].rstrip() in CLOSING_FENCES:
            front, body = "\n".join(lines[first + 1 : number]), "\n".join(lines[number + 1 :])
            source = Source(path, text, front, first + 2, body, number + 2)
            return source, () if source.body.strip() else (_empty_body(source),)
    return None, (_unclosed(path, lines, first),)


def _no_front_matter(path: Path, lines: list[str], first: int) -> Diagnostic:
    line = lines[first]
    place = SourceRange(path, first + 1, 1, first + 1, len(line) + 1)
    message = "the file does not start with front matter"
    hint = f"begin it with:\n{EXAMPLE}"
    if KEY.match(line) or set(line.strip()) <= {"-", "–", "—"}:
        hint = f"put a line of three hyphens, {FENCE}, before the first key and another after the last"
    if is_rule(line):
        hint = f"put a line of three hyphens, {FENCE}, in place of the long dashes, here and after the keys"
    return error("source.no-front-matter", message, place, hint, line)


def _unclosed(path: Path, lines: list[str], first: int) -> Diagnostic:
    """The problem of a missing closing fence, with a guess at where it belongs."""
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if KEY.match(line) or (line.startswith((" ", "\t", "- ", "#")) and last == number - 1):
            last = number
        elif line.strip():
            break
    hint = f"put a line {FENCE} after the last key"
    if last > first:
        hint += f", which seems to end on line {last + 1}"
    if dashes := next((n for n in range(first + 1, len(lines)) if is_rule(lines[n])), 0):
        hint = f"put a line of three hyphens, {FENCE}, in place of the long dashes on line {dashes + 1}"
    message = f"the front matter opens here and is never closed by a line {FENCE}"
    return error("source.unclosed-front-matter", message, SourceRange(path, first + 1, 1), hint, lines[first])


def _empty_body(source: Source) -> Diagnostic:
    """A warning, because the first page can well be looked at before the text is written."""
    line = source.body_line - 1
    hint = f"write the text of the brief below this line {FENCE}"
    message = "there is no text after the front matter"
    return warning("source.empty-body", message, source.place(line, 1), hint, source.line(line))
