"""Set briefs: make those of their files that would not come out the same as they are.

In:  the arguments of `issuebrief build`.
Out: the files and the ledger beside them; lines about what was done, problems, an exit code.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.commands import counted
from issuebrief.cli.commands.house import house_policy
from issuebrief.cli.commands.progress import Progress
from issuebrief.cli.commands.reporting import report
from issuebrief.job import Printing, Purpose
from issuebrief.pipeline import build_cache as ledger
from issuebrief.pipeline import worker_pool as crew
from issuebrief.pipeline.build_cache import CacheEntry
from issuebrief.pipeline.fingerprint import environment_fingerprint, file_digest, fingerprints
from issuebrief.project.workspace import WrongUsage, jobs, shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Job, Outcome, Output
    from issuebrief.pipeline.worker_pool import JobFinished


def run(arguments: argparse.Namespace) -> int:
    """Set the briefs, say what was done, and return the exit code."""
    workplace = Path.cwd()
    purposes = [purpose for purpose in Purpose if purpose in (arguments.purposes or (Purpose.SCREEN,))]
    rulings = house_policy(workplace, strict=arguments.strict)
    if rulings is None:
        return 1
    wanted = jobs(
        arguments.paths, arguments.output, workplace, purposes=purposes, network=arguments.allow_network
    )
    printing = Printing(arguments.profile, arguments.ink, workplace)
    wanted = [replace(job, printing=printing, rulings=rulings) for job in wanted]
    _make_folders(wanted)
    by_name = arguments.output is not None and _first(wanted[0]).name == Path(arguments.output).name
    prints = {} if by_name or arguments.allow_network else _fingerprints(wanted)
    standing = {} if arguments.force else _standing(wanted, prints)
    stale = [job for job in (_without(job, standing) for job in wanted) if job.outputs]
    workers = arguments.workers or crew.room()
    done = _set(stale, prints, workplace, workers, arguments.timeout)
    report(_problems(wanted, standing, done), workplace)
    _sum_up(len(wanted), done.values())
    return 1 if any(outcome.failed for outcome in done.values()) else 0


def set_brief(job: Job) -> Outcome:
    """Set one brief; the pipeline is loaded only now, and in the process that needs it."""
    from issuebrief.pipeline import build

    return build.set_brief(job)


def _first(job: Job) -> Path:
    return job.outputs[0].path


def _without(job: Job, standing: Mapping[Output, CacheEntry]) -> Job:
    """The part of a job that is still to be done."""
    return replace(job, outputs=tuple(output for output in job.outputs if output not in standing))


def _make_folders(wanted: Iterable[Job]) -> None:
    for folder in {output.path.parent for job in wanted for output in job.outputs}:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise WrongUsage(
                f"the folder {folder} cannot be made: {fault.strerror}", "name another with -o"
            ) from None


def _fingerprints(wanted: Sequence[Job]) -> dict[Output, str]:
    """What each file would be made from.

    Nobody asks where a file is called for by its own name, and no ledger is left beside it; nor
    where the network may be used, since what it sends can change at any time.
    """
    ground = environment_fingerprint(wanted[0].shelf)
    return {output: mark for job in wanted for output, mark in fingerprints(job, ground).items()}


def _standing(wanted: Iterable[Job], prints: Mapping[Output, str]) -> dict[Output, CacheEntry]:
    """The files that stand, with what was noted when they were made."""
    entries: dict[Path, dict[str, CacheEntry]] = {}
    found: dict[Output, CacheEntry] = {}
    for output in (output for job in wanted for output in job.outputs):
        folder = output.path.parent
        if folder not in entries:
            entries[folder] = ledger.read(folder)
        kept = entries[folder].get(output.path.name)
        if kept and output in prints and kept.is_up_to_date(output.path, prints[output]):
            found[output] = kept
    return found


def _set(
    stale: Sequence[Job], prints: Mapping[Output, str], workplace: Path, workers: int, seconds: float
) -> dict[Path, Outcome]:
    """The outcomes by the paths of their briefs."""
    outcomes: dict[Path, Outcome] = {}
    with (
        Progress(len(stale), "setting") as progress,
        closing(crew.each(set_brief, stale, workers, seconds)) as events,
    ):
        for event in events:
            name = shown(_first(event.job), workplace)
            if isinstance(event, crew.JobStarted):
                progress.begin(name)
            else:
                outcomes[event.job.brief] = event.outcome
                _enter(event.outcome, prints)
                progress.finish(name, "\n".join(_lines(event, workplace)))
    return outcomes


def _enter(outcome: Outcome, prints: Mapping[Output, str]) -> None:
    """Note how files were made, at once: a run that is broken off keeps what it has done."""
    for made in outcome.deliveries:
        if made.written and made.output in prints:
            path = made.output.path
            pages = outcome.pages if made.output.purpose.has_pages else 0
            copies = tuple((name, file_digest(path.parent / name)) for name in made.copies)
            entry = CacheEntry(prints[made.output], file_digest(path), pages, made.problems, copies)
            ledger.write(path.parent, {path.name: entry})


def _lines(done: JobFinished, workplace: Path) -> list[str]:
    """A line for what was made, and one for each file that was not."""
    outcome = done.outcome
    if not outcome.written:
        return [_not_set(shown(done.job.brief, workplace), outcome.problems, done.job.outputs)]
    names = ", ".join(shown(output.path, workplace) for output in outcome.written)
    pages = f"{counted(outcome.pages, 'page')}, " if outcome.pages else ""
    return [
        f"{names}: {pages}{done.seconds:.1f} s",
        *(
            _not_set(shown(missed.output.path, workplace), missed.problems, (missed.output,))
            for missed in outcome.deliveries
            if not missed.written
        ),
    ]


def _not_set(name: str, problems: Sequence[Diagnostic], outputs: Iterable[Output]) -> str:
    from issuebrief.diagnostics.terminal import tally

    kept = [output for output in outputs if output.path.exists()]
    what = "files" if len(kept) > 1 else "PDF" if kept and kept[0].purpose.has_pages else "page"
    before = f"; the {what} from before {'are' if len(kept) > 1 else 'is'} kept" if kept else ""
    return f"{name}: not set, {tally(problems)}{before}"


def _problems(
    wanted: Iterable[Job], standing: Mapping[Output, CacheEntry], done: Mapping[Path, Outcome]
) -> list[Diagnostic]:
    """All that is to be reported, each once, in the order of the briefs."""
    found: dict[Diagnostic, None] = {}
    for job in wanted:
        for output in job.outputs:
            found |= dict.fromkeys(standing[output].problems if output in standing else ())
        if job.brief in done:
            found |= dict.fromkeys(done[job.brief].problems)
    from issuebrief.preflight.told_already import told_once

    return list(told_once(found))


def _sum_up(total: int, outcomes: Iterable[Outcome]) -> None:
    results = list(outcomes)
    if not results:
        print(f"{counted(total, 'brief')}, nothing has changed")
    elif total > 1:
        failed = sum(outcome.failed for outcome in results)
        parts = (
            (len(results) - failed, "set"),
            (total - len(results), "unchanged"),
            (failed, "not set"),
        )
        print(
            f"{counted(total, 'brief')}: " + ", ".join(f"{number} {what}" for number, what in parts if number)
        )
