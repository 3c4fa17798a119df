"""Take an author's corrections into a brief: as a patch to look at, or at once.

In:  the arguments of `issuebrief import --into`.
Out: a patch beside the brief, or the brief changed; problems, and an exit code.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.atomic_write import write_file
from issuebrief.cli.output import counted
from issuebrief.cli.output.faults import with_faults_told
from issuebrief.cli.output.reporting import report
from issuebrief.diagnostics.model import has_errors
from issuebrief.project.workspace import WrongUsage, jobs, shown

if TYPE_CHECKING:
    import argparse

    from issuebrief.diagnostics.model import Diagnostic

PATCH = "corrections.patch"


def take_into(arguments: argparse.Namespace, file: Path) -> int:
    """Compare the file with what was exported, and write what the author changed."""
    from issuebrief.word_export.correction_record import RECORD, as_json, recorded
    from issuebrief.word_export.corrections import Corrections, take_corrections
    from issuebrief.word_import.documents.model import Changes

    workplace = Path.cwd()
    if arguments.output:
        raise WrongUsage("--into names the brief, so -o has nothing to name", "leave one of them out")
    job, *others = jobs([arguments.into], None, workplace)
    if others:
        raise WrongUsage(f"{arguments.into} holds {len(others) + 1} briefs", "name one of them")
    changes = Changes(arguments.changes)
    taken = Changes.ACCEPT if changes is Changes.ASK else changes
    found = with_faults_told(
        lambda: take_corrections(job, file, taken), lambda told: Corrections("", "", told), file
    )
    problems: list[Diagnostic] = list(found.problems)
    patch = patch_of(found.before, found.after, shown(job.brief, workplace))
    written = ""
    if patch and not has_errors(problems):
        if arguments.apply:
            checked = _checked(replace(job, text=found.after.encode("utf-8")))
            problems += checked
            target, text = job.brief, found.after
            if has_errors(checked):
                target, text = job.brief.with_name(PATCH), patch
        else:
            target, text = job.brief.with_name(PATCH), patch
        if target == job.brief and b"\r\n" in job.brief.read_bytes():
            text = text.replace("\n", "\r\n")
        faults = write_file(target, text.encode("utf-8"))
        for picture in found.pictures:
            faults += write_file(job.brief.with_name(picture.name), picture.content)
        if target != job.brief:
            record = recorded(found.before, found.after, job.brief.name, file.name)
            faults += write_file(job.brief.with_name(RECORD), as_json(record))
        problems += faults
        written = "" if faults else shown(target, workplace)
    report(problems, workplace)
    if not has_errors(found.problems):
        _tell(patch, written, apply=arguments.apply)
        for picture in found.pictures if written else ():
            print(f"wrote {shown(job.brief.with_name(picture.name), workplace)}, a new picture")
    return 1 if has_errors(problems) else 0


def patch_of(before: str, after: str, name: str) -> str:
    """The changes as a unified diff, which `git apply` and `patch` read."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{name}", f"b/{name}"
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _checked(job: object) -> list[Diagnostic]:
    """What would be wrong with the brief that the corrections make: it is not written with an error."""
    from issuebrief.job import Job
    from issuebrief.pipeline.set_pages import read_judged

    assert isinstance(job, Job)
    return [problem for problem in read_judged(job)[1] if problem.severity > 1]


def _tell(patch: str, written: str, *, apply: bool) -> None:
    if not patch:
        print("the author changed nothing that the brief does not have already")
        return
    added = sum(line.startswith("+") and not line.startswith("+++") for line in patch.split("\n"))
    taken = sum(line.startswith("-") and not line.startswith("---") for line in patch.split("\n"))
    if written:
        print(f"wrote {written}: {counted(added, 'line')} in, {counted(taken, 'line')} out")
        if not apply or written.endswith(PATCH):
            print(f"to take them: git apply {written}, or say --apply")
            print("to take one by one: issuebrief preview, Manuscript")
