"""A problem as plain values, which every format for programs begins with, and back.

In:  a problem, and a way to name files.
Out: a dictionary of strings and numbers; lines and columns count from 1 and are None where unknown. The end
     is that of `SourceRange`: the column of the first character behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Value = str | int | None


def fields_of(problem: Diagnostic, named: Callable[[Path], str]) -> dict[str, Value]:
    """What a problem says and where; `named` gives its file the name that the reader knows it by."""
    place = problem.place
    return {
        "severity": problem.severity.name.lower(),
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "file": named(place.path) if place else None,
        "line": place.line or None if place else None,
        "column": place.column or None if place else None,
        "end_line": place.end_line or None if place else None,
        "end_column": place.end_column or None if place else None,
        "excerpt": problem.excerpt,
    }


def problem_of(fields: Mapping[str, Any], path_of: Callable[[str], Path]) -> Diagnostic:
    """The problem that fields say; `path_of` finds a file by the name that they have for it.

    Raises `KeyError` or `TypeError` where they are not those of a problem.
    """
    place = None
    if fields["file"] is not None:
        numbers = (fields[name] or 0 for name in ("line", "column", "end_line", "end_column"))
        place = SourceRange(path_of(fields["file"]), *numbers)
    severity = Severity[fields["severity"].upper()]
    return Diagnostic(severity, fields["code"], fields["message"], place, fields["hint"], fields["excerpt"])
