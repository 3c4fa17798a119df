"""A brief with all that lies around it, as bytes that travel to another machine.

In:  a `Job` of this machine.
Out: a `Bundle`: its files by their names from a folder that both machines have, each in its own place; and a
     `HouseBundle`: the house's own templates, styles and fonts, which are sent once and serve all briefs.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.file_access import read, real_path
from issuebrief.pipeline.brief_files import files_above, files_beside
from issuebrief.pipeline.cache.file_sums import bytes_digest, sum_of
from issuebrief.resources import PACKAGE, SearchPath, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.job import Job

Files = tuple[tuple[str, bytes], ...]
PROFILE = "profile.icc"
"""What the colour profile that the command line names is called on its way."""


@dataclass(frozen=True)
class HouseBundle:
    """The folders `templates/` and `styles/` of a house, and the sum of all that is in them."""

    digest: str
    files: Files = field(repr=False)


@dataclass(frozen=True)
class Bundle:
    """A brief on its way: its job, its files, and where the folder a user works in lies among them.

    Paths in the job are those of the machine that it comes from; `brief` and `workplace` are names from the
    `top`, which is what the names of the files count from.
    """

    job: Job
    top: Path
    brief: str
    workplace: str
    files: Files = field(repr=False)
    profile: bytes = field(default=b"", repr=False)


def pack_house(places: SearchPath) -> HouseBundle:
    """What a house has of its own, beside what comes with the program."""
    folders = (("templates", places.templates), ("styles", places.styles))
    own = [(kind, each) for kind, all_of in folders for each in all_of if each != shipped(kind)]
    files = tuple(file for kind, folder in own for file in _below(kind, files_beside(folder)))
    return HouseBundle(sum_of(f"{name}\0{bytes_digest(content)}" for name, content in files), files)


def pack(job: Job) -> Bundle:
    """A brief with the files beside it and those of its institute; raises `TooMuch`, or `OSError`."""
    folder = real_path(job.brief.parent)
    workplace = real_path(job.search_path.workplace or folder.parent)
    top = Path(os.path.commonpath([workplace, folder.parent]))
    outputs = tuple({output.path.parent for output in job.outputs})
    files = dict(_below(_name(folder, top), files_beside(folder, outputs)))
    for above, name, content in files_above(folder, workplace):
        if (path := real_path(above) / name).is_relative_to(top):
            files[_name(path, top)] = content
    return Bundle(
        job=replace(job, keep_in=None),
        top=top,
        brief=_name(folder / job.brief.name, top),
        workplace=_name(workplace, top),
        files=tuple(files.items()),
        profile=_profile(job),
    )


def _below(name: str, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Files under the name of their folder."""
    return ((f"{name}/{file}", content) for file, content in files)


def _name(path: Path, top: Path) -> str:
    return path.relative_to(top).as_posix()


def _profile(job: Job) -> bytes:
    """The colour profile that is a file of this machine; nothing where the command line names none."""
    named = job.printing.profile
    path = (job.printing.folder or Path()) / named
    if not named or not path.is_file():
        return b""
    return read(path, (Path(path.absolute().anchor),))


def program_root() -> Path:
    """The folder of the program, which all machines have somewhere."""
    return PACKAGE.parent.parent
