"""The documents of an EPUB, taken from the tree of its content.

In:  the content as the template has it: sections, each of which becomes a document.
Out: `Document`s in the order of reading, whose links lead to each other, and the headings for the contents.

Notes open as pop-ups where a reading program has them: a mark is a `noteref`, and what it leads to a
`footnote`, as the EPUB Structural Semantics Vocabulary 1.1 names them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, is_blank, is_note_mark, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TITLE, TEXT, NOTES = "title", "text", "notes"
KINDS = {TITLE: "titlepage", TEXT: "bodymatter", "about": "backmatter", NOTES: "backmatter"}
"""What the sections of the shipped template are in the vocabulary of EPUB."""
PRINTED_ONLY = frozenset(("running-house", "running-title"))
"""Classes of what stands at the head of printed pages."""
KEPT = ("#", "http:", "https:", "mailto:")
"""How the addresses of links begin that lead somewhere from everywhere."""
LEVELS = {"h1": 1, "h2": 1, "h3": 2}
"""Headings that the contents list, with their levels; the title stands beside the sections."""


@dataclass(frozen=True)
class Document:
    """A file of the text: its name without the ending, and what stands in it."""

    name: str
    root: Element

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.xhtml"


@dataclass(frozen=True)
class ListedHeading:
    """An entry of the contents: its level from 1, its words, and the address it leads to."""

    level: int
    words: str
    address: str


def documents_of(content: Element) -> tuple[Document, ...]:
    """The sections that have something in them, with what reading programs want to know."""
    sections = [each for each in walk(content) if each.attributes.get("data-document")]
    found = []
    for section in sections:
        name = section.attributes.pop("data-document") or ""
        _leave_out(section, PRINTED_ONLY)
        _name_notes(section)
        if not all(is_blank(child) for child in section.children):
            found.append(Document(name, section))
    documents = tuple(found)
    _keep_links_that_lead_out(documents)
    _number_headings(documents)
    _lead_to_files(documents)
    return documents


def headings_of(documents: Sequence[Document]) -> Iterator[ListedHeading]:
    """The headings of all documents, in their order."""
    for document in documents:
        for found in walk(document.root):
            if found.tag in LEVELS and (words := " ".join(text_of(found).split())):
                address = f"{document.file}#{found.attributes['id']}"
                yield ListedHeading(LEVELS[found.tag], words, address)


def _leave_out(root: Element, classes: frozenset[str]) -> None:
    for parent in (root, *walk(root)):
        parent.children = [
            child
            for child in parent.children
            if not (isinstance(child, Element) and classes.intersection(child.classes))
        ]


def _name_notes(root: Element) -> None:
    for found in walk(root):
        if is_note_mark(found):
            found.attributes["epub:type"] = "noteref"
        elif "note" in found.classes and found.tag == "li":
            # An aside would be hidden where notes are read as a list, and an item of a list is no note.
            said = {"epub:type": "footnote", "role": "doc-footnote", "id": found.attributes.pop("id", None)}
            found.children = [Element("div", said, found.children)]
        elif "endnotes" in found.classes:
            found.attributes["epub:type"] = "endnotes"


def _number_headings(documents: Sequence[Document]) -> None:
    """Give each heading that the contents list something to be found by."""
    taken = {found.attributes.get("id") for document in documents for found in walk(document.root)}
    names = (name for number in range(1, 10**6) if (name := f"heading-{number}") not in taken)
    for document in documents:
        for found in walk(document.root):
            if found.tag in LEVELS and not found.attributes.get("id"):
                found.attributes["id"] = next(names)


def _keep_links_that_lead_out(documents: Sequence[Document]) -> None:
    """Take the address off links to files beside the brief, or written out: they are not in the archive."""
    for document in documents:
        for found in walk(document.root):
            address = found.attributes.get("href")
            if found.tag == "a" and address and not address.startswith(KEPT):
                del found.attributes["href"]


def _lead_to_files(documents: Sequence[Document]) -> None:
    """Put the file before the fragment of every link that leads to another document."""
    homes = {
        name: document
        for document in documents
        for found in walk(document.root)
        if (name := found.attributes.get("id"))
    }
    for document in documents:
        for found in walk(document.root):
            address = found.attributes.get("href") or ""
            home = homes.get(address[1:]) if address.startswith("#") else None
            if home is not None and home is not document:
                found.attributes["href"] = home.file + address
