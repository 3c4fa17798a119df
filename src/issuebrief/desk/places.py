"""Where on the pages the pieces of a brief stand, and how much of it there is.

In:  laid-out pages and the manuscript.
Out: blocks, headings and counts, in points from the top left corner of their pages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.desk.edition import Block, Counts, Heading

if TYPE_CHECKING:
    from issuebrief.reading import Manuscript
    from issuebrief.typeset.engine import Pages
    from issuebrief.typeset.facts import Facts, Line

PT = 72 / 96
"""Points to a px."""

INLINE = re.compile(
    r"<a\b[^>]*doc-noteref[^>]*>.*?</a>|</?(?:a|abbr|b|code|em|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>"
)
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"\w+(?:[’'\-\u2011]\w+)*")


def blocks(pages: Pages, file: str) -> tuple[Block, ...]:
    """The pieces of all blocks, outer ones before those inside them."""
    from issuebrief.typeset.fragments import fragments

    return tuple(
        Block(
            piece.page - 1,
            _pt(piece.rect.x),
            _pt(piece.rect.y),
            _pt(piece.rect.width),
            _pt(piece.rect.height),
            piece.line,
            file,
        )
        for piece in fragments(pages)
    )


def headings(facts: Facts) -> tuple[Heading, ...]:
    """The headings in the order of the pages; one that takes several lines is one."""
    found: dict[int, list[Line]] = {}
    for line in facts.lines:
        if line.level:
            found.setdefault(line.paragraph, []).append(line)
    return tuple(_heading(lines) for lines in found.values())


def _heading(lines: list[Line]) -> Heading:
    first = lines[0]
    title = " ".join(" ".join(line.text for line in lines).replace("\u00ad", "").split())
    return Heading(title, first.level, first.page - 1, _pt(first.rect.y), first.source)


def counts(facts: Facts, pages: Pages, manuscript: Manuscript) -> Counts:
    """How many pages, words of the running text and notes there are, and how full the last page is."""
    body = manuscript.body
    words = len(WORD.findall(TAG.sub(" ", INLINE.sub("", body.html))))
    return Counts(len(pages), words, len(body.notes), round(last_fill(facts, pages), 3))


def last_fill(facts: Facts, pages: Pages) -> float:
    """How far down the text goes on the last page, as a share of the height that it may take."""
    number = len(facts.sheets)
    box = pages.document.pages[-1]._page_box
    top, height = float(box.content_box_y()), float(box.height)
    low = [line.rect.bottom for line in facts.lines if line.page == number and line.rect.y < top + height]
    if not low or not height:
        return 0.0
    return min(max((max(low) - top) / height, 0.0), 1.0)


def _pt(length: float) -> float:
    return round(length * PT, 2)
