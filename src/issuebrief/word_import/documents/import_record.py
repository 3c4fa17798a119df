"""What an import told, kept beside the brief.

In:  the problems of an import; the bytes of a file that may be one of its records.
Out: the record, as JSON; what it says, as `RecordedRemark` values.

The preview lists it, so that an editor can tick off one remark after the other. No build reads it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.diagnostics.model import Diagnostic

RECORD = "import-report.json"
"""The name of the file."""
VERSION = 1


@dataclass(frozen=True)
class RecordedRemark:
    """Something that an import told; `paragraph` is 0 where it is about none."""

    code: str
    message: str
    hint: str
    paragraph: int


def as_record(problems: Iterable[Diagnostic], document: str) -> str:
    """The record of an import of a document."""
    remarks = [
        {
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
            "paragraph": problem.place.line if problem.place else 0,
        }
        for problem in problems
    ]
    listing = {"version": VERSION, "manuscript": document, "remarks": remarks}
    return json.dumps(listing, indent=1, ensure_ascii=False) + "\n"


def read_record(content: bytes) -> tuple[str, tuple[RecordedRemark, ...]]:
    """The name of the document, and the remarks; nothing where it is no such record."""
    try:
        listing = json.loads(content)
        remarks = tuple(
            RecordedRemark(str(each["code"]), str(each["message"]), str(each["hint"]), int(each["paragraph"]))
            for each in listing["remarks"]
        )
        return str(listing["manuscript"]), remarks
    except (ValueError, KeyError, TypeError, RecursionError):
        return "", ()
