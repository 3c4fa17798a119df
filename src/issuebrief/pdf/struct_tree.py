"""Write the structure into a PDF.

In:  the tree of `StructElement`, and the PDF that is being made.
Out: the PDF's structure tree (ISO 32000-1, 14.7): its elements, what belongs to which marked content,
     what links say of themselves, and the ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

from issuebrief.pdf.content_tree import LinkArea, MarkedContent
from issuebrief.pdf.structure_elements import CHANGE_TAGS, ROLES, StructElement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from issuebrief.engine.protocols import PdfDictionary, PdfFile, PdfObject


PRINTED = 4
"""The annotation flag that lets a link be printed (ISO 32000-1, 12.5.3)."""


def add_structure(pdf: PdfFile, document: StructElement) -> None:
    """Add the structure tree of a document."""
    writer = _Writer(pdf)
    root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
    pdf.add_object(root)
    root["K"] = pydyf.Array([writer.write(document, root)])
    roles = {name: role for name, role in ROLES.items() if name in writer.tags or name not in CHANGE_TAGS}
    root["RoleMap"] = pydyf.Dictionary({name: f"/{role}" for name, role in roles.items()})
    root["ParentTree"], root["ParentTreeNextKey"] = writer.parent_tree()
    if writer.names:
        root["IDTree"] = pydyf.Dictionary({"Names": _pairs(writer.names)})
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


class _Writer:
    """Writes elements, and remembers which of them owns what."""

    def __init__(self, pdf: PdfFile) -> None:
        self.pdf = pdf
        self.pages: tuple[bytes, ...] = pdf.page_references
        self.owners: list[dict[int, bytes]] = [{} for _ in self.pages]
        self.annotations: list[bytes] = []
        self.names: dict[str, bytes] = {}
        self.tags: set[str] = set()

    def write(self, element: StructElement, parent: PdfObject) -> bytes:
        """Write an element and all below it; gives its reference."""
        written: PdfDictionary = pydyf.Dictionary({"S": f"/{element.tag}", "P": parent.reference})
        self.pdf.add_object(written)
        self.tags.add(element.tag)
        page = next((kid.page for kid in element.kids if not isinstance(kid, StructElement)), None)
        if page is not None:
            written["Pg"] = self.pages[page]
        for key, words in (
            ("Alt", element.alt),
            ("E", element.expansion),
            ("Lang", element.language),
            ("ID", element.name),
        ):
            if words:
                written[key] = pydyf.String(words)
        if element.name:
            self.names[element.name] = written.reference
        if element.attributes:
            written["A"] = _attributes(element.attributes)
        kids = [self._kid(kid, element, written, page) for kid in element.kids]
        if kids:
            written["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        return written.reference

    def _kid(
        self,
        kid: StructElement | MarkedContent | LinkArea,
        element: StructElement,
        written: PdfDictionary,
        page: int | None,
    ) -> bytes | int | PdfDictionary:
        if isinstance(kid, StructElement):
            return self.write(kid, written)
        elsewhere = {"Pg": self.pages[kid.page]} if kid.page != page else {}
        if isinstance(kid, MarkedContent):
            self.owners[kid.page][kid.mark] = written.reference
            if not elsewhere:
                return kid.mark
            marked: PdfDictionary = pydyf.Dictionary({"Type": "/MCR", **elsewhere, "MCID": kid.mark})
            return marked
        kid.annotation["StructParent"] = len(self.pages) + len(self.annotations)
        kid.annotation["Contents"] = pydyf.String(element.description)
        kid.annotation["F"] = PRINTED
        self.annotations.append(written.reference)
        area: PdfDictionary = pydyf.Dictionary(
            {"Type": "/OBJR", **elsewhere, "Obj": kid.annotation.reference}
        )
        return area

    def parent_tree(self) -> tuple[bytes, int]:
        """The tree from marked content and annotations back to their elements, and its next free key."""
        numbers = pydyf.Array()
        for page, owners in enumerate(self.owners):
            numbers += [
                page,
                pydyf.Array([owners.get(mark, "null") for mark in range(max(owners, default=-1) + 1)]),
            ]
        for key, reference in enumerate(self.annotations, len(self.pages)):
            numbers += [key, reference]
        tree = pydyf.Dictionary({"Nums": numbers})
        self.pdf.add_object(tree)
        return tree.reference, len(self.pages) + len(self.annotations)


def _attributes(attributes: Mapping[str, Mapping[str, str | int | Sequence[float]]]) -> PdfObject:
    """Attribute objects, one an owner (ISO 32000-1, 14.7.5)."""
    made: list[PdfObject] = []
    for owner, values in attributes.items():
        entry = pydyf.Dictionary({"O": f"/{owner}"})
        for name, value in values.items():
            entry[name] = (
                f"/{value}"
                if isinstance(value, str)
                else value
                if isinstance(value, int)
                else pydyf.Array(value)
            )
        made.append(entry)
    return made[0] if len(made) == 1 else _array(made)


def _pairs(names: Mapping[str, bytes]) -> PdfObject:
    return _array(part for name in sorted(names) for part in (pydyf.String(name), names[name]))


def _array(items: Iterable[object]) -> PdfObject:
    array: PdfObject = pydyf.Array(items)
    return array
