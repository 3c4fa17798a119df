"""Tell content from everything else that is drawn: running heads, repeated rows, decoration.

In:  WeasyPrint's page boxes.
Out: for each box that is drawn and is no content, what kind of artifact it is (ISO 32000-1,
     14.8.2.2); and, while pages are drawn, the marks that say so in their streams.
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from issuebrief.engine.patches import STREAM_MARKED, replaced
from issuebrief.formulas.mathml import FORMULA_TEXT
from issuebrief.layout.boxes.watermarks import is_watermark
from issuebrief.layout.paragraphs.word_spaces import draws

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import DrawnStream, LayoutBox


class Artifact(Enum):
    """Why something that is drawn is not read aloud; the value is its property list."""

    NOTHING = None
    """Nothing is drawn, so that nothing is marked."""
    DECORATION = pydyf.Dictionary({"Type": "/Layout"})
    HEAD = pydyf.Dictionary({"Type": "/Pagination", "Subtype": "/Header"})
    FOOT = pydyf.Dictionary({"Type": "/Pagination", "Subtype": "/Footer"})
    REPEATED = pydyf.Dictionary({"Type": "/Pagination"})
    WATERMARK = pydyf.Dictionary({"Type": "/Pagination", "Subtype": "/Watermark"})


def artifacts(page_boxes: Iterable[LayoutBox]) -> dict[LayoutBox, Artifact]:
    """The boxes that are drawn and are no content."""
    found: dict[LayoutBox, Artifact] = {}
    seen: set[Element] = set()
    for page in page_boxes:
        for box in page.children:
            _sort(box, _of_margin(box), found, seen)
    return found


def inside(box: LayoutBox) -> LayoutBox:
    """The box that a placeholder stands for."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box


@contextmanager
def marked_artifacts(found: dict[LayoutBox, Artifact]) -> Iterator[list[LayoutBox]]:
    """Mark artifacts as such, and content as content, while the block draws.

    Yields the boxes whose content went into a group of its own, because a style makes it partly
    transparent: there, a page's numbers mean nothing.
    """
    plain_marked = STREAM_MARKED.value
    grouped: list[LayoutBox] = []

    @contextmanager
    def marked(stream: DrawnStream, box: LayoutBox, tag: str) -> Iterator[None]:
        kind = found.get(box)
        if kind is None:
            if stream.extra.get("Subtype") == "/Form":
                grouped.append(box)
            with plain_marked(stream, box, tag):
                yield
        elif kind is Artifact.NOTHING:
            yield
        else:
            stream.begin_marked_content("Artifact", kind.value)
            yield
            stream.end_marked_content()

    with replaced(STREAM_MARKED, marked):
        yield grouped


def _of_margin(box: LayoutBox) -> Artifact | None:
    if not isinstance(box, boxes.MarginBox):
        return None
    if is_watermark(box):
        return Artifact.WATERMARK
    if box.at_keyword.startswith("@top"):
        return Artifact.HEAD
    return Artifact.FOOT if box.at_keyword.startswith("@bottom") else Artifact.REPEATED


def _sort(
    box: LayoutBox, kind: Artifact | None, found: dict[LayoutBox, Artifact], seen: set[Element]
) -> None:
    """Note a box and all in it; `kind` is what the box around it is, `seen` the rows met before."""
    box = inside(box)
    if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
        # A table that goes on overleaf has its head again there.
        if box.element in seen:
            kind = kind or Artifact.REPEATED
        seen.add(box.element)
    if isinstance(box, (boxes.TextBox, boxes.ReplacedBox)):
        kind = _of_leaf(box, kind)
        if kind is not None:
            found[box] = kind
    for child in box.children:
        _sort(child, kind, found, seen)


def _of_leaf(box: LayoutBox, kind: Artifact | None) -> Artifact | None:
    if isinstance(box, boxes.TextBox):
        return kind if draws(box) else Artifact.NOTHING
    if box.style["visibility"] != "visible":
        return Artifact.NOTHING
    pictured = (
        box.element_tag == "img" and box.element.get("alt") != ""
    ) or FORMULA_TEXT in box.element.attrib
    return kind if pictured or kind else Artifact.DECORATION
