"""Where the pages of the PDF begin in the text.

In:  the lines of the laid-out pages, and the documents, whose blocks still know their lines in the brief.
Out: an empty mark in the text at the word with which each page begins, and a list of them, so that readers of
     paper and of the file can tell each other where they are.

A page that begins with what stands nowhere in the documents has no mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, Text, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from issuebrief.epub.documents import Document
    from issuebrief.layout.inspect.facts import Facts, Line

LINE = "data-line"
HOLDING = HEADINGS | names("dd dt figcaption li p td th")
"""Elements that a mark may stand at the beginning of."""
FLOWING = names("article aside blockquote dd div li section")
"""Elements in which a mark may stand between blocks."""
NOWHERE = -1
"""The column of what stands in margins and sidebars."""


@dataclass(frozen=True)
class PageStart:
    """A page, the line in the brief of the block it begins in, and how many letters of that come before."""

    page: int
    source: int
    letters: int


@dataclass(frozen=True)
class PageMark:
    """The mark of a page: what the page is called, and the address of its place."""

    label: str
    address: str


def page_starts(facts: Facts) -> Iterator[PageStart]:
    """Where each page begins whose first line belongs to a block of the brief."""
    seen: dict[int, int] = {}
    started: set[int] = set()
    for line in facts.lines:
        if not _is_text(line):
            continue
        if line.page not in started:
            started.add(line.page)
            yield PageStart(line.page, line.source, seen.get(line.paragraph, 0))
        seen[line.paragraph] = seen.get(line.paragraph, 0) + _letters(line.text)


def mark_pages(documents: Sequence[Document], starts: Iterable[PageStart]) -> tuple[PageMark, ...]:
    """Put the marks into the documents; a page whose block is in none of them has no mark."""
    homes: dict[int, tuple[Document, list[Element]]] = {}
    for document in documents:
        for path in _paths([document.root]):
            if line := path[-1].attributes.get(LINE):
                homes.setdefault(int(line), (document, path))
    marks = []
    for start in starts:
        if start.source in homes:
            document, path = homes[start.source]
            name = f"page-{start.page}"
            _put(_mark(name, str(start.page)), start.letters, path)
            marks.append(PageMark(str(start.page), f"{document.file}#{name}"))
    return tuple(marks)


def _mark(name: str, label: str) -> Element:
    said = {"epub:type": "pagebreak", "role": "doc-pagebreak", "id": name, "aria-label": label}
    return Element("span", {**said})


def _put(mark: Element, letters: int, path: Sequence[Element]) -> None:
    """Put a mark behind so many letters of the last element of a path, or before what it begins."""
    *above, block = path
    if letters and _put_inside(block, mark, letters):
        return
    if block.tag in HOLDING:
        block.children.insert(0, mark)
        return
    mark.tag = "div"
    while len(above) > 1 and above[-1].tag not in FLOWING:
        block = above.pop()
    holder = above[-1]
    holder.children.insert(next(n for n, child in enumerate(holder.children) if child is block), mark)


def _put_inside(block: Element, mark: Element, letters: int) -> bool:
    left = letters
    for parent, text in _texts(block):
        here = _letters(text.value)
        if here > left:
            cut, place = _place_after(text.value, left), parent.children.index(text)
            parent.children[place : place + 1] = [Text(text.value[:cut]), mark, Text(text.value[cut:])]
            return True
        left -= here
    return False


def _texts(parent: Element) -> Iterator[tuple[Element, Text]]:
    """The texts in an element, in their order, each with what holds it."""
    for child in parent.children:
        if isinstance(child, Text):
            yield parent, child
        else:
            yield from _texts(child)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _place_after(text: str, letters: int) -> int:
    """Where the next letter stands after so many."""
    count = 0
    for place, character in enumerate(text):
        if character.isalnum():
            if count == letters:
                return place
            count += 1
    return len(text)


def _is_text(line: Line) -> bool:
    return line.column != NOWHERE and line.source > 0


def _paths(path: list[Element]) -> Iterator[list[Element]]:
    """Each element below the last of a path, with those that it is in before it."""
    for child in path[-1].children:
        if isinstance(child, Element):
            yield [*path, child]
            yield from _paths([*path, child])
