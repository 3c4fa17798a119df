"""The whole path of a brief, on one screen.

In:  a `Job`.
Out: an `Outcome`: the PDF written or not, and every problem that any stage noticed.

    brief.md ─ read ─> Manuscript ─ write up ─> HTML ─ lay out ─> pages ─ deliver ─> .pdf
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.front_matter import locate, read_front_matter, read_publisher, readable_part, with_publisher
from issuebrief.job import Job, Outcome
from issuebrief.markup import Body, write_up
from issuebrief.page import make_page
from issuebrief.pictures import brief_pictures
from issuebrief.problem import Problem, fatal
from issuebrief.source import Source, read_source
from issuebrief.theme import Theme, find_theme, unknown_theme

if TYPE_CHECKING:
    from issuebrief.brief import Brief
    from issuebrief.typeset.engine import Sheet


Problems = tuple[Problem, ...]


@dataclass(frozen=True)
class Manuscript:
    """A brief that has been read: its file, its front matter, its text, its theme."""

    source: Source
    brief: Brief
    body: Body
    theme: Theme


def set_brief(job: Job) -> Outcome:
    """Set a brief and write its PDF; on any error the earlier PDF stays as it is."""
    manuscript, problems = read(job)
    if manuscript is None or fatal(problems):
        return Outcome(problems, 0, False)
    html, found = make_page(manuscript.brief, manuscript.body, manuscript.theme, job.shelf)
    problems += found
    if fatal(problems):
        return Outcome(problems, 0, False)
    return _typeset(job, manuscript, html, problems)


def check_brief(job: Job) -> Outcome:
    """Read and validate a brief, fill its templates, and write nothing."""
    manuscript, problems = read(job)
    if manuscript is not None and not fatal(problems):
        _, found = make_page(manuscript.brief, manuscript.body, manuscript.theme, job.shelf)
        problems += found
    return Outcome(problems, 0, False)


def read(job: Job) -> tuple[Manuscript | None, Problems]:
    """Read a brief as far as it can be read, and gather all that is wrong with it."""
    source, problems = read_source(job.brief)
    if source is None:
        return None, problems
    brief, found = read_front_matter(source)
    publisher, of_publisher = read_publisher(source.path.parent)
    problems += found + of_publisher
    known = with_publisher(brief or readable_part(source), publisher)
    body, of_body = write_up(source, known, allow_network=job.allow_network)
    problems += of_body + brief_pictures(source, known, allow_network=job.allow_network)
    theme = find_theme(known.theme, job.shelf)
    if theme is None:
        place = locate(source, "theme")
        problems += (unknown_theme(known.theme, job.shelf, place, source.line(place.line)),)
    return (Manuscript(source, known, body, theme) if brief and theme else None), problems


def _typeset(job: Job, manuscript: Manuscript, html: str, problems: Problems) -> Outcome:
    """Lay out and deliver; WeasyPrint is loaded here and not before."""
    from issuebrief.deliver.pdf import draw, write_file
    from issuebrief.typeset.engine import lay_out

    pages, found = lay_out(sheet_of(job, manuscript, html))
    problems += found
    if pages is None or fatal(problems):
        return Outcome(problems, 0, False)
    content, found = draw(pages, manuscript.source)
    problems += found
    if not fatal(problems):
        problems += write_file(job.output, content)
    return Outcome(problems, len(pages), not fatal(problems))


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
