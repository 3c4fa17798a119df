"""What an import tells of a manuscript.

In:  the file, a paragraph's number and words, and what became of it.
Out: problems, whose line is the number of the paragraph in the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Severity, SourceRange, diagnostic

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

LONGEST = 60
"""Characters of the words that a message repeats."""


def quoted(words: str) -> str:
    """The beginning of some words, in quotation marks."""
    plain = " ".join(words.split())
    return f"“{plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(' ', 1)[0] + ' …'}”"


def guessed(path: Path, message: str, paragraph: int = 0, hint: str = "") -> Diagnostic:
    """Something that was taken for what it looks like."""
    return diagnostic(Severity.INFO, "word.guess", message, _place(path, paragraph), hint)


def changed(path: Path, message: str, paragraph: int = 0, hint: str = "") -> Diagnostic:
    """Something that is in the brief in another form."""
    return diagnostic(Severity.INFO, "word.changed", message, _place(path, paragraph), hint)


def left_out(path: Path, message: str, paragraph: int = 0, hint: str = "") -> Diagnostic:
    """Something that is not in the brief."""
    return diagnostic(Severity.WARNING, "word.left-out", message, _place(path, paragraph), hint)


def missing(path: Path, message: str, paragraph: int = 0, hint: str = "") -> Diagnostic:
    """Something that the brief needs and the manuscript does not have."""
    return diagnostic(Severity.WARNING, "word.missing", message, _place(path, paragraph), hint)


def failed(code: str, path: Path, message: str, hint: str, paragraph: int = 0) -> Diagnostic:
    """Something that is mended before anything is imported."""
    return diagnostic(Severity.ERROR, code, message, _place(path, paragraph), hint)


def _place(path: Path, paragraph: int) -> SourceRange:
    return SourceRange(path, paragraph)
