"""Remember how each deliverable was made, beside the deliverables.

In:  the folder of the outputs.
Out: for each file a `CacheEntry`: the fingerprint it was made from, its own checksum, and the warnings
     of that run, which are shown again as long as the file stands.

The cache is a journal: a line of JSON for each file that was made, the last of which counts. A build adds its
lines as it goes, so that thousands of briefs cost no more than a line each, and one that is killed loses at
most its last line.
"""

from __future__ import annotations

import json
import os
import re
import stat
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuebrief import file_access
from issuebrief.atomic_write import write_file
from issuebrief.diagnostics.model import Diagnostic, PageRegion
from issuebrief.diagnostics.serialize import fields_of, problem_of
from issuebrief.pipeline.cache.fingerprint import CACHE_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CODE = re.compile(r"[a-z0-9.-]+")
"""How the code of a problem is spelled."""
FORM = 6
HEAD = json.dumps({"form": FORM}).encode() + b"\n"
"""The first line."""
SLACK = 50
"""So many lines may be out of date, and as many as are not, before a cache is written anew."""
ADD = os.O_RDWR | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
ADD |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


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
    """The entries by the names of their files; none where the cache is missing.

    Spoilt lines are passed over.
    """
    entries = ((name, _read_entry(values, folder)) for name, values in _newest(_lines(folder)).items())
    return {name: entry for name, entry in entries if entry}


def write(folder: Path, news: Mapping[str, CacheEntry]) -> None:
    """Add to the entries of a folder.

    A cache that cannot be written costs time at the next run and nothing else, so it is no problem.
    """
    lines = b"".join(_line(name, _values(entry, folder)) for name, entry in news.items())
    if not _append(folder / CACHE_FILE, lines):
        write_file(folder / CACHE_FILE, HEAD + lines)


def tidy(folder: Path) -> None:
    """Write the cache of a folder anew where many of its lines are out of date, or their files gone."""
    lines = _lines(folder)
    kept = {name: values for name, values in _newest(lines).items() if (folder / name).exists()}
    if len(lines) > 2 * len(kept) + SLACK:
        write_file(folder / CACHE_FILE, HEAD + b"".join(_line(name, kept[name]) for name in sorted(kept)))


def _lines(folder: Path) -> list[bytes]:
    """The lines of the cache, without the first; none where it is missing or of another form."""
    try:
        kept = file_access.read(folder / CACHE_FILE, (folder,))
    except OSError:
        return []
    return kept[len(HEAD) :].splitlines() if kept.startswith(HEAD) else []


def _newest(lines: list[bytes]) -> dict[str, dict[str, Any]]:
    """The last values of each file."""
    found: dict[str, dict[str, Any]] = {}
    for line in lines:
        try:
            name, values = json.loads(line)
            if Path(name).name == name and "\0" not in name:
                found[name] = values
        except (ValueError, TypeError, RecursionError):
            continue
    return found


def _append(path: Path, lines: bytes) -> bool:
    """Add lines to a cache, in one go; false where there is none of this form that they can be added to."""
    try:
        handle = os.open(path, ADD)
    except (OSError, ValueError):
        return False
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode) or os.read(handle, len(HEAD)) != HEAD:
            return False
        os.lseek(handle, -1, os.SEEK_END)
        # The last line of a build that was killed may be half there.
        whole = lines if os.read(handle, 1) == b"\n" else b"\n" + lines
        return os.write(handle, whole) == len(whole)
    except OSError:
        return False
    finally:
        os.close(handle)


def _line(name: str, values: dict[str, Any]) -> bytes:
    return (json.dumps([name, values]) + "\n").encode("utf-8")


def _read_entry(values: dict[str, Any], folder: Path) -> CacheEntry | None:
    try:
        return _entry(values, folder)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def values_of(entry: CacheEntry, named: Callable[[Path], str]) -> dict[str, Any]:
    """An entry as plain values, without the fingerprint; `named` names the files of problems."""
    return {
        "checksum": entry.checksum,
        "pages": entry.pages,
        "problems": [
            {**fields_of(problem, named), "spots": [astuple(spot) for spot in problem.spots]}
            for problem in entry.problems
        ],
        "copies": [list(copy) for copy in entry.copies],
    }


def entry_of(values: Mapping[str, Any], path_of: Callable[[str], Path], fingerprint: str = "") -> CacheEntry:
    """The entry that plain values say; `path_of` finds the files of problems.

    Raises `ValueError`, `KeyError`, `TypeError` or `AttributeError` for any others.
    """
    problems = tuple(_problem(each, path_of) for each in values["problems"])
    copies = tuple((name, checksum) for name, checksum in values["copies"])
    return CacheEntry(fingerprint, values["checksum"], values["pages"], problems, copies)


def _values(entry: CacheEntry, folder: Path) -> dict[str, Any]:
    # Paths are kept as seen from the folder, so that a project can be moved with its outputs.
    kept = values_of(entry, lambda path: os.path.relpath(path, folder))
    return {"fingerprint": entry.fingerprint, **kept}


def _entry(values: Mapping[str, Any], folder: Path) -> CacheEntry:
    def path_of(name: str) -> Path:
        return Path(os.path.normpath(folder / name))

    return entry_of(values, path_of, values["fingerprint"])


def _problem(values: Mapping[str, Any], path_of: Callable[[str], Path]) -> Diagnostic:
    numbers = [number for each in values["spots"] for number in each]
    texts = [values[name] for name in ("message", "hint", "excerpt")]
    are_plain = all(isinstance(number, int | float) for number in numbers) and all(
        isinstance(text, str) for text in texts
    )
    if not CODE.fullmatch(values["code"]) or not are_plain:
        raise ValueError("these are no problems of this program")
    problem = problem_of(values, path_of)
    return replace(problem, spots=tuple(PageRegion(*each) for each in values["spots"]))
