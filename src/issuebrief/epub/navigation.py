"""The navigation document: contents, landmarks, and the pages of the PDF.

In:  the documents, their headings, and where the pages of the PDF begin in them.
Out: the body of `nav.xhtml` (EPUB 3.3, 7 Navigation document). It is not in the order of reading: reading
     programs show it by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.epub.documents import KINDS, NOTES, TEXT, headings_of
from issuebrief.markdown_body.source.html_tree import Element, Text, element

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.epub.documents import Document, ListedHeading
    from issuebrief.epub.page_marks import PageMark


def navigation(documents: Sequence[Document], marks: Sequence[PageMark], title: str) -> list[Element]:
    """The lists that reading programs ask for; that of pages only where there are any."""
    found = [_list_of("toc", "doc-toc", _contents(tuple(headings_of(documents))))]
    found.append(_list_of("landmarks", "", element("ol", None, *_landmarks(documents, title)), hidden=True))
    if marks:
        pages = element("ol", None, *(_entry(mark.address, mark.label) for mark in marks))
        found.append(_list_of("page-list", "doc-pagelist", pages, hidden=True))
    return found


def _list_of(kind: str, role: str, entries: Element, *, hidden: bool = False) -> Element:
    attributes: dict[str, str | None] = {"epub:type": kind}
    attributes |= {"role": role} if role else {}
    attributes |= {"hidden": "hidden"} if hidden else {}
    return Element("nav", attributes, [entries])


def _contents(headings: Sequence[ListedHeading]) -> Element:
    """Headings as lists in lists; one that is more than a level below the last hangs on it all the same."""
    root = Element("ol")
    open_lists = [(0, root)]
    for heading in headings:
        while len(open_lists) > 1 and open_lists[-1][0] >= heading.level:
            open_lists.pop()
        parent = open_lists[-1][1]
        entry = _entry(heading.address, heading.words)
        if parent.tag == "li":
            inner = next(
                (each for each in parent.children if isinstance(each, Element) and each.tag == "ol"), None
            )
            if inner is None:
                inner = Element("ol")
                parent.children.append(inner)
            parent = inner
        parent.children.append(entry)
        open_lists.append((heading.level, entry))
    return root


def _landmarks(documents: Sequence[Document], title: str) -> Iterable[Element]:
    for document in documents:
        kind = "endnotes" if document.name == NOTES else KINDS.get(document.name, "")
        if kind in ("endnotes", "bodymatter"):
            yield _entry(document.file, title if document.name == TEXT else _first_heading(document), kind)


def _first_heading(document: Document) -> str:
    return next((heading.words for heading in headings_of([document])), document.name)


def _entry(address: str, words: str, kind: str = "") -> Element:
    attributes: dict[str, str | None] = {"href": address}
    link = Element("a", attributes | ({"epub:type": kind} if kind else {}), [Text(words)])
    return Element("li", {}, [link])
