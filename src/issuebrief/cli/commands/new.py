"""Begin a brief.

In:  the arguments of `issuebrief new`.
Out: a folder in `content/` with a brief that can be set as it is, what an editor wants to help with
     writing it, and a word on what comes next.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.project.workspace import shown
from issuebrief.scaffold import begin

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Write the first files of a brief and return the exit code."""
    workplace = Path.cwd()
    begun = begin(arguments.name, workplace)
    for path in begun.written:
        print(f"wrote {shown(path, workplace)}")
    for path in begun.kept:
        print(f"left alone {shown(path, workplace)}, which differs from what would be written")
    folder = shown(begun.brief.parent, workplace)
    print(f"edit {shown(begun.brief, workplace)} beside its pages: issuebrief preview {folder}")
    print(f"make the PDF: issuebrief build {folder}")
    return 0
