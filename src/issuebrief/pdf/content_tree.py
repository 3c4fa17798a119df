"""Gather what was drawn under the HTML elements that it came from.

In:  drawn page boxes, and the numbers that their marked content has on its page.
Out: a tree of `Branch` in the order of the document. What WeasyPrint broke at the ends of lines,
     columns and pages is one branch again; each knows its pieces of marked content, page by page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.pdf.artifacts import inside
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import LayoutBox, PdfDictionary

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class MarkedContent:
    """Marked content: its number on its page (pages count from 0), and the box of a picture in pt."""

    page: int
    mark: int
    box: Box | None = None


@dataclass(frozen=True)
class LinkArea:
    """A live area of a page: the annotation, as a PDF object that is already in the file."""

    page: int
    annotation: PdfDictionary


@dataclass(eq=False)
class Branch:
    """An HTML element, or `li::marker`; its kids in reading order."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    block: bool = True
    rank: int = 0
    text: str = ""
    kids: list[Branch | MarkedContent | LinkArea] = field(default_factory=list)


def document_order(page_boxes: Sequence[LayoutBox]) -> dict[Element, int]:
    """The place of each element in the document."""
    root = page_boxes[0].children[0].element
    return {element: rank for rank, element in enumerate(root.iter())}


def branches(
    page_boxes: Sequence[LayoutBox], marks: Sequence[Mapping[LayoutBox, int]], ranks: Mapping[Element, int]
) -> Branch:
    """The tree of a drawn document; `marks` gives, for each page, the number of each box's content."""
    root = Branch("html")
    grower = _Grower(ranks)
    for number, page in enumerate(page_boxes):
        grower.page, grower.height, grower.marks = number, page.margin_height(), marks[number]
        for box in page.children:
            if not isinstance(box, boxes.MarginBox):
                grower.grow(box, root)
    _put_in_order(root)
    return root


class _Grower:
    """A walk through the boxes of one page after the other."""

    def __init__(self, ranks: Mapping[Element, int]) -> None:
        self.ranks = ranks
        self.known: dict[tuple[Element, bool], Branch] = {}
        self.page, self.height = 0, 0.0
        self.marks: Mapping[LayoutBox, int] = {}

    def grow(self, box: LayoutBox, branch: Branch) -> None:
        """Add a box and all in it to the branch of the element around it."""
        box = inside(box)
        branch = self._branch(box, branch)
        if box.link_annotation:
            branch.kids.append(LinkArea(self.page, box.link_annotation))
        if box in self.marks:
            branch.kids.append(MarkedContent(self.page, self.marks[box], self._place(box)))
        for child in box.children:
            self.grow(child, branch)

    def _branch(self, box: LayoutBox, around: Branch) -> Branch:
        """The branch of a box's element; those of `::before` and `::after` are the element's own."""
        if box.element is None or box.element_tag in ("html", "body") or isinstance(box, boxes.TextBox):
            return around
        marker = box.element_tag.endswith("::marker")
        key = (box.element, marker)
        if key not in self.known:
            self.known[key] = Branch(
                "li::marker" if marker else box.element.tag,
                {} if marker else box.element.attrib,
                not isinstance(box, boxes.InlineLevelBox),
                self.ranks[box.element],
                "".join(box.element.itertext()) if box.element.tag == "a" else "",
            )
            around.kids.append(self.known[key])
        return self.known[key]

    def _place(self, box: LayoutBox) -> Box | None:
        if not isinstance(box, boxes.ReplacedBox):
            return None
        left, top = box.content_box_x() * PT_PER_PX, (self.height - box.content_box_y()) * PT_PER_PX
        return (left, top - box.height * PT_PER_PX, left + box.width * PT_PER_PX, top)


def _put_in_order(branch: Branch) -> None:
    """Blocks stand where the document has them, though a sidebar block may be on a later page."""
    if all(isinstance(kid, Branch) and kid.block for kid in branch.kids):
        branch.kids.sort(key=lambda kid: kid.rank if isinstance(kid, Branch) else 0)
    for kid in branch.kids:
        if isinstance(kid, Branch):
            _put_in_order(kid)
