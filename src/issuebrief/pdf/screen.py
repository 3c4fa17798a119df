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

from issuebrief.deliver.about import about
from issuebrief.deliver.archive import add_intent, add_packet
from issuebrief.deliver.claims import obstacles, withheld
from issuebrief.deliver.dates import stamp
from issuebrief.deliver.link_words import with_link_words
from issuebrief.deliver.structure import structure
from issuebrief.deliver.tag_tree import add_structure
from issuebrief.deliver.xmp import Claim, packet
from issuebrief.preflight.words import inspect_words
from issuebrief.typeset.drawing import draw_tagged
from issuebrief.typeset.faces import face_problems
from issuebrief.typeset.messages import layout_problem
from issuebrief.typeset.turned_pages import turn_pages, turned_pages
from issuebrief.typeset.writing import write
from issuebrief.words import words

if TYPE_CHECKING:
    from issuebrief.deliver.elements import Element
    from issuebrief.problem import Problem
    from issuebrief.reading import Manuscript
    from issuebrief.typeset.drawing import Drawing
    from issuebrief.typeset.engine import Pages


def draw(pages: Pages, manuscript: Manuscript) -> tuple[bytes, tuple[Problem, ...]]:
    """The pages as an accessible PDF, and the problems met while drawing."""
    drawing, source = draw_tagged(pages), manuscript.source
    problems = face_problems(drawing.pages, source, drawing.borrowed)
    problems += tuple(problem for line in drawing.lines if (problem := layout_problem(line, source.path)))
    problems += inspect_words(manuscript, drawing.text)
    document = structure(with_link_words(drawing.content, words(manuscript.brief.lang)))
    found = obstacles(document, drawing)
    claims = () if found else (Claim.UA_1, Claim.A_2A)
    content = _written(drawing, document, packet(about(drawing.metadata, manuscript.brief), claims))
    return content, (*problems, *withheld(found, source))


def _written(drawing: Drawing, document: Element, xmp: bytes) -> bytes:
    pdf = drawing.pdf
    add_structure(pdf, document)
    add_intent(pdf)
    add_packet(pdf, xmp)
    turn_pages(pdf, turned_pages(drawing.pages))
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    if date := stamp():
        pdf.info["CreationDate"] = pdf.info["ModDate"] = pydyf.String(date.pdf)
    return write(pdf)
