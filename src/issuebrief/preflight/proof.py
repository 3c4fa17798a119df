"""What a rule is given, and what it answers.

In:  nothing; these are shapes.
Out: `Proof`, all that is known of a brief on its pages; `Finding`, one thing that a rule objects to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import PageRegion

if TYPE_CHECKING:
    from issuebrief.diagnostics.limits import Limits
    from issuebrief.frontmatter.model import Brief
    from issuebrief.layout.boxes.geometry import Rect
    from issuebrief.layout.inspect.facts import Facts

SHOWN = 60
"""How many letters of a text are quoted in a message."""


@dataclass(frozen=True)
class Proof:
    """A brief on its pages, and the limits it is held to."""

    facts: Facts
    brief: Brief
    limits: Limits


@dataclass(frozen=True)
class Finding:
    """What a rule objects to.

    `source` is the line of the file that the first spot came from, 0 where it is not known; `text` is what
    stands there, by which its place in the file is found more closely.
    """

    message: str
    hint: str
    spots: tuple[PageRegion, ...]
    source: int = 0
    text: str = ""


def spot(page: int, rect: Rect) -> PageRegion:
    """A rectangle on a page, to a hundredth of a px."""
    return PageRegion(page, round(rect.x, 2), round(rect.y, 2), round(rect.width, 2), round(rect.height, 2))


def quoted(text: str) -> str:
    """A text in quotation marks, cut off where it is long."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[:SHOWN].rsplit(' ', 1)[0]} …”"
