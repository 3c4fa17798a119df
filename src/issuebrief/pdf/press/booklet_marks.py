"""The marks around a sheet of a booklet: where it is cut and folded, and how its inks lie on each other.

In:  the trimmed page, and by how much the pages of this sheet are moved towards the fold.
Out: the operators that draw them, in points from the sheet's lower left corner; and the strips of a page's
     own sheet that are kept: its patches of ink, and the words with its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from issuebrief.pdf.press.printers_marks import ARM, CURVE, GAP, HAIR, INDENT, LENGTH, RADIUS
from issuebrief.pdf.press.sheet import INDENT as WORDS_INDENT
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterator

DASH = 2.0
"""Of a fold mark, which is broken so that nobody cuts there; in points."""

CLEAR = 6.0
"""Between a strip and the crop mark beside it, in points."""

Line = tuple[float, float, float, float]


class PressTrim(NamedTuple):
    """A trimmed page on its own sheet: its lower left corner and size, the bleed, the margin of the sheet."""

    left: float
    low: float
    width: float
    height: float
    bleed: float
    margin: float


def strips(page: PressTrim) -> tuple[Line, Line]:
    """The patches below a page and the words beside them, from its lower left corner: place and size."""
    slug = page.margin - page.bleed
    low, middle = -page.margin, page.width / 2
    first, end = INDENT * PT_PER_PX, middle - 2 * ARM * PT_PER_PX
    words = middle + WORDS_INDENT * PT_PER_PX
    return (first, low, end - first, slug), (words, low, page.width - CLEAR - words, slug)


def marks_of_side(page: PressTrim, push: float, tint: float) -> bytes:
    """What draws the marks of one side of a sheet."""
    gap, length = (page.bleed + GAP * PT_PER_PX), LENGTH * PT_PER_PX
    fold, low = page.margin + page.width, page.margin
    high = low + page.height
    written = [f"q /All CS {tint:.4f} SCN {HAIR * PT_PER_PX:.4f} w"]
    for x, outwards in ((fold - page.width + push, -1), (fold + page.width - push, 1)):
        for y, away in ((low, -1), (high, 1)):
            written.append(_stroked((x + outwards * gap, y, x + outwards * (gap + length), y)))
            written.append(_stroked((x, y + away * gap, x, y + away * (gap + length))))
    for x in (page.margin - page.bleed, 2 * fold - page.margin + page.bleed):
        outwards = -1 if x < fold else 1
        written += _target(x + outwards * (page.margin - page.bleed) / 2, (low + high) / 2)
    written.append(f"[{DASH}] 0 d")
    for y, away in ((low, -1), (high, 1)):
        written.append(_stroked((fold, y + away * gap, fold, y + away * (gap + length))))
    return "\n".join([*written, "Q\n"]).encode()


def _target(x: float, y: float) -> Iterator[str]:
    """A circle and a cross around a point."""
    arm, r = ARM * PT_PER_PX, RADIUS * PT_PER_PX
    c = r * CURVE
    yield _stroked((x - arm, y, x + arm, y))
    yield _stroked((x, y - arm, x, y + arm))
    yield _numbers(x + r, y) + " m"
    yield _numbers(x + r, y + c, x + c, y + r, x, y + r) + " c"
    yield _numbers(x - c, y + r, x - r, y + c, x - r, y) + " c"
    yield _numbers(x - r, y - c, x - c, y - r, x, y - r) + " c"
    yield _numbers(x + c, y - r, x + r, y - c, x + r, y) + " c s"


def _stroked(line: Line) -> str:
    return f"{_numbers(*line[:2])} m {_numbers(*line[2:])} l S"


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.4f}" for value in values)
