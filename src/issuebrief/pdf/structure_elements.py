"""The elements of a PDF's structure (ISO 32000-1, 14.8.4), as values.

In:  nothing; these are the shapes that `structure.py` fills and `struct_tree.py` writes.
Out: `StructElement`, the rule that text does not stand beside blocks, and the elements of what is drawn:
     pictures and formulas.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.pdf.content_tree import Branch, LinkArea, MarkedContent
from issuebrief.pdf.link_text import seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROLES = {"Aside": "Sect", "Del": "Span", "Ins": "Span", "PullQuote": "BlockQuote"}
"""The types that are not standard, and the standard ones that come nearest."""

CHANGES = {"del": ("Del", "LineThrough"), "ins": ("Ins", "Underline")}
"""What was taken out and put in, and the line that says so (ISO 32000-1, table 344)."""

CHANGE_TAGS = frozenset(tag for tag, _ in CHANGES.values())

IN_LINES = {"Code", "Del", "Figure", "Formula", "Ins", "Link", "Quote", "Reference", "Span"}


@dataclass(eq=False)
class StructElement:
    """A structure element: its type, what is in it, and what is said of it.

    `line` is the line of the brief that it comes from, 0 where that is not known; `name` is its id,
    `description` what the links in it say of themselves, and `attributes` stand under their owner, such as
    `Table`.
    """

    tag: str
    kids: list[StructElement | MarkedContent | LinkArea] = field(default_factory=list)
    language: str = ""
    alt: str = ""
    expansion: str = ""
    name: str = ""
    description: str = ""
    attributes: dict[str, dict[str, str | int | Sequence[float]]] = field(default_factory=dict)
    line: int = 0

    def walk(self) -> Iterator[StructElement]:
        """It and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, StructElement):
                yield from kid.walk()

    def set(self, owner: str, **attributes: str | int | Sequence[float]) -> StructElement:
        """Add attributes, and give the element back."""
        if attributes:
            self.attributes.setdefault(owner, {}).update(attributes)
        return self


Kids = list[StructElement | MarkedContent | LinkArea]


def made_of(tag: str, kids: Kids) -> Kids:
    """An element of that type; none where there is nothing to put into it."""
    return [StructElement(tag, kids)] if kids else []


def changed(name: str, kids: Kids) -> Kids:
    """What was taken out or put in, by its name in HTML."""
    tag, line = CHANGES[name]
    return [StructElement(tag, kids).set("Layout", TextDecorationType=line)] if kids else []


def apart(kids: Kids) -> Kids:
    """Blocks, with a paragraph around each stretch of text that stands between them."""
    found: Kids = []
    for in_line, stretch in groupby(kids, is_in_line):
        run = list(stretch)
        bare = not in_line or all(isinstance(kid, StructElement) and kid.tag == "Figure" for kid in run)
        found += run if bare else [StructElement("P", run)]
    return found


def flowing(kids: Kids) -> Kids:
    """Text as it is, unless there are blocks in it."""
    return kids if all(map(is_in_line, kids)) else apart(kids)


def is_in_line(kid: StructElement | MarkedContent | LinkArea) -> bool:
    """Whether something stands in lines of text."""
    return not isinstance(kid, StructElement) or kid.tag in IN_LINES


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
