"""Problems as data: JSON for programs of one's own.

In:  problems, and the folder that paths are given from.
Out: JSON with a version, the counts, and all problems in the order of a terminal's report.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from issuebrief.diagnostics.model import Severity
from issuebrief.diagnostics.serialize import fields_of
from issuebrief.diagnostics.terminal import in_order, path_from

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

VERSION = 1
"""Counted up when a key goes or changes its meaning; a new key changes nothing."""


def as_json(problems: Iterable[Diagnostic], root: Path) -> str:
    """The problems as JSON."""
    found = in_order(problems)
    listing = {
        "version": VERSION,
        "counts": {
            severity.name.lower(): sum(problem.severity is severity for problem in found)
            for severity in reversed(Severity)
        },
        "problems": [_values(problem, root) for problem in found],
    }
    return json.dumps(listing, indent=2, ensure_ascii=False) + "\n"


def _values(problem: Diagnostic, root: Path) -> dict[str, Any]:
    return {
        **fields_of(problem, lambda path: path_from(path, root).as_posix()),
        "pages": list(dict.fromkeys(spot.page for spot in problem.spots)),
        "spots": [asdict(spot) for spot in problem.spots],
    }
