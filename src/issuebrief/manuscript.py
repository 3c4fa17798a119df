"""A brief that has been read, as all later stages take it.

In:  what `pipeline/read.py` gathers.
Out: `Manuscript`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.charts.figure import ChartFigure
    from issuebrief.citations.csl.works import Work
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.editions.model import Edition
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.images.logo_image import LogoImage
    from issuebrief.job import Publishing
    from issuebrief.markdown_body import Body
    from issuebrief.theming.theme import Theme


@dataclass(frozen=True)
class Manuscript:
    """A brief that has been read: its file, its front matter, its text, its theme, its problems, the logo."""

    source: Source
    brief: Brief
    body: Body
    theme: Theme
    problems: tuple[Diagnostic, ...] = ()
    editions: tuple[Edition, ...] = ()
    """The editions in all languages, this one among them; none where it is the only one."""
    logo: tuple[LogoImage, ...] = ()
    works: tuple[Work, ...] = ()
    """The works that are cited by keys, in the order in which they are first cited."""
    charts: tuple[ChartFigure, ...] = ()
    publishing: Publishing | None = None
    """Where it is published, if it becomes part of a site."""
