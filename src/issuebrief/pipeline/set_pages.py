"""The path that every brief takes: read it, lay it out, look at its pages.

In:  a `Job`.
Out: `SetBrief`: what was read, the pages, and every problem on the way. `build.py` writes deliverables from
     it, `check.py` holds them to all rules, and the preview shows its pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, has_errors
from issuebrief.engine.lock import one_at_a_time
from issuebrief.file_access import real_path
from issuebrief.frontmatter.read import line_of_value
from issuebrief.html import make_page
from issuebrief.l10n import words
from issuebrief.pipeline.chart_places import at_charts
from issuebrief.pipeline.house_style import style_problems
from issuebrief.pipeline.read import read, what_is_read
from issuebrief.theming.theme_inks import twin_colours

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.pages import LayoutInput, Pages
    from issuebrief.frontmatter.source import Source
    from issuebrief.job import Job
    from issuebrief.layout.inspect.facts import Facts
    from issuebrief.manuscript import Manuscript
    from issuebrief.pipeline.stopwatch import Stopwatch

Problems = tuple[Diagnostic, ...]
Method = Callable[["LayoutInput"], "tuple[Pages | None, Problems]"]
"""What lays a sheet out, in place of `layout.engine.lay_out`."""


@dataclass(frozen=True)
class SetBrief:
    """How far a brief came. Without a manuscript it has errors, without pages none can be made."""

    manuscript: Manuscript | None
    pages: Pages | None
    problems: Problems


def set_pages(
    job: Job,
    watch: Stopwatch,
    method: Method | None = None,
    between: Callable[[], None] = lambda: None,
) -> SetBrief:
    """Read a brief and lay it out, if any of its deliverables has pages; on an error it goes no further.

    `between` is called between two steps, and may raise.
    """
    manuscript, problems = read_judged(job)
    watch.finish("read", what_is_read(job, manuscript))
    between()
    if manuscript is None or has_errors(problems):
        return SetBrief(None, None, problems)
    if not job.has_pages:
        return SetBrief(manuscript, None, problems)
    pages, found = lay_out(job, manuscript, method)
    watch.finish("lay out", f"{len(pages or ())} pages")
    between()
    return SetBrief(manuscript, pages, problems + found)


@one_at_a_time
def read_judged(job: Job) -> tuple[Manuscript | None, Problems]:
    """A brief that has been read, and its problems as the house takes them."""
    manuscript, problems = read(job)
    return manuscript, job.policy.apply(problems)


@one_at_a_time
def lay_out(
    job: Job,
    manuscript: Manuscript,
    method: Method | None = None,
) -> tuple[Pages | None, Problems]:
    """The pages of all deliverables that have any; WeasyPrint is loaded here and not before."""
    brief, body, theme = manuscript.brief, manuscript.body, manuscript.theme
    line, logo, editions = line_of_value(manuscript.source), manuscript.logo, manuscript.editions
    html, problems = make_page(brief, body, theme, job.search_path, line=line, logo=logo, editions=editions)
    if has_errors(problems):
        return None, problems
    from issuebrief.layout import engine

    pages, found = (method or engine.lay_out)(layout_input_of(job, manuscript, html))
    return pages, job.policy.apply(problems + at_charts(found, manuscript.charts))


def layout_input_of(job: Job, manuscript: Manuscript, html: str) -> LayoutInput:
    """What the layout needs to know of a job."""
    from issuebrief.engine.pages import LayoutInput

    brief = manuscript.brief
    shared = brief.publisher.hyphenation if brief.publisher else ()
    own = {setting.token: setting.value for setting in manuscript.theme.own}
    return LayoutInput(
        html=html,
        source=manuscript.source.path,
        styles=manuscript.theme.sheets,
        folders=(*job.search_path.templates, *job.search_path.styles),
        tokens={**own, **twin_colours(manuscript.theme)},
        allow_network=job.allow_network,
        hyphenation=(*shared, *brief.hyphenation),
        files=tuple(image.path for image in manuscript.logo),
        faces=manuscript.theme.faces,
        drafts=job.drafts,
        digits=words(brief.lang, brief.labels).digits,
        drawings=_drawings(manuscript.source),
    )


def _drawings(source: Source) -> dict[Path, bytes]:
    """The pictures that were drawn for a brief, by the paths that its addresses lead to."""
    folder = real_path(source.path).parent
    return {folder / name: picture for name, picture in source.pictures.items()}


@one_at_a_time
def preflight(
    job: Job, manuscript: Manuscript, pages: Pages, between: Callable[[], None] = lambda: None
) -> Problems:
    """What a prepress department would say to the pages; `between` is called before each, and may raise."""
    from issuebrief.layout.inspect.collect import find_facts

    return _judged(job, manuscript, find_facts(pages, between))


@one_at_a_time
def preflight_and_style(
    job: Job, manuscript: Manuscript, pages: Pages, between: Callable[[], None] = lambda: None
) -> Problems:
    """The same, before it what a copy-editor would say to the words, where the house has a style."""
    from issuebrief.layout.inspect.collect import find_facts

    facts = find_facts(pages, between)
    return style_problems(job, manuscript, facts.lines) + _judged(job, manuscript, facts)


def _judged(job: Job, manuscript: Manuscript, facts: Facts) -> Problems:
    from issuebrief.preflight.pages import inspect_pages

    found = inspect_pages(facts, manuscript.brief, manuscript.source, job.policy.limits)
    return job.policy.apply(at_charts(found, manuscript.charts))
