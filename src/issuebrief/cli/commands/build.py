"""Set briefs: make those of their files that would not come out the same as they are.

In:  the arguments of `issuebrief build`.
Out: the files and the build cache beside them; lines about what was done, or one JSON document, problems, an
     exit code. With `-o -` the one file goes to standard output, and everything else to standard error.
"""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.commands.archive_options import part_of, store_of
from issuebrief.cli.commands.printing_options import printing_of
from issuebrief.cli.output.build_lines import lines_of, stage_lines, summary
from issuebrief.cli.output.detail import Detail
from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.progress import Progress
from issuebrief.cli.output.reporting import report
from issuebrief.cli.output.standard_streams import (
    refuse_terminal,
    with_standard_input,
    write_to_standard_output,
)
from issuebrief.job import Outcome, Purpose
from issuebrief.pipeline import worker_pool
from issuebrief.pipeline.cache import build_cache, kept_files
from issuebrief.project.workspace import STANDARD, WrongUsage, jobs, shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Job, Output
    from issuebrief.pipeline.cache.build_cache import CacheEntry
    from issuebrief.pipeline.cache.shared_store import SharedStore
    from issuebrief.pipeline.worker_pool import Events, JobFinished


@dataclass(frozen=True)
class Saying:
    """How a run tells of itself: where to, how much, and whether the file itself goes to standard output."""

    stream: TextIO
    detail: Detail
    form: str
    standard_output: bool

    @property
    def in_words(self) -> bool:
        """Whether lines are for a person to read."""
        return self.form == "text" and self.detail > Detail.QUIET


@dataclass(frozen=True)
class Notes:
    """What is noted of files that are made: what from, and where else they are kept."""

    marks: Mapping[Output, str]
    store: SharedStore | None


def run(arguments: argparse.Namespace) -> int:
    """Set the briefs, say what was done, and return the exit code."""
    workplace = Path.cwd()
    policy = house_policy(workplace, strict=arguments.strict)
    if policy is None:
        return 1
    saying = _saying(arguments)
    wanted = [replace(job, policy=policy) for job in part_of(_jobs(arguments, workplace), arguments.shard)]
    if not wanted:
        return _nothing(saying)
    if not saying.standard_output:
        wanted = _with_folders(wanted)
    by_name = arguments.output is not None and _first(wanted[0]).name == Path(arguments.output).name
    always = by_name or saying.standard_output or arguments.allow_network
    store = store_of(arguments, workplace, always=always)
    # Nobody asks where a file is called for by its own name, and no build cache is left beside it; nor where
    # the network may be used, since what it sends can change at any time.
    marks = {} if always else kept_files.marks_of(wanted)
    up_to_date = {} if arguments.force else kept_files.standing(wanted, marks)
    from_store = {} if arguments.force or not store else kept_files.fetched(wanted, marks, store, up_to_date)
    up_to_date |= from_store
    stale = [job for job in (kept_files.without(job, up_to_date) for job in wanted) if job.outputs]
    events = _events(arguments, stale, saying)
    done = _set(stale, events, Notes(marks, store), workplace, saying)
    outcomes = {path: event.outcome for path, event in done.items()}
    problems = _problems(wanted, up_to_date, outcomes)
    if saying.form == "json":
        _print_json(wanted, up_to_date, done, problems, workplace)
    else:
        report(problems, workplace)
    taken = sum(not from_store.keys().isdisjoint(job.outputs) for job in wanted if job.brief not in done)
    if saying.in_words and (line := summary(len(wanted), list(outcomes.values()), taken)):
        print(line, file=saying.stream)
    if saying.standard_output:
        write_to_standard_output(outcomes[wanted[0].brief])
    return 1 if any(outcome.failed for outcome in outcomes.values()) else 0


def _saying(arguments: argparse.Namespace) -> Saying:
    standard_output = arguments.output == STANDARD
    if standard_output and arguments.format == "json":
        raise WrongUsage(
            "the file and the report cannot both go to standard output", "name a file: -o brief.pdf"
        )
    if standard_output:
        refuse_terminal()
    aside = standard_output or arguments.format == "json"
    return Saying(sys.stderr if aside else sys.stdout, arguments.detail, arguments.format, standard_output)


def _jobs(arguments: argparse.Namespace, workplace: Path) -> list[Job]:
    purposes = [purpose for purpose in Purpose if purpose in (arguments.purposes or (Purpose.SCREEN,))]
    printing = printing_of(arguments, workplace)
    paths, network = arguments.paths, arguments.allow_network
    meant = jobs(paths, arguments.output, workplace, purposes=purposes, network=network)
    return with_standard_input(
        replace(job, printing=printing, page_size=arguments.page_size or "") for job in meant
    )


def set_brief(job: Job) -> Outcome:
    """Set one brief; the pipeline is loaded only now, and in the process that needs it."""
    from issuebrief.pipeline import build

    return build.set_brief(job)


def set_in_memory(job: Job) -> Outcome:
    """The same, with its files in the outcome."""
    from issuebrief.pipeline import build

    return build.set_in_memory(job)


def _first(job: Job) -> Path:
    return job.outputs[0].path


def _with_folders(wanted: Iterable[Job]) -> list[Job]:
    """The jobs with the folders of their outputs made, where their charts are kept too."""
    jobs = [replace(job, keep_in=_first(job).parent) for job in wanted]
    for folder in {output.path.parent for job in jobs for output in job.outputs}:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise WrongUsage(f"{folder} cannot be made: {fault.strerror}", "name another with -o") from None
    return jobs


def _nothing(saying: Saying) -> int:
    """Say that this part of the briefs has none: there are more machines than briefs."""
    if saying.form == "json":
        _print_json((), {}, {}, (), Path.cwd())
    elif saying.in_words:
        print("0 briefs", file=saying.stream)
    return 0


def _events(arguments: argparse.Namespace, stale: Sequence[Job], saying: Saying) -> Events:
    """The work, here or on a cluster, as it goes on."""
    if arguments.on:
        if saying.standard_output:
            raise WrongUsage("a cluster writes no file to standard output", "name a file or a folder with -o")
        from issuebrief.cluster import dask_client

        return dask_client.each(stale, arguments.on, arguments.timeout)
    work = set_in_memory if saying.standard_output else set_brief
    return worker_pool.each(work, stale, arguments.workers or worker_pool.room(), arguments.timeout)


def _set(
    stale: Sequence[Job], work: Events, notes: Notes, workplace: Path, saying: Saying
) -> dict[Path, JobFinished]:
    """What became of each brief, by its path."""
    done: dict[Path, JobFinished] = {}
    with (
        Progress(len(stale), "setting", saying.stream, quiet=saying.detail is Detail.QUIET) as progress,
        closing(work) as events,
    ):
        for event in events:
            name = shown(_first(event.job), workplace)
            if isinstance(event, worker_pool.JobStarted):
                progress.begin(name)
            else:
                done[event.job.brief] = event
                kept_files.note(event.job, event.outcome, notes.marks, notes.store)
                progress.finish(name, "\n".join(_lines(event, workplace, saying)))
    for folder in {output.path.parent for output in notes.marks} if stale else ():
        build_cache.tidy(folder)
    return done


def _lines(done: JobFinished, workplace: Path, saying: Saying) -> Iterator[str]:
    if saying.in_words:
        yield from lines_of(done, workplace, saying.standard_output)
        if saying.detail is Detail.VERBOSE:
            yield from stage_lines(done.outcome)


def _problems(
    wanted: Iterable[Job], up_to_date: Mapping[Output, CacheEntry], done: Mapping[Path, Outcome]
) -> list[Diagnostic]:
    """All that is to be reported, each once, in the order of the briefs."""
    found: dict[Diagnostic, None] = {}
    for job in wanted:
        for output in job.outputs:
            found |= dict.fromkeys(up_to_date[output].problems if output in up_to_date else ())
        if job.brief in done:
            found |= dict.fromkeys(done[job.brief].problems)
    from issuebrief.preflight.told_already import told_once

    return list(told_once(found))


def _print_json(
    wanted: Sequence[Job],
    up_to_date: Mapping[Output, CacheEntry],
    done: Mapping[Path, JobFinished],
    problems: Sequence[Diagnostic],
    workplace: Path,
) -> None:
    from issuebrief.diagnostics.formats.json import BuildReport, FileReport, as_json

    briefs = []
    for job in wanted:
        event = done.get(job.brief)
        written = event.outcome.written if event else ()
        pages = max((up_to_date[output].pages for output in job.outputs if output in up_to_date), default=0)
        states = {output: "unchanged" for output in job.outputs if output in up_to_date}
        states |= dict.fromkeys(written, "written")
        files = tuple(
            FileReport(output.path, output.purpose, states.get(output, "failed")) for output in job.outputs
        )
        outcome = event.outcome if event else Outcome(())
        seconds = event.seconds if event else 0.0
        briefs.append(BuildReport(job.brief, files, outcome.pages or pages, seconds, outcome.stages))
    print(as_json(problems, workplace, briefs), end="")
