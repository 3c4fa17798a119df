"""A store of what was made, which several machines share: whoever makes a file first makes it for all.

In:  a folder that all can reach, the fingerprint of a deliverable, and the deliverable with its problems.
Out: the same files, byte for byte, with what was noted when they were made; or nothing.

    objects/ab/abcd…    the bytes of a file, under their own SHA-256
    made/ab/abcd….json  what a fingerprint gives: names, sums, pages, problems
    partial/            files that are being written

Nothing is ever changed in place, and nothing is found before it is whole: a machine that is switched off
leaves at most a file in `partial/`. Whatever comes out of the store is held to its sum.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from uuid import uuid4

from issuebrief import file_access
from issuebrief.atomic_write import write_file
from issuebrief.pipeline.cache.build_cache import CacheEntry, entry_of, values_of
from issuebrief.pipeline.cache.file_sums import bytes_digest
from issuebrief.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from issuebrief.job import Job, Output

FORM = 1
FORGOTTEN = 86_400.0
"""Seconds after which nobody is writing a file any more."""


class Elsewhere(ValueError):
    """A problem stands in a file that other machines need not have."""


@dataclass(frozen=True)
class SharedStore:
    """The store in a folder. What it cannot read or write costs time and nothing else."""

    folder: Path

    def take(self, job: Job, output: Output, fingerprint: str) -> CacheEntry | None:
        """Put a deliverable where it is wanted, if somebody has made it, and say how it was made."""
        try:
            path = self._made(fingerprint)
            kept = json.loads(file_access.read(path, (self.folder,), file_access.MOST_TEXT))
            if kept["form"] != FORM:
                return None
            entry = entry_of(kept["entry"], _places(job))
            files = {output.path.name: entry.checksum, **dict(entry.copies)}
            found = {name: self._object(checksum) for name, checksum in files.items() if _is_beside(name)}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        if len(found) < len(files) or any(
            write_file(output.path.parent / name, found[name]) for name in found
        ):
            return None
        with suppress(OSError):
            os.utime(path)  # who clears up sees what is still wanted
        return replace(entry, fingerprint=fingerprint)

    def give(self, job: Job, output: Output, entry: CacheEntry) -> None:
        """Keep a deliverable that was made."""
        try:
            values = values_of(entry, _names(job))
            for name, checksum in ((output.path.name, entry.checksum), *entry.copies):
                path = self._object_path(checksum)
                if not path.exists():
                    content = file_access.read(output.path.parent / name, (output.path.parent,))
                    if bytes_digest(content) != checksum:
                        return
                    self._write(path, content)
            kept = json.dumps({"form": FORM, "entry": values}).encode("utf-8")
            self._write(self._made(entry.fingerprint), kept)
        except (OSError, Elsewhere):
            return

    def clear(self) -> None:
        """Remove what machines that were switched off left half written."""
        with suppress(OSError):
            for path in (self.folder / "partial").iterdir():
                if time.time() - path.stat().st_mtime > FORGOTTEN:
                    path.unlink(missing_ok=True)

    def _object(self, checksum: str) -> bytes:
        content = file_access.read(self._object_path(checksum), (self.folder,))
        if bytes_digest(content) != checksum:
            raise ValueError("a file of the store was changed")
        return content

    def _object_path(self, checksum: str) -> Path:
        return self.folder / "objects" / _digits(checksum)[:2] / checksum

    def _made(self, fingerprint: str) -> Path:
        return self.folder / "made" / _digits(fingerprint)[:2] / f"{fingerprint}.json"

    def _write(self, path: Path, content: bytes) -> None:
        """Write a file under a name that no other machine writes, and give it its own when it is whole."""
        partial = self.folder / "partial" / uuid4().hex
        partial.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            partial.write_bytes(content)
            partial.replace(path)
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def _digits(digest: str) -> str:
    """A SHA-256 as it is spelled; raises `ValueError` for any other text, which may be a path."""
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise ValueError("this is no SHA-256")
    return digest


def _is_beside(name: str) -> bool:
    """Whether a name leads to a file in a folder or below, and nowhere else."""
    parts = PurePosixPath(name)
    return (
        bool(parts.parts)
        and not parts.is_absolute()
        and ".." not in parts.parts
        and not set(name) & set("\\:\0")
    )


def _roots(job: Job) -> Mapping[str, Path]:
    """The folders that every machine has, wherever they lie there; the innermost first."""
    workplace = job.search_path.workplace
    house = {"house": workplace} if workplace else {}
    return {
        "brief": job.brief.parent,
        "above": job.brief.parent.parent,
        **house,
        "program": PACKAGE.parent.parent,
    }


def _names(job: Job) -> Callable[[Path], str]:
    """What names a file for all machines; raises `Elsewhere` for one that only this one has."""

    def named(path: Path) -> str:
        for name, root in _roots(job).items():
            if path.is_relative_to(root):
                return f"{name}:{path.relative_to(root).as_posix()}"
        raise Elsewhere(str(path))

    return named


def _places(job: Job) -> Callable[[str], Path]:
    """Where a file of that name lies on this machine."""

    def path_of(name: str) -> Path:
        root, _, inside = name.partition(":")
        if inside and not _is_beside(inside):
            raise ValueError("this is no name of a file")
        return _roots(job)[root] / inside

    return path_of
