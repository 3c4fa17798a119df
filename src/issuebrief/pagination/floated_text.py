"""A text with floats as the search for their places asks about it: numbers only.

In:  the `ColumnBlock`s of the text in grid lines, and the `Float`s among them.
Out: a `FloatedText`: which floats come next, which a state has reached or passed, how much text is left.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from issuebrief.pagination.column_flow import FlowPosition, Start, setting_of
from issuebrief.pagination.float_states import NOWHERE, State

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from issuebrief.pagination.column_flow import FlowSetting
    from issuebrief.pagination.columns import ColumnBlock, ColumnCosts
    from issuebrief.pagination.floats import Band, Float, Point


class FloatedText:
    """What stays the same while places are searched for.

    `at` has the float of a block, `queues` the floats of each kind in order, `rank` for each its kind and
    its place in the queue.
    """

    def __init__(self, blocks: Sequence[ColumnBlock], floats: Sequence[Float], costs: ColumnCosts) -> None:
        self.blocks, self.floats = blocks, floats
        self.at = {float_.block: number for number, float_ in enumerate(floats)}
        self.kinds = sorted({float_.kind for float_ in floats})
        self.queues = [
            [n for n, float_ in enumerate(floats) if float_.kind == kind and self.may_pass(n)]
            for kind in self.kinds
        ]
        self.rank = {n: (k, r) for k, queue in enumerate(self.queues) for r, n in enumerate(queue)}
        self.setting = setting_of(blocks, costs)
        freed = _freed(blocks, floats, self.at)
        skipping = self.setting._replace(whites=_whites_without(freed, self.at))
        self._joined = _joined(blocks, [one.block for one in floats if one.joins])
        self._settings = {
            (after_float, joined): setting._replace(blocks=self._joined if joined else blocks)
            for after_float, setting in ((False, skipping), (True, self.setting))
            for joined in (False, True)
        }
        # What has to stand where it is typed takes lines of the text.
        passed = {block for block, number in self.at.items() if self.may_pass(number)}
        lines = [0 if n in passed else block.choices[0][0] for n, block in enumerate(blocks)]
        whites = [0 if n in passed else white for n, white in enumerate(_whites_without(freed, passed))]
        self.before = [0, *accumulate(n + white for n, white in zip(lines, whites, strict=True))]

    @property
    def beginning(self) -> State:
        """The state before the first block."""
        return State(self.start_of(0), tuple(0 for _ in self.kinds))

    def start_of(self, block: int) -> Start:
        """The place before a block, at the top of a column."""
        return Start(block, self.lines(block), FlowPosition())

    def setting_at(self, *, after_float: bool, joined: bool) -> FlowSetting:
        """How a block is set: below a float, or as though none were typed in the text.

        One that is `joined` stays with what follows the floats after it, which stand elsewhere.
        """
        return self._settings[after_float, joined]

    def joins(self, block: int) -> bool:
        """Whether a block stays with what follows the floats after it, should those stand elsewhere."""
        return self._joined[block].keep_with_next and not self.blocks[block].keep_with_next

    def lines(self, block: int) -> int:
        """The lines of a block; 0 after the last one."""
        return self.blocks[block].choices[0][0] if block < len(self.blocks) else 0

    def nexts(self, state: State, most: int) -> list[int]:
        """The next floats of each kind, by their numbers."""
        return sorted(
            n for kind, queue in enumerate(self.queues)
            for n in queue[state.placed[kind] : state.placed[kind] + most]
        )  # fmt: skip

    def follows(self, state: State, one: int, other: int) -> bool:
        """Whether both floats can be set one after the other from a state."""
        following = self.with_floats(state, (one,))
        return following is not None and self.with_floats(following, (other,)) is not None

    def with_floats(self, state: State, numbers: Sequence[int]) -> State | None:
        """A state with floats set, or None where another one of their kind comes first."""
        placed, owed = state.placed, state.owed
        for n in numbers:
            kind, rank = self.rank[n]
            if placed[kind] != rank:
                return None
            placed = raised(placed, kind, rank + 1)
            owed = max(owed, self.floats[n].mention)
        return state._replace(placed=placed, owed=owed)

    def turned(self, state: State, band: Band, stop: int) -> State | None:
        """A state at the end of a page, or None where a float on it stands before its mention."""
        done = self.with_floats(state, band.foot)
        if done is None:
            return None
        is_ended = done.start.block >= stop > done.owed.block
        if not (is_ended or self._is_past(done.owed, done.start)):
            return None
        return done._replace(owed=NOWHERE)

    def is_amid_float(self, start: Start) -> bool:
        """Whether a table goes on there, above which no other may stand."""
        return start.block in self.at and start.left < self.lines(start.block)

    def is_reached(self, point: Point, start: Start) -> bool:
        """Whether the text has gone past a point."""
        if start.block != point.block:
            return point.block < start.block
        return self.lines(start.block) - start.left > point.lines

    def _is_past(self, point: Point, start: Start) -> bool:
        """Whether a mention stays on the page, should what is before it become some lines longer.

        Where heights count in parts of a line, paragraphs cannot make up for that.
        """
        margin = self.setting.costs.widows * self.setting.costs.unit
        return point == NOWHERE or self.lines_before(start) - self.line_at(point) > margin

    def pending(self, state: State) -> int:
        """How many floats the text has passed and not set."""
        return sum(
            self.floats[n].block <= state.start.block and self.is_reached(self.floats[n].mention, state.start)
            for kind, queue in enumerate(self.queues)
            for n in queue[state.placed[kind] : state.placed[kind] + 4]
        )

    def all_placed(self, state: State) -> bool:
        """Whether every float is set."""
        return all(n == len(queue) for n, queue in zip(state.placed, self.queues, strict=True))

    def lines_before(self, start: Start) -> int:
        """About how many lines stand before a place."""
        return self.before[start.block] + max(0, self.lines(start.block) - start.left)

    def line_at(self, point: Point) -> int:
        """About how many lines stand before a point; none before what the text begins with."""
        return self.before[min(max(point.block, 0), len(self.blocks))] + point.lines

    def may_pass(self, number: int) -> bool:
        """Whether text may go on past a float that is not set where it is typed."""
        return self.floats[number].head or self.floats[number].foot or self.floats[number].alone

    def rest(self, state: State, stop: int, count: int, *, floats_too: bool) -> int:
        """About how many lines of columns are still to be filled, at the least."""
        lines = self.before[stop] - self.lines_before(state.start)
        if floats_too:
            unset = (n for k, queue in enumerate(self.queues) for n in queue[state.placed[k] :])
            lines += sum(self.floats[n].lines * (count if self.floats[n].spans else 1) for n in unset)
        return int(lines * 0.97) - 2


def raised(placed: tuple[int, ...], kind: int, count: int) -> tuple[int, ...]:
    """How many floats of each kind are set, with so many of one."""
    return (*placed[:kind], count, *placed[kind + 1 :])


def _freed(
    blocks: Sequence[ColumnBlock], floats: Sequence[Float], at: Mapping[int, int]
) -> Sequence[ColumnBlock]:
    """The blocks with the white above them that they have where no floats are typed before them."""
    freed = [*blocks]
    for float_ in floats:
        following = float_.block + 1
        if float_.above is not None and following < len(blocks) and following not in at:
            freed[following] = replace(blocks[following], above=float_.above)
    return freed


def _joined(blocks: Sequence[ColumnBlock], floats: Sequence[int]) -> Sequence[ColumnBlock]:
    """The blocks as they stay together where what is typed between them stands elsewhere."""
    joined = [*blocks]
    for block in floats:
        if block:
            joined[block - 1] = replace(blocks[block - 1], keep_with_next=True)
    return joined


def _whites_without(blocks: Sequence[ColumnBlock], left_out: Collection[int]) -> tuple[int, ...]:
    """The white above each block where those left out do not stand between it and the one before."""
    whites, below = [], 0
    for n, block in enumerate(blocks):
        whites.append(max(below, block.above))
        if n not in left_out:
            below = block.below
    return tuple(whites)
