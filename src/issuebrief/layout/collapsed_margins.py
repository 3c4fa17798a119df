"""Margins that meet, kept as few as they amount to.

In:  the margins of boxes that stand directly below each other, while WeasyPrint lays out.
Out: the same white between them. Where boxes without height follow each other WeasyPrint gathers the margins
     of all and goes through them for each box: only the largest and the least count, and are kept.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import COLLAPSE_MARGIN, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

FEW = 8
"""So few margins are not worth a cache."""


@contextmanager
def joined_margins() -> Iterator[None]:
    """Join margins while the block lays out."""
    plain = COLLAPSE_MARGIN.value

    def collapse(margins: list[float]) -> float:
        if len(margins) > FEW:
            margins[:] = [max(0, *margins), min(0, *margins)]
        white: float = plain(margins)
        return white

    with replaced(COLLAPSE_MARGIN, collapse):
        yield
