"""What keeps a file from being called accessible."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from issuebrief.diagnostics.model import Severity, SourceRange
from issuebrief.frontmatter.source import Source
from issuebrief.pdf.conformance import Obstacle, obstacles, withheld
from issuebrief.pdf.content_tree import MarkedContent
from issuebrief.pdf.structure_elements import StructElement


def found(*kids: StructElement, marked: int | None = None, grouped: int = 0) -> tuple[str, ...]:
    document = StructElement("Document", list(kids))
    pieces = sum(isinstance(kid, MarkedContent) for element in document.walk() for kid in element.kids)
    drawing: Any = SimpleNamespace(marked=pieces if marked is None else marked, grouped=grouped)
    return tuple(obstacle.reason for obstacle in obstacles(document, drawing))


def text(tag: str, **more: Any) -> StructElement:
    return StructElement(tag, [MarkedContent(0, 0)], **more)


def row(*tags: str) -> StructElement:
    return StructElement("TR", [text(tag) for tag in tags])


def test_a_sound_brief_has_none() -> None:
    link = text("Link", description="There")
    table = StructElement("Table", [row("TH", "TH"), row("TD", "TD")])
    picture = text("Figure", alt="A wall")
    assert found(text("H1"), text("H2"), text("H3"), text("H2"), text("P"), link, table, picture) == ()


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        (["H1", "H3"], "a heading of level 3 follows one of level 1"),
        (["H2"], "the first heading is of level 2"),
    ],
)
def test_headings_out_of_order_are_one(tags: list[str], reason: str) -> None:
    assert found(*map(text, tags)) == (reason,)


def test_a_picture_without_words_is_one() -> None:
    assert found(text("Figure"), text("Figure")) == ("a picture has no alternative text",)


def test_a_link_without_words_is_one() -> None:
    assert found(text("Link")) == ("a link has no words",)
    assert found(StructElement("Link", description="There")) == ("a link has no words",)
    assert found(StructElement("Link", [text("Code")], description="There")) == ()


def test_a_table_without_headers_is_one() -> None:
    assert found(StructElement("Table", [row("TD", "TD")])) == ("a table has no header cells",)


def test_a_table_with_ragged_rows_is_one() -> None:
    assert found(StructElement("Table", [row("TH", "TH"), row("TD")])) == (
        "a table has rows of unequal length",
    )
    wide = StructElement("TR", [text("TD").set("Table", ColSpan=2)])
    assert found(StructElement("Table", [row("TH", "TH"), wide])) == ()


def test_content_without_a_place_is_one() -> None:
    assert found(text("P"), marked=2) == ("something drawn has no place in the structure",)


def test_text_in_a_group_is_one() -> None:
    assert found(text("P"), grouped=1) == ("a style makes text partly transparent with `opacity`",)


def test_each_reason_becomes_a_warning_in_plain_words_at_its_line() -> None:
    path = Path("content/moon/brief.md")
    source = Source(path, "one\ntwo", "", 0, "one\ntwo", 1)
    known, unknown = withheld((Obstacle("a link has no words", 2), Obstacle("a link has no words")), source)
    assert (known.severity, known.code, known.place, known.excerpt) == (
        Severity.WARNING,
        "claim.withheld",
        SourceRange(path, 2, end_line=2),
        "two",
    )
    assert (unknown.place, unknown.excerpt) == (SourceRange(path), "")
    assert known.message == "the PDF does not claim PDF/UA and PDF/A: a link has no words"


def test_a_table_is_told_at_its_row_that_is_unlike_the_others() -> None:
    rows = [row("TD", "TD"), row("TD")]
    for line, each in enumerate(rows, 4):
        each.line = line
    drawing: Any = SimpleNamespace(marked=3, grouped=0)
    assert obstacles(StructElement("Document", [StructElement("Table", [*rows])]), drawing) == (
        Obstacle("a table has no header cells", 4),
        Obstacle("a table has rows of unequal length", 5),
    )
