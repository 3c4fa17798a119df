"""Check briefs: read, lay out and draw them as `build` does, and say what is wrong.

In:  the arguments of `issuebrief check`.
Out: the problems of all briefs, as text on standard error or in a format on standard output; a report
     as a page, where one is asked for; an exit code. No brief is delivered.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.commands.printing_options import printing_of
from issuebrief.cli.output import counted
from issuebrief.cli.output.build_lines import stage_lines
from issuebrief.cli.output.detail import Detail
from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.progress import Progress
from issuebrief.cli.output.reporting import report
from issuebrief.cli.output.standard_streams import with_standard_input
from issuebrief.diagnostics.model import has_errors
from issuebrief.job import Purpose
from issuebrief.pipeline import worker_pool
from issuebrief.project.workspace import BUILD, WrongUsage, jobs, shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Job, Outcome
    from issuebrief.pipeline.worker_pool import Work

REPORT = f"{BUILD}/preflight.html"


def run(arguments: argparse.Namespace) -> int:
    """Check the briefs, report on them, and return the exit code."""
    workplace = Path.cwd()
    target = _target(arguments.report, workplace)
    purposes = [purpose for purpose in Purpose if purpose in (arguments.purposes or (Purpose.SCREEN,))]
    policy = house_policy(workplace, strict=arguments.strict)
    if policy is None:
        return 1
    printing = printing_of(arguments, workplace)
    wanted = jobs(arguments.paths, None, workplace, purposes=purposes, network=arguments.allow_network)
    wanted = with_standard_input(
        replace(job, printing=printing, page_size=arguments.page_size or "", policy=policy) for job in wanted
    )
    workers = arguments.workers or worker_pool.room()
    work = check_brief if target is None else proof_brief
    outcomes = _check(wanted, workplace, workers, arguments.timeout, work, arguments.detail)
    problems = [problem for job in wanted for problem in outcomes[job].problems]
    failed = target is not None and not _write_report(target, wanted, outcomes, workplace)
    if target is not None and not failed and arguments.detail > Detail.QUIET:
        print(f"wrote {shown(target, workplace)}", file=sys.stderr)
    _tell(problems, arguments.format, workplace)
    if not problems and arguments.format == "text" and arguments.detail > Detail.QUIET:
        print(f"{counted(len(wanted), 'brief')}, no problems")
    return 1 if failed or has_errors(problems) else 0


def check_brief(job: Job) -> Outcome:
    """Check one brief; the whole path is loaded only now, and in the process that needs it."""
    from issuebrief.pipeline import check as checking

    return checking.check_brief(job)


def proof_brief(job: Job) -> Outcome:
    """The same, with pictures of the pages."""
    from issuebrief.pipeline import check as checking

    return checking.proof_brief(job)


def _check(
    wanted: Sequence[Job], workplace: Path, workers: int, seconds: float, work: Work, detail: Detail
) -> dict[Job, Outcome]:
    outcomes: dict[Job, Outcome] = {}
    # What is written to standard output may be meant for a program.
    with (
        Progress(len(wanted), "checking", sys.stderr, quiet=detail is Detail.QUIET) as progress,
        closing(worker_pool.each(work, wanted, workers, seconds)) as events,
    ):
        for event in events:
            name = shown(event.job.brief, workplace)
            if isinstance(event, worker_pool.JobStarted):
                progress.begin(name)
            else:
                outcomes[event.job] = event.outcome
                lines = [f"{name}: {event.seconds:.1f} s", *stage_lines(event.outcome)]
                progress.finish(name, "\n".join(lines) if detail is Detail.VERBOSE else "")
    return outcomes


def _tell(problems: Sequence[Diagnostic], form: str, workplace: Path) -> None:
    if form == "json":
        from issuebrief.diagnostics.formats.json import as_json

        print(as_json(problems, workplace), end="")
    elif form == "sarif":
        from issuebrief.diagnostics.formats.sarif import as_sarif

        print(as_sarif(problems, workplace), end="")
    else:
        report(problems, workplace)


def _target(typed: str | None, workplace: Path) -> Path | None:
    """The file of the report, if there is to be one."""
    if typed is None:
        return None
    path = Path(os.path.normpath(workplace / (typed or REPORT)))
    if path.suffix.lower() not in (".html", ".htm") or path.is_dir():
        raise WrongUsage(
            f"{typed} is no name for a report, which is a page",
            f"end its name in .html; a PATH goes before --report: issuebrief check {typed} --report",
        )
    return path


def _write_report(
    target: Path, wanted: Sequence[Job], outcomes: Mapping[Job, Outcome], workplace: Path
) -> bool:
    """Write the report as a page; whether that could be done."""
    from issuebrief.atomic_write import write_file
    from issuebrief.diagnostics.formats.html import Checked, as_page

    briefs = [Checked(shown(job.brief, workplace), outcomes[job]) for job in wanted]
    failed = write_file(target, as_page(briefs, workplace).encode())
    report(failed, workplace)
    return not failed
