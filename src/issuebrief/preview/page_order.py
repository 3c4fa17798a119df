"""Which pages are drawn first, and when it is worth showing what has been drawn so far.

In:  the numbers of pages that are to be drawn, and those in sight.
Out: an order, and a yes or no after each page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.preview.model import Revision, SetPage

PAUSE = 0.4
"""Seconds from one telling to the next."""


def unseen(_revision: Revision) -> None:
    """Nobody looks before all pages are there."""


@dataclass(frozen=True)
class Told:
    """How a revision of this number is told of, which began then.

    `sent` are the keys of pages that the asker has, which grow as it is told; `between` is called between two
    steps, and may raise; `visible` are the pages in sight, and `show` tells of them before the others.
    """

    number: int
    sent: set[str]
    began: float
    between: Callable[[], None]
    visible: Sequence[int] = ()
    show: Callable[[Revision], None] = unseen


def from_visible(numbers: Sequence[int], visible: Sequence[int]) -> list[int]:
    """Page numbers, those in sight first and the others by how near they are."""

    def far(number: int) -> int:
        return min((abs(number - seen) for seen in visible), default=0)

    return sorted(numbers, key=lambda number: (far(number), number))


def held(pages: Sequence[SetPage], before: Sequence[SetPage]) -> tuple[SetPage, ...]:
    """Pages, those that are coming with the keys of what is shown in their places until then."""
    return tuple(
        replace(page, key=before[number].key) if page.coming and number < len(before) else page
        for number, page in enumerate(pages)
    )


class UpdateThrottle:
    """When to tell of pages though others are not drawn yet.

    At first as soon as one of them looks new, then now and then. `keys` are those of the pages as they were
    last told.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self._told = list(keys)
        self._next = 0.0

    def is_due(self, keys: Sequence[str]) -> bool:
        """Whether to tell now that pages have these keys, empty ones where they are coming."""
        if monotonic() < self._next:
            return False
        if len(keys) == len(self._told) and all(map(_looks_the_same, keys, self._told)):
            return False
        self._told, self._next = list(keys), monotonic() + PAUSE
        return True


def _looks_the_same(now: str, told: str) -> bool:
    return not now or now == told
