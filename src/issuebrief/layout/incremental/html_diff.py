"""Which blocks of a page of HTML are no longer what they were.

In:  the HTML as it was and as it is now, in which elements may say their line in the brief as `data-line`.
Out: the blocks that changed, by their number in the order of the HTML, with their new HTML; or None where
     more than the inside of some blocks changed.

Lines move whenever a line is added above them, so they are compared apart from the rest. What the head
says of the brief is not on any page, and not compared at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BLOCKS = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "figcaption",
    "caption",
    "td",
    "th",
    "pre",
)
"""The elements that are told apart: their first end tag is their own, unless they hold another of them."""
BEGINNING = re.compile(rf"(?=<(?:{'|'.join(BLOCKS)})[ >])")
LINE = re.compile(r' data-line="(\d+)"')
ABOUT = re.compile(r"<title>.*?</title>|<meta [^<>]*>", re.DOTALL)
TAG = re.compile(r"<([a-z][a-z0-9]*)")


@dataclass(frozen=True)
class Marked:
    """HTML cut before each block: the pieces, and the lines that elements say, set apart.

    The first piece is what stands before the first block.
    """

    pieces: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Exchange:
    """A block to be exchanged: its number, from 0, and its HTML as it was and as it is to be."""

    number: int
    before: str
    after: str


def marked(html: str) -> Marked:
    """HTML cut into its blocks."""
    lines = tuple(map(int, LINE.findall(html)))
    head, *pieces = BEGINNING.split(LINE.sub("", html))
    return Marked((ABOUT.sub("", head), *pieces), lines)


def exchanges(before: Marked, after: Marked) -> tuple[Exchange, ...] | None:
    """The blocks that differ; None where more differs than what is inside them."""
    if (len(before.pieces), len(before.lines)) != (len(after.pieces), len(after.lines)):
        return None
    if before.pieces[0] != after.pieces[0]:
        return None
    found = []
    for number, (old, new) in enumerate(zip(before.pieces[1:], after.pieces[1:], strict=True)):
        if old == new:
            continue
        was, now = _whole(old), _whole(new)
        if was is None or now is None or old[len(was) :] != new[len(now) :] or _head(was) != _head(now):
            return None
        found.append(Exchange(number, was, now))
    return tuple(found)


def _whole(piece: str) -> str | None:
    """The block that a piece begins with, up to its end tag; None where that is not in the piece."""
    tag = TAG.match(piece)
    if tag is None or tag[1] not in BLOCKS:
        return None
    end = piece.find(f"</{tag[1]}>")
    return piece[: end + len(tag[1]) + 3] if end >= 0 else None


def _head(block: str) -> str:
    return block[: block.index(">")]
