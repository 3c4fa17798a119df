"""Where on a page the pieces of a brief stand, and how much of it there is.

In:  a laid-out page, or a manuscript.
Out: what is found on the page; blocks and headings of all pages, in points from the top left corner of their
     page; and counts.

A page that is taken over from one revision to the next keeps its places, but for the lines of the file: these
are read off the elements when they are asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.preview.model import Counts, Heading, SourceBlock
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import DrawnPage, LayoutBox
    from issuebrief.layout.boxes.geometry import Rect
    from issuebrief.manuscript import Manuscript

INLINE = re.compile(
    r"<a\b[^>]*doc-noteref[^>]*>.*?</a>|</?(?:a|abbr|b|code|em|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>"
)
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"\w+(?:[’'\-\u2011]\w+)*")
UNSEEN = re.compile("[\u00ad\u200b\u2060]")


@dataclass(frozen=True)
class Places:
    """What stands on a page: the boxes of blocks and of headings with their rectangles; how full it is."""

    blocks: tuple[tuple[LayoutBox, Rect], ...]
    headings: tuple[tuple[LayoutBox, Rect], ...]
    fill: float


def places(page: DrawnPage) -> Places:
    """What a page holds."""
    from issuebrief.layout.boxes import fragments

    return Places(
        tuple((box, fragments.rectangle(box)) for box in fragments.lined(page)),
        tuple((box, fragments.rectangle(box)) for box in fragments.headings(page)),
        fragments.fill(page),
    )


def blocks(pages: Sequence[Places], file: str) -> tuple[SourceBlock, ...]:
    """The pieces of all blocks, outer ones before those inside them."""
    from issuebrief.layout.boxes.fragments import source_line

    return tuple(
        SourceBlock(number, *_box(rect), source_line(box), file)
        for number, page in enumerate(pages)
        for box, rect in page.blocks
    )


def headings(pages: Sequence[Places]) -> tuple[Heading, ...]:
    """The headings in the order of the pages; one that runs over columns is one."""
    from issuebrief.layout.boxes.fragments import HEADINGS, source_line

    found: dict[int, Heading] = {}
    for number, page in enumerate(pages):
        for box, rect in page.headings:
            element = box.element
            found.setdefault(
                id(element),
                Heading(_title(element), HEADINGS[element.tag], number, _pt(rect.y), source_line(box)),
            )
    return tuple(heading for heading in found.values() if heading.title)


def _title(element: Element) -> str:
    """A heading's words, without the marks of notes."""
    words: list[str] = []

    def gather(part: Element) -> None:
        if part.get("role") != "doc-noteref":
            words.append(part.text or "")
            words.append(" " if part.tag == "br" else "")
            for child in part:
                gather(child)
                words.append(child.tail or "")

    gather(element)
    return " ".join(UNSEEN.sub("", "".join(words)).split())


def counts(pages: Sequence[Places], manuscript: Manuscript) -> Counts:
    """How many pages, words of the running text and notes there are, and how full the last page is."""
    body = manuscript.body
    words = len(WORD.findall(TAG.sub(" ", INLINE.sub("", body.html))))
    return Counts(len(pages), words, len(body.notes), round(pages[-1].fill, 3) if pages else 0.0)


def _box(rect: Rect) -> tuple[float, float, float, float]:
    return _pt(rect.x), _pt(rect.y), _pt(rect.width), _pt(rect.height)


def _pt(length: float) -> float:
    return round(length * PT_PER_PX, 2)
