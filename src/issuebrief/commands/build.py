"""Set briefs: those whose PDF would not come out the same as it is.

In:  the arguments of `issuebrief build`.
Out: PDFs and the ledger beside them; lines about what was done, problems, an exit code.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief import crew, ledger
from issuebrief.commands import counted
from issuebrief.commands.reporting import report
from issuebrief.fingerprint import common_ground, file_digest, fingerprint
from issuebrief.ledger import Entry
from issuebrief.progress import Progress
from issuebrief.workplace import WrongUsage, jobs, shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from issuebrief.crew import Done
    from issuebrief.job import Job, Outcome


def run(arguments: argparse.Namespace) -> int:
    """Set the briefs, say what was done, and return the exit code."""
    workplace = Path.cwd()
    wanted = jobs(arguments.paths, arguments.output, workplace, network=arguments.allow_network)
    _make_folders(wanted)
    by_name = arguments.output is not None and wanted[0].output.name == Path(arguments.output).name
    prints = {} if by_name or arguments.allow_network else _fingerprints(wanted)
    standing = {} if arguments.force else _standing(wanted, prints)
    stale = [job for job in wanted if job not in standing]
    done = _set(stale, prints, arguments.workers or crew.room(), workplace)
    problems = [
        problem for job in wanted for problem in (standing[job] if job in standing else done[job]).problems
    ]
    report(problems, workplace)
    _sum_up(len(wanted), len(standing), done.values())
    return 1 if any(outcome.failed for outcome in done.values()) else 0


def set_brief(job: Job) -> Outcome:
    """Set one brief; the pipeline is loaded only now, and in the process that needs it."""
    from issuebrief import pipeline

    return pipeline.set_brief(job)


def _make_folders(wanted: Iterable[Job]) -> None:
    for folder in {job.output.parent for job in wanted}:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise WrongUsage(
                f"the folder {folder} cannot be made: {fault.strerror}", "name another with -o"
            ) from None


def _fingerprints(wanted: Sequence[Job]) -> dict[Job, str]:
    """What each PDF would be made from.

    Nobody asks where a PDF is called for by its own name, and no ledger is left beside it; nor
    where the network may be used, since what it sends can change at any time.
    """
    ground = common_ground(wanted[0].shelf)
    return {job: fingerprint(job, ground) for job in wanted}


def _standing(wanted: Iterable[Job], prints: Mapping[Job, str]) -> dict[Job, Entry]:
    """The briefs whose PDF stands, with what was noted when it was made."""
    entries: dict[Path, dict[str, Entry]] = {}
    found: dict[Job, Entry] = {}
    for job in wanted:
        folder = job.output.parent
        kept = entries.setdefault(folder, ledger.read(folder) if folder not in entries else {}).get(
            job.output.name
        )
        if kept and job in prints and kept.still_true(job.output, prints[job]):
            found[job] = kept
    return found


def _set(
    stale: Sequence[Job], prints: Mapping[Job, str], workers: int, workplace: Path
) -> dict[Job, Outcome]:
    outcomes: dict[Job, Outcome] = {}
    with Progress(len(stale), "setting") as progress, closing(crew.each(set_brief, stale, workers)) as events:
        for event in events:
            name = shown(event.job.output, workplace)
            if isinstance(event, crew.Begun):
                progress.begin(name)
            else:
                outcomes[event.job] = event.outcome
                _enter(event, prints)
                progress.finish(name, _line(event, name, workplace))
    return outcomes


def _enter(done: Done, prints: Mapping[Job, str]) -> None:
    """Note how a PDF was made, at once: a run that is broken off keeps what it has done."""
    job, outcome = done.job, done.outcome
    if outcome.written and job in prints:
        entry = Entry(prints[job], file_digest(job.output), outcome.pages, outcome.problems)
        ledger.write(job.output.parent, {job.output.name: entry})


def _line(done: Done, name: str, workplace: Path) -> str:
    outcome = done.outcome
    if outcome.written:
        return f"{name}: {counted(outcome.pages, 'page')}, {done.seconds:.1f} s"
    from issuebrief.report import tally

    kept = "; the PDF from before is kept" if done.job.output.exists() else ""
    return f"{shown(done.job.brief, workplace)}: not set, {tally(outcome.problems)}{kept}"


def _sum_up(total: int, standing: int, outcomes: Iterable[Outcome]) -> None:
    if standing == total:
        print(f"{counted(total, 'brief')}, nothing has changed")
    elif total > 1:
        results = list(outcomes)
        written = sum(outcome.written for outcome in results)
        parts = ((written, "set"), (standing, "unchanged"), (len(results) - written, "not set"))
        print(
            f"{counted(total, 'brief')}: " + ", ".join(f"{number} {what}" for number, what in parts if number)
        )
