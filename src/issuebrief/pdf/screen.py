"""Deliver for the screen: a PDF that is accessible and fit for an archive.

In:  laid-out pages and the manuscript.
Out: the bytes of the PDF, the same for the same input, and problems that only drawing brings to
     light: characters that no font has, and fonts taken from the machine.

The file is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once, and says so where nothing in
the brief stands in the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

from issuebrief.engine.drawing_problems import drawing_problems
from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.l10n import words
from issuebrief.layout.fonts.font_check import face_problems
from issuebrief.pdf.conformance import obstacles, withheld
from issuebrief.pdf.dates import stamp
from issuebrief.pdf.draw import draw_tagged
from issuebrief.pdf.link_text import with_link_words
from issuebrief.pdf.metadata import about
from issuebrief.pdf.pdfa import add_intent, add_packet
from issuebrief.pdf.serialize import write
from issuebrief.pdf.struct_tree import add_structure
from issuebrief.pdf.structure import structure
from issuebrief.pdf.turned_pages import turn_pages, turned_pages
from issuebrief.pdf.xmp import Claim, packet
from issuebrief.preflight.wording.words import inspect_words

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.pages import Pages
    from issuebrief.manuscript import Manuscript
    from issuebrief.pdf.draw import Drawing
    from issuebrief.pdf.structure_elements import StructElement


def draw(
    pages: Pages, manuscript: Manuscript, *, is_proof: bool = False
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The pages as an accessible PDF, and the problems met while drawing.

    A proof says more than its brief does, so its words are not compared; and nobody is to archive it.
    """
    drawing, source = draw_tagged(pages), manuscript.source
    problems = face_problems(drawing.pages, source, drawing.borrowed)
    problems += drawing_problems(drawing.lines, source.path)
    problems += () if is_proof else inspect_words(manuscript, drawing.text)
    labels = words(manuscript.brief.lang, manuscript.brief.labels)
    document = structure(with_link_words(drawing.content, labels))
    found = obstacles(document, drawing)
    # A draft can be accessible; nobody is to keep it in an archive.
    is_draft = is_proof or manuscript.brief.draft
    kept = (Claim.UA_1,) if is_draft else (Claim.UA_1, Claim.A_2A)
    claims = () if found else kept
    page = manuscript.publishing.address if manuscript.publishing else ""
    said = about(drawing.metadata, manuscript.brief, manuscript.editions, page)
    content = _written(drawing, document, packet(said, claims))
    return content, (*problems, *withheld(found, source))


def _written(drawing: Drawing, document: StructElement, xmp: bytes) -> bytes:
    pdf = drawing.pdf
    add_structure(pdf, document)
    add_intent(pdf)
    add_packet(pdf, xmp)
    turn_pages(pdf, turned_pages(drawing.pages))
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    if from_right_to_left(drawing.metadata.lang or ""):
        # Facing pages are shown with the first on the right (ISO 32000-1, 12.2).
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"
    if date := stamp():
        pdf.info["CreationDate"] = pdf.info["ModDate"] = pydyf.String(date.pdf)
    return write(pdf)
