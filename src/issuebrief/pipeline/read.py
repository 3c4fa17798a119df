"""Read: everything that a brief says, gathered before anything is made of it.

In:  a `Job`.
Out: a `Manuscript`, and all that is wrong with the brief.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs

from issuebrief.diagnostics.model import has_errors
from issuebrief.frontmatter.edition_files import editions_with, misnamed_editions
from issuebrief.frontmatter.publisher_file import read_publisher
from issuebrief.frontmatter.read import (
    locate,
    own_language,
    read_front_matter,
    readable_part,
    with_shared_source,
)
from issuebrief.frontmatter.source import read_source
from issuebrief.images.resolve import brief_pictures
from issuebrief.manuscript import Manuscript
from issuebrief.markdown_body import write_up
from issuebrief.markdown_body.normalise.invisible import without_invisible
from issuebrief.pipeline.chart_places import at_charts
from issuebrief.pipeline.further_sheets import further_sheets
from issuebrief.pipeline.memory_estimate import memory_problems
from issuebrief.theming.theme import find_theme, refused_folder, unknown_theme

if TYPE_CHECKING:
    from issuebrief.charts.figure import ChartFigure
    from issuebrief.citations.csl.works import Work
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.editions.model import Edition
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.publisher_file import SharedFile
    from issuebrief.frontmatter.source import Source
    from issuebrief.images.logo_image import LogoImage
    from issuebrief.job import Job
    from issuebrief.markdown_body.model import Body
    from issuebrief.theming.theme import Theme


CITES = re.compile(r"(?<![\w@./:\\])@[\w{]")
"""What may be the key of a work that is cited; in most briefs, nothing."""
MAY_HAVE_CHARTS = re.compile(r"(?:`{3}|~{3})[ \t]*\{?[ \t]*\.?(?:chart|vega)|\.chart\.ya?ml\)", re.IGNORECASE)
"""What may open a chart; in most briefs, nothing."""


def what_is_read(job: Job, manuscript: Manuscript | None) -> str:
    """The brief and its theme, in words."""
    name = "standard input" if job.text is not None else f"{job.brief.parent.name}/{job.brief.name}"
    if manuscript is None:
        return name
    theme = manuscript.theme
    return f"{name}, theme {theme.name}, {len(theme.sheets)} style sheets"


def read(job: Job) -> tuple[Manuscript | None, tuple[Diagnostic, ...]]:
    """Read a brief as far as it can be read, and gather all that is wrong with it."""
    source, problems = read_source(job.brief, job.text)
    if source is None:
        return None, problems
    workplace = job.search_path.workplace
    shared, of_shared = read_publisher(source.path.parent, workplace, own_language(source))
    source, shared, unnamed = with_shared_source(source, shared)
    brief, found = read_front_matter(source, shared, is_sound=not has_errors(of_shared))
    problems += found + of_shared + unnamed
    known = without_invisible(brief or readable_part(source, shared))
    if job.version and not str(known.version):
        known = structs.replace(known, version=job.version)
    if job.publishing and job.publishing.address and not known.url:
        known = structs.replace(known, url=job.publishing.address)
    more = further_sheets(known, source.text)
    size = job.page_size or known.page_size or ""
    theme = find_theme(known.theme, job.search_path, known.lang, size, more, job.drafts)
    classes = theme.classes if theme else None
    is_whole = brief is not None
    source, figures, of_charts = _charted(source, known, theme, job)
    problems += of_charts
    source, known, body, of_body, works = _written_up(source, known, shared, job, classes)
    brief = known if is_whole else None
    problems += at_charts(of_body, figures) + memory_problems(source, body)
    problems += brief_pictures(source, known, allow_network=job.allow_network)
    problems += tuple(misnamed_editions(source))
    editions: tuple[Edition, ...] = ()
    if editions_with(source.path):
        from issuebrief.editions.read_editions import read_editions

        editions, found = read_editions(source, known, body)
        problems += found
    problems += tuple(map(refused_folder, job.search_path.refused))
    if theme is None:
        place = locate(source, "theme")
        problems += (unknown_theme(known.theme, job.search_path, place, source.excerpt(place)),)
        return None, problems
    theme, logo, found = _looks(theme, known, source, job)
    problems += theme.problems + found
    if brief is None:
        return None, problems
    manuscript = Manuscript(source, known, body, theme, problems, editions, logo, works, figures)
    return replace(manuscript, publishing=job.publishing), problems


def _written_up(
    source: Source, brief: Brief, shared: SharedFile | None, job: Job, classes: frozenset[str] | None
) -> tuple[Source, Brief, Body, tuple[Diagnostic, ...], tuple[Work, ...]]:
    """The body, with all citations by key written out in the text and the front matter; and the works.

    Nothing is loaded for a brief that cites none.
    """
    convert = partial(write_up, allow_network=job.allow_network, classes=classes)
    if not CITES.search(source.text):
        return source, brief, *convert(source, brief), ()
    from issuebrief.citations.resolve import resolve

    cited = resolve(source, brief, shared)
    if cited is None:
        return source, brief, *convert(source, brief), ()
    body, problems = convert(cited.source, cited.brief)
    again = cited.in_order([note.start for note in body.notes])
    if again is not cited:
        cited = again
        body, problems = convert(cited.source, cited.brief)
    return cited.source, cited.brief, body, cited.problems + problems, tuple(cited.works.values())


def _charted(
    source: Source, brief: Brief, theme: Theme | None, job: Job
) -> tuple[Source, tuple[ChartFigure, ...], tuple[Diagnostic, ...]]:
    """The brief with its charts drawn in the theme's look, and written out as figures.

    Nothing is loaded for a brief that has none.
    """
    if not MAY_HAVE_CHARTS.search(source.body):
        return source, (), ()
    from issuebrief.charts.looks.look import look_of
    from issuebrief.charts.resolve import resolve

    if theme is not None:
        theme, _, _ = _looks(theme, brief, source, job)
    look = look_of(theme, job.search_path.styles) if theme else None
    charted = resolve(source, brief.lang, look, job.keep_in)
    return (charted.source, charted.figures, charted.problems) if charted else (source, (), ())


def _looks(
    theme: Theme, brief: Brief, source: Source, job: Job
) -> tuple[Theme, tuple[LogoImage, ...], tuple[Diagnostic, ...]]:
    """The theme in the institute's colours and faces, the logo, and what is wrong with these.

    What they need is loaded for an institute that has any.
    """
    if not (house := brief.publisher) or not (house.logo or house.colors or house.faces):
        return theme, (), ()
    from issuebrief.images.logo import find_logo
    from issuebrief.pipeline.branding import branded

    theme, problems = branded(theme, brief.publisher, source, job.search_path)
    logo, found = find_logo(source, brief, theme)
    return theme, logo, problems + found
