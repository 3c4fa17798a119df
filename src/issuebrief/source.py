"""Read a brief's file and part its front matter from its text.

In:  the path of a `brief.md`.
Out: a `Source`, which knows on which line of the file each part begins, and problems:
     a file that is missing, unreadable, not UTF-8, or whose front matter never ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from issuebrief.problem import Place, Problem, error

FENCE = "---"


@dataclass(frozen=True)
class Source:
    """A brief as its author typed it, with newlines as `\\n`.

    `front_matter` is the YAML between the fences and begins on line `front_matter_line`
    of the file; `body` is the Markdown after them and begins on line `body_line`.
    """

    path: Path
    text: str
    front_matter: str
    front_matter_line: int
    body: str
    body_line: int

    def line(self, number: int) -> str:
        """Line `number` of the file, counted from 1; empty where there is none."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def place(self, line: int, column: int = 0) -> Place:
        """A spot in this file."""
        return Place(self.path, line, column)
