"""What may stand at the heads and feet of columns, and across them: numbers only.

In:  a `FloatedText`, the state at the top of a page or column, and the room there.
Out: each choice of floats that fit there, and whose mentions the text can reach there.
"""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.pagination.float_states import ColumnRoom, State
    from issuebrief.pagination.floated_text import FloatedText
    from issuebrief.pagination.floats import Band, Heights

AHEAD = 4
"""So many floats of a kind are tried at the foot of a page: columns above it may hold those before."""


def across(
    text: FloatedText, count: int, state: State, room: ColumnRoom, height: int
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """What may stand across the columns of a page: at their head, at their foot, by their numbers."""
    rest = [n for n in text.nexts(state, 1) if text.floats[n].goes_on and not room.top]
    if rest:
        yield (rest[0],), ()
        return
    yield (), ()
    reach = text.lines_before(state.start) + height * count
    nexts = [
        n for n in text.nexts(state, AHEAD)
        if text.floats[n].spans and text.line_at(text.floats[n].mention) <= reach
    ]  # fmt: skip
    stack = _stack(text, state, nexts, height, reach)
    if stack and not room.top:
        yield stack, ()
    for n in nexts:
        if text.floats[n].lines > height:
            continue
        if text.floats[n].alone:
            if not room.top:
                yield (n,), ()
            continue
        if text.floats[n].head and not room.top:
            yield (n,), ()
            for other in nexts:
                fits = text.floats[n].room + text.floats[other].lines <= height
                if fits and other != n and text.follows(state, n, other):
                    if text.floats[other].head:
                        yield (n, other), ()
                    if text.floats[other].foot:
                        yield (n,), (other,)
        if text.floats[n].foot:
            yield (), (n,)


def may_run_off(
    text: FloatedText, heights: Heights, room: ColumnRoom, head: tuple[int, ...], foot: tuple[int, ...], *,
    is_full: bool,
) -> bool:  # fmt: skip
    """Whether what runs off the page reaches its edge: the first at the head, the last at a full foot."""

    def any_of(numbers: Sequence[int]) -> bool:
        return any(text.floats[n].runs_off for n in numbers)

    if any_of((*head[1:], *foot[:-1])):
        return False
    begins = not room.top and room.lines >= heights.least
    return (begins or not any_of(head)) and (is_full or not any_of(foot))


def beside(
    text: FloatedText, count: int, state: State, band: Band, column: int
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """What may stand at the head and foot of a column, counted from 0."""
    yield (), ()
    reach = text.lines_before(state.start) + band.lines * (count - column)
    nexts = [
        n for n in text.nexts(state, 2)
        if not text.floats[n].spans and n not in band.foot and text.line_at(text.floats[n].mention) <= reach
    ]  # fmt: skip
    if (stack := _stack(text, state, nexts, band.lines, reach)) and not {*stack} & {*band.foot}:
        yield stack, ()
    for n in nexts:
        one = text.floats[n]
        if one.lines > band.lines:
            continue
        if one.head:
            yield (n,), ()
        if one.foot:
            yield (), (n,)
        for m in nexts:
            other = text.floats[m]
            if m == n or one.room + other.lines > band.lines or not text.follows(state, n, m):
                continue
            if one.head and other.head:
                yield (n, m), ()
            if one.head and other.foot:
                yield (n,), (m,)
            if one.foot and other.foot:
                yield (), (n, m)


def _stack(text: FloatedText, state: State, nexts: Sequence[int], height: int, reach: int) -> tuple[int, ...]:
    """The next floats below each other, as many as there is room for; none where that is two or fewer."""
    if sum(text.floats[n].room for n in nexts[:2]) >= height or len(nexts) < 2:
        return ()
    spans = text.floats[nexts[0]].spans
    queues = (queue[placed:] for queue, placed in zip(text.queues, state.placed, strict=True))
    stack: list[int] = []
    for n in merge(*queues):
        one = text.floats[n]
        fits = sum(text.floats[m].room for m in stack) + one.lines <= height
        if not (fits and one.head and one.spans == spans and text.line_at(one.mention) <= reach):
            break
        stack.append(n)
    return tuple(stack) if len(stack) > 2 else ()
