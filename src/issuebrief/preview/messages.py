"""What the browser is told, as values that become JSON.

In:  revisions, problems, press sheets.
Out: plain dictionaries; pages count from 0, lines from 1, lengths are points.
"""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from issuebrief.diagnostics.serialize import fields_of
from issuebrief.diagnostics.terminal import in_order, path_from
from issuebrief.file_access import real_path
from issuebrief.project.workspace import BRIEF
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic, PageRegion
    from issuebrief.preview.model import PressProof, Revision


class Wire:
    """Words things for a browser; files are named from the brief's folder, else from the workplace."""

    def __init__(self, brief: Path, workplace: Path) -> None:
        self._folder, self._workplace, self._file = brief.parent, workplace, brief.name
        asked = brief.parent if brief.name == BRIEF else brief
        self._command = f"issuebrief preview {quote(path_from(asked, workplace).as_posix())}"

    def revision(
        self, revision: Revision, problems: Iterable[Diagnostic], *, inspected: bool
    ) -> dict[str, object]:
        """A revision, with all problems that are known of it; `inspected`: slow checks have run."""
        return {
            "number": revision.number,
            "title": revision.title,
            "file": self._file,
            "again": self._command,
            "pages": revision.pages,
            "blocks": revision.blocks,
            "headings": revision.headings,
            "counts": revision.counts,
            "problems": self._worded(problems),
            "stale": False,
            "inspected": inspected,
            "seconds": revision.seconds,
            "whole": revision.whole,
            "trim": None,
        }

    def problems(self, problems: Iterable[Diagnostic], *, stale: bool, inspected: bool) -> dict[str, object]:
        """What is wrong; `stale` says that the pages on show are older than that."""
        return {"problems": self._worded(problems), "stale": stale, "inspected": inspected}

    def sheets(self, sheets: PressProof, *, stale: bool) -> dict[str, object]:
        """Press sheets."""
        return {"number": sheets.number, "pages": sheets.pages, "stale": stale}

    def named(self, path: Path) -> str:
        """A file as the browser knows it."""
        inside = path_from(path, self._folder)
        return (inside if inside != path else path_from(path, self._workplace)).as_posix()

    def path_of(self, file: str, problems: Iterable[Diagnostic]) -> Path | None:
        """The path of a file of the brief's folder, or of one that a problem names; None for any other."""
        for problem in problems:
            if problem.place and self.named(problem.place.path) == file:
                return problem.place.path
        try:
            path = real_path(self._folder / file)
            inside = path.is_relative_to(real_path(self._folder)) and path.is_file()
        except (OSError, ValueError):
            return None
        return self._folder / file if inside else None

    def _worded(self, problems: Iterable[Diagnostic]) -> list[dict[str, object]]:
        return [self._problem(problem) for problem in in_order(problems)]

    def _problem(self, problem: Diagnostic) -> dict[str, object]:
        fields = fields_of(problem, self.named)
        return {
            **fields,
            **{name: fields[name] or 0 for name in ("line", "column", "end_line", "end_column")},
            "page": problem.spots[0].page - 1 if problem.spots else None,
            "spots": [_spot(spot) for spot in problem.spots],
            "explain": f"/explain/{problem.code}",
        }


def _spot(spot: PageRegion) -> dict[str, float]:
    lengths = {"x": spot.x, "y": spot.y, "width": spot.width, "height": spot.height}
    return {"page": spot.page - 1, **{name: round(px * PT_PER_PX, 2) for name, px in lengths.items()}}
