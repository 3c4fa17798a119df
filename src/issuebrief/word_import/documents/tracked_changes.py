"""Tracked changes of Word: listed, and accepted or rejected.

In:  the tree of a part, and the numbers of its paragraphs.
Out: each change with its author, day and words; the tree with all of them accepted or rejected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.word_import.documents.model import Changes, TrackedChange
from issuebrief.word_import.documents.ooxml import (
    P,
    attribute,
    child,
    name,
    remove_where,
    text_of,
    unwrap_where,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

ADDED = frozenset(map(name, ("w:ins", "w:moveTo")))
TAKEN = frozenset(map(name, ("w:del", "w:moveFrom")))
KINDS = {
    name("w:ins"): "inserted",
    name("w:del"): "deleted",
    name("w:moveTo"): "moved here",
    name("w:moveFrom"): "moved away",
}
FORMATS = frozenset(map(name, ("w:rPr", "w:trPr", "w:tcPr", "w:numPr")))
"""Where the same elements mark the end of a paragraph or a row as a change, and hold no words."""
ROW, ROW_FORMAT = name("w:tr"), name("w:trPr")


def changes_in(tree: Element, numbers: Mapping[Element, int]) -> Iterator[TrackedChange]:
    """The changes in the order of the text; ends of paragraphs count with the words beside them."""
    for paragraph in tree.iter(P):
        for change in paragraph.iter():
            if change.tag in KINDS and (words := " ".join(text_of(change).split())):
                yield TrackedChange(
                    KINDS[change.tag],
                    attribute(change, "w:author"),
                    attribute(change, "w:date")[:10],
                    words,
                    numbers.get(paragraph, 0),
                )
        for mark in _ends(paragraph):
            if mark.tag in KINDS:
                words = " ".join(text_of(paragraph).split())
                author, date = attribute(mark, "w:author"), attribute(mark, "w:date")[:10]
                kind = f"end of paragraph {KINDS[mark.tag]}"
                yield TrackedChange(kind, author, date, words, numbers.get(paragraph, 0))
    for row in tree.iter(ROW):
        for mark in _marks(row):
            if mark.tag in KINDS:
                first = next(row.iter(P), None)
                number = 0 if first is None else numbers.get(first, 0)
                author, date = attribute(mark, "w:author"), attribute(mark, "w:date")[:10]
                yield TrackedChange(
                    f"row {KINDS[mark.tag]}", author, date, " ".join(text_of(row).split()), number
                )


def resolve_changes(tree: Element, choice: Changes) -> None:
    """Accept or reject all changes of a tree, in place."""
    kept, dropped = (TAKEN, ADDED) if choice is Changes.REJECT else (ADDED, TAKEN)
    rows = {row for row in tree.iter(ROW) if any(mark.tag in dropped for mark in _marks(row))}
    remove_where(tree, lambda element: element in rows)
    _join_paragraphs(tree, dropped)
    for holder in tree.iter():
        if holder.tag in FORMATS:
            for mark in [inner for inner in holder if inner.tag in KINDS]:
                holder.remove(mark)
    remove_where(tree, lambda element: element.tag in dropped)
    unwrap_where(tree, lambda element: element.tag in kept)
    for element in tree.iter(name("w:delText")):
        element.tag = name("w:t")


def _join_paragraphs(tree: Element, dropped: frozenset[str]) -> None:
    """Join each paragraph whose end is taken away with the one behind it."""
    for outer in list(tree.iter()):
        open_one: Element | None = None
        for inner in list(outer):
            if inner.tag != P:
                open_one = None
                continue
            is_open = any(mark.tag in dropped for mark in _ends(inner))
            if open_one is not None:
                open_one.extend(part for part in inner if part.tag != name("w:pPr"))
                outer.remove(inner)
            else:
                open_one = inner
            if not is_open:
                open_one = None


def _marks(row: Element) -> list[Element]:
    found = child(row, "w:trPr")
    return [] if found is None else list(found)


def _ends(paragraph: Element) -> list[Element]:
    """What is said of the end of a paragraph."""
    found = child(paragraph, "w:pPr", "w:rPr")
    return [] if found is None else list(found)
