"""A brief from standard input, a deliverable to standard output.

In:  jobs, as the command line means them; the outcome of one that was done in memory.
Out: jobs with their texts; bytes on standard output. What is typed in vain is raised as `WrongUsage`.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.file_access import MOST_TEXT
from issuebrief.project.workspace import STANDARD_INPUT, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.job import Job, Outcome


def with_standard_input(jobs: Iterable[Job]) -> list[Job]:
    """The jobs; the one that stands for standard input has its text from there."""
    return [replace(job, text=_text()) if job.brief.name == STANDARD_INPUT else job for job in jobs]


def _text() -> bytes:
    """All of standard input, or so much that it is refused for its size."""
    if sys.stdin is None:
        raise WrongUsage("standard input is closed", "send a brief there: issuebrief build - < brief.md")
    return sys.stdin.buffer.read(MOST_TEXT + 1)


def refuse_terminal() -> None:
    """Standard output takes files, and a terminal can show none."""
    if sys.stdout.isatty():
        raise WrongUsage(
            "standard output is a terminal, which cannot show a finished file",
            "send it to a file or a program: issuebrief build - -o - > brief.pdf",
        )


def write_to_standard_output(outcome: Outcome) -> None:
    """Write the one file of an outcome, if it was made."""
    names = [name for name, _ in outcome.files]
    if len(names) > 1:
        is_page = any(name.endswith(".html") and "/" not in name for name in names)
        ending, others = ("html", "the page links to") if is_page else ("pdf", "the press file comes with")
        beside = f"{len(names) - 1} files beside it" if len(names) > 2 or is_page else "another file"
        raise WrongUsage(
            f"{others} {beside}, and standard output takes one file", f"name a file: -o brief.{ending}"
        )
    for _, content in outcome.files:
        sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
