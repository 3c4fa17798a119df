"""Set briefs as proofs.

In:  the arguments of `issuebrief proof`.
Out: a PDF for each brief, whose name says that it is a proof; problems, and an exit code.
"""

from __future__ import annotations

import datetime
import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.atomic_write import write_file
from issuebrief.cli.output.faults import with_faults_told
from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.reporting import report
from issuebrief.diagnostics.model import has_errors
from issuebrief.project.workspace import STANDARD, WrongUsage, jobs, shown, title_of

if TYPE_CHECKING:
    import argparse

    from issuebrief.job import Job

ENDING = "-proof.pdf"


def run(arguments: argparse.Namespace) -> int:
    """Write the proofs and return the exit code."""
    from issuebrief.compare.proof import ProofPlan, SetProof, make_proof

    workplace = Path.cwd()
    policy = house_policy(workplace, strict=False)
    if policy is None:
        return 1
    if STANDARD in (arguments.output, *arguments.paths):
        raise WrongUsage("a proof is made of a file, into a file", "name both, or neither")
    plan = ProofPlan(arguments.date or _today(), arguments.every, float(arguments.margin))
    failed = False
    for job in jobs(arguments.paths, arguments.output, workplace):
        judged = replace(job, policy=policy)
        proof = with_faults_told(
            partial(make_proof, judged, plan), lambda told: SetProof(b"", told), job.brief
        )
        target = _target(job, arguments.output)
        written = write_file(target, proof.content) if proof.content else ()
        problems = (*proof.problems, *written)
        report(problems, workplace)
        failed = failed or has_errors(problems)
        if proof.content and not has_errors(written):
            print(f"{shown(target, workplace)}: {proof.pages} page{'s' if proof.pages != 1 else ''}")
    return 1 if failed else 0


def _target(job: Job, output: str | None) -> Path:
    path = job.outputs[0].path
    is_named = output is not None and path.name == Path(output).name
    return path if is_named else path.with_name(title_of(job.brief) + ENDING)


def _today() -> datetime.date:
    """The day that the environment sets, or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()
