"""Pictures and formulas in the words of PDF: what is drawn, and what is said in its place.

In:  a branch of the tree that was drawn.
Out: its structure element, with its alternative text and its box (ISO 32000-1, 14.8.5.4.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.pdf.content_tree import Branch, MarkedContent
from issuebrief.pdf.link_text import seen
from issuebrief.pdf.structure_elements import Kids, StructElement

if TYPE_CHECKING:
    from collections.abc import Iterator


def picture(branch: Branch) -> Kids:
    """A picture; nothing where it was not drawn."""
    pieces = [kid for kid in branch.kids if isinstance(kid, MarkedContent)]
    if not pieces:
        return []
    made = StructElement("Figure", [*pieces], alt=seen(branch.attributes.get("alt", "")))
    if box := pieces[0].box:
        made.set("Layout", BBox=box, Placement="Block" if branch.block else "Inline")
    return [made]


def formula(branch: Branch) -> Kids:
    """A formula, which may be drawn in several parts, and the words in which it is read aloud."""
    pieces = list(_pieces(branch))
    if not pieces:
        return []
    made = StructElement("Formula", [*pieces], alt=seen(branch.attributes.get("aria-label", "")))
    boxes = [piece.box for piece in pieces if piece.box and piece.page == pieces[0].page]
    if boxes:
        left, bottom, right, top = zip(*boxes, strict=True)
        box = (min(left), min(bottom), max(right), max(top))
        is_display = "display" in branch.attributes.get("class", "").split()
        made.set("Layout", BBox=box, Placement="Block" if is_display else "Inline")
    return [made]


def _pieces(branch: Branch) -> Iterator[MarkedContent]:
    for kid in branch.kids:
        if isinstance(kid, MarkedContent):
            yield kid
        elif isinstance(kid, Branch):
            yield from _pieces(kid)
