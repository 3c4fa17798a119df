"""The whole path of a brief, on one screen.

In:  a `Job`.
Out: an `Outcome`: the deliverables written or not, and every problem that any stage noticed.

    brief.md ─ read ─> Manuscript ─ write up ─> HTML ─ lay out ─> pages ─ deliver ─> .pdf, -press.pdf
                           │                                        └─ preflight ─> problems
                           └───────────────────────────────────────────── deliver ─> .html
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.job import Delivery, Job, Outcome, Output, Purpose
from issuebrief.page import make_page
from issuebrief.problem import Problem, Severity, fatal
from issuebrief.reading import Manuscript, read

if TYPE_CHECKING:
    from issuebrief.typeset.engine import Pages, Sheet


Problems = tuple[Problem, ...]


def set_brief(job: Job) -> Outcome:
    """Set a brief and write its deliverables; on any error the earlier files stay as they are.

    An error that concerns one deliverable alone does not keep the others from being made.
    """
    manuscript, problems = _read(job)
    if manuscript is None or fatal(problems):
        return Outcome(problems)
    pages: Pages | None = None
    if any(output.purpose.has_pages for output in job.outputs):
        pages, found = lay_out(job, manuscript)
        problems += job.rulings.judge(found)
        if pages is None or fatal(problems):
            return Outcome(problems)
        found = _preflight(job, manuscript, pages)
        # What is merely worth knowing is told by `check`.
        problems += tuple(problem for problem in found if problem.severity > Severity.INFO)
        if fatal(problems):
            return Outcome(problems, len(pages))
    made = tuple(_deliver(output, job, manuscript, pages, problems) for output in job.outputs)
    told = dict.fromkeys(problem for delivery in made for problem in delivery.problems)
    return Outcome(tuple(told), len(pages) if pages else 0, made)


def check_brief(job: Job) -> Outcome:
    """Go the whole path of a brief, hold its pages and files to all rules, and write nothing."""
    return _check(job)[0]


def proof_brief(job: Job) -> Outcome:
    """The same as `check_brief`, with pictures of the pages."""
    outcome, pdf = _check(job)
    if not pdf:
        return outcome
    from issuebrief.reports.page_pictures import page_pictures

    return replace(outcome, pictures=page_pictures(pdf))


def _check(job: Job) -> tuple[Outcome, bytes]:
    """The outcome of a check, and the PDF that was looked at, where one could be made."""
    manuscript, problems = _read(job)
    if manuscript is None or fatal(problems):
        return Outcome(problems), b""
    pages, found = lay_out(job, manuscript)
    problems += job.rulings.judge(found)
    if pages is None:
        return Outcome(problems), b""
    problems += _preflight(job, manuscript, pages)
    from issuebrief.preflight.press import inspect_fonts

    pdf = b""
    for output in job.outputs:
        content, found = _made(output.purpose, job, manuscript, pages)
        problems += found
        if output.purpose is Purpose.SCREEN and content:
            problems += job.rulings.judge(inspect_fonts(content, manuscript.source))
        if output.purpose.has_pages:
            pdf = pdf or content
    return Outcome(tuple(dict.fromkeys(problems)), len(pages)), pdf


def _read(job: Job) -> tuple[Manuscript | None, Problems]:
    manuscript, problems = read(job)
    return manuscript, job.rulings.judge(problems)


def _preflight(job: Job, manuscript: Manuscript, pages: Pages) -> Problems:
    """What a prepress department would say to the pages."""
    from issuebrief.preflight.pages import inspect_pages
    from issuebrief.typeset.find_facts import find_facts

    found = inspect_pages(find_facts(pages), manuscript.brief, manuscript.source, job.rulings.limits)
    return job.rulings.judge(found)


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
    """The bytes of a deliverable, and what is wrong with them."""
    content, problems = _drawn(purpose, job, manuscript, pages)
    if purpose is Purpose.PRESS and content:
        from issuebrief.preflight.press import inspect_press

        problems += inspect_press(content, manuscript.source, job.rulings.limits)
    return content, job.rulings.judge(problems)


def _drawn(purpose: Purpose, job: Job, manuscript: Manuscript, pages: Pages | None) -> tuple[bytes, Problems]:
    """The bytes of a deliverable, each made by the file of its name in `deliver/`."""
    if pages is None or purpose is Purpose.WEB:
        from issuebrief.deliver import web

        return web.make(manuscript, job.shelf, allow_network=job.allow_network)
    if purpose is Purpose.PRESS:
        from issuebrief.deliver import press

        return press.draw(pages, manuscript, job.shelf, job.printing)
    from issuebrief.deliver import screen

    return screen.draw(pages, manuscript)
