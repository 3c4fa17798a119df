"""The sums of files and of whole folders, without reading what lies outside them.

In:  files, folders, and what is left out.
Out: SHA-256 in hexadecimal digits, over the names and the contents of files.
"""

from __future__ import annotations

import hashlib
import os
from itertools import islice
from typing import TYPE_CHECKING

from issuebrief.file_access import digest, real_digest, real_path
from issuebrief.transient_files import PASSED_OVER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

MANY = 2_000  # files
HEAVY = 500_000_000  # bytes


def sum_of(facts: Iterable[str]) -> str:
    """The sum of some texts, one after the other."""
    return hashlib.sha256("\n".join(facts).encode("utf-8", "surrogateescape")).hexdigest()


def bytes_digest(content: bytes) -> str:
    """SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file; empty where it cannot be read, or is a link out of its folder."""
    return digest(path, (path.parent,))


def tree_sums(root: Path, only: tuple[str, ...] = (), leave_out: Collection[Path] = ()) -> dict[str, str]:
    """The sum of each file in a folder and in the folders in it, by its name from there.

    A link that is not followed has the sum of where it leads to. A tree so large that hashing it would take
    longer than setting a brief never has the same sums twice: somebody sets a Markdown file that lies in a
    home folder.
    """
    found = names_in(root, leave_out)
    if found is None:
        return {"": os.urandom(32).hex()}
    names = [name for name in found if not only or name.endswith(only)]
    # The root is resolved once: what lies in it is opened without following a link, and so needs it no more.
    real = real_path(root)
    return {name: real_digest(real / name) or _of_link(root, name) for name in names}


def names_in(root: Path, leave_out: Collection[Path] = ()) -> list[str] | None:
    """The names of the files in a folder and in the folders in it; None where there are too many."""
    files = list(islice(_files(str(root), "", {str(each) for each in leave_out}), MANY + 1))
    if len(files) > MANY or sum(size for _, size in files) > HEAVY:
        return None
    return sorted(name for name, _ in files)


def tree_sum(root: Path, only: tuple[str, ...] = ()) -> str:
    """The sum of all files in a folder, of their names too."""
    return sum_of(f"{name}\0{digits}" for name, digits in tree_sums(root, only).items())


def _files(root: str, above: str, leave_out: Collection[str]) -> Iterator[tuple[str, int]]:
    """The files in a folder, and the links, with their sizes; links to other folders are not followed."""
    inner: list[str] = []
    try:
        with os.scandir(os.path.join(root, above)) as entries:  # noqa: PTH118 -- ten thousand folders are walked
            for entry in entries:
                name = f"{above}/{entry.name}" if above else entry.name
                if entry.path in leave_out:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in PASSED_OVER:
                        inner.append(name)
                elif entry.is_symlink():
                    # What a folder is not looked into for, a link to one is passed over for too.
                    if not (entry.is_dir() and entry.name in PASSED_OVER):
                        yield name, 0
                elif entry.is_file():
                    yield name, entry.stat().st_size
    except OSError:
        return
    for name in inner:
        yield from _files(root, name, leave_out)


def _of_link(root: Path, name: str) -> str:
    """The sum of what a link leads to, or where it leads if that is outside; empty for any other file."""
    try:
        return digest(root / name, (root,)) or str((root / name).readlink())
    except (OSError, ValueError):
        return ""
