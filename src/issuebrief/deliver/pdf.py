"""Deliver: write the PDF.

In:  laid-out pages and the path of the file to write.
Out: the file, whole or not at all (it is written beside and then renamed), the same bytes for the
     same input, and problems that only drawing brings to light: characters that no font has, and
     fonts taken from the machine.
"""

from __future__ import annotations

import os
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

from issuebrief.problem import Place, Problem, error
from issuebrief.typeset.expand import expanded_letters
from issuebrief.typeset.faces import face_problems, watched_faces
from issuebrief.typeset.messages import layout_problem, listen

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.source import Source
    from issuebrief.typeset.engine import Pages


def draw(pages: Pages, source: Source) -> tuple[bytes, tuple[Problem, ...]]:
    """The pages as a tagged PDF, and the problems met while drawing."""
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


def write_file(path: Path, content: bytes) -> tuple[Problem, ...]:
    """Write a file so that the earlier one stays untouched until the new one is complete."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as fault:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        reason = fault.strerror or str(fault)
        return (
            error(
                "output.not-written",
                f"{path} cannot be written: {reason}",
                Place(path),
                "close the program that holds it, or name another place with -o",
            ),
        )
    return ()
