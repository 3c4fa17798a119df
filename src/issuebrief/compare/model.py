"""What comparing two versions of a brief gives.

In:  nothing; these are the shapes that the modules of this room fill.
Out: `Change` and `Comparison`, frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What was done."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    RESTYLED = "restyled"


@dataclass(frozen=True)
class Change:
    """A change: what was done, in which part of the brief, the words before and after, and its pages.

    `anchor` is the id of the element that shows it, `origin` that of the place something was moved from.
    `page` and `origin_page` count from 1 and are 0 where there are no pages. `line` is that of the later
    file, 0 where it is not known.
    """

    number: int
    kind: ChangeKind
    part: str
    before: str
    after: str
    anchor: str = ""
    origin: str = ""
    page: int = 0
    origin_page: int = 0
    line: int = 0


@dataclass(frozen=True)
class MarkedPage:
    """A page of HTML in which changes are marked, and the changes in the order of reading."""

    html: str
    changes: tuple[Change, ...]
