"""Look briefs through without writing anything.

In:  the arguments of `issuebrief check`.
Out: the problems of all briefs, a line that counts them, an exit code.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief import crew
from issuebrief.commands import counted
from issuebrief.commands.reporting import report
from issuebrief.problem import fatal
from issuebrief.progress import Progress
from issuebrief.workplace import jobs, shown

if TYPE_CHECKING:
    import argparse

    from issuebrief.job import Job, Outcome


def run(arguments: argparse.Namespace) -> int:
    """Check the briefs, show their problems, and return the exit code."""
    workplace = Path.cwd()
    wanted = jobs(arguments.paths, None, workplace, network=arguments.allow_network)
    outcomes: dict[Job, Outcome] = {}
    workers = arguments.workers or crew.room()
    with (
        Progress(len(wanted), "checking") as progress,
        closing(crew.each(check_brief, wanted, workers)) as events,
    ):
        for event in events:
            name = shown(event.job.brief, workplace)
            if isinstance(event, crew.Begun):
                progress.begin(name)
            else:
                outcomes[event.job] = event.outcome
                progress.finish(name, "")
    problems = [problem for job in wanted for problem in outcomes[job].problems]
    report(problems, workplace)
    if not problems:
        print(f"{counted(len(wanted), 'brief')}, no problems")
    return 1 if fatal(problems) else 0


def check_brief(job: Job) -> Outcome:
    """Check one brief; the pipeline is loaded only now, and in the process that needs it."""
    from issuebrief import pipeline

    return pipeline.check_brief(job)
