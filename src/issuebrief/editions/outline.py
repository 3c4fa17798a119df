"""What an edition consists of, whatever its language.

In:  the HTML of its body.
Out: an `EditionOutline`: its headings, how many figures, tables, boxes and notes it has, and its numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, Text, parse, text_of, walk

if TYPE_CHECKING:
    from issuebrief.markdown_body import Body

FIGURES = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f\u2009' ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
SIGNS = re.compile(r"[^\d]")
FEWEST = 2
"""Digits of a number that is compared: smaller ones are words in many languages."""


@dataclass(frozen=True)
class SectionHeading:
    """A heading: its level, its words, and the line of the file that it stands on, 0 for none."""

    level: int
    words: str
    line: int = 0


@dataclass(frozen=True)
class EditionOutline:
    """What an edition consists of; `numbers` by their digits, each with how it is written."""

    headings: tuple[SectionHeading, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)


def outline_of(body: Body) -> EditionOutline:
    """The outline of a body."""
    root = parse(body.html)
    elements = list(walk(root))
    counts = Counter(filter(None, map(_kind, elements)))
    counts["notes"] = len(body.notes)
    counts["pull-quotes"] = len(body.pull_quotes)
    headings = [
        SectionHeading(int(found.tag[1]), " ".join(text_of(found).split()), _line(found))
        for found in elements
        if found.tag in HEADINGS
    ]
    return EditionOutline(tuple(headings), dict(counts), _numbers(_text(root)))


def _kind(found: Element) -> str:
    if found.tag == "figure":
        return "tables" if "table" in found.classes else "figures"
    return "boxes" if found.tag == "div" and "box" in found.classes else ""


def _line(found: Element) -> int:
    line = found.attributes.get("data-line") or ""
    return int(line) if line.isdecimal() else 0


def _text(element: Element) -> str:
    """The words of an element without the marks of notes, which are numbers too."""
    return "".join(
        child.value if isinstance(child, Text) else "" if "note-mark" in child.classes else _text(child)
        for child in element.children
        if isinstance(child, Text | Element)
    )


def _numbers(text: str) -> dict[str, str]:
    found = {SIGNS.sub("", written): written for written in FIGURES.findall(text)}
    return {digits: written for digits, written in found.items() if len(digits) >= FEWEST}
