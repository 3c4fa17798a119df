"""The whole path of a brief, on one screen.

In:  a `Job`.
Out: an `Outcome`: the deliverables written or not, and every problem that any stage noticed.

    brief.md ─ read ─> Manuscript ─ write up ─> HTML ─ lay out ─> pages ─ deliver ─> .pdf, -press.pdf
                           │                                        └─ preflight ─> problems
                           └───────────────────────────────────────────── deliver ─> .html
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, Severity, has_errors
from issuebrief.engine.lock import one_at_a_time
from issuebrief.file_access import Changed
from issuebrief.frontmatter.read import line_of_value
from issuebrief.html import make_page
from issuebrief.job import Delivery, Job, Outcome, Output, Purpose
from issuebrief.pipeline.faults import changed_problem
from issuebrief.pipeline.read import read, what_is_read
from issuebrief.pipeline.stopwatch import Stopwatch
from issuebrief.theming.theme_inks import twin_colours

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.pages import LayoutInput, Pages
    from issuebrief.manuscript import Manuscript
    from issuebrief.web.linked_files import LinkedCopy


Problems = tuple[Diagnostic, ...]
Sink = Callable[["Path", bytes], Problems]
"""What takes a finished file by its path; says what is wrong where it cannot."""


@dataclass(frozen=True)
class _Deliverable:
    """The bytes of a deliverable, what is wrong with them, and the files to copy beside it."""

    content: bytes
    problems: Problems
    copies: tuple[LinkedCopy, ...] = ()


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
    files: list[tuple[str, bytes]] = []
    folder = job.outputs[0].path.parent

    def keep(path: Path, content: bytes) -> Problems:
        files.append((path.relative_to(folder).as_posix(), content))
        return ()

    outcome = set_brief(job, keep)
    return replace(outcome, files=tuple(files))


def _set(job: Job, sink: Sink | None, watch: Stopwatch) -> Outcome:
    manuscript, problems = read_judged(job)
    watch.finish("read", what_is_read(job, manuscript))
    if manuscript is None or has_errors(problems):
        return Outcome(problems)
    pages: Pages | None = None
    if any(output.purpose.has_pages for output in job.outputs):
        pages, found = lay_out(job, manuscript)
        problems += found
        watch.finish("lay out", f"{len(pages or ())} pages")
        if pages is None or has_errors(problems):
            return Outcome(problems)
        found = preflight(job, manuscript, pages)
        watch.finish("inspect", f"{len(pages)} pages")
        # What is merely worth knowing is told by `check`.
        problems += tuple(problem for problem in found if problem.severity > Severity.INFO)
        if has_errors(problems):
            return Outcome(problems, len(pages))
    # No file is touched before all are made: a build that is given up halfway leaves them as they were.
    made = []
    for output in job.outputs:
        made.append((output, _make(output.purpose, job, manuscript, pages)))
        watch.finish("make", f"{output.path.name}, {len(made[-1][1].content):,} bytes")
    deliveries = tuple(_deliver(output, deliverable, problems, sink) for output, deliverable in made)
    from issuebrief.preflight.told_already import told_once

    told = told_once(problem for delivery in deliveries for problem in delivery.problems)
    watch.finish("write", f"{sum(delivery.written for delivery in deliveries)} of {len(deliveries)} files")
    return Outcome(told, len(pages) if pages else 0, deliveries)


@one_at_a_time
def read_judged(job: Job) -> tuple[Manuscript | None, Problems]:
    """A brief that has been read, and its problems as the house takes them."""
    manuscript, problems = read(job)
    return manuscript, job.policy.apply(problems)


@one_at_a_time
def preflight(
    job: Job, manuscript: Manuscript, pages: Pages, between: Callable[[], None] = lambda: None
) -> Problems:
    """What a prepress department would say to the pages; `between` is called before each, and may raise."""
    from issuebrief.layout.inspect.collect import find_facts
    from issuebrief.preflight.pages import inspect_pages

    found = inspect_pages(find_facts(pages, between), manuscript.brief, manuscript.source, job.policy.limits)
    return job.policy.apply(found)


@one_at_a_time
def lay_out(
    job: Job,
    manuscript: Manuscript,
    method: Callable[[LayoutInput], tuple[Pages | None, Problems]] | None = None,
) -> tuple[Pages | None, Problems]:
    """The pages of all deliverables that have any; WeasyPrint is loaded here and not before.

    `method` lays a sheet out, in place of `engine.lay_out`.
    """
    brief, body, theme = manuscript.brief, manuscript.body, manuscript.theme
    html, problems = make_page(brief, body, theme, job.search_path, line=line_of_value(manuscript.source))
    if has_errors(problems):
        return None, problems
    from issuebrief.layout import engine

    pages, found = (method or engine.lay_out)(layout_input_of(job, manuscript, html))
    return pages, job.policy.apply(problems + found)


def layout_input_of(job: Job, manuscript: Manuscript, html: str) -> LayoutInput:
    """What the layout needs to know of a job."""
    from issuebrief.engine.pages import LayoutInput

    brief = manuscript.brief
    shared = brief.publisher.hyphenation if brief.publisher else ()
    return LayoutInput(
        html=html,
        source=manuscript.source.path,
        styles=manuscript.theme.sheets,
        folders=(*job.search_path.templates, *job.search_path.styles),
        tokens=twin_colours(manuscript.theme),
        allow_network=job.allow_network,
        hyphenation=(*shared, *brief.hyphenation),
    )


def _deliver(output: Output, made: _Deliverable, problems: Problems, sink: Sink | None) -> Delivery:
    """Write one deliverable; `problems` are those that all deliverables share."""
    from issuebrief.atomic_write import write_file

    take = sink or write_file
    problems += made.problems
    if made.copies and not has_errors(problems):
        from issuebrief.web.linked_files import write_copies

        problems += write_copies(made.copies, output.path.parent, take)
    if not has_errors(problems):
        problems += take(output.path, made.content)
    return Delivery(output, problems, not has_errors(problems), tuple(copy.to for copy in made.copies))


@one_at_a_time
def made(purpose: Purpose, job: Job, manuscript: Manuscript, pages: Pages | None) -> tuple[bytes, Problems]:
    """The bytes of a deliverable, and what is wrong with them."""
    made = _make(purpose, job, manuscript, pages)
    return made.content, made.problems


def _make(purpose: Purpose, job: Job, manuscript: Manuscript, pages: Pages | None) -> _Deliverable:
    try:
        made = _drawn(purpose, job, manuscript, pages)
    except Changed as fault:
        return _Deliverable(b"", (changed_problem(fault),))
    problems = made.problems
    if purpose is Purpose.PRESS and made.content:
        from issuebrief.pdf.press.printing_condition import settle
        from issuebrief.preflight.press import inspect_press

        condition, _ = settle(job.printing, manuscript, job.search_path)
        if condition:
            problems += inspect_press(made.content, manuscript.source, condition.limit * 100)
    return replace(made, problems=job.policy.apply(problems))


def _drawn(purpose: Purpose, job: Job, manuscript: Manuscript, pages: Pages | None) -> _Deliverable:
    """The bytes of a deliverable, each made by the module or the room of its name."""
    if pages is None or purpose is Purpose.WEB:
        from issuebrief import web

        name = next((output.path.stem for output in job.outputs if output.purpose is Purpose.WEB), "")
        network = job.allow_network
        page = web.make_page_and_copies(manuscript, job.search_path, name, allow_network=network)
        return _Deliverable(page.content, page.problems, page.copies)
    if purpose is Purpose.PRESS:
        from issuebrief.pdf import press

        return _Deliverable(*press.draw(pages, manuscript, job.search_path, job.printing))
    from issuebrief.pdf import screen

    return _Deliverable(*screen.draw(pages, manuscript))
