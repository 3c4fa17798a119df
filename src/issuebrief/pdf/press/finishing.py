"""Settle how a brief is finished: to which multiple of pages, and whether as a booklet.

In:  what the command line and the front matter ask for, the first before the other.
Out: a `Finishing`; or problems: a number of pages that is none, an imposition that there is not, a creep that
     paper does not have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from math import lcm
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, Severity, diagnostic, error
from issuebrief.pdf.press.wishes import Wish, wanted
from issuebrief.units import PX_PER_MM

if TYPE_CHECKING:
    from issuebrief.job import Printing
    from issuebrief.manuscript import Manuscript

BOOKLET, NONE = "booklet", "none"
YES = ("yes", "True")
"""What asks for a ticket: the command line, and the front matter."""

SIDES = 4
"""A folded sheet has so many pages."""

MOST_PAGES = 64
"""The largest multiple that anything is folded to."""

MOST_CREEP = 1.0
"""Thicker paper is board, which is not folded; in mm."""

LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(?:mm)?")


@dataclass(frozen=True)
class Finishing:
    """How a brief is finished, and whether a job ticket is asked for.

    `creep` is how far each sheet pushes the next one out, in px.
    """

    multiple: int = 1
    booklet: bool = False
    creep: float = 0.0
    ticket: bool = False

    def blanks(self, pages: int) -> int:
        """How many blank pages a brief of so many pages ends with."""
        return -pages % self.multiple


def settle_finishing(
    printing: Printing, manuscript: Manuscript
) -> tuple[Finishing | None, tuple[Diagnostic, ...]]:
    """How a brief is finished; None where there are problems."""
    wishes = {what: wanted(printing, manuscript, what) for what in ("pages", "imposition", "creep")}
    multiple, no_multiple = _multiple(wishes["pages"])
    booklet, no_booklet = _booklet(wishes["imposition"])
    creep, no_creep = _creep(wishes["creep"], booklet)
    problems = no_multiple + no_booklet + no_creep
    if problems:
        return None, problems
    ticket = wanted(printing, manuscript, "ticket").value in YES
    return Finishing(lcm(multiple, SIDES) if booklet else multiple, booklet, creep, ticket), ()


def blanks_told(count: int, finishing: Finishing, manuscript: Manuscript) -> tuple[Diagnostic, ...]:
    """What is said of blank pages at the end."""
    if not count:
        return ()
    pages = "a blank page is" if count == 1 else f"{count} blank pages are"
    message = f"{pages} added at the end of the press file, to a multiple of {finishing.multiple}"
    place = manuscript.source.place(0)
    return (diagnostic(Severity.INFO, "press.blank-pages", message, place, "the other files have none"),)


def _multiple(wish: Wish) -> tuple[int, tuple[Diagnostic, ...]]:
    value = wish.value.strip()
    if not value:
        return 1, ()
    if value.isdecimal() and 1 <= int(value) <= MOST_PAGES:
        return int(value), ()
    message = f"pages come in a multiple from 1 to {MOST_PAGES}, not “{wish.value}”"
    return 1, (_problem(message, wish, "write 4 for folded sheets, or 2 for single ones"),)


def _booklet(wish: Wish) -> tuple[bool, tuple[Diagnostic, ...]]:
    value = wish.value.strip().casefold()
    if value in ("", NONE, BOOKLET):
        return value == BOOKLET, ()
    near = get_close_matches(value, (BOOKLET,), 1)
    hint = f"did you mean {near[0]}?" if near else f"write {BOOKLET}; other impositions are the printer's"
    return False, (_problem(f"there is no imposition “{wish.value}”", wish, hint),)


def _creep(wish: Wish, booklet: bool) -> tuple[float, tuple[Diagnostic, ...]]:
    if not wish.value.strip():
        return 0.0, ()
    found = LENGTH.fullmatch(wish.value.strip())
    if not found or float(found[1]) > MOST_CREEP:
        message = f"the creep of a sheet is a length from 0 to {MOST_CREEP:g} mm, not “{wish.value}”"
        hint = "write 0.1mm, about the thickness of the paper"
        return 0.0, (_problem(message, wish, hint),)
    if not booklet and float(found[1]):
        message = "creep is that of a booklet, and none is asked for"
        return 0.0, (_problem(message, wish, f"ask for one with imposition: {BOOKLET}, or leave creep out"),)
    return float(found[1]) * PX_PER_MM, ()


def _problem(message: str, wish: Wish, hint: str) -> Diagnostic:
    return error("press.finishing", message, wish.place, hint, wish.excerpt)
