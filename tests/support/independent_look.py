"""A look at finished PDFs that knows nothing of the product: only what is drawn, and where.

In:  the bytes or the path of a PDF.
Out: what is wrong with its pages in words: ink outside the trim, lines over each other, pictures that are
     not whole. None where all is well.

PyMuPDF tells the letters of each page; its rules, shapes and pictures are followed in its content stream.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from io import BytesIO
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pikepdf
import pymupdf
from drawn_marks import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drawn_marks import Edges, Mark

NEAR = 0.75
"""What ends so near to an edge, in pt, ends at it."""
BLEED = 3 * 72 / 25.4
"""How far colour and pictures may run over the trim, in pt."""
TOP, FOOT = 0.6, 0.1
"""Where most letters of a line have ink: so far above and below the baseline, in parts of the size."""
TOUCH = 0.5
"""So many pt must overlap before anybody sees it."""
LEAST_SEEN = 0.5
"""The share of a picture that must show at the least: a cover is cropped to its frame."""
ALIKE = 1.5
"""Pieces of text whose baselines differ by less, in pt, stand on one line, or are superiors of it."""


@dataclass(frozen=True)
class Words:
    """Letters of one size that follow each other on one baseline; in pt from the page's top left corner."""

    text: str
    size: float
    baseline: float
    left: float
    right: float

    @property
    def top(self) -> float:
        """Where the ink begins that must stay free."""
        return self.baseline - TOP * self.size

    @property
    def foot(self) -> float:
        """Where it ends."""
        return self.baseline + FOOT * self.size


LEAST_LINK = 2.0
"""Pt that a link is wide and high at least."""


def faults(pdf: bytes | Path, *, press: bool = False) -> list[str]:
    """All that is wrong with the pages of a file; in one for the press, colour may run into the bleed."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    found = []
    with pikepdf.open(BytesIO(content)) as sheets, pymupdf.open("pdf", content) as document:
        for number, (sheet, page) in enumerate(zip(sheets.pages, document, strict=True), 1):
            lines, marks, trim = lines_of(page), marks_of(sheet), trim_of(sheet)
            told = (
                *outside(lines, marks, trim, press=press),
                *overlapping(lines),
                *broken(marks),
                *flat_links(sheet),
            )
            found += [f"page {number}: {fault}" for fault in told]
    return found


def trim_of(sheet: Any) -> Edges:
    """The trim of a page, from the top left corner of its media box."""
    media = [float(edge) for edge in sheet.mediabox]
    left, low, right, high = (float(edge) for edge in sheet.trimbox)
    return left - media[0], media[3] - high, right - media[0], media[3] - low


def outside(lines: list[Words], marks: list[Mark], trim: Edges, *, press: bool) -> Iterator[str]:
    """Marks beyond the trim: letters never, shapes and pictures by the bleed of a press file.

    What the printer is told beside the trim is none of the page's own. A picture, or a drawing, that is
    cropped by its frame counts as far as it shows.
    """
    for words in lines:
        ink = (words.left, words.top, words.right, words.foot)
        if beyond(ink, trim) > NEAR and not (press and is_apart(ink, trim)):
            yield f"text outside the trim: {words.text}"
    for mark in marks:
        over = beyond(mark.seen, trim) - (BLEED if press else 0.0)
        if over > NEAR and not (press and is_apart(mark.seen, trim)):
            yield f"a {'picture' if mark.is_picture else 'shape'} {over:.1f} pt outside the trim"


def beyond(inner: Edges, outer: Edges) -> float:
    """How far a rectangle sticks out of another."""
    return max(outer[0] - inner[0], outer[1] - inner[1], inner[2] - outer[2], inner[3] - outer[3])


def is_apart(mark: Edges, trim: Edges) -> bool:
    """Whether something lies beside the trim as a whole."""
    return mark[2] <= trim[0] or mark[0] >= trim[2] or mark[3] <= trim[1] or mark[1] >= trim[3]


def overlapping(lines: list[Words]) -> Iterator[str]:
    """Lines over each other, be it on one baseline."""
    for one, other in combinations(sorted(lines, key=lambda words: words.top), 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(one.foot, other.foot) - max(one.top, other.top)
        if abs(one.baseline - other.baseline) < ALIKE:
            if across > min(one.size, other.size):
                yield f"two texts on one baseline: {one.text} | {other.text}"
        elif across > TOUCH and down > TOUCH:
            yield f"two lines over each other: {one.text} | {other.text}"


def broken(marks: list[Mark]) -> Iterator[str]:
    """Pictures of which next to nothing shows, or less than a half."""
    for mark in marks:
        if mark.is_picture and area_of(mark.seen) < area_of(mark.whole) * LEAST_SEEN:
            yield f"a picture of which {area_of(mark.seen) / area_of(mark.whole):.0%} show"


def flat_links(sheet: Any) -> Iterator[str]:
    """Links that nobody can hit."""
    for link in sheet.get("/Annots", ()):
        left, low, right, high = (float(edge) for edge in link.Rect)
        wide, tall = abs(right - left), abs(high - low)
        if link.Subtype == "/Link" and min(wide, tall) < LEAST_LINK:
            yield f"a link is {wide:.1f} by {tall:.1f} pt"


def area_of(edges: Edges) -> float:
    """The area of a rectangle."""
    return max(edges[2] - edges[0], 0.0) * max(edges[3] - edges[1], 0.0)


def lines_of(page: Any) -> list[Words]:
    """The letters of a page, level ones alone, as they stand on their baselines."""
    found = []
    for block in page.get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]:
        for line in block.get("lines", ()):
            if not math.isclose(line["dir"][1], 0.0, abs_tol=1e-3):
                continue
            for span in line["spans"]:
                letters = [letter for letter in span["chars"] if letter["c"].strip()]
                if letters:
                    found.append(
                        Words(
                            "".join(letter["c"] for letter in span["chars"]).strip(),
                            span["size"],
                            letters[0]["origin"][1],
                            min(letter["bbox"][0] for letter in letters),
                            max(letter["bbox"][2] for letter in letters),
                        )
                    )
    return found
