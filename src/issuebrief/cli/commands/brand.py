"""Show an institute's looks: every value with the place that it was taken from; or a specimen of them.

In:  the arguments of `issuebrief brand`.
Out: lines on standard output; with `--specimen` a PDF or a web page; problems, and an exit code.
"""

from __future__ import annotations

import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.reporting import report
from issuebrief.diagnostics.model import has_errors
from issuebrief.job import Job, Purpose
from issuebrief.project.workspace import CONTENT, WrongUsage, jobs, shown
from issuebrief.resources import search_path

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic, SourceRange
    from issuebrief.manuscript import Manuscript
    from issuebrief.pipeline.brand_values import BrandValue

BLANK = "---\ntitle: Specimen\ndate: {}\nauthors: [{{name: Specimen}}]\n---\n\nText.\n"
"""A brief that says nothing of its own: what a folder gives to any brief in it."""
WIDEST = 48
"""So many letters of a value are printed."""
ENDINGS = {".pdf": Purpose.SCREEN, ".html": Purpose.WEB}


def run(arguments: argparse.Namespace) -> int:
    """Print the values, or write the specimen, and return the exit code."""
    from issuebrief.pipeline.set_pages import read_judged

    workplace = Path.cwd()
    target = _target(arguments.specimen, workplace) if arguments.specimen else None
    policy = house_policy(workplace, strict=False)
    if policy is None:
        return 1
    job = _job(arguments.path, workplace)
    manuscript, problems = read_judged(job)
    problems = policy.apply(_of_looks(problems))
    report(problems, workplace)
    if manuscript is None or has_errors(problems):
        return 1
    if target is None:
        _print(manuscript, workplace)
        return 0
    from issuebrief.pipeline.specimen import write_specimen

    found = policy.apply(write_specimen(manuscript, job.search_path, target, ENDINGS[target.suffix.lower()]))
    report(found, workplace)
    if has_errors(found):
        return 1
    print(shown(target, workplace))
    return 0


def looks_of(path: str, workplace: Path) -> tuple[Manuscript | None, tuple[Diagnostic, ...]]:
    """What gives a brief, or all briefs of a folder, their looks, and what is wrong with that."""
    from issuebrief.pipeline.set_pages import read_judged

    manuscript, problems = read_judged(_job(path, workplace))
    told = _of_looks(problems)
    return (None if has_errors(told) else manuscript), told


def _target(typed: str, workplace: Path) -> Path:
    path = workplace / typed
    if path.suffix.lower() not in ENDINGS:
        raise WrongUsage(f"{typed} is no name for a specimen", "let it end in .pdf or .html")
    if not path.parent.is_dir():
        raise WrongUsage(f"there is no folder {path.parent}", "name a file in one that is there")
    return path


def _job(typed: str, workplace: Path) -> Job:
    """A brief as it is; or one that would lie in a folder, by default in `content/`."""
    folder = workplace / (typed or CONTENT)
    if typed and not folder.exists():
        raise WrongUsage(f"there is no {typed}", "name a brief, or a folder that briefs lie in")
    is_brief = folder.is_file() or (folder / "brief.md").is_file()
    if is_brief:
        return jobs([typed], None, workplace)[0]
    inner = folder if folder.is_dir() else workplace
    blank = BLANK.format(datetime.date.today().isoformat()).encode()
    return Job(inner / "specimen/brief.md", (), search_path(workplace), text=blank)


def _of_looks(problems: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The problems that have to do with the institute's files, and not with the text of a brief."""
    kinds = ("source", "front-matter", "brand", "logo", "picture", "style", "theme")
    return tuple(problem for problem in problems if problem.code.partition(".")[0] in kinds)


def _print(manuscript: Manuscript, workplace: Path) -> None:
    from issuebrief.pipeline.brand_values import brand_values

    values = brand_values(manuscript)
    keys = max((len(value.key) for value in values), default=0)
    widest = max((len(_short(value.value)) for value in values), default=0)
    for group, some in groupby(values, key=lambda value: value.group):
        print(group)
        for line in _lines(list(some), keys, widest, workplace):
            print(f"  {line}")


def _lines(values: Sequence[BrandValue], keys: int, widest: int, workplace: Path) -> list[str]:
    return [
        f"{value.key:{keys}}  {_short(value.value):{widest}}  {_where(value.place, workplace)}".rstrip()
        for value in values
    ]


def _short(value: str) -> str:
    return value if len(value) <= WIDEST else value[: WIDEST - 1].rstrip() + "…"


def _where(place: SourceRange | None, workplace: Path) -> str:
    return f"{shown(place.path, workplace)}:{place.line}" if place else "default"
