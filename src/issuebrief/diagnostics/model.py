"""What can be wrong with a brief, as a value.

In:  what a stage noticed, and where.
Out: `Diagnostic` values, which every stage returns beside its result and nobody prints
     from the middle of a stage; `terminal.py` turns them into lines for a terminal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file; `line` and `column` count from 1, 0 stands for unknown."""

    path: Path
    line: int = 0
    column: int = 0

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
    place: Place | None = None
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

LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def shortened(text: str) -> str:
    """The text with the middle of endless words left out, so that a message keeps to a screen."""
    half = LONGEST_WORD // 2
    return LONG_WORD.sub(lambda word: f"{word[0][:half]}…{word[0][-half // 2 :]}", text)


def _excerpt(line: str, place: Place | None) -> str:
    """The line up to some way behind the column: what is beyond tells nobody anything."""
    end = (place.column if place else 0) + BEHIND
    return line if len(line) <= end else line[:end] + "…"


def error(
    code: str, message: str, place: Place | None = None, hint: str = "", excerpt: str = ""
) -> Diagnostic:
    """A problem that keeps the PDF from being written."""
    return Diagnostic(
        Severity.ERROR, code, shortened(message), place, shortened(hint), _excerpt(excerpt, place)
    )


def warning(
    code: str, message: str, place: Place | None = None, hint: str = "", excerpt: str = ""
) -> Diagnostic:
    """A problem that the PDF is written in spite of."""
    return Diagnostic(
        Severity.WARNING, code, shortened(message), place, shortened(hint), _excerpt(excerpt, place)
    )


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
