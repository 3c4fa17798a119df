"""Where floats stand, chosen over the whole text: numbers only.

In:  the `Block`s of the text in grid lines, the `Float`s and `Bar`s among them, and the heights of columns.
Out: a `Placing`: which floats stand at the head and foot of which column, and which where they are typed.

The choice is made by dynamic programming over columns: of all ways to come to the same place of the text with
the same floats set only the cheapest is kept (Mittelbach, "Effective floating strategies", 2017). Paragraphs
have the lengths that are best for them; `fill.py` makes the columns level afterwards, so a line or two that
are missing here cost little.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import nsmallest
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.compose.column_flow import Spot, Start, set_block, setting_of
from issuebrief.compose.columns import ENDLESS, MANNERS, Columns, Manners
from issuebrief.compose.float_prices import (
    OVERFULL,
    PENDING_COLUMN,
    PENDING_PAGE,
    band_price,
    column_price,
    here_price,
    unordered_price,
    white_price,
)
from issuebrief.compose.floats import Band, Bar, Column, Float, Heights, Placing, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.compose.columns import Block

BEAM = 12
"""How many ways are followed from column to column."""
LEVELS = 5
"""So many heights above the least are tried for columns that are balanced."""
NOWHERE = Point(-1, 0)


class State(NamedTuple):
    """Where the text has come to, the floats of each kind that are set, what this page must still reach."""

    start: Start
    placed: tuple[int, ...]
    owed: Point = NOWHERE


class Way(NamedTuple):
    """The cheapest way to a state: its cost, what was decided last, and the way before it."""

    cost: float
    decided: tuple[Column, frozenset[int]] | Band | None = None
    before: Way | None = None


class Room(NamedTuple):
    """The lines of a column on a page, the pages before it, and the lines that are taken at its top."""

    lines: int
    page: int
    top: int


Ways = dict[State, Way]


def place(
    blocks: Sequence[Block],
    floats: Sequence[Float],
    bars: Sequence[Bar],
    heights: Heights,
    count: int,
    manners: Manners = MANNERS,
) -> Placing:
    """Choose where the floats stand; `count` columns stand side by side.

    A block among `blocks` that is a float's stands there where the float
    does; otherwise it is left out.
    """
    # What is higher than a page takes a whole one.
    floats = [replace(one, lines=min(one.lines, max(1, heights.later))) for one in floats]
    search = _Search(blocks, floats, heights, count, manners)
    starts: dict[tuple[int, int], Ways] = {(0, 0): {search.beginning: Way(0.0)}}
    for bar in bars:
        starts = search.past(bar, search.ends(starts, bar.block, floats_too=False))
    ends = search.ends(starts, len(blocks), floats_too=True)
    best = min((way for ways in ends.values() for way in ways.values()), key=lambda way: way.cost)
    return _told(best)


def _told(way: Way | None) -> Placing:
    """What was decided on a way."""
    bands: list[Band] = []
    here: frozenset[int] = frozenset()
    columns: list[Column] = []
    cost = way.cost if way else 0.0
    while way:
        if isinstance(way.decided, Band):
            bands.append(replace(way.decided, columns=tuple(reversed(columns))))
            columns = []
        elif way.decided:
            column, set_here = way.decided
            here |= set_here
            columns.append(column)
        way = way.before
    return Placing(tuple(reversed(bands)), here, cost)


class _Search:
    """What stays the same while the places are searched for."""

    def __init__(
        self,
        blocks: Sequence[Block],
        floats: Sequence[Float],
        heights: Heights,
        count: int,
        manners: Manners,
    ) -> None:
        self.blocks, self.floats, self.heights, self.count = blocks, floats, heights, count
        self.at = {float_.block: number for number, float_ in enumerate(floats)}
        self.kinds = sorted({float_.kind for float_ in floats})
        self.queues = [
            [n for n, float_ in enumerate(floats) if float_.kind == kind and self._may_pass(n)]
            for kind in self.kinds
        ]
        self.rank = {n: (k, r) for k, queue in enumerate(self.queues) for r, n in enumerate(queue)}
        self.setting = setting_of(blocks, manners)
        self.skipping = self.setting._replace(whites=_whites_without(blocks, self.at))
        lines = [0 if n in self.at else block.choices[0][0] for n, block in enumerate(blocks)]
        whites = [0 if n in self.at else white for n, white in enumerate(self.skipping.whites)]
        self.before = [0, *accumulate(n + white for n, white in zip(lines, whites, strict=True))]
        self.walked: dict[tuple[Start, tuple[int, ...], int, int], list[_Walk]] = {}

    @property
    def beginning(self) -> State:
        left = self.blocks[0].choices[0][0] if self.blocks else 0
        return State(Start(0, left, Spot()), tuple(0 for _ in self.kinds))

    # ---- Parts of the text between bars

    def ends(
        self, starts: dict[tuple[int, int], Ways], stop: int, *, floats_too: bool
    ) -> dict[tuple[int, int], Ways]:
        """The ways to the end of a part of the text, by page and the lines taken on it."""
        found: dict[tuple[int, int], Ways] = {}
        page = min(page for page, _ in starts)
        best = inf
        while True:
            going: Ways = {}
            for (_, top), ways in [item for item in starts.items() if item[0][0] == page]:
                room = Room(self.heights.on(page), page, top)
                for height, ending in self._ending(ways, room, stop, floats_too=floats_too):
                    best = min(best, *(way.cost for way in ending.values()))
                    _merge(found.setdefault((page, top + height), {}), ending)
                # Were all ways dropped but those with floats before their mention, text alone goes on.
                _merge(going, self._page(ways, room, stop) or self._page(ways, room, stop, floats_too=False))
            page += 1
            going = {state: way for state, way in going.items() if way.cost < best}
            if going:
                _merge(starts.setdefault((page, 0), {}), _narrowed(going))
            if not any(number >= page for number, _ in starts):
                return found

    def past(self, bar: Bar, ends: dict[tuple[int, int], Ways]) -> dict[tuple[int, int], Ways]:
        """The ways past what spans the columns, on the same page or on the next."""
        found: dict[tuple[int, int], Ways] = {}
        for (page, used), ways in ends.items():
            following, top = self.heights.past(bar, page, used)
            stays = used + bar.above + bar.lines <= self.heights.on(page)
            white = 0.0 if stays or not used else white_price(self.heights.on(page) - used)
            moved = {
                state._replace(start=self._start(bar.block)): way._replace(
                    cost=way.cost + white + self._unordered(bar, state)
                )
                for state, way in ways.items()
            }
            _merge(found.setdefault((following, top), {}), moved)
        return found

    def _unordered(self, bar: Bar, state: State) -> float:
        """What it costs that floats of the kind of a bar stand on its wrong side."""
        if bar.kind not in self.kinds:
            return 0.0
        kind = self.kinds.index(bar.kind)
        before = sum(self.floats[n].block < bar.block for n in self.queues[kind])
        return unordered_price(state.placed[kind], before)

    def _start(self, block: int) -> Start:
        left = self.blocks[block].choices[0][0] if block < len(self.blocks) else 0
        return Start(block, left, Spot())

    # ---- A page

    def _page(self, ways: Ways, room: Room, stop: int, *, floats_too: bool = True) -> Ways:
        """The ways over a page that is full."""
        found: Ways = {}
        for band, states in self._banded(ways, room, room.lines - room.top, level=False):
            if not floats_too and (band.head or band.foot):
                continue
            reached = self._columns(states, band, stop, floats_too=floats_too)
            for state, way in reached.items():
                done = self._turned(state, band, stop)
                if done is not None:
                    late = PENDING_PAGE * self._pending(done)
                    self._keep(found, done, way._replace(cost=way.cost + late))
        return found

    def _ending(self, ways: Ways, room: Room, stop: int, *, floats_too: bool) -> Iterator[tuple[int, Ways]]:
        """The ways to end on a page, by the height at which its columns are level."""
        whole = room.lines - room.top
        least = min((self._rest(state, stop, floats_too=floats_too) for state in ways), default=0)
        if least > whole * self.count:
            return
        tried = 0
        for height in range(max(1, -(-least // self.count)), whole + 1):
            ending: Ways = {}
            for band, states in self._banded(ways, room, height, level=True):
                for state, way in self._columns(states, band, stop).items():
                    done = self._turned(state, band, stop)
                    if done is None or done.start.block < stop:
                        continue
                    if not floats_too or self._all_placed(done):
                        self._keep(ending, done, way)
            if ending:
                yield height, ending
                tried += 1
                if tried == LEVELS:
                    return

    def _rest(self, state: State, stop: int, *, floats_too: bool) -> int:
        """About how many lines of columns are still to be filled, at the least."""
        lines = self.before[stop] - self._lines_before(state.start)
        if floats_too:
            unset = (n for k, queue in enumerate(self.queues) for n in queue[state.placed[k] :])
            lines += sum(self.floats[n].lines * (self.count if self.floats[n].spans else 1) for n in unset)
        return int(lines * 0.97) - 2

    def _banded(self, ways: Ways, room: Room, height: int, *, level: bool) -> Iterator[tuple[Band, Ways]]:
        """Each choice of what stands across the columns of a page, with the states that allow for it."""
        bands: dict[tuple[tuple[int, ...], tuple[int, ...]], Ways] = {}
        for state, way in ways.items():
            for head, foot in self._across(state, room, height):
                bands.setdefault((head, foot), {})[state] = way
        for (head, foot), states in bands.items():
            taken = sum(self.floats[n].room for n in (*head, *foot))
            alone = any(self.floats[n].alone for n in head)
            lines = 0 if alone else max(0, height - taken)
            band = Band(room.page, room.top, lines, head, (), foot, level)
            price = band_price(band, self.floats)
            begun: Ways = {}
            for state, way in states.items():
                following = self._with(state, head)
                if following is not None:
                    begun[following] = Way(way.cost + price, band, way)
            yield band, begun

    def _across(
        self, state: State, room: Room, height: int
    ) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        """What may stand across the columns: at their head, at their foot."""
        rest = [n for n in self._nexts(state, 1) if self.floats[n].goes_on and not room.top]
        if rest:
            yield (rest[0],), ()
            return
        yield (), ()
        reach = self._lines_before(state.start) + height * self.count
        nexts = [
            n for n in self._nexts(state, 2)
            if self.floats[n].spans and self._at(self.floats[n].mention) <= reach
        ]  # fmt: skip
        for n in nexts:
            if self.floats[n].lines > height:
                continue
            if self.floats[n].alone:
                if not room.top:
                    yield (n,), ()
                continue
            if self.floats[n].head and not room.top:
                yield (n,), ()
                for other in nexts:
                    fits = self.floats[n].room + self.floats[other].lines <= height
                    if fits and other != n and self._follows(state, n, other):
                        if self.floats[other].head:
                            yield (n, other), ()
                        if self.floats[other].foot:
                            yield (n,), (other,)
            if self.floats[n].foot:
                yield (), (n,)

    # ---- Columns

    def _columns(self, ways: Ways, band: Band, stop: int, *, floats_too: bool = True) -> Ways:
        """The ways over the columns of a band."""
        for column in range(self.count):
            reached: Ways = {}
            for state, way in ways.items():
                for head, foot in self._beside(state, band, column) if floats_too else (((), ()),):
                    self._column(reached, state, way, head, foot, band, column, stop)
            ways = _narrowed(reached)
        return ways

    def _beside(
        self, state: State, band: Band, column: int
    ) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        """What may stand at the head and foot of a column."""
        yield (), ()
        reach = self._lines_before(state.start) + band.lines * (self.count - column)
        nexts = [
            n for n in self._nexts(state, 2)
            if not self.floats[n].spans and n not in band.foot and self._at(self.floats[n].mention) <= reach
        ]  # fmt: skip
        for n in nexts:
            one = self.floats[n]
            if one.lines > band.lines:
                continue
            if one.head:
                yield (n,), ()
            if one.foot:
                yield (), (n,)
            for m in nexts:
                other = self.floats[m]
                if m == n or one.room + other.lines > band.lines or not self._follows(state, n, m):
                    continue
                if one.head and other.head:
                    yield (n, m), ()
                if one.head and other.foot:
                    yield (n,), (m,)
                if one.foot and other.foot:
                    yield (), (n, m)

    def _column(
        self, reached: Ways, state: State, way: Way, head: tuple[int, ...], foot: tuple[int, ...],
        band: Band, column: int, stop: int,
    ) -> None:  # fmt: skip
        """Set a column with floats at its head and foot, in every way that the text can run in it."""
        begun = self._with(state, head)
        if begun is None:
            return
        taken = sum(self.floats[n].room for n in (*head, *foot))
        room = max(0, band.lines - taken)
        for walk in self._walks(begun.start, begun.placed, room, stop):
            after = begun._replace(start=walk.start, placed=walk.placed)
            done = self._with(after, foot)
            if done is None:
                continue
            early = sum(not self._is_reached(self.floats[n].mention, begun.start) for n in head)
            price = walk.price + column_price(
                head, foot, room, walk.used, self.floats, band, column, early=early, ended=walk.ended
            )
            price += PENDING_COLUMN * self._pending(done)
            chosen = (Column(head, room, foot), walk.here)
            self._keep(reached, done, Way(way.cost + price, chosen, way))

    def _walks(self, start: Start, placed: tuple[int, ...], room: int, stop: int) -> list[_Walk]:
        """Every way to set text in a column from a place on: small floats may stand where they are typed."""
        key = (start, placed, room, stop)
        if key not in self.walked:
            self.walked[key] = list(self._walk(start, placed, room, stop))
        return self.walked[key]

    def _walk(self, start: Start, placed: tuple[int, ...], room: int, stop: int) -> Iterator[_Walk]:
        columns = Columns((room, ENDLESS, ENDLESS), (0, 1, 2))
        waiting = [_Walk(start, placed, start.spot.used)]
        while waiting and room > 0:
            walk = waiting.pop()
            number = self.at.get(walk.start.block)
            whole = walk.start.block < stop and walk.start.left == self._lines(walk.start.block)
            if walk.start.block >= stop:
                over = OVERFULL if walk.used > room else 0.0
                yield walk._replace(start=Start(stop, 0, Spot()), price=walk.price + over)
            elif number is None or not whole:
                going = self._set(walk, columns)
                yield from () if not going.ended else (going,)
                waiting += () if going.ended else (going,)
            else:
                set_here = self._set_here(walk, number, columns)
                if set_here is not None:
                    yield from () if not set_here.ended else (set_here,)
                    waiting += () if set_here.ended else (set_here,)
                if self._may_pass(number):
                    following = Start(
                        walk.start.block + 1, self._lines(walk.start.block + 1), walk.start.spot
                    )
                    waiting.append(walk._replace(start=following))
        if room < 1:
            yield waiting[0]

    def _set(self, walk: _Walk, columns: Columns) -> _Walk:
        """The walk past a block, or to where the column ends in it."""
        index, left, spot = walk.start
        setting = self.setting if walk.after_float else self.skipping
        end, turns = set_block(setting, index, spot, left, columns)
        if not turns:
            start = Start(index + 1, self._lines(index + 1), end)
            return walk._replace(start=start, used=end.used, after_float=False)
        turn = turns[0]
        start = Start(index, turn.left, turn.spot._replace(column=0, stood=0))
        fault = OVERFULL if turn.fault else 0.0
        return walk._replace(start=start, used=turn.used, price=walk.price + fault, ended=True)

    def _set_here(self, walk: _Walk, number: int, columns: Columns) -> _Walk | None:
        """The walk on with a float set where it is typed, if it may stand there and fits."""
        if not self._may_pass(number):
            return self._set_fixed(walk, number, columns)
        float_, (kind, rank) = self.floats[number], self.rank[number]
        if not float_.here or walk.placed[kind] != rank:
            return None
        going = self._set(walk._replace(after_float=True), columns)
        if going.ended:
            return None
        price = going.price + here_price(float_, at_head=not walk.start.spot.used)
        placed, here = _raised(walk.placed, kind, rank + 1), walk.here | {number}
        return going._replace(placed=placed, price=price, here=here, after_float=True)

    def _set_fixed(self, walk: _Walk, number: int, columns: Columns) -> _Walk:
        """The walk on with what has to stand where it is typed, whether it fits or breaks."""
        going = self._set(walk._replace(after_float=True), columns)
        if going.ended and going.start.left == walk.start.left:
            return going
        kind = self.kinds.index(self.floats[number].kind)
        before = sum(n < number for n in self.queues[kind])
        price = going.price + unordered_price(walk.placed[kind], before)
        return going._replace(price=price, here=walk.here | {number}, after_float=True)

    def _may_pass(self, number: int) -> bool:
        """Whether text may go on past a float that is not set where it is typed."""
        return self.floats[number].head or self.floats[number].foot or self.floats[number].alone

    # ---- Floats and places

    def _lines(self, block: int) -> int:
        return self.blocks[block].choices[0][0] if block < len(self.blocks) else 0

    def _nexts(self, state: State, most: int) -> list[int]:
        """The next floats of each kind, by their numbers."""
        return sorted(
            n for kind, queue in enumerate(self.queues)
            for n in queue[state.placed[kind] : state.placed[kind] + most]
        )  # fmt: skip

    def _follows(self, state: State, one: int, other: int) -> bool:
        """Whether both floats can be set one after the other from a state."""
        following = self._with(state, (one,))
        return following is not None and self._with(following, (other,)) is not None

    def _with(self, state: State, numbers: Sequence[int]) -> State | None:
        """A state with floats set, or None where another one of their kind comes first."""
        placed, owed = state.placed, state.owed
        for n in numbers:
            kind, rank = self.rank[n]
            if placed[kind] != rank:
                return None
            placed = _raised(placed, kind, rank + 1)
            owed = max(owed, self.floats[n].mention)
        return state._replace(placed=placed, owed=owed)

    def _turned(self, state: State, band: Band, stop: int) -> State | None:
        """A state at the end of a page, or None where a float on it stands before its mention."""
        done = self._with(state, band.foot)
        if done is None or not (self._is_past(done.owed, done.start) or done.start.block >= stop):
            return None
        return done._replace(owed=NOWHERE)

    def _is_reached(self, point: Point, start: Start) -> bool:
        if start.block != point.block:
            return point.block < start.block
        return self._lines(start.block) - start.left > point.lines

    def _is_past(self, point: Point, start: Start) -> bool:
        """Whether a mention stays on the page, should paragraphs become a line longer."""
        return point == NOWHERE or self._lines_before(start) - self._at(point) > self.setting.manners.widows

    def _pending(self, state: State) -> int:
        """How many floats the text has passed and not set."""
        return sum(
            self.floats[n].block <= state.start.block
            and self._is_reached(self.floats[n].mention, state.start)
            for kind, queue in enumerate(self.queues)
            for n in queue[state.placed[kind] : state.placed[kind] + 4]
        )

    def _all_placed(self, state: State) -> bool:
        return all(n == len(queue) for n, queue in zip(state.placed, self.queues, strict=True))

    def _lines_before(self, start: Start) -> int:
        return self.before[start.block] + max(0, self._lines(start.block) - start.left)

    def _at(self, point: Point) -> int:
        return self.before[min(point.block, len(self.blocks))] + point.lines

    @staticmethod
    def _keep(ways: Ways, state: State, way: Way) -> None:
        known = ways.get(state)
        if known is None or way.cost < known.cost:
            ways[state] = way


class _Walk(NamedTuple):
    """A way of text through a column: where it goes on, the floats set, and the lines used."""

    start: Start
    placed: tuple[int, ...]
    used: int
    price: float = 0.0
    here: frozenset[int] = frozenset()
    ended: bool = False
    """Whether the column ended, and not the text."""
    after_float: bool = False


def _raised(placed: tuple[int, ...], kind: int, count: int) -> tuple[int, ...]:
    return (*placed[:kind], count, *placed[kind + 1 :])


def _whites_without(blocks: Sequence[Block], left_out: dict[int, int]) -> tuple[int, ...]:
    """The white above each block where those left out do not stand between it and the one before."""
    whites, below = [], 0
    for n, block in enumerate(blocks):
        whites.append(max(below, block.above))
        if n not in left_out:
            below = block.below
    return tuple(whites)


def _merge(ways: Ways, more: Ways) -> None:
    for state, way in more.items():
        _Search._keep(ways, state, way)


def _narrowed(ways: Ways) -> Ways:
    """The cheapest of too many ways."""
    if len(ways) <= BEAM:
        return ways
    return dict(nsmallest(BEAM, ways.items(), key=lambda item: item[1].cost))
