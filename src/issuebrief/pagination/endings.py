"""How what follows the text fills pages: numbers only.

In:  where the text ends on its last page, and the `EndPiece`s after it: boxes, legal lines, notes.
Out: an `Ending`: what stays empty, and how far the last page is filled; and what that costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

HOLE = 3.5
"""So many empty lines at the foot of a page are no hole."""
LEAST_FILL = 0.25
"""The share of the last page that is filled, at the least."""
EMPTY, LACK = 1.5, 2.0
"""The cost of a line that makes a hole larger than it may be, and of one that is missing on the last page."""
FAULTY, SEEN = 2.0, 4.0
"""What it costs that there is a hole that is seen, of more than so many lines, or a last page that is nearly
empty, in lines that are empty."""
SPARE = 0.25
"""What an empty last page would cost, and its share for what is empty on one: of two good endings the
fuller one is better."""
TORN, SHORT = 2.0, 0.5
"""The cost of notes that go on overleaf though they are short, in lines that are empty; and the share of a
page that short ones take at the most."""
PAGE = 3.0
"""The cost of a page, in lines that are empty."""


class EndPiece(NamedTuple):
    """Something after the text: its lines and the white above it.

    One that goes on overleaf stands before the break with at least so many lines; 0 is for one that does not.
    Of `notes`, those that are short are better on one page.
    """

    lines: float
    above: float = 0.0
    least: float = 0.0
    notes: bool = False


class Ending(NamedTuple):
    """The empty lines at the foot of each page before the last, and the filled share of the last one."""

    empty: tuple[float, ...]
    last: float
    is_only: bool = False
    """Whether the last page is the only one."""
    torn: bool = False
    """Whether notes go on overleaf that are short."""

    @property
    def is_good(self) -> bool:
        """Whether there is no hole, no page that is nearly empty, and short notes are on one page."""
        is_full = max(self.empty, default=0.0) <= HOLE and (self.is_only or self.last >= LEAST_FILL)
        return is_full and not self.torn

    def cost(self, page_lines: float) -> float:
        """What it costs, in empty lines."""
        holes = sum(max(0.0, lines - HOLE) for lines in self.empty)
        lack = 0.0 if self.is_only else max(0.0, LEAST_FILL - self.last) * page_lines
        spare = 0.0 if self.is_only else SPARE * (1.0 - self.last)
        faulty = FAULTY * (any(lines > SEEN for lines in self.empty) + (lack > 0))
        return EMPTY * holes + LACK * lack + faulty + spare + PAGE * len(self.empty) + TORN * self.torn


def are_torn(notes: float, page_lines: float, pages: int) -> bool:
    """Whether notes of so many lines stand on more pages than they have to."""
    return pages > 1 and notes <= SHORT * page_lines


def ending_of(used: float, page_lines: float, pieces: Sequence[EndPiece], *, on_first: bool) -> Ending:
    """What comes of pieces after a text that takes so many lines of its last page.

    On a page with no room for a line nothing ends better or worse.
    """
    if page_lines < 1:
        return Ending((), 1.0, on_first)
    empty: list[float] = []
    torn = False
    for piece in pieces:
        top = used + (piece.above if used else 0.0)
        least = min(piece.lines, piece.least or piece.lines)
        if top + least > page_lines:
            empty.append(page_lines - used)
            top = 0.0
        used = top + piece.lines
        while piece.least and used > page_lines:
            torn = torn or (piece.notes and are_torn(piece.lines, page_lines, 2))
            empty.append(0.0)
            used -= page_lines
    return Ending(tuple(empty), min(1.0, used / page_lines), on_first and not empty, torn)
