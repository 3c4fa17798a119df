"""What of several jobs is up to date, and what was made of the others.

In:  jobs, and the fingerprints of their deliverables.
Out: the entries of deliverables that would come out the same; entries for those that were made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.pipeline import build_cache
from issuebrief.pipeline.build_cache import CacheEntry
from issuebrief.pipeline.fingerprint import environment_fingerprint, file_digest, fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from issuebrief.job import Job, Outcome, Output


def fingerprints_of(wanted: Sequence[Job]) -> dict[Output, str]:
    """What each deliverable would be made from; a brief from standard input has no file to tell by."""
    if not wanted:
        return {}
    ground = environment_fingerprint(wanted[0].search_path)
    in_files = [job for job in wanted if job.text is None]
    return {output: mark for job in in_files for output, mark in fingerprints(job, ground).items()}


def up_to_date(wanted: Iterable[Job], prints: Mapping[Output, str]) -> dict[Output, CacheEntry]:
    """The deliverables that are up to date, with what was noted when they were made."""
    entries: dict[Path, dict[str, CacheEntry]] = {}
    found: dict[Output, CacheEntry] = {}
    for output in (output for job in wanted for output in job.outputs):
        folder = output.path.parent
        if folder not in entries:
            entries[folder] = build_cache.read(folder)
        kept = entries[folder].get(output.path.name)
        if kept and output in prints and kept.is_up_to_date(output.path, prints[output]):
            found[output] = kept
    return found


def without(job: Job, done: Mapping[Output, CacheEntry]) -> Job:
    """The part of a job that is still to be done."""
    return replace(job, outputs=tuple(output for output in job.outputs if output not in done))


def enter(outcome: Outcome, prints: Mapping[Output, str]) -> None:
    """Note how files were made, at once: a run that is broken off keeps what it has done."""
    for made in outcome.deliveries:
        if made.written and made.output in prints:
            path = made.output.path
            pages = outcome.pages if made.output.purpose.has_pages else 0
            copies = tuple((name, file_digest(path.parent / name)) for name in made.copies)
            entry = CacheEntry(prints[made.output], file_digest(path), pages, made.problems, copies)
            build_cache.write(path.parent, {path.name: entry})
