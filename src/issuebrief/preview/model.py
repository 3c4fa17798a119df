"""What the preview shows, as values.

In:  nothing; these are the shapes that `session.py` fills and `messages.py` writes for the browser.
Out: `Revision` and its parts, `Failure`, `PressProof`, all frozen, and `Cancelled`. Lengths are points from
     the top left corner of a page, pages count from 0, lines from 1. They travel from process to process.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.diagnostics.model import Diagnostic


class Cancelled(Exception):
    """The files have changed again: what is being made is wanted no more."""


@dataclass(frozen=True)
class Trim:
    """Where the trimmed page lies on its press sheet."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class SetPage:
    """A page as it is set. Pages of one `key` look the same; `trim` is the page on a press sheet.

    A page that is `coming` is not drawn yet: its key is that of the page before it in this place, or empty.
    """

    key: str
    width: float
    height: float
    folio: str
    trim: Trim | None = None
    coming: bool = False


@dataclass(frozen=True)
class SourceBlock:
    """Where a piece of the source stands; `file` is relative to the brief's folder."""

    page: int
    x: float
    y: float
    width: float
    height: float
    line: int
    file: str


@dataclass(frozen=True)
class Heading:
    """A heading, and where it stands."""

    title: str
    level: int
    page: int
    y: float
    line: int


@dataclass(frozen=True)
class Counts:
    """How much there is of a brief; `fill` is how far down the last page goes, 0 to 1."""

    pages: int = 0
    words: int = 0
    notes: int = 0
    fill: float = 0.0


@dataclass(frozen=True)
class Revision:
    """A brief that was set.

    `drawn` has a PDF of one page for the key of each page that the asker did not know, `texts` its text as
    JSON; `seconds` is how long all of it took. A revision that is not `whole` is told early, while some of
    its pages are coming: it is told again under the same number, with what only drawing them brings to light.
    """

    number: int
    title: str
    pages: tuple[SetPage, ...]
    drawn: Mapping[str, bytes] = field(repr=False)
    blocks: tuple[SourceBlock, ...] = ()
    headings: tuple[Heading, ...] = ()
    counts: Counts = Counts()
    problems: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0
    whole: bool = True
    texts: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class PressProof:
    """The press sheets of a revision: its pages with bleed and marks."""

    number: int
    pages: tuple[SetPage, ...]
    drawn: Mapping[str, bytes] = field(repr=False)
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Failure:
    """A brief that cannot be set, and why."""

    problems: tuple[Diagnostic, ...]
