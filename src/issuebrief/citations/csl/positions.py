"""Where a work is cited: for the first time, again, or right behind itself.

In:  the citations in the order in which they are read, with the numbers of their notes.
Out: for each cite of each, its `Place`.

Free-hand notes have numbers too: "ibid." never stands behind a note that cites nothing, or two works.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from issuebrief.citations.csl.works import Cite


@dataclass(frozen=True)
class PlacedCitation:
    """A citation: its cites, and the number of the note that it stands in; 0 for the text itself."""

    cites: tuple[Cite, ...]
    note: int = 0


@dataclass(frozen=True)
class CitePlace:
    """How a work is cited here: as CSL names it, in which note first, and whether its last note is near."""

    position: str = "first"
    first_note: int = 0
    near: bool = False


def places(citations: Sequence[PlacedCitation], nearest: int = 5) -> list[list[CitePlace]]:
    """The place of each cite; a work is near that was cited at most `nearest` notes before."""
    first: dict[str, int] = {}
    latest: dict[str, int] = {}
    found: list[list[CitePlace]] = []
    before: PlacedCitation | None = None
    held = Counter(citation.note for citation in citations)
    for citation in citations:
        here: list[CitePlace] = []
        for number, cite in enumerate(citation.cites):
            if cite.key not in first:
                first[cite.key] = citation.note
                position, near = "first", False
            else:
                previous = citation.cites[number - 1] if number else _only(before, citation, held)
                position = _repeated(cite, previous)
                near = citation.note - latest[cite.key] <= nearest
            here.append(CitePlace(position, first[cite.key], near))
            latest[cite.key] = citation.note
        found.append(here)
        before = citation
    return found


def _only(before: PlacedCitation | None, citation: PlacedCitation, held: Mapping[int, int]) -> Cite | None:
    """The work that the citation before cites alone, in the same note, or the note before as its only one."""
    if before is None or len(before.cites) != 1 or citation.note - before.note > 1:
        return None
    if citation.note != before.note and held[before.note] > 1:
        return None
    return before.cites[0]


def _repeated(cite: Cite, previous: Cite | None) -> str:
    if previous is None or previous.key != cite.key:
        return "subsequent"
    now, then = (cite.label, cite.locator), (previous.label, previous.locator)
    if cite.locator:
        return "ibid" if now == then else "ibid-with-locator"
    return "subsequent" if previous.locator else "ibid"
