"""Decide which standards a file may claim to keep.

In:  the structure of the brief, and what was noticed while it was drawn.
Out: what stands in the way of the claim to PDF/UA-1 and PDF/A-2a, in plain words. Where anything does,
     the file is made without the claim. What only the program could do wrong is not looked at here:
     the tests prove it with validators.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.pdf.content_tree import MarkedContent
from issuebrief.pdf.structure_elements import StructElement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.frontmatter.source import Source
    from issuebrief.pdf.draw import Drawing
    from issuebrief.pdf.structure_elements import Kids


@dataclass(frozen=True)
class Obstacle:
    """What keeps a file from its claims, in plain words; `line` is that of the brief, 0 if not known."""

    reason: str
    line: int = 0


def obstacles(document: StructElement, drawing: Drawing) -> tuple[Obstacle, ...]:
    """What keeps the file from being called accessible and fit for an archive."""
    found = [*_of_headings(document), *_of_pictures(document), *_of_links(document), *_of_tables(document)]
    found += map(Obstacle, _of_drawing(document, drawing))
    return tuple(dict.fromkeys(found))


def withheld(found: tuple[Obstacle, ...], source: Source) -> tuple[Diagnostic, ...]:
    """A warning that says why a file does not call itself accessible."""
    return tuple(
        warning(
            "claim.withheld",
            f"the PDF does not claim PDF/UA and PDF/A: {obstacle.reason}",
            source.place(obstacle.line),
            "fix it, and the PDF will claim them again",
            source.line(obstacle.line) if obstacle.line else "",
        )
        for obstacle in found
    )


def _of_headings(document: StructElement) -> Iterator[Obstacle]:
    level = 0
    for element in document.walk():
        if element.tag[:1] == "H" and element.tag[1:].isdecimal():
            here = int(element.tag[1:])
            if here > level + 1:
                reason = f"a heading of level {here} follows one of level {level}"
                yield Obstacle(reason if level else f"the first heading is of level {here}", element.line)
            level = here


def _of_pictures(document: StructElement) -> Iterator[Obstacle]:
    bare = next((one for one in document.walk() if one.tag == "Figure" and not one.alt), None)
    if bare:
        yield Obstacle("a picture has no alternative text", bare.line)


def _of_links(document: StructElement) -> Iterator[Obstacle]:
    for element in document.walk():
        if element.tag == "Link" and not (element.description and _holds_content(element.kids)):
            yield Obstacle("a link has no words", element.line)


def _of_tables(document: StructElement) -> Iterator[Obstacle]:
    for table in document.walk():
        if table.tag != "Table":
            continue
        rows = [row for row in table.walk() if row.tag == "TR"]
        first = next((row.line for row in rows if row.line), table.line)
        if not any(cell.tag == "TH" for cell in table.walk()):
            yield Obstacle("a table has no header cells", first)
        if len({_columns(row) for row in rows}) > 1 and not _spans_rows(table):
            usual = _columns(rows[0])
            line = next((row.line for row in rows if _columns(row) != usual), 0)
            yield Obstacle("a table has rows of unequal length", line or first)


def _columns(row: StructElement) -> int:
    return sum(
        int(str(cell.attributes.get("Table", {}).get("ColSpan", 1)))
        for cell in row.kids
        if isinstance(cell, StructElement)
    )


def _spans_rows(table: StructElement) -> bool:
    return any("RowSpan" in cell.attributes.get("Table", {}) for cell in table.walk())


def _of_drawing(document: StructElement, drawing: Drawing) -> Iterator[str]:
    owned = sum(isinstance(kid, MarkedContent) for element in document.walk() for kid in element.kids)
    if owned != drawing.marked:
        yield "something drawn has no place in the structure"
    if drawing.grouped:
        yield "a style makes text partly transparent with `opacity`"


def _holds_content(kids: Kids) -> bool:
    return any(
        isinstance(kid, MarkedContent) or (isinstance(kid, StructElement) and _holds_content(kid.kids))
        for kid in kids
    )
