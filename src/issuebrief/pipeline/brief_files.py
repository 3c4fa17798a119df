"""The files that a brief is made of, for whoever takes it to another machine or into an archive.

In:  the folder of a brief, and the folder a user works in.
Out: the files beside the brief, and those of its institute above it, each with its bytes. What may not be
     read is passed over: a brief that shows it has been told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.file_access import read
from issuebrief.pipeline.cache.file_sums import names_in
from issuebrief.publisher_places import folders_above, shared_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


class TooMuch(ValueError):
    """A folder holds more than is taken anywhere."""


def files_beside(folder: Path, leave_out: Collection[Path] = ()) -> Iterator[tuple[str, bytes]]:
    """The files in a folder and in the folders in it, by their names from there; raises `TooMuch`."""
    names = names_in(folder, leave_out)
    if names is None:
        raise TooMuch(f"the folder {folder.name} holds more than is taken anywhere")
    for name in names:
        try:
            yield name, read(folder / name, (folder,))
        except OSError:
            continue


def files_above(folder: Path, workplace: Path | None) -> Iterator[tuple[Path, str, bytes]]:
    """The institute's files and what they name: the folder of each, its name from there, its bytes."""
    for above, name in shared_files(folders_above(folder, workplace)[1:]):
        try:
            yield above, name, read(above / name, (above,))
        except OSError:
            continue
