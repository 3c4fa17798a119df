"""List the themes that a brief can name.

In:  the folder the user works in.
Out: a line for each theme: its name, what it says of itself, and where it lies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.project.workspace import shown
from issuebrief.resources import SearchPath, search_path

if TYPE_CHECKING:
    import argparse


@dataclass(frozen=True)
class ThemeEntry:
    """A theme: its name, the first line of its first comment, its file."""

    name: str
    says: str
    path: Path


def run(_arguments: argparse.Namespace) -> int:
    """Print the themes; returns 0."""
    import msgspec

    from issuebrief.frontmatter.model import Brief

    workplace = Path.cwd()
    default = next(field.default for field in msgspec.structs.fields(Brief) if field.name == "theme")
    found = themes(search_path(workplace))
    width = max((len(theme.name) for theme in found), default=0)
    for theme in found:
        mark = " (the default)" if theme.name == default else ""
        print(f"{theme.name:{width}}  {theme.says}{mark}")
        print(f"{'':{width}}  {shown(theme.path, workplace)}")
    return 0


def themes(places: SearchPath) -> list[ThemeEntry]:
    """All themes by name; where two folders have one of the same name, the one that is used."""
    found: dict[str, ThemeEntry] = {}
    for folder in places.styles:
        for path in folder.glob("themes/*.css"):
            found.setdefault(path.stem, ThemeEntry(path.stem, _says(path), path))
    return [found[name] for name in sorted(found)]


def _says(path: Path) -> str:
    comment = re.search(r"/\*(.*?)\*/", path.read_text("utf-8", errors="replace"), re.DOTALL)
    lines = (line.strip(" \t*!=-") for line in comment[1].splitlines()) if comment else iter(())
    return next((line for line in lines if line), "")
