"""Find what two sequences have in common, in order, in bounded time.

In:  two sequences of values that can be hashed: the words of paragraphs, or paragraphs.
Out: pairs of places, increasing in both sequences, whose values are equal.

What both begin and end with is taken off first. Then values that each sequence has once are anchors, in the
longest row that increases in both (Bram Cohen's patience diff), and so on between them. What has no anchors
left is compared in full where the shorter side is short, and is otherwise taken to have nothing in common.
So the work grows with the sum of the lengths (docs/decisions/0034-bounded-work.md), where a full comparison
grows with their product.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

MOST_IN_FULL = 160
"""So many values the shorter of two sequences without anchors may have to be compared in full."""
DEEPEST = 12
"""So often anchors are looked for between anchors."""

Pair = tuple[int, int]


def in_common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Places of equal values, increasing in both."""
    found: list[Pair] = []
    # Each entry is a stretch of both: its bounds, and how deep it lies.
    stretches = [(0, len(old), 0, len(new), 0)]
    while stretches:
        first, last, low, high, depth = stretches.pop()
        while first < last and low < high and old[first] == new[low]:
            found.append((first, low))
            first, low = first + 1, low + 1
        while first < last and low < high and old[last - 1] == new[high - 1]:
            last, high = last - 1, high - 1
            found.append((last, high))
        if first == last or low == high:
            continue
        anchors = _anchors(old, new, first, last, low, high) if depth < DEEPEST else []
        if not anchors:
            found += _in_full(old, new, first, last, low, high)
            continue
        for at, to in [*anchors, (last, high)]:
            stretches.append((first, at, low, to, depth + 1))
            first, low = at + 1, to + 1
        found += anchors
    return sorted(found)


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], first: int, last: int, low: int, high: int
) -> list[Pair]:
    """The longest increasing row of values that each of the two stretches has once."""
    once_old = _places_of_single(old, first, last)
    once_new = _places_of_single(new, low, high)
    pairs = [(at, once_new[value]) for value, at in once_old.items() if value in once_new]
    return _increasing(sorted(pairs))


def _places_of_single(values: Sequence[Hashable], first: int, last: int) -> dict[Hashable, int]:
    counts = Counter(values[first:last])
    return {values[at]: at for at in range(first, last) if counts[values[at]] == 1}


def _increasing(pairs: list[Pair]) -> list[Pair]:
    """The longest part of pairs, sorted by the first, that increases in the second (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for number, (_, to) in enumerate(pairs):
        pile = bisect_left(tops, to)
        if pile == len(tops):
            tops.append(to)
            piles.append(number)
        else:
            tops[pile], piles[pile] = to, number
        before.append(piles[pile - 1] if pile else -1)
    row: list[Pair] = []
    number = piles[-1] if piles else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _in_full(
    old: Sequence[Hashable], new: Sequence[Hashable], first: int, last: int, low: int, high: int
) -> list[Pair]:
    """A longest common subsequence (Wagner and Fischer, 1974), if one of the stretches is short."""
    if min(last - first, high - low) > MOST_IN_FULL:
        return []
    if set(old[first:last]).isdisjoint(new[low:high]):
        return []
    width = high - low
    rows = [[0] * (width + 1)]
    for at in range(last - 1, first - 1, -1):
        below, row = rows[-1], [0] * (width + 1)
        value = old[at]
        for to in range(width - 1, -1, -1):
            if value == new[low + to]:
                row[to] = below[to + 1] + 1
            else:
                row[to] = max(below[to], row[to + 1])
        rows.append(row)
    rows.reverse()
    found: list[Pair] = []
    at, to = 0, 0
    while at < last - first and to < width:
        if old[first + at] == new[low + to]:
            found.append((first + at, low + to))
            at, to = at + 1, to + 1
        elif rows[at + 1][to] >= rows[at][to + 1]:
            at += 1
        else:
            to += 1
    return found
