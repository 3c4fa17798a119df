"""Floats that run off the edge of the page, where a page has a place for that: numbers only.

In:  what `scale_floats.py` takes.
Out: its answer, and the floats that it is for: those whose way to the edge of a page would leave too large a
     hole stand on the page as others do.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.pagination.columns import DEFAULT_COSTS, ColumnCosts
from issuebrief.pagination.scale_floats import place_scaled

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from issuebrief.pagination.columns import ColumnBlock
    from issuebrief.pagination.floats import Bar, Float, Heights, Placing

RUN_OFF = 100.0
"""What it may cost that a picture reaches the edge of the page, as all prices are, in missing lines."""


def place_running_off(
    blocks: Sequence[ColumnBlock],
    floats: Sequence[Float],
    bars: Sequence[Bar],
    heights: Heights,
    count: int,
    scalable: Collection[int],
    costs: ColumnCosts = DEFAULT_COSTS,
) -> tuple[Placing, dict[int, int], tuple[Float, ...]]:
    """Choose where floats stand, how many lines the towers take, and which floats run off the page."""

    def placed(some: Sequence[Float]) -> tuple[Placing, dict[int, int], tuple[Float, ...]]:
        return *place_scaled(blocks, some, bars, heights, count, scalable, costs), tuple(some)

    best = placed(floats)
    # What takes the page to its edge has no place within it.
    running = [n for n, one in enumerate(floats) if one.runs_off and _within(one).lines <= heights.least]
    if not running:
        return best
    within = placed([_within(one) if n in running else one for n, one in enumerate(floats)])
    if best[0].cost <= within[0].cost + RUN_OFF:
        return best
    for n in running:
        # One after the other, so that those that have their place keep it.
        found = placed([_within(one) if m == n else one for m, one in enumerate(best[2])])
        if found[0].cost < best[0].cost - RUN_OFF:
            best = found
    return best


def _within(one: Float) -> Float:
    """A float that does not run off the page."""
    return replace(one, lines=one.lines + one.runs_off, runs_off=0)
