"""What is asked of the pipeline, and what it answers.

In:  the command's arguments.
Out: a `Job` for every brief, and the `Outcome` that setting or checking it gives. Both are
     plain values, so that they can travel to another process and back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.problem import fatal

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.places import Shelf
    from issuebrief.problem import Problem


@dataclass(frozen=True)
class Job:
    """One brief to set: its file, the PDF to write, and where templates and styles are looked for.

    Nothing is fetched from the network unless `allow_network` says so.
    """

    brief: Path
    output: Path
    shelf: Shelf
    allow_network: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a job: all its problems, how many pages, and whether the PDF was written."""

    problems: tuple[Problem, ...]
    pages: int
    written: bool

    @property
    def failed(self) -> bool:
        """Whether a problem kept the PDF from being written."""
        return fatal(self.problems)
