"""What can be wrong with a brief, as a value.

In:  what a stage noticed, and where.
Out: `Diagnostic` values, which every stage returns beside its result and nobody prints
     from the middle of a stage; `terminal.py` turns them into lines for a terminal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Severity(IntEnum):
    """How much a problem matters: only an error keeps a PDF from being written."""

    INFO = 0
    WARNING = 1
    ERROR = 2


WORD = re.compile(r"\S+")


@dataclass(frozen=True, order=True)
class SourceRange:
    """A piece of a file as it was typed, from its first character to before its end.

    Lines and columns count from 1, columns in characters; 0 stands for unknown. `end_column` is that of the
    first character behind the piece. Without columns it is the whole of its lines, without a line the whole
    file.
    """

    path: Path
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    @property
    def start(self) -> SourceRange:
        """The spot at which it begins, of which no end is known."""
        return SourceRange(self.path, self.line, self.column)

    def covering(self, typed: str) -> SourceRange:
        """The same with the end of what is typed there, lines and all."""
        before, line_end, last = typed.rpartition("\n")
        if not typed or not self.column:
            return self
        column = 1 if line_end else self.column
        line = self.line + before.count("\n") + len(line_end)
        return replace(self, end_line=line, end_column=column + len(last))

    def ending(self, text: str) -> SourceRange:
        """The same with an end where none is known: that of the word that begins there.

        `text` is its first line. A word ends at white space; where none begins, so does the range. Without a
        column it ends with its line.
        """
        if not self.line or self.end_line:
            return self
        if not self.column:
            return replace(self, end_line=self.line)
        word = WORD.match(text, self.column - 1)
        return replace(self, end_line=self.line, end_column=word.end() + 1 if word else self.column)

    def __str__(self) -> str:
        parts = [str(self.path), *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


@dataclass(frozen=True, order=True)
class PageRegion:
    """A rectangle on a page; pages count from 1, lengths are px (96 to the inch) from the top left corner."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Diagnostic:
    """One thing that is wrong.

    `code` is a stable name such as `notes.undefined`; `message` says what is wrong;
    `hint` says how to mend it; `excerpt` is the offending line as it stands in the file;
    `spots` are the places on the pages where it shows, if it does.
    """

    severity: Severity
    code: str
    message: str
    place: SourceRange | None = None
    hint: str = ""
    excerpt: str = ""
    spots: tuple[PageRegion, ...] = ()


def hint_of(*sentences: str) -> str:
    """A hint of one sentence or more, without those that are empty; like every hint it begins small."""
    first, *others = (sentence for sentence in sentences if sentence)
    return " ".join((first, *(other[0].upper() + other[1:] for other in others)))


LONGEST_WORD = 100
"""Characters of a word, such as an address or a picture written out, that a message repeats at most."""

BEHIND = 400
"""Characters of an excerpt that are kept behind its column."""

FAR = 5_000
"""Of a place so many characters into its line there is no excerpt: it would be most of the line, and a
line of a megabyte can hold thousands of problems."""

LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def shortened(text: str) -> str:
    """The text with the middle of endless words left out, so that a message keeps to a screen."""
    half = LONGEST_WORD // 2
    return LONG_WORD.sub(lambda word: f"{word[0][:half]}…{word[0][-half // 2 :]}", text)


def _excerpt(line: str, place: SourceRange | None) -> str:
    """The line up to some way behind the column: what is beyond tells nobody anything."""
    end = (place.column if place else 0) + BEHIND
    if end > FAR + BEHIND:
        return ""
    return line if len(line) <= end else line[:end] + "…"


def diagnostic(
    severity: Severity,
    code: str,
    message: str,
    place: SourceRange | None = None,
    hint: str = "",
    excerpt: str = "",
    spots: tuple[PageRegion, ...] = (),
) -> Diagnostic:
    """A problem whose place has an end, and whose words keep to a screen."""
    place = place and place.ending(excerpt)
    message, hint, excerpt = shortened(message), shortened(hint), _excerpt(excerpt, place)
    return Diagnostic(severity, code, message, place, hint, excerpt, spots)


def error(
    code: str, message: str, place: SourceRange | None = None, hint: str = "", excerpt: str = ""
) -> Diagnostic:
    """A problem that keeps the PDF from being written."""
    return diagnostic(Severity.ERROR, code, message, place, hint, excerpt)


def warning(
    code: str, message: str, place: SourceRange | None = None, hint: str = "", excerpt: str = ""
) -> Diagnostic:
    """A problem that the PDF is written in spite of."""
    return diagnostic(Severity.WARNING, code, message, place, hint, excerpt)


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
