"""Compare two versions of a brief, and write a copy in which the changes are marked.

In:  the arguments of `issuebrief compare`.
Out: the review copy; the changes on standard output, in words or as JSON; problems, and an exit code.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from issuebrief.cli.output.changes import print_changes
from issuebrief.cli.output.faults import with_faults_told
from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.reporting import report
from issuebrief.diagnostics.model import has_errors
from issuebrief.job import Job, Purpose
from issuebrief.project.workspace import STANDARD, WrongUsage, jobs, shown, title_of

if TYPE_CHECKING:
    import argparse

    from issuebrief.compare.compare_briefs import Compared
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.diagnostics.policy import SeverityPolicy

ENDING = "-changes"
"""What the names of review copies end with."""
PURPOSES = {
    "screen": (Purpose.SCREEN,),
    "web": (Purpose.WEB,),
    "all": (Purpose.SCREEN, Purpose.WEB),
}


def run(arguments: argparse.Namespace) -> int:
    """Write the review copy, list the changes, and return the exit code."""
    workplace = Path.cwd()
    policy = house_policy(workplace, strict=False)
    if policy is None:
        return 1
    if arguments.since is not None:
        return _with_revision(arguments, workplace, policy)
    if len(arguments.paths) != 2:
        raise WrongUsage(
            "two versions are to be named, the earlier one first",
            "issuebrief compare OLD NEW, or issuebrief compare --since REVISION BRIEF",
        )
    old, new = (_job(path, workplace, policy) for path in arguments.paths)
    names = (shown(old.brief, workplace), shown(new.brief, workplace))
    return _compare(old, new, names, arguments, workplace)


def _job(path: str, workplace: Path, policy: SeverityPolicy) -> Job:
    if path == STANDARD:
        raise WrongUsage("a brief from standard input cannot be compared", "save it to a file first")
    found = jobs([path], None, workplace)
    if len(found) > 1:
        raise WrongUsage(
            f"{path} holds {len(found)} briefs, and one is compared at a time", "name one of them"
        )
    return replace(found[0], policy=policy)


def _with_revision(arguments: argparse.Namespace, workplace: Path, policy: SeverityPolicy) -> int:
    """Compare a brief with itself as it was."""
    from issuebrief.compare.revisions import NoRevision, take_out

    if len(arguments.paths) > 1:
        raise WrongUsage("with --since one brief is compared with itself", "name one brief")
    found = jobs(arguments.paths, None, workplace)
    if len(found) > 1:
        raise WrongUsage(f"{len(found)} briefs are meant, and one is compared at a time", "name one of them")
    new = replace(found[0], policy=policy)
    with TemporaryDirectory(prefix="issuebrief-") as private:
        try:
            earlier = take_out(new.brief, arguments.since, Path(private))
        except NoRevision as fault:
            from issuebrief.compare.compare_briefs import no_revision

            report((no_revision(new.brief, str(fault), fault.hint),), workplace)
            return 1
        places = replace(new.search_path, workplace=earlier.root)
        old = replace(new, brief=earlier.brief, search_path=places)
        name = shown(new.brief, workplace)
        return _compare(old, new, (f"{name} at {arguments.since}", name), arguments, workplace)


def _compare(
    old: Job, new: Job, names: tuple[str, str], arguments: argparse.Namespace, workplace: Path
) -> int:
    from issuebrief.compare.compare_briefs import Compared, compare_briefs

    purposes = PURPOSES[arguments.purpose]
    targets = _targets(arguments.output, new, purposes, workplace)
    compared = with_faults_told(
        lambda: compare_briefs(old, new, names, purposes), lambda told: Compared((), (), told), new.brief
    )
    problems = (*compared.problems, *_written(compared, targets))
    failed = has_errors(problems)
    report(problems, workplace)
    written = [] if failed else [shown(targets[purpose], workplace) for purpose, _ in compared.files]
    print_changes(compared, names, written, arguments.format, failed=failed)
    return 1 if failed else 0


def _written(compared: Compared, targets: dict[Purpose, Path]) -> list[Diagnostic]:
    from issuebrief.atomic_write import write_file

    if has_errors(compared.problems):
        return []
    found = [
        problem for purpose, content in compared.files for problem in write_file(targets[purpose], content)
    ]
    if compared.copies:
        from issuebrief.web.linked_files import write_copies

        found += write_copies(compared.copies, targets[Purpose.WEB].parent, write_file)
    return found


def _targets(
    output: str | None, new: Job, purposes: tuple[Purpose, ...], workplace: Path
) -> dict[Purpose, Path]:
    """Where each file goes: the name says that it is no finished brief."""
    if output == STANDARD:
        raise WrongUsage("a review copy does not go to standard output", "name a file or a folder with -o")
    meant = jobs([str(new.brief)], output, workplace, purposes=purposes)[0]
    is_named = output is not None and meant.outputs[0].path.name == Path(output).name
    stem = title_of(new.brief)
    return {
        made.purpose: made.path if is_named else made.path.with_name(f"{stem}{ENDING}{made.purpose.ending}")
        for made in meant.outputs
    }
