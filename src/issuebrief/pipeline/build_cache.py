"""Remember how each deliverable was made, beside the deliverables.

In:  the folder of the outputs.
Out: for each file an `CacheEntry`: the fingerprint it was made from, its own checksum, and the warnings
     of that run, which are shown again as long as the file stands.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuebrief import file_access
from issuebrief.atomic_write import write_file
from issuebrief.diagnostics.model import Diagnostic, PageRegion
from issuebrief.diagnostics.serialize import fields_of, problem_of
from issuebrief.pipeline.fingerprint import CACHE_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

CODE = re.compile(r"[a-z0-9.-]+")
"""How the code of a problem is spelled."""
FORM = 5


@dataclass(frozen=True)
class CacheEntry:
    """How one file was made."""

    fingerprint: str
    checksum: str
    pages: int
    problems: tuple[Diagnostic, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    """The files that were copied beside it, named from its folder, with the checksum of each."""

    def is_up_to_date(self, output: Path, fingerprint: str) -> bool:
        """Whether the file is the one that was made, and would be made the same way again."""
        files = ((output.name, self.checksum), *self.copies)
        return self.fingerprint == fingerprint and all(
            checksum and checksum == file_access.digest(output.parent / name, (output.parent,))
            for name, checksum in files
        )


def read(folder: Path) -> dict[str, CacheEntry]:
    """The entries by the names of their files; none where the file is missing or spoilt."""
    try:
        kept = json.loads(file_access.read(folder / CACHE_FILE, (folder,), file_access.MOST_TEXT))
        if kept["form"] != FORM:
            return {}
        files = {name: values for name, values in kept["files"].items() if Path(name).name == name}
        return {name: _entry(values, folder) for name, values in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write(folder: Path, news: Mapping[str, CacheEntry]) -> None:
    """Add to the entries of a folder, and drop those whose file is gone.

    A cache that cannot be written costs time at the next run and nothing else, so it is no problem.
    """
    entries = {name: entry for name, entry in read(folder).items() if (folder / name).exists()} | dict(news)
    kept = {"form": FORM, "files": {name: _values(entries[name], folder) for name in sorted(entries)}}
    write_file(folder / CACHE_FILE, (json.dumps(kept, indent=1) + "\n").encode("utf-8"))


def _values(entry: CacheEntry, folder: Path) -> dict[str, object]:
    return {
        "fingerprint": entry.fingerprint,
        "checksum": entry.checksum,
        "pages": entry.pages,
        "problems": [_problem_values(problem, folder) for problem in entry.problems],
        "copies": [list(copy) for copy in entry.copies],
    }


def _problem_values(problem: Diagnostic, folder: Path) -> dict[str, object]:
    # Paths are kept as seen from the folder, so that a project can be moved with its outputs.
    fields = fields_of(problem, lambda path: os.path.relpath(path, folder))
    return {**fields, "spots": [astuple(spot) for spot in problem.spots]}


def _entry(values: dict[str, Any], folder: Path) -> CacheEntry:
    problems = tuple(_problem(each, folder) for each in values["problems"])
    copies = tuple((name, checksum) for name, checksum in values["copies"])
    return CacheEntry(values["fingerprint"], values["checksum"], values["pages"], problems, copies)


def _problem(values: dict[str, Any], folder: Path) -> Diagnostic:
    numbers = [number for each in values["spots"] for number in each]
    texts = [values[name] for name in ("message", "hint", "excerpt")]
    are_plain = all(isinstance(number, int | float) for number in numbers) and all(
        isinstance(text, str) for text in texts
    )
    if not CODE.fullmatch(values["code"]) or not are_plain:
        raise ValueError("these are no problems of this program")
    problem = problem_of(values, lambda name: Path(os.path.normpath(folder / name)))
    return replace(problem, spots=tuple(PageRegion(*each) for each in values["spots"]))
