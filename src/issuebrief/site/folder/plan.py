"""What is to change in the folder of a site.

In:  the files that the site is to have, and the list of those that we wrote before.
Out: a `FolderPlan`: files to write and to remove, and the new list; problems: files of others that are in
     the way.
"""

from __future__ import annotations

import hashlib
import os.path
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief import file_access
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning
from issuebrief.site.folder.manifest import Manifest, OwnedFile

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from issuebrief.site.folder.manifest import KeptVersion


@dataclass(frozen=True)
class SiteFolder:
    """What the folder of a site is to hold: bytes, or the file that has them, by path.

    `owners` are the names of the briefs that files belong to, and `versions` those of each brief. What the
    folder has of `broken` briefs stays.
    """

    files: Mapping[str, bytes | Path]
    owners: Mapping[str, str]
    versions: Mapping[str, tuple[KeptVersion, ...]]
    broken: Collection[str] = ()


@dataclass(frozen=True)
class FolderPlan:
    """Files to write, pages last, and to remove; how many stay the same; the list of ours as it will be."""

    changed: Mapping[str, bytes | Path]
    removed: tuple[str, ...]
    unchanged: int
    manifest: Manifest
    problems: tuple[Diagnostic, ...]

    @property
    def is_needed(self) -> bool:
        """Whether anything changes but the list."""
        return bool(self.changed or self.removed)


def make_plan(folder: Path, wanted: SiteFolder, known: Manifest) -> FolderPlan:
    """Compare the folder with what it is to hold."""
    problems: list[Diagnostic] = []
    changed: dict[str, bytes | Path] = {}
    ours: dict[str, OwnedFile] = {}
    for path in sorted(wanted.files, key=lambda path: (path.endswith(".html"), path)):
        sum_ = hashlib.sha256(bytes_of(wanted.files[path])).hexdigest()
        there = _checksum(folder / path)
        if path not in known.files and there not in (None, sum_):
            problems.append(_not_ours(folder / path))
            continue
        if there != sum_:
            changed[path] = wanted.files[path]
        ours[path] = OwnedFile(sum_, wanted.owners.get(path, ""))
    unchanged, removed = len(ours) - len(changed), []
    for path in sorted(set(known.files) - set(wanted.files)):
        if known.files[path].owner in wanted.broken:
            ours[path] = known.files[path]
        elif _checksum(folder / path) == known.files[path].checksum:
            removed.append(path)
        elif os.path.lexists(folder / path):
            problems.append(_changed(folder / path))
    kept = {name: some for name, some in known.versions.items() if name in wanted.broken}
    manifest = Manifest(ours, {**wanted.versions, **kept})
    return FolderPlan(changed, tuple(removed), unchanged, manifest, tuple(problems))


def bytes_of(content: bytes | Path) -> bytes:
    """The bytes of a file that the site is to have."""
    return content if isinstance(content, bytes) else file_access.read(content, (content.parent,))


def _checksum(path: Path) -> str | None:
    """The checksum of a file; None where there is nothing, and an empty one for what is no file."""
    if not os.path.lexists(path):
        return None
    return file_access.digest(path, (path.parent,))


def _not_ours(path: Path) -> Diagnostic:
    message = f"{path.name} is there already, and was not written by `issuebrief publish`: it stays as it is"
    return error(
        "site.not-ours", message, SourceRange(path), "move it away, or publish into another folder with -o"
    )


def _changed(path: Path) -> Diagnostic:
    message = f"{path.name} is no longer part of the site, but was changed by somebody: it stays"
    return warning("site.changed-file", message, SourceRange(path), "delete it, if nobody needs it")
