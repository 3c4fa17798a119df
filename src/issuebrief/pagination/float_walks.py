"""The ways in which text can run through a column, with small floats where they are typed: numbers only.

In:  a `FloatedText`, where the column begins, and the lines that it has.
Out: `Walk`s: where the text goes on in the next column, the floats set on the way, and the price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from issuebrief.pagination.column_flow import FlowPosition, Start, set_block
from issuebrief.pagination.columns import ENDLESS, Columns
from issuebrief.pagination.float_prices import OVERFULL, here_price, unordered_price
from issuebrief.pagination.floated_text import raised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.pagination.floated_text import FloatedText


class Walk(NamedTuple):
    """A way of text through a column: where it goes on, the floats set, and the lines used."""

    start: Start
    placed: tuple[int, ...]
    used: int
    price: float = 0.0
    here: frozenset[int] = frozenset()
    ended: bool = False
    """Whether the column ended, and not the text."""
    after_float: bool = False
    next_float: bool | None = None
    """Whether the float that comes next has to stand where it is typed, or elsewhere; None for either."""


class Walks:
    """Walks through columns of a text; each is taken once."""

    def __init__(self, text: FloatedText) -> None:
        self.text = text
        self.known: dict[tuple[Start, tuple[int, ...], int, int], list[Walk]] = {}

    def through(self, start: Start, placed: tuple[int, ...], room: int, stop: int) -> list[Walk]:
        """Every way to set text in a column from a place on: small floats may stand where they are typed."""
        key = (start, placed, room, stop)
        if key not in self.known:
            self.known[key] = list(self._walk(start, placed, room, stop))
        return self.known[key]

    def _walk(self, start: Start, placed: tuple[int, ...], room: int, stop: int) -> Iterator[Walk]:
        columns = Columns((room, ENDLESS, ENDLESS), (0, 1, 2))
        waiting = [Walk(start, placed, start.spot.used)]
        while waiting and room > 0:
            walk = waiting.pop()
            number = self.text.at.get(walk.start.block)
            whole = walk.start.block < stop and walk.start.left == self.text.lines(walk.start.block)
            if walk.start.block >= stop:
                over = OVERFULL if walk.used > room else 0.0
                yield walk._replace(start=Start(stop, 0, FlowPosition()), price=walk.price + over)
            elif number is None or not whole:
                for going in self._set_either(walk, columns):
                    yield from () if not going.ended else (going,)
                    waiting += () if going.ended else (going,)
            else:
                # What has to stand where it is typed is no float that stands elsewhere.
                is_elsewhere = walk.next_float is False and self.text.may_pass(number)
                set_here = None if is_elsewhere else self._set_here(walk, number, columns)
                if set_here is not None:
                    yield from () if not set_here.ended else (set_here,)
                    waiting += () if set_here.ended else (set_here,)
                if self.text.may_pass(number) and not walk.next_float:
                    following = Start(
                        walk.start.block + 1, self.text.lines(walk.start.block + 1), walk.start.spot
                    )
                    waiting.append(walk._replace(start=following))
        if room < 1:
            yield waiting[0]

    def _set_either(self, walk: Walk, columns: Columns) -> tuple[Walk, ...]:
        """The walk past a block; both where it matters whether the float after it stands there."""
        if not self.text.joins(walk.start.block):
            return (self._set(walk, columns),)
        apart, joined = (self._set(walk, columns, joined=joined) for joined in (False, True))
        joined = joined._replace(next_float=False)
        return (joined,) if apart.ended else (apart._replace(next_float=True), joined)

    def _set(self, walk: Walk, columns: Columns, *, joined: bool = False) -> Walk:
        """The walk past a block, or to where the column ends in it."""
        index, left, spot = walk.start
        setting = self.text.setting_at(after_float=walk.after_float, joined=joined)
        end, turns = set_block(setting, index, spot, left, columns)
        if not turns:
            start = Start(index + 1, self.text.lines(index + 1), end)
            return walk._replace(start=start, used=end.used, after_float=False, next_float=None)
        turn = turns[0]
        start = Start(index, turn.left, turn.spot._replace(column=0, stood=0))
        # What is set whole at the head of a column may be higher than what floats leave of it.
        fault = OVERFULL if turn.fault or turn.used > columns.heights[0] else 0.0
        return walk._replace(start=start, used=turn.used, price=walk.price + fault, ended=True)

    def _set_here(self, walk: Walk, number: int, columns: Columns) -> Walk | None:
        """The walk on with a float set where it is typed, if it may stand there and fits."""
        if not self.text.may_pass(number):
            return self._set_fixed(walk, number, columns)
        float_, (kind, rank) = self.text.floats[number], self.text.rank[number]
        if not float_.here or walk.placed[kind] != rank:
            return None
        going = self._set(walk._replace(after_float=True), columns)
        if going.ended:
            return None
        price = going.price + here_price(
            float_, self.text.setting.costs.unit, at_head=not walk.start.spot.used
        )
        placed, here = raised(walk.placed, kind, rank + 1), walk.here | {number}
        return going._replace(placed=placed, price=price, here=here, after_float=True)

    def _set_fixed(self, walk: Walk, number: int, columns: Columns) -> Walk:
        """The walk on with what has to stand where it is typed, whether it fits or breaks."""
        going = self._set(walk._replace(after_float=True), columns)
        if going.ended and going.start.left == walk.start.left:
            return going
        kind = self.text.kinds.index(self.text.floats[number].kind)
        before = sum(n < number for n in self.text.queues[kind])
        price = going.price + unordered_price(walk.placed[kind], before)
        return going._replace(price=price, here=walk.here | {number}, after_float=True)
