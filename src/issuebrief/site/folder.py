"""The folder of a site: written file by file, each whole, with a list of what is ours.

In:  the files of a site by their paths.
Out: the folder, in which files of others stay; how many files were written, were unchanged and were removed;
     problems: files of others that are in the way, or that cannot be written.

Pages go last, and what is no longer part of the site is removed after all is written: at any moment what a
page leads to is there.
"""

from __future__ import annotations

import hashlib
import json
import os.path
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from issuebrief import file_access
from issuebrief.atomic_write import write_file
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MANIFEST = ".issuebrief-site.json"
"""The list of our files, with their checksums."""
FORM = 1


@dataclass(frozen=True)
class WrittenSite:
    """How many files were written, were the same already, and were removed; what is wrong."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    problems: tuple[Diagnostic, ...] = ()


class OwnedFile(NamedTuple):
    """A file of ours: its checksum, and the brief that it belongs to, or an empty name."""

    checksum: str
    owner: str = ""


def write_site(
    folder: Path, files: Mapping[str, bytes | Path], owners: Mapping[str, str], broken: Collection[str]
) -> WrittenSite:
    """Write the files. Those from before that belong to a `broken` brief stay."""
    known = read_manifest(folder)
    problems: list[Diagnostic] = []
    manifest: dict[str, OwnedFile] = {}
    written = unchanged = removed = 0
    for path in sorted(files, key=lambda path: (path.endswith(".html"), path)):
        content = files[path]
        data = file_access.read(content, (content.parent,)) if isinstance(content, Path) else content
        ours = OwnedFile(hashlib.sha256(data).hexdigest(), owners.get(path, ""))
        there = _checksum(folder / path)
        if there == ours.checksum:
            unchanged += 1
        elif path not in known and there is not None:
            problems.append(_not_ours(folder / path))
            continue
        elif faults := write_file(folder / path, data):
            problems += faults
            ours = known.get(path, ours)
        else:
            written += 1
        manifest[path] = ours
    for path in sorted(set(known) - set(files)):
        if known[path].owner in broken:
            manifest[path] = known[path]
        elif _checksum(folder / path) == known[path].checksum:
            removed += _remove(folder, path)
        elif os.path.lexists(folder / path):
            problems.append(_changed(folder / path))
    problems += write_file(folder / MANIFEST, _written_out(manifest))
    return WrittenSite(written, unchanged, removed, tuple(problems))


def read_manifest(folder: Path) -> dict[str, OwnedFile]:
    """Our files by their paths; none where the list is missing or spoilt."""
    try:
        kept = json.loads(file_access.read(folder / MANIFEST, (folder,), file_access.MOST_TEXT))
        if kept["form"] != FORM:
            return {}
        files = {str(path): OwnedFile(*map(str, values)) for path, values in kept["files"].items()}
        return {path: file for path, file in files.items() if _is_inside(path)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and not set("\\\0") & set(path)


def _written_out(manifest: Mapping[str, OwnedFile]) -> bytes:
    files = {path: list(manifest[path]) for path in sorted(manifest)}
    return (json.dumps({"form": FORM, "files": files}, indent=1, ensure_ascii=False) + "\n").encode()


def _checksum(path: Path) -> str | None:
    """The checksum of a file; None where there is nothing, and an empty one for what is no file."""
    if not os.path.lexists(path):
        return None
    return file_access.digest(path, (path.parent,))


def _remove(folder: Path, path: str) -> int:
    """Remove a file of ours, and the folders that it leaves empty; how many files were removed."""
    target = folder / path
    with suppress(OSError):
        target.unlink()
        parent = target.parent
        while parent != folder and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent
        return 1
    return 0


def _not_ours(path: Path) -> Diagnostic:
    message = f"{path.name} is there already, and was not written by `issuebrief publish`: it stays as it is"
    return error(
        "site.not-ours", message, SourceRange(path), "move it away, or publish into another folder with -o"
    )


def _changed(path: Path) -> Diagnostic:
    message = f"{path.name} is no longer part of the site, but was changed by somebody: it stays"
    return warning("site.changed-file", message, SourceRange(path), "delete it, if nobody needs it")
