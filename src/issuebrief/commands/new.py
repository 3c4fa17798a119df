"""Begin a brief.

In:  the arguments of `issuebrief new`.
Out: a folder in `content/` with a brief that can be set as it is, and a word on what comes next.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.scaffold import begin
from issuebrief.workplace import shown

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Write the first files of a brief and return the exit code."""
    workplace = Path.cwd()
    written = begin(arguments.name, workplace)
    for path in written:
        print(f"wrote {shown(path, workplace)}")
    print(f"edit {shown(written[0], workplace)}, then run: issuebrief build")
    return 0
