"""The whole path of a brief to its files, on one screen; `set_pages.py` has what others share.

In:  a `Job`.
Out: an `Outcome`: the deliverables written or not, and every problem that any stage noticed.

    brief.md ─ read ─> Manuscript ─ write up ─> HTML ─ lay out ─> pages ─ deliver ─> .pdf, -press.pdf
                           │                                        └─ preflight ─> problems
                           └───────────────────────────────────────────── deliver ─> .html, .epub
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Severity, has_errors
from issuebrief.engine.lock import one_at_a_time
from issuebrief.file_access import Changed
from issuebrief.job import Delivery, Job, Outcome, Output, Purpose
from issuebrief.pipeline.chart_places import at_charts
from issuebrief.pipeline.drafts import inspect_draft
from issuebrief.pipeline.faults import changed_problem
from issuebrief.pipeline.set_pages import Problems, preflight, set_pages
from issuebrief.pipeline.stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.engine.pages import Pages
    from issuebrief.manuscript import Manuscript
    from issuebrief.web.linked_files import LinkedCopy


Sink = Callable[["Path", bytes], Problems]
"""What takes a finished file by its path; says what is wrong where it cannot."""


@dataclass(frozen=True)
class Deliverable:
    """The bytes of a deliverable, what is wrong with them, and the files beside it.

    `copies` are files of the brief; `companions` are made with it, each with its name.
    """

    content: bytes
    problems: Problems
    copies: tuple[LinkedCopy, ...] = ()
    companions: tuple[tuple[str, bytes], ...] = ()


@one_at_a_time
def set_brief(job: Job, sink: Sink | None = None) -> Outcome:
    """Set a brief and write its deliverables; on any error the earlier files stay as they are.

    An error that concerns one deliverable alone does not keep the others from being made. Threads take turns.
    A `sink` takes the files instead of the disk.
    """
    watch = Stopwatch()
    outcome = _set(job, sink, watch)
    return replace(outcome, stages=watch.stages)


def set_in_memory(job: Job) -> Outcome:
    """Set a brief, with the files in the outcome and none on the disk."""
    files, sink = memory_sink(job)
    outcome = set_brief(job, sink)
    return replace(outcome, files=tuple(files.items()))


def memory_sink(job: Job) -> tuple[dict[str, bytes], Sink]:
    """Files by their names from the folder of the deliverables, and what puts them there."""
    files: dict[str, bytes] = {}
    folder = job.outputs[0].path.parent

    def keep(path: Path, content: bytes) -> Problems:
        files[path.relative_to(folder).as_posix()] = content
        return ()

    return files, keep


def _set(job: Job, sink: Sink | None, watch: Stopwatch) -> Outcome:
    brief = set_pages(job, watch)
    problems, pages, manuscript = brief.problems, brief.pages, brief.manuscript
    if manuscript is None or has_errors(problems) or (pages is None and job.has_pages):
        return Outcome(problems)
    if pages is not None:
        found = preflight(job, manuscript, pages)
        watch.finish("inspect", f"{len(pages)} pages")
        # What is merely worth knowing is told by `check`.
        problems += tuple(problem for problem in found if problem.severity > Severity.INFO)
        if has_errors(problems):
            return Outcome(problems, len(pages))
    # No file is touched before all are made: a build that is given up halfway leaves them as they were.
    finished = tuple(made(job, manuscript, pages, watch))
    deliveries = tuple(deliver(output, deliverable, problems, sink) for output, deliverable in finished)
    from issuebrief.preflight.told_already import told_once

    told = told_once(problem for delivery in deliveries for problem in delivery.problems)
    watch.finish("write", f"{sum(delivery.written for delivery in deliveries)} of {len(deliveries)} files")
    return Outcome(told, len(pages) if pages else 0, deliveries)


def made(
    job: Job, manuscript: Manuscript, pages: Pages | None, watch: Stopwatch
) -> Iterator[tuple[Output, Deliverable]]:
    """Each deliverable of a job, one after the other; what is done with one counts as its making."""
    for output in job.outputs:
        deliverable = _make(output.purpose, job, manuscript, pages)
        yield output, deliverable
        watch.finish("make", f"{output.path.name}, {len(deliverable.content):,} bytes")


def deliver(output: Output, made: Deliverable, problems: Problems, sink: Sink | None) -> Delivery:
    """Write one deliverable; `problems` are those that all deliverables share."""
    from issuebrief.atomic_write import write_file

    take = sink or write_file
    problems += made.problems
    if made.copies and not has_errors(problems):
        from issuebrief.web.linked_files import write_copies

        problems += write_copies(made.copies, output.path.parent, take)
    others = {output.path.with_name(name): content for name, content in made.companions}
    for path, content in ((output.path, made.content), *others.items()):
        if not has_errors(problems):
            problems += take(path, content)
    beside = (*(copy.to for copy in made.copies), *(path.name for path in others))
    return Delivery(output, problems, not has_errors(problems), beside)


def _make(purpose: Purpose, job: Job, manuscript: Manuscript, pages: Pages | None) -> Deliverable:
    try:
        made = _drawn(purpose, job, manuscript, pages)
    except Changed as fault:
        return Deliverable(b"", (changed_problem(fault),))
    problems = made.problems
    if purpose is Purpose.PRESS and made.content:
        from issuebrief.pdf.press.printing_condition import settle
        from issuebrief.preflight.press import inspect_press

        condition, _ = settle(job.printing, manuscript, job.search_path)
        if condition:
            problems += inspect_press(made.content, manuscript.source, condition.limit * 100)
        problems += inspect_draft(manuscript.brief, manuscript.source)
    return replace(made, problems=at_charts(job.policy.apply(problems), manuscript.charts))


def _drawn(purpose: Purpose, job: Job, manuscript: Manuscript, pages: Pages | None) -> Deliverable:
    """The bytes of a deliverable, each made by the module or the room of its name."""
    if pages is None or purpose is Purpose.WEB:
        from issuebrief import web

        name, network = _name(job, Purpose.WEB).removesuffix(".html"), job.allow_network
        page = web.make_page_and_copies(manuscript, job.search_path, name, allow_network=network)
        return Deliverable(page.content, page.problems, page.copies)
    if purpose is Purpose.EPUB:
        from issuebrief.epub.build import make

        network = job.allow_network
        return Deliverable(*make(manuscript, job.search_path, pages, allow_network=network))
    if purpose is Purpose.PRESS:
        from issuebrief.pdf import press

        drawn = press.draw(pages, manuscript, job.search_path, job.printing, _name(job, purpose))
        return Deliverable(drawn.content, drawn.problems, companions=drawn.companions)
    from issuebrief.pdf import screen

    return Deliverable(*screen.draw(pages, manuscript))


def _name(job: Job, purpose: Purpose) -> str:
    """The name of the file that a job makes for a purpose."""
    return next((output.path.name for output in job.outputs if output.purpose is purpose), "")
