"""Pages that a screen shows turned, so that what is turned on them stands upright.

In:  laid-out pages, and the PDF that was made of them.
Out: the numbers of those pages, from 0; the PDF, in which they are shown a quarter round clockwise.

Paper is turned by hand: a press file's pages all stand upright.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.layout.boxes.fragments import boxes_in, class_names
from issuebrief.pdf.serialize import page_objects
from issuebrief.theming.body_classes import FACE

if TYPE_CHECKING:
    from collections.abc import Collection

    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import LayoutBox, PdfFile

QUARTER = 90
"""What a viewer turns such a page by, in degrees clockwise: its figure was turned the other way."""


def turned_pages(pages: Pages) -> tuple[int, ...]:
    """The pages with a turned figure, counted from 0."""
    found = [page._page_box for page in pages.document.pages]
    # Few briefs have one, and elements are fewer than boxes.
    root = next((child.element for child in found[0].children if child.element is not None), None)
    if root is None or not any(FACE in class_names(element) for element in root.iter("div")):
        return ()
    return tuple(number for number, page in enumerate(found) if any(map(_is_face, boxes_in(page))))


def turn_pages(pdf: PdfFile, numbers: Collection[int]) -> None:
    """Say in a PDF that these of its pages are to be shown turned."""
    objects = list(page_objects(pdf)) if numbers else []
    for number in numbers:
        objects[number]["Rotate"] = QUARTER


def _is_face(box: LayoutBox) -> bool:
    return FACE in class_names(box.element)
