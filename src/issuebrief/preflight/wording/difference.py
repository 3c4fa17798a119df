"""What a comparison of source and print finds.

In:  nothing.
Out: the shape of a difference, and the kinds there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.preflight.wording.source_words import Passage


class DifferenceKind(Enum):
    """What became of some words."""

    LOST = "lost"
    CHANGED = "changed"
    DOUBLED = "doubled"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that are not in a deliverable as they were typed.

    `passage` and `start` say where they stand in the source, `typed` what they are and `printed` what stands
    in their place, or before words that were moved; `page` is a page's number, counted from 1.
    """

    kind: DifferenceKind
    passage: Passage
    start: int
    typed: str
    printed: str = ""
    page: int = 0
