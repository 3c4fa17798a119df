"""Pages made of numbers, for the rules."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from issuebrief.diagnostics.limits import Limits
from issuebrief.frontmatter.model import Author, Brief
from issuebrief.layout.boxes.geometry import Rect
from issuebrief.layout.inspect.facts import (
    Aside,
    Box,
    Caption,
    Column,
    Facts,
    Ink,
    Line,
    Link,
    Opening,
    SetPicture,
    Stroke,
    Table,
)
from issuebrief.preflight.proof import Finding, Proof
from issuebrief.preflight.rules import RULES

SHEET = Rect(0, 0, 800, 1100)
SQUARE = Rect(100, 200, 96, 96)
LEADING = 16.0
SIZE = 12.0
LEFT, MEASURE = 100.0, 250.0
AREA = Rect(LEFT, 100, 600, 900)
"""Where the text of a page may stand."""

BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def line(number: int = 0, text: str = "Words of a line", **changes: Any) -> Line:
    """A line of a column, `number` leadings below its top; a paragraph of its own unless changed."""
    top = 100 + number * LEADING
    width = changes.pop("width", MEASURE)
    left = changes.pop("left", LEFT)
    plain = Line(
        page=1,
        rect=Rect(left, top, width, LEADING),
        text=text,
        source=0,
        paragraph=1000 + number,
        column=1,
        stretch=1,
        level=0,
        first=True,
        last=True,
        gap=1.0,
        size=SIZE,
        baseline=top + 12,
        room=Rect(LEFT, 0, MEASURE, 1000),
        window=None,
    )
    if "column" in changes:
        changes.setdefault("stretch", changes["column"])
    return replace(plain, **changes)


def paragraph(number: int, lines: int, at: int = 0, **changes: Any) -> list[Line]:
    """A paragraph of some lines in one column."""
    return [
        line(at + index, f"Line {index} of {number}", paragraph=number, first=index == 0, **changes)
        if index == lines - 1
        else line(
            at + index, f"Line {index} of {number}", paragraph=number, first=index == 0, last=False, **changes
        )
        for index in range(lines)
    ]


def column(
    number: int,
    *,
    page: int = 1,
    text: int = 1,
    group: int = 1,
    runs_on: bool = True,
    left: float = LEFT,
) -> Column:
    return Column(page, Rect(left, 100, MEASURE, 900), number, text, group, runs_on)


def ink(colour: Any = BLACK, ground: Any = WHITE, size: float = 9.0, **changes: Any) -> Ink:
    plain = Ink(1, Rect(0, 0, 50, 12), "Text", colour, ground, size, False, 7)
    return replace(plain, **changes)


def picture(dpi: float | None = 300.0, rect: Rect = SQUARE, **changes: Any) -> SetPicture:
    return replace(SetPicture(1, rect, "a.png", 1, 0, dpi, 5), **changes)


def box(kind: str = "box", rect: Rect = SQUARE, **changes: Any) -> Box:
    """A box with a background that holds the boxes 10 to 19, none of which is a line unless it says so."""
    plain = Box(1, rect, kind, True, False, 1, 0, 6, 0, None, AREA, 10, 19, ((1, 0, 10),))
    return replace(plain, **changes)


def aside(page: int, passage: int, kind: str = "pull-quote", **changes: Any) -> Aside:
    return replace(Aside(page, Rect(10, 100, 80, 60), kind, passage, "Quoted words", 8), **changes)


def caption(figure: int, page: int = 1, column: int = 1) -> Caption:
    return Caption(figure, page, column, Rect(LEFT, 300, MEASURE, 12), "What it shows", 9)


def opening(page: int) -> Opening:
    return Opening(page, Rect(LEFT, 300, 500, 200), 2)


def stroke(width: float, **changes: Any) -> Stroke:
    return replace(Stroke(1, Rect(0, 0, 100, 1), width, 3), **changes)


def link(text: str, target: str = "https://example.org", lang: str = "en") -> Link:
    return Link(1, Rect(0, 0, 30, 12), text, target, lang, 4)


def brief(**fields: Any) -> Brief:
    return Brief(title="T", date=datetime.date(2024, 5, 1), authors=(Author(name="Ann"),), **fields)


def proof(
    *things: Any,
    sheets: tuple[Rect, ...] = (SHEET,),
    limits: Limits | None = None,
    of: Brief | None = None,
    spare_lines: tuple[int, ...] = (),
) -> Proof:
    """Pages that hold some things, given in any order of kinds."""

    def kind(wanted: type) -> tuple[Any, ...]:
        return tuple(thing for thing in things if isinstance(thing, wanted))

    facts = Facts(
        sheets,
        kind(Line),
        kind(Column),
        kind(SetPicture),
        kind(Stroke),
        kind(Ink),
        kind(Link),
        kind(Table),
        (AREA,) * len(sheets),
        kind(Box),
        kind(Caption),
        kind(Aside),
        kind(Opening),
        spare_lines,
    )
    return Proof(facts, of or brief(), limits or Limits())


def found(code: str, *things: Any, **options: Any) -> list[Finding]:
    """What the rule of a code finds on pages that hold some things."""
    return list(RULES[code](proof(*things, **options)))


def messages(code: str, *things: Any, **options: Any) -> list[str]:
    return [finding.message for finding in found(code, *things, **options)]
