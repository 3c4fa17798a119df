"""Proofs: single pages as PDFs, to be looked at.

In:  a page of laid-out `Pages`.
Out: a PDF of that page alone, drawn as the deliverable for the screen is, but without the structure that
     readers hear; and what is wrong with its faces and links.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import weasyprint.pdf
from weasyprint import DEFAULT_OPTIONS

from issuebrief.engine.gradient_functions import written_gradients
from issuebrief.engine.log import layout_problem, listen
from issuebrief.engine.pages import Pages
from issuebrief.engine.pango_leak_fix import attributes_given_back
from issuebrief.images.downsample import reduced_pictures
from issuebrief.images.normalise import true_pictures
from issuebrief.layout.fonts.font_check import face_problems, watched_faces
from issuebrief.layout.paragraphs.word_spaces import drawn_spaces, note_breaks
from issuebrief.pdf.letter_fit import expanded_letters

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.protocols import DrawnPage
    from issuebrief.frontmatter.source import Source

DEAD = "links.dead"
OPTIONS = {**DEFAULT_OPTIONS, "uncompressed_pdf": True}
"""A proof goes to the next process and no farther: to compress it takes longer than to draw it."""


@dataclass(frozen=True)
class PagePreview:
    """A page's PDF, and the problems that only drawing it brings to light."""

    content: bytes
    problems: tuple[Diagnostic, ...]


def proof(pages: Pages, page: DrawnPage, source: Source) -> PagePreview:
    """Draw one page of them."""
    alone = Pages(pages.document.copy([page]))
    note_breaks([page._page_box])
    with (
        listen() as lines,
        watched_faces(alone) as borrowed,
        expanded_letters(),
        drawn_spaces(),
        reduced_pictures(),
        true_pictures(),
        written_gradients(),
        attributes_given_back(),
    ):
        pdf = weasyprint.pdf.generate_pdf(alone.document, None, 1, **OPTIONS)
        content = BytesIO()
        pdf.write(content)
    told = (layout_problem(line, source.path) for line in lines)
    problems = (*face_problems(alone, source, borrowed), *(problem for problem in told if problem))
    # A link to another page leads nowhere as long as the page is alone; `dead_links` looks at all of them.
    return PagePreview(content.getvalue(), tuple(problem for problem in problems if problem.code != DEAD))


def dead_links(pages: Pages, source: Source) -> tuple[Diagnostic, ...]:
    """The links that lead to no place on any page."""
    names = {name for page in pages.document.pages for name in page.anchors}
    wanted = {
        target: None
        for page in pages.document.pages
        for kind, target, *_ in page.links
        if kind == "internal" and target not in names
    }
    found = (layout_problem(f"No anchor #{name} for internal URI reference", source.path) for name in wanted)
    return tuple(problem for problem in found if problem)
