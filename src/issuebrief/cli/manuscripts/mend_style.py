"""Mend briefs by the house style: show what would change, ask, and write it.

In:  the jobs of `issuebrief check --fix`, or `--diff`.
Out: differences on standard output; the files of the briefs, where somebody says so; whether anything is left
     to be mended.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from issuebrief.cli.manuscripts.ask_changes import can_ask
from issuebrief.cli.output import counted
from issuebrief.cli.output.reporting import report
from issuebrief.file_access import MOST_TEXT, read, real_path
from issuebrief.project.workspace import WrongUsage, shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.house_style.mend import MendedFile
    from issuebrief.job import Job

YES = ("y", "yes")


def mend_briefs(jobs: Sequence[Job], workplace: Path, *, writes: bool, asks: bool) -> bool:
    """Show the mends of all briefs and write them, if wanted; whether there is none left.

    `writes` is False where they are only shown; `asks` whether somebody is asked before.
    """
    _refuse_what_cannot_be_mended(jobs)
    found = [made for job in jobs if (made := _mended(job))]
    for made in found:
        print(made.difference(shown(made.path, workplace)), end="")
    places = sum(made.places for made in found)
    _tell_refused(found, workplace)
    if not places:
        print("nothing to mend", file=sys.stderr)
        return True
    total = f"{counted(places, 'place')} in {counted(sum(made.places > 0 for made in found), 'brief')}"
    if not writes or (asks and not _agreed(total)):
        print(f"{total} can be mended; nothing was written", file=sys.stderr)
        return False
    return _written(found, total, workplace)


def _mended(job: Job) -> MendedFile | None:
    from issuebrief.pipeline.house_style import mended_brief

    try:
        data = read(job.brief, (job.brief.parent,), MOST_TEXT)
        data.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        # The check that follows tells what is wrong with the file.
        return None
    return mended_brief(job, data)


def _written(found: Sequence[MendedFile], total: str, workplace: Path) -> bool:
    """Write the files, but for those that were changed since they were read."""
    from issuebrief.atomic_write import write_file

    whole = True
    for made in found:
        path = real_path(made.path)
        if not made.places:
            continue
        if read(path, (path.parent,), MOST_TEXT) != made.before:
            print(
                f"{shown(made.path, workplace)} was changed meanwhile, and is left as it is", file=sys.stderr
            )
            whole = False
            continue
        failed = write_file(path, made.after)
        report(failed, workplace)
        whole = whole and not failed
    if whole:
        print(f"mended {total}", file=sys.stderr)
    return whole


def _agreed(total: str) -> bool:
    if not can_ask():
        print("nobody can be asked here: add --yes to write, or --diff to look", file=sys.stderr)
        return False
    print(f"mend {total}? (y/n) ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in YES


def _tell_refused(found: Sequence[MendedFile], workplace: Path) -> None:
    for made in found:
        if made.refused:
            name = shown(made.path, workplace)
            told = f"{counted(made.refused, 'place')} in the front matter of {name} must be mended by hand"
            print(f"{told}: YAML would read the new words as something else", file=sys.stderr)


def _refuse_what_cannot_be_mended(jobs: Sequence[Job]) -> None:
    if any(job.policy.style is None for job in jobs):
        message = "nothing says what to mend: issuebrief.toml has no [style]"
        raise WrongUsage(message, "write down the style of the house first, as docs/house-style.md shows")
    if any(job.text is not None for job in jobs):
        raise WrongUsage("a brief from standard input cannot be mended", "name its file")
