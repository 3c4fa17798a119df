"""What rules measure: how far something sticks out, what lies on what.

In:  facts of laid-out pages.
Out: lengths in px, and words for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.units import MM_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.layout.boxes.geometry import Rect
    from issuebrief.layout.inspect.displaced_boxes import Displaced
    from issuebrief.layout.inspect.facts import Box, Column, Facts, Line, SetPicture

TOUCH = 1.0
"""By how many px things may overlap before anybody sees it."""

ASCENT, DESCENT = 0.6, 0.1
"""How far above and below the baseline, in em, letters have ink that must stay free."""


def protrusion(inner: Rect, outer: Rect) -> float:
    """How far a rectangle sticks out of another, in px; below 0 where it does not."""
    return max(outer.x - inner.x, inner.right - outer.right, outer.y - inner.y, inner.bottom - outer.bottom)


def overhang(inner: Rect, outer: Rect | None) -> float:
    """How far a rectangle sticks out of another to the left or right; 0 where there is none."""
    return max(outer.x - inner.x, inner.right - outer.right, 0.0) if outer else 0.0


def beyond_page(thing: Line | SetPicture | Box | Displaced, facts: Facts) -> float:
    """How far something stands outside its page; 0 where it does not."""
    beyond = protrusion(thing.rect, facts.sheets[thing.page - 1])
    return beyond if beyond > TOUCH / 2 else 0.0


def top_of(line: Line) -> float:
    """Where the ink of a line begins that must stay free."""
    return line.baseline - ASCENT * line.size


def foot_of(line: Line) -> float:
    """Where it ends."""
    return line.baseline + DESCENT * line.size


def is_cut(line: Line) -> bool:
    """Whether a part of a line, or all of it, does not show."""
    return line.window is not None and protrusion(line.rect, line.window) > TOUCH


def meet(one: Rect, other: Rect) -> bool:
    """Whether two rectangles overlap from left to right."""
    return min(one.right, other.right) - max(one.x, other.x) > TOUCH


def lie_on(one: Rect, other: Rect) -> bool:
    """Whether two rectangles overlap, be one of them as thin as a rule."""
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    across = min(one.right, other.right) - max(one.x, other.x)
    least_down = min(TOUCH, min(one.height, other.height) / 2)
    least_across = min(TOUCH, min(one.width, other.width) / 2)
    return down > least_down and across > least_across


def mm(px: float) -> str:
    """A length in millimetres."""
    return f"{px * MM_PER_PX:.1f} mm"


class Neighbours:
    """The columns that stand beside each column."""

    def __init__(self, columns: Iterable[Column]) -> None:
        groups: dict[int, list[Column]] = {}
        for column in columns:
            groups.setdefault(column.group, []).append(column)
        self._beside = {
            column.number: [other.rect for other in group if other is not column]
            for group in groups.values()
            for column in group
        }

    def overlap(self, thing: Line | SetPicture | Box) -> float:
        """How far something in a column reaches into one beside it; 0 where it does not."""
        overlaps = (
            min(thing.rect.right, rect.right) - max(thing.rect.x, rect.x)
            for rect in self._beside.get(thing.column, ())
            if lie_on(thing.rect, rect)
        )
        return max(overlaps, default=0.0)
