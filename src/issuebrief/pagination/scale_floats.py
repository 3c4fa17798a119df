"""Towers made smaller where no place for them leaves pages full: numbers only.

In:  what `place_floats.py` takes, and which floats may be made smaller.
Out: its `Placing`, and the lines of the floats that are smaller in it.

A picture that takes most of a page parts the text so far that what is left of the page before stays empty, or
what follows stands alone. A smaller one is tried there, and taken where that costs less than the hole.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from issuebrief.pagination.columns import DEFAULT_COSTS, ColumnCosts
from issuebrief.pagination.place_floats import place, place_cheaper

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from issuebrief.pagination.columns import ColumnBlock
    from issuebrief.pagination.floats import Bar, Float, Heights, Placing

TOWER = 0.3
"""The share of a page from which on a float is a tower."""
SHARES = (0.85, 0.7, 0.55, 0.42, 0.32)
OF_ONE_PAGE = SHARES[:3]
"""Those of a text that is no longer than a page: there is room, and only its columns are to end level."""
SMALLER = 0.6
"""What each line costs by which a tower is smaller."""
TOLERABLE = 12.0
"""What a page may cost before anything is tried."""
MOST_PAGES = 40
"""Longer texts are left alone: they are set again for each size."""
MOST_SET = 400
"""So many pages are set again at most for all sizes together; with towers by the dozen time would grow with
their square."""


def place_scaled(
    blocks: Sequence[ColumnBlock],
    floats: Sequence[Float],
    bars: Sequence[Bar],
    heights: Heights,
    count: int,
    scalable: Collection[int],
    costs: ColumnCosts = DEFAULT_COSTS,
) -> tuple[Placing, dict[int, int]]:
    """Choose where floats stand, and how many lines the towers among the `scalable` take."""
    best, scaled = place(blocks, floats, bars, heights, count, costs), dict[int, int]()
    cost, left = best.cost, MOST_SET
    is_short = sum(block.choices[0][0] for block in blocks) <= count * heights.on(0)
    shares = OF_ONE_PAGE if is_short else SHARES
    for n in sorted(scalable):
        pages = best.bands[-1].page + 1
        if cost <= TOLERABLE * pages or pages > MOST_PAGES or left < pages:
            break
        if floats[n].lines < TOWER * heights.least:
            continue
        for share in shares[: left // pages]:
            left -= pages
            # Figures take whole lines, also where heights count in halves.
            tried = {**scaled, n: costs.unit * ceil(share * floats[n].lines / costs.unit)}
            price = SMALLER * sum(floats[m].lines - lines for m, lines in tried.items()) / costs.unit
            placing = place_cheaper(*_with(blocks, floats, tried), bars, heights, count, costs, cost - price)
            if placing is not None:
                best, scaled, cost = placing, tried, placing.cost + price
    return best, scaled


def with_lines(floats: Sequence[Float], lines: Mapping[int, int]) -> tuple[Float, ...]:
    """Floats, some of which have other heights."""
    return tuple(replace(one, lines=lines.get(n, one.lines)) for n, one in enumerate(floats))


def _with(
    blocks: Sequence[ColumnBlock], floats: Sequence[Float], lines: Mapping[int, int]
) -> tuple[list[ColumnBlock], tuple[Float, ...]]:
    """Blocks and floats, some of which have other heights."""
    changed = [*blocks]
    for n, height in lines.items():
        place_ = floats[n].block
        changed[place_] = replace(changed[place_], choices=((height, 0.0),))
    return changed, with_lines(floats, lines)
