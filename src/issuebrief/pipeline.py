"""The whole path of a brief, on one screen.

In:  a `Job`.
Out: an `Outcome`: the deliverables written or not, and every problem that any stage noticed.

    brief.md ─ read ─> Manuscript ─ write up ─> HTML ─ lay out ─> pages ─ deliver ─> .pdf, -press.pdf
                           └───────────────────────────────────────────── deliver ─> .html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.job import Delivery, Job, Outcome, Output, Purpose
from issuebrief.page import make_page
from issuebrief.problem import Problem, fatal
from issuebrief.reading import Manuscript, read

if TYPE_CHECKING:
    from issuebrief.typeset.engine import Pages, Sheet


Problems = tuple[Problem, ...]


def set_brief(job: Job) -> Outcome:
    """Set a brief and write its deliverables; on any error the earlier files stay as they are.

    An error that concerns one deliverable alone does not keep the others from being made.
    """
    manuscript, problems = read(job)
    if manuscript is None or fatal(problems):
        return Outcome(problems)
    pages: Pages | None = None
    if any(output.purpose.has_pages for output in job.outputs):
        pages, found = lay_out(job, manuscript)
        problems += found
        if pages is None or fatal(problems):
            return Outcome(problems)
    made = tuple(_deliver(output, job, manuscript, pages, problems) for output in job.outputs)
    told = dict.fromkeys(problem for delivery in made for problem in delivery.problems)
    return Outcome(tuple(told), len(pages) if pages else 0, made)


def check_brief(job: Job) -> Outcome:
    """Read and validate a brief, fill its templates, and write nothing."""
    manuscript, problems = read(job)
    if manuscript is not None and not fatal(problems):
        _, found = make_page(manuscript.brief, manuscript.body, manuscript.theme, job.shelf)
        problems += found
    return Outcome(problems)


def lay_out(job: Job, manuscript: Manuscript) -> tuple[Pages | None, Problems]:
    """The pages of all deliverables that have any; WeasyPrint is loaded here and not before."""
    html, problems = make_page(manuscript.brief, manuscript.body, manuscript.theme, job.shelf)
    if fatal(problems):
        return None, problems
    from issuebrief.typeset import engine

    pages, found = engine.lay_out(sheet_of(job, manuscript, html))
    return pages, problems + found


def sheet_of(job: Job, manuscript: Manuscript, html: str) -> Sheet:
    """What the layout needs to know of a job."""
    from issuebrief.typeset.engine import Sheet

    return Sheet(
        html=html,
        source=manuscript.source.path,
        styles=manuscript.theme.sheets,
        folders=(*job.shelf.templates, *job.shelf.styles),
        lines={quote.id: quote.line for quote in manuscript.body.pull_quotes},
        allow_network=job.allow_network,
    )


def _deliver(
    output: Output, job: Job, manuscript: Manuscript, pages: Pages | None, problems: Problems
) -> Delivery:
    """Make one deliverable and write it; `problems` are those that all deliverables share."""
    from issuebrief.deliver.file import write_file

    content, found = _made(output.purpose, job, manuscript, pages)
    problems += found
    if not fatal(problems):
        problems += write_file(output.path, content)
    return Delivery(output, problems, not fatal(problems))


def _made(purpose: Purpose, job: Job, manuscript: Manuscript, pages: Pages | None) -> tuple[bytes, Problems]:
    """The bytes of a deliverable, each made by the file of its name in `deliver/`."""
    if pages is None or purpose is Purpose.WEB:
        from issuebrief.deliver import web

        return web.make(manuscript, job.shelf, allow_network=job.allow_network)
    if purpose is Purpose.PRESS:
        from issuebrief.deliver import press

        return press.draw(pages, manuscript, job.shelf, job.printing)
    from issuebrief.deliver import screen

    return screen.draw(pages, manuscript)
