"""Look at an odt file before Pandoc reads it.

In:  the bytes of the file, and what becomes of tracked changes.
Out: `SourceDocument` with the words of its paragraphs; raises `UnreadableDocument`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.word_import.documents.model import (
    Changes,
    Comment,
    SourceDocument,
    TrackedChange,
    UnreadableDocument,
)
from issuebrief.word_import.documents.package import AGAIN, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, OFFICE, TABLE, DRAW = (f"{{{SPACES}{part}:1.0}}" for part in ("text", "office", "table", "drawing"))
CREATOR, DATE = (f"{{http://purl.org/dc/elements/1.1/}}{part}" for part in ("creator", "date"))
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
NOT_TEXT = (
    f"{TEXT}tracked-changes",
    f"{OFFICE}annotation",
    f"{TEXT}table-of-content",
    f"{TEXT}note-citation",
)
MATHML = b"http://www.w3.org/1998/Math/MathML"
AS_WORD = "save it as .docx, of which changes can be accepted and rejected here; or accept them first"


def read_odt(content: bytes, changes: Changes) -> SourceDocument:
    """The words, the open changes and the comments of a file."""
    package = opened(content)
    manifest = package.parts.get("META-INF/manifest.xml", b"")
    if b"encryption-data" in manifest:
        raise UnreadableDocument(
            "word.unreadable", "it is protected with a password", "take the password off"
        )
    tree = package.tree("content.xml")
    if tree is None:
        raise UnreadableDocument("word.unreadable", "there is no text in it", AGAIN)
    open_changes = tuple(_changes(tree))
    if open_changes and changes is Changes.REJECT:
        raise UnreadableDocument(
            "word.tracked-change", "its tracked changes cannot be rejected here", AS_WORD
        )
    words = {number: text for number, text in enumerate(_paragraphs(tree), 1) if text.strip()}
    counts = {
        "notes": sum(1 for _ in tree.iter(f"{TEXT}note")),
        "tables": sum(1 for _ in tree.iter(f"{TABLE}table")),
        "pictures": sum(1 for _ in tree.iter(f"{DRAW}image")),
        "equations": sum(
            part.endswith("/content.xml") and MATHML in content for part, content in package.parts.items()
        ),
    }
    comments = tuple(_comments(tree))
    return SourceDocument(content, changes=open_changes, comments=comments, words=words, counts=counts)


def _changes(tree: Element) -> Iterator[TrackedChange]:
    for region in tree.iter(f"{TEXT}changed-region"):
        for change in region:
            kind = change.tag.rpartition("}")[2]
            if kind in ("insertion", "deletion"):
                author, date = (
                    next((each.text for each in change.iter(tag)), "") or "" for tag in (CREATOR, DATE)
                )
                words = " ".join("".join(_text(each)) for each in change if each.tag in PARAGRAPHS)
                yield TrackedChange(kind.replace("ion", "ed"), author, date[:10], words, 0)


def _comments(tree: Element) -> Iterator[Comment]:
    for note in tree.iter(f"{OFFICE}annotation"):
        author, date = (next((each.text for each in note.iter(tag)), "") or "" for tag in (CREATOR, DATE))
        words = " ".join("".join(_text(each)) for each in note if each.tag in PARAGRAPHS)
        yield Comment(author, date[:10], words, "", 0)


def _paragraphs(element: Element) -> Iterator[str]:
    for each in element:
        if each.tag in NOT_TEXT:
            continue
        if each.tag in PARAGRAPHS:
            yield "".join(_text(each))
        else:
            yield from _paragraphs(each)


def _text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if each.tag not in NOT_TEXT:
            is_space = each.tag in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break", *PARAGRAPHS)
            yield " " if is_space else ""
            yield from _text(each)
        yield each.tail or ""
