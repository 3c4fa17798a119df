"""Draw pages as a PDF that is not yet written, and gather what was drawn.

In:  laid-out pages.
Out: a `Drawing`: the PDF's objects, the tree of its content, what the engine said, and the fonts
     that came from the machine. The structure and the metadata are still to be added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import weasyprint.pdf
from weasyprint import DEFAULT_OPTIONS

from issuebrief.engine.gradient_functions import written_gradients
from issuebrief.engine.log import listen
from issuebrief.engine.pango_leak_fix import attributes_given_back
from issuebrief.engine.patches import ADD_TAGS, replaced
from issuebrief.images.downsample import reduced_pictures
from issuebrief.images.normalise import true_pictures
from issuebrief.layout.fonts.font_check import watched_faces
from issuebrief.layout.paragraphs.leftward_text import leftward_text_marked
from issuebrief.layout.paragraphs.word_spaces import drawn_spaces, note_breaks
from issuebrief.pdf.actual_text import glyphs_read_as_typed
from issuebrief.pdf.artifacts import artifacts, marked_artifacts
from issuebrief.pdf.content_tree import Branch, branches, document_order
from issuebrief.pdf.draw_glyphs import glyphs_drawn_as_measured
from issuebrief.pdf.drawn_text import drawn_text
from issuebrief.pdf.letter_fit import expanded_letters
from issuebrief.pdf.paint_order import painted_in_order

if TYPE_CHECKING:
    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import DrawnStream, HeadOfPage, LaidOutDocument, LayoutBox, PdfFile


@dataclass(frozen=True)
class Drawing:
    """A PDF in the making.

    `marked` counts the pieces of content, and `grouped` those that a style makes partly transparent;
    `lines` are the engine's messages, `borrowed` the hashes of fonts that came from the machine.
    """

    pages: Pages
    pdf: PdfFile
    content: Branch
    marked: int
    grouped: int
    lines: tuple[str, ...]
    borrowed: frozenset[str]

    @property
    def metadata(self) -> HeadOfPage:
        """What the HTML says of itself, as WeasyPrint understood it."""
        return self.pages.document.metadata

    @property
    def text(self) -> tuple[str, ...]:
        """The text that each page shows, without artifacts."""
        return drawn_text(self.pdf, self.pages.document.fonts.values())


def draw_tagged(pages: Pages) -> Drawing:
    """Draw pages with their content marked, in the order in which it is read."""
    pages = pages.to_draw()
    boxes = [page._page_box for page in pages.document.pages]
    ranks = document_order(boxes)
    note_breaks(boxes)
    marks: list[dict[LayoutBox, int]] = []

    def gather(_pdf: PdfFile, _document: LaidOutDocument, _version: str, streams: list[DrawnStream]) -> None:
        marks.extend({box: mark["mcid"] for box, mark in stream._tags.items()} for stream in streams)

    with (
        replaced(ADD_TAGS, gather),
        listen() as lines,
        watched_faces(pages) as borrowed,
        glyphs_drawn_as_measured(),
        glyphs_read_as_typed(),
        expanded_letters(),
        leftward_text_marked(),
        drawn_spaces(),
        reduced_pictures(),
        true_pictures(),
        written_gradients(),
        attributes_given_back(),
        marked_artifacts(artifacts(boxes)) as grouped,
        painted_in_order(ranks),
    ):
        options = {**DEFAULT_OPTIONS, "pdf_tags": True}
        pdf = weasyprint.pdf.generate_pdf(pages.document, None, 1, **options)
    return Drawing(
        pages,
        pdf,
        branches(boxes, marks, ranks),
        sum(map(len, marks)),
        len(grouped),
        tuple(lines),
        frozenset(borrowed),
    )
