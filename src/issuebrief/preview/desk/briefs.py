"""All briefs that a preview can show.

In:  the brief on show, and the folder that the user works in.
Out: a `ListedBrief` for each brief of the project: those in `content/`, and those beside the one on show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.file_access import read
from issuebrief.frontmatter.edition_files import editions_in
from issuebrief.project.workspace import BRIEF, WrongUsage, jobs, shown, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE = re.compile(r"^title:[ \t]*+(?P<sign>[\"']?)(?P<title>[^\n>|&*!].*?)(?P=sign)[ \t]*$", re.MULTILINE)
MOST_BYTES = 16_000_000
BEGINNING = 4_000
"""Characters in which a title is looked for."""
MOST = 500
"""Briefs that a list may have."""


@dataclass(frozen=True)
class ListedBrief:
    """A brief by its title and by its path from the folder that the user works in."""

    name: str
    title: str
    current: bool


def listed_briefs(current: Path, workplace: Path) -> list[ListedBrief]:
    """The briefs, by their paths."""
    return [
        ListedBrief(shown(path, workplace), title_in(path), path == current)
        for path in found_briefs(current, workplace)
    ]


def found_briefs(current: Path, workplace: Path) -> list[Path]:
    """The files of the briefs."""
    try:
        found = [job.brief for job in jobs([], None, workplace)]
    except WrongUsage:  # there is no content/, or two briefs in it have one name
        found = []
    found += [current, *_beside(current)]
    return sorted(dict.fromkeys(found), key=lambda path: shown(path, workplace))[:MOST]


def brief_named(name: str, current: Path, workplace: Path) -> Path | None:
    """The brief that the list has under a name; None where there is none such any more."""
    named = (path for path in found_briefs(current, workplace) if shown(path, workplace) == name)
    return next(named, None)


def _beside(current: Path) -> Iterator[Path]:
    """Other languages of a brief, and the briefs in the folders beside its own."""
    yield from editions_in(current.parent)
    if current.name != BRIEF:
        return
    try:
        folders = [path for path in current.parent.parent.iterdir() if path.is_dir()]
    except OSError:
        return
    for folder in folders[:MOST]:
        yield from editions_in(folder)


def title_in(brief: Path) -> str:
    """The title that a brief states in one line, or else the name it goes by."""
    try:
        text = read(brief, (brief.parent,), MOST_BYTES)[:BEGINNING].decode("utf-8", "replace")
    except OSError:
        text = ""
    found = TITLE.search(text) if text.lstrip("\ufeff").startswith("---") else None
    return found["title"] if found else title_of(brief)
