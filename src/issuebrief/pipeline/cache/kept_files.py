"""Which files need not be made: those that stand as they would be made again, and those a shared store has.

In:  jobs, and what they would be made from.
Out: the files that are up to date, with what was noted when they were made; notes of those that are made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.pipeline.cache import build_cache
from issuebrief.pipeline.cache.build_cache import CacheEntry
from issuebrief.pipeline.cache.file_sums import file_digest
from issuebrief.pipeline.cache.fingerprint import environment_fingerprint, fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from issuebrief.job import Job, Outcome, Output
    from issuebrief.pipeline.cache.shared_store import SharedStore

Kept = dict["Output", CacheEntry]


def marks_of(wanted: Sequence[Job]) -> dict[Output, str]:
    """The fingerprint of each file. A brief from standard input has no file whose changes could be seen."""
    if not wanted:
        return {}
    ground = environment_fingerprint(wanted[0].search_path)
    return fingerprints((job for job in wanted if job.text is None), ground)


def standing(wanted: Iterable[Job], marks: Mapping[Output, str]) -> Kept:
    """The files that stand where they are wanted and would come out the same."""
    entries: dict[Path, dict[str, CacheEntry]] = {}
    found: Kept = {}
    for output in (output for job in wanted for output in job.outputs):
        folder = output.path.parent
        if folder not in entries:
            entries[folder] = build_cache.read(folder)
        kept = entries[folder].get(output.path.name)
        if kept and output in marks and kept.is_up_to_date(output.path, marks[output]):
            found[output] = kept
    return found


def fetched(wanted: Iterable[Job], marks: Mapping[Output, str], store: SharedStore, known: Kept) -> Kept:
    """The other files that the store has, put where they are wanted."""
    store.clear()
    found: Kept = {}
    for job in wanted:
        for output in job.outputs:
            mark = marks.get(output)
            if mark and output not in known and (entry := store.take(job, output, mark)):
                found[output] = entry
                build_cache.write(output.path.parent, {output.path.name: entry})
    return found


def without(job: Job, done: Mapping[Output, CacheEntry]) -> Job:
    """The part of a job that is still to be done."""
    return replace(job, outputs=tuple(output for output in job.outputs if output not in done))


def note(job: Job, outcome: Outcome, marks: Mapping[Output, str], store: SharedStore | None = None) -> None:
    """Note how files were made, at once: a run that is broken off keeps what it has done."""
    for made in outcome.deliveries:
        if made.written and made.output in marks:
            path = made.output.path
            pages = outcome.pages if made.output.purpose.has_pages else 0
            copies = tuple((name, file_digest(path.parent / name)) for name in made.copies)
            entry = CacheEntry(marks[made.output], file_digest(path), pages, made.problems, copies)
            build_cache.write(path.parent, {path.name: entry})
            if store:
                store.give(job, made.output, entry)
