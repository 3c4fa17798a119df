"""The search for the places of floats, from page to page and column to column: numbers only.

In:  the `ColumnBlock`s of a text in grid lines, its `Float`s, the heights of columns, and the ways to begin.
Out: the cheapest ways to the end of the text, or to a bar in it and past that.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from issuebrief.pagination.float_choices import across, beside, may_run_off
from issuebrief.pagination.float_prices import (
    OVERFULL,
    PENDING_COLUMN,
    PENDING_PAGE,
    UNORDERED,
    band_price,
    column_price,
    unordered_price,
    white_price,
)
from issuebrief.pagination.float_states import (
    ColumnRoom,
    FloatPath,
    FloatPaths,
    State,
    keep,
    merge,
    narrowed,
)
from issuebrief.pagination.float_walks import Walks
from issuebrief.pagination.floated_text import FloatedText
from issuebrief.pagination.floats import Band, Bar, Float, FloatColumn, Heights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.pagination.columns import ColumnBlock, ColumnCosts

LEVELS = 5
"""So many heights above the least are tried for columns that are balanced."""


class PlaceSearch:
    """The search, from page to page and column to column."""

    def __init__(
        self,
        blocks: Sequence[ColumnBlock],
        floats: Sequence[Float],
        heights: Heights,
        count: int,
        costs: ColumnCosts,
        bound: float,
    ) -> None:
        self.text, self.heights, self.count = FloatedText(blocks, floats, costs), heights, count
        self.bound = bound
        self.walks, self.unit, self.to_edge = Walks(self.text), costs.unit, any(f.runs_off for f in floats)

    # ---- Parts of the text between bars

    def ends(
        self, starts: dict[tuple[int, int], FloatPaths], stop: int, *, floats_too: bool
    ) -> dict[tuple[int, int], FloatPaths]:
        """The ways to the end of a part of the text, by page and the lines taken on it."""
        found: dict[tuple[int, int], FloatPaths] = {}
        page = min((page for page, _ in starts), default=0)
        # What is out of order is priced at the bar below.
        best, more = inf, 0.0 if floats_too else UNORDERED
        while True:
            going: FloatPaths = {}
            for (_, top), paths in [item for item in starts.items() if item[0][0] == page]:
                room = ColumnRoom(self.heights.on(page), page, top)
                for state, path in sorted(paths.items(), key=lambda item: item[1].cost):
                    if path.cost >= min(best + more, self.bound):
                        break
                    for height, ending in self._ending({state: path}, room, stop, floats_too=floats_too):
                        best = min(best, *(path.cost for path in ending.values()))
                        merge(found.setdefault((page, top + height), {}), ending)
                # Were all ways dropped but those with floats before their mention, text alone goes on.
                merge(going, self._page(paths, room, stop) or self._page(paths, room, stop, floats_too=False))
            page += 1
            going = {state: path for state, path in going.items() if path.cost < min(best + more, self.bound)}
            if going:
                merge(starts.setdefault((page, 0), {}), narrowed(going))
            if not any(number >= page for number, _ in starts):
                return found

    def past(self, bar: Bar, ends: dict[tuple[int, int], FloatPaths]) -> dict[tuple[int, int], FloatPaths]:
        """The ways past what spans the columns, on the same page or on the next."""
        found: dict[tuple[int, int], FloatPaths] = {}
        for (page, used), paths in ends.items():
            following, top = self.heights.past(bar, page, used)
            height = self.heights.on(page)
            white = 0.0 if bar.begins_on(height, used) else white_price((height - used) / self.unit)
            moved = {
                state._replace(start=self.text.start_of(bar.block)): path._replace(
                    cost=path.cost + white + self._unordered(bar, state)
                )
                for state, path in paths.items()
            }
            merge(found.setdefault((following, top), {}), moved)
        return found

    def _unordered(self, bar: Bar, state: State) -> float:
        """What it costs that floats of the kind of a bar stand on its wrong side."""
        if bar.kind not in self.text.kinds:
            return 0.0
        kind = self.text.kinds.index(bar.kind)
        before = sum(self.text.floats[n].block < bar.block for n in self.text.queues[kind])
        return unordered_price(state.placed[kind], before)

    # ---- A page

    def _page(self, paths: FloatPaths, room: ColumnRoom, stop: int, *, floats_too: bool = True) -> FloatPaths:
        """The ways over a page that is full."""
        found: FloatPaths = {}
        for band, states in self._banded(paths, room, room.lines - room.top, level=False):
            if not floats_too and (band.head or band.foot):
                continue
            reached = self._columns(states, band, stop, floats_too=floats_too)
            for state, path in reached.items():
                done = self.text.turned(state, band, stop)
                if done is not None:
                    late = PENDING_PAGE * self.text.pending(done)
                    keep(found, done, path._replace(cost=path.cost + late))
        return found

    def _ending(
        self, paths: FloatPaths, room: ColumnRoom, stop: int, *, floats_too: bool
    ) -> Iterator[tuple[int, FloatPaths]]:
        """The ways to end on a page, by the height at which its columns are level."""
        whole = room.lines - room.top
        least = min(
            (self.text.rest(state, stop, self.count, floats_too=floats_too) for state in paths), default=0
        )
        if least > whole * self.count:
            return
        tried, begun = 0, min(path.cost for path in paths.values())
        for height in range(max(1, -(-least // self.count)), whole + 1):
            if tried >= LEVELS and height < whole:
                continue
            ending: FloatPaths = {}
            for band, states in self._banded(paths, room, height, level=True):
                for state, path in self._columns(states, band, stop).items():
                    done = self.text.turned(state, band, stop)
                    if done is None or done.start.block < stop:
                        continue
                    if not floats_too or self.text.all_placed(done):
                        keep(ending, done, path)
            if ending:
                yield height, ending
                # One that is too low for a table or a box to stand in says nothing of those above it.
                tried += min(path.cost for path in ending.values()) < begun + OVERFULL
                if tried == LEVELS and not self.to_edge:
                    return

    def _banded(
        self, paths: FloatPaths, room: ColumnRoom, height: int, *, level: bool
    ) -> Iterator[tuple[Band, FloatPaths]]:
        """Each choice of what stands across the columns of a page, with the states that allow for it."""
        bands: dict[tuple[tuple[int, ...], tuple[int, ...]], FloatPaths] = {}
        for state, path in paths.items():
            for head, foot in across(self.text, self.count, state, room, height):
                if head and self.text.is_amid_float(state.start):
                    continue
                bands.setdefault((head, foot), {})[state] = path
        for (head, foot), states in bands.items():
            is_full = not level or room.top + height == room.lines
            if not may_run_off(self.text, self.heights, room, head, foot, is_full=is_full):
                continue
            taken = sum(self.text.floats[n].room for n in (*head, *foot))
            alone = any(self.text.floats[n].alone for n in head)
            lines = 0 if alone else max(0, height - taken)
            band = Band(room.page, room.top, lines, head, (), foot, level)
            price = band_price(band, self.text.floats, self.unit)
            begun: FloatPaths = {}
            for state, path in states.items():
                following = self.text.with_floats(state, head)
                if following is not None:
                    begun[following] = FloatPath(path.cost + price, band, path)
            yield band, begun

    # ---- Columns

    def _columns(self, paths: FloatPaths, band: Band, stop: int, *, floats_too: bool = True) -> FloatPaths:
        """The ways over the columns of a band."""
        for column in range(self.count):
            reached: FloatPaths = {}
            for state, path in paths.items():
                for head, foot in (
                    beside(self.text, self.count, state, band, column) if floats_too else (((), ()),)
                ):
                    self._column(reached, state, path, head, foot, band, column, stop)
            paths = narrowed(reached)
        return paths

    def _column(
        self, reached: FloatPaths, state: State, path: FloatPath, head: tuple[int, ...],
        foot: tuple[int, ...], band: Band, column: int, stop: int,
    ) -> None:  # fmt: skip
        """Set a column with floats at its head and foot, in every way that the text can run in it."""
        begun = self.text.with_floats(state, head)
        if begun is None or (head and self.text.is_amid_float(state.start)):
            return
        taken = sum(self.text.floats[n].room for n in (*head, *foot))
        room = max(0, band.lines - taken)
        for walk in self.walks.through(begun.start, begun.placed, room, stop):
            after = begun._replace(start=walk.start, placed=walk.placed)
            done = self.text.with_floats(after, foot)
            if done is None:
                continue
            early = sum(not self.text.is_reached(self.text.floats[n].mention, begun.start) for n in head)
            price = walk.price + column_price(
                head,
                foot,
                room,
                walk.used,
                self.text.floats,
                band,
                column,
                self.unit,
                early=early,
                ended=walk.ended,
            )
            price += PENDING_COLUMN * self.text.pending(done)
            chosen = (FloatColumn(head, room, foot), walk.here)
            keep(reached, done, FloatPath(path.cost + price, chosen, path))
