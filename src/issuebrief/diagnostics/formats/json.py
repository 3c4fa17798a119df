"""Problems as data: JSON for programs of one's own.

In:  problems, the folder that paths are given from, and what became of the briefs, if they were to be set.
Out: JSON with a version, the counts, and all problems in the order of a terminal's report; of a build, each
     brief with its files, pages, seconds and stages, too.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Severity
from issuebrief.diagnostics.serialize import fields_of
from issuebrief.diagnostics.terminal import in_order, path_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Stage

VERSION = 1
"""Counted up when a key goes or changes its meaning; a new key changes nothing."""


@dataclass(frozen=True)
class FileReport:
    """A deliverable, what it is for, and its state: `written`, `unchanged` or `failed`."""

    path: Path
    purpose: str
    state: str


@dataclass(frozen=True)
class BuildReport:
    """A brief that was to be set; `pages` is 0 where it has none, `seconds` where nothing was to be done."""

    brief: Path
    files: Sequence[FileReport]
    pages: int
    seconds: float
    stages: Sequence[Stage] = ()


def as_json(problems: Iterable[Diagnostic], root: Path, briefs: Iterable[BuildReport] | None = None) -> str:
    """The problems as JSON, and the briefs that were to be set."""
    found = in_order(problems)
    listing = {
        "version": VERSION,
        "counts": {
            severity.name.lower(): sum(problem.severity is severity for problem in found)
            for severity in reversed(Severity)
        },
        "problems": [_values(problem, root) for problem in found],
    }
    if briefs is not None:
        listing["briefs"] = [_report(brief, root) for brief in briefs]
    return json.dumps(listing, indent=2, ensure_ascii=False) + "\n"


def _report(brief: BuildReport, root: Path) -> dict[str, object]:
    return {
        "brief": path_from(brief.brief, root).as_posix(),
        "pages": brief.pages,
        "seconds": round(brief.seconds, 3),
        "files": [
            {
                "file": path_from(each.path, root).as_posix(),
                "purpose": each.purpose,
                "state": each.state,
            }
            for each in brief.files
        ],
        "stages": [{**asdict(stage), "seconds": round(stage.seconds, 3)} for stage in brief.stages],
    }


def _values(problem: Diagnostic, root: Path) -> dict[str, object]:
    return {
        **fields_of(problem, lambda path: path_from(path, root).as_posix()),
        "pages": list(dict.fromkeys(spot.page for spot in problem.spots)),
        "spots": [asdict(spot) for spot in problem.spots],
    }
