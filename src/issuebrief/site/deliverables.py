"""The PDF, the web page and the EPUB of each brief of a site, with its cards and its cover.

In:  briefs with their addresses.
Out: the files in a folder of their own, laid out as on the site, where those that would come out the same
     stay; what became of each brief.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from issuebrief.atomic_write import write_file
from issuebrief.job import Job, Outcome, Output, Publishing, Purpose
from issuebrief.pipeline import worker_pool
from issuebrief.pipeline.cache import build_cache, kept_files
from issuebrief.preflight.told_already import told_once
from issuebrief.site.words.site_words import site_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.pipeline.cache.build_cache import CacheEntry
    from issuebrief.pipeline.worker_pool import JobFinished
    from issuebrief.site.model import PlacedBrief

PURPOSES = (Purpose.SCREEN, Purpose.WEB, Purpose.EPUB)
"""What is published; the press file is for the printing house alone."""


@dataclass(frozen=True)
class MadeFiles:
    """The files of a brief by their names, all in one folder, and how many pages it has."""

    folder: Path
    names: tuple[str, ...]
    pages: int


@dataclass(frozen=True)
class SiteDeliverables:
    """What was made, by brief, and how many were set; those that failed have files from before, or none."""

    made: Mapping[Path, MadeFiles] = field(default_factory=dict)
    failed: tuple[Path, ...] = ()
    set_again: int = 0
    problems: tuple[Diagnostic, ...] = ()


def site_job(job: Job, placed: PlacedBrief, site: str, folder: Path) -> Job:
    """The job of making all that a site has of a brief, into the same places below `folder`."""
    address, stem = placed.address, placed.address.stem
    up = "../" * (address.folder.count("/"))
    inside = address.file.startswith(address.folder)
    page = address.page.removeprefix(address.folder) if inside else up + address.page
    publishing = Publishing(
        address=placed.manuscript.brief.url or (site + quote(address.page) if site else ""),
        files=site + quote(address.folder) if site else "",
        page=quote(page) or "./",
        about=site_words(placed.manuscript.brief.lang).about,
        pdf=f"{stem}.pdf",
        card=site + quote(f"{address.folder}{stem}-card.png") if site else "",
    )
    outputs = tuple(
        Output(purpose, folder / address.folder / (stem + purpose.ending)) for purpose in PURPOSES
    )
    return replace(job, outputs=outputs, publishing=publishing, keep_in=outputs[0].path.parent)


def make_deliverables(
    jobs: Iterable[Job],
    workers: int,
    seconds: float,
    *,
    force: bool = False,
    told: Callable[[JobFinished], None] = lambda _: None,
) -> SiteDeliverables:
    """Make what is not up to date; `told` hears of each brief that is done."""
    wanted = list(jobs)
    prints = kept_files.marks_of(wanted)
    kept = {} if force else kept_files.standing(wanted, prints)
    stale = [rest for rest in (kept_files.without(job, kept) for job in wanted) if rest.outputs]
    done: dict[Path, Outcome] = {}
    with closing(worker_pool.each(set_for_site, stale, workers, seconds)) as events:
        for event in events:
            if isinstance(event, worker_pool.JobFinished):
                done[event.job.brief] = event.outcome
                kept_files.note(event.job, event.outcome, prints)
                told(event)
    made = {job.brief: _files(job) for job in wanted}
    failed = tuple(job.brief for job in wanted if job.brief in done and done[job.brief].failed)
    problems = told_once(dict.fromkeys(_problems(wanted, kept, done)))
    return SiteDeliverables(made, failed, len(done) - len(failed), tuple(problems))


def _files(job: Job) -> MadeFiles:
    """The files of a brief that there are: those of this run, or from before if it failed."""
    folder = job.outputs[0].path.parent
    entries = build_cache.read(folder)
    names: dict[str, None] = {}
    pages = 0
    for output in job.outputs:
        if output.path.is_file() and (entry := entries.get(output.path.name)):
            names |= dict.fromkeys((output.path.name, *(name for name, _ in entry.copies)))
            pages = max(pages, entry.pages)
    return MadeFiles(folder, tuple(names), pages)


def _problems(
    wanted: Iterable[Job], kept: Mapping[Output, CacheEntry], done: Mapping[Path, Outcome]
) -> Iterator[Diagnostic]:
    for job in wanted:
        for output in job.outputs:
            yield from kept[output].problems if output in kept else ()
        yield from done[job.brief].problems if job.brief in done else ()


def set_for_site(job: Job) -> Outcome:
    """Set a brief in a process that has loaded the pipeline, and draw what else its page shows."""
    from issuebrief.pipeline.build import set_brief

    outcome = set_brief(job)
    screen = next((each for each in outcome.deliveries if each.output.purpose is Purpose.SCREEN), None)
    if screen is None or not screen.written:
        return outcome
    files, problems = _pictures(job)
    stem = screen.output.path.stem
    names = []
    for ending, content in files:
        found = write_file(screen.output.path.with_name(stem + ending), content)
        problems += found
        names += [] if found else [stem + ending]
    delivery = replace(screen, copies=(*screen.copies, *names), problems=screen.problems + problems)
    deliveries = tuple(delivery if each is screen else each for each in outcome.deliveries)
    return replace(outcome, deliveries=deliveries, problems=outcome.problems + problems)


def _pictures(job: Job) -> tuple[list[tuple[str, bytes]], tuple[Diagnostic, ...]]:
    """The cards and the cover, each with the ending of its file."""
    from issuebrief.site.cards import NAMES, draw_cards
    from issuebrief.site.cover_files import ENDING, cover_file
    from issuebrief.site.read_briefs import read_front

    manuscript, _ = read_front(job)
    if manuscript is None:
        return [], ()
    cards, problems = draw_cards(job, manuscript)
    files = list(zip(NAMES, cards, strict=False))
    if cover := cover_file(manuscript, job.search_path):
        files.append((ENDING + cover[0], cover[1]))
    return files, problems
