"""Deliver for the screen: a tagged PDF.

In:  laid-out pages and the manuscript.
Out: the bytes of the PDF, the same for the same input, and problems that only drawing brings to
     light: characters that no font has, and fonts taken from the machine.
"""

from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING, Any

from issuebrief.typeset.expand import expanded_letters
from issuebrief.typeset.faces import face_problems, watched_faces
from issuebrief.typeset.messages import layout_problem, listen

if TYPE_CHECKING:
    from issuebrief.problem import Problem
    from issuebrief.reading import Manuscript
    from issuebrief.typeset.engine import Pages


def draw(pages: Pages, manuscript: Manuscript) -> tuple[bytes, tuple[Problem, ...]]:
    """The pages as a tagged PDF, and the problems met while drawing."""
    pages, source = pages.to_draw(), manuscript.source
    with listen() as lines, watched_faces(pages) as borrowed, expanded_letters():
        target = BytesIO()
        pages.document.write_pdf(target, finisher=_finish, pdf_tags=True)
    found = tuple(problem for line in lines if (problem := layout_problem(line, source.path)))
    return target.getvalue(), (*face_problems(pages, source, borrowed), *found)


def _finish(document: Any, pdf: Any) -> None:
    """What WeasyPrint leaves out: the date of `SOURCE_DATE_EPOCH`, where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit():
        return
    from datetime import UTC, datetime

    import pydyf

    stamp = datetime.fromtimestamp(int(epoch), UTC).strftime("D:%Y%m%d%H%M%SZ")
    pdf.info["CreationDate"] = pydyf.String(stamp)
    pdf.info["ModDate"] = pydyf.String(stamp)
