"""The lengths of paragraphs with floats in their places, chosen so that columns end level.

In:  the numbers of a text with floats, where the floats stand, and the boxes of its paragraphs.
Out: the `Band`s with the heights that they have in the end; the composer is told how many lines each
     paragraph shall take. `Levelling.early` gives the floats whose mention has come to stand on a later page.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from operator import add
from typing import TYPE_CHECKING

from issuebrief.layout.columns.column_blocks import keeps_with
from issuebrief.layout.columns.column_plan import blocks_of, take
from issuebrief.layout.columns.fit_columns import column_of
from issuebrief.layout.floats.indents import indented_anew
from issuebrief.pagination.column_ends import column_ends
from issuebrief.pagination.columns import DEFAULT_COSTS
from issuebrief.pagination.cut_pages import fill_level
from issuebrief.pagination.floats import Band, FloatColumn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.columns.column_blocks import ColumnChild, Measuring
    from issuebrief.layout.floats.float_facts import FlowFacts
    from issuebrief.pagination.columns import ColumnBlock, Filling
    from issuebrief.pagination.floats import Bar, Heights, Placing, Point

TextPlace = tuple[int, int, int]
"""A place in the text: the number of a child of the columns, that of a piece of it, and a line in that."""


class Levelling:
    """Chooses the lengths of paragraphs with the floats in their places, so that columns end level."""

    def __init__(
        self, copy: FlowFacts, placing: Placing, measuring: Measuring, columns: LayoutBox, heights: Heights
    ) -> None:
        self.copy, self.placing, self.measuring, self.heights = copy, placing, measuring, heights
        self.columns, self.column = columns, column_of(columns)
        self.ends: dict[int, TextPlace] = {}

    def bands(self) -> tuple[Band, ...]:
        """The bands with the heights that they have in the end."""
        moved = {number for n, number in enumerate(self.copy.numbers) if n not in self.placing.here}
        indented_anew(self.columns.children, moved)
        done: list[Band] = []
        page, top = 0, 0
        planned = list(self.placing.bands)
        for parts, bar in self._between_bars(moved):
            if planned[0].page > page or top > planned[0].top:
                planned[:0] = self._before(planned[0], page, top)
            last = next(n for n, band in enumerate(planned) if band.level)
            bands = self._filled(parts, planned[: last + 1], page, top)
            del planned[: last + 1]
            done += bands
            end = bands[-1]
            used = end.top + end.lines + sum(self._room(n) for n in (*end.head, *end.foot))
            if bar:
                page, top = self.heights.past(bar, end.page, used)
        return tuple(band for band in done if band.lines or band.head or band.foot)

    def _before(self, band: Band, page: int, top: int) -> list[Band]:
        """A band of text alone, where the text came to a place without room for the floats of a band."""
        lines = self.heights.on(page) - top
        across = sum(self._room(n) for n in (*band.head, *band.foot))
        beside = max((self._lines(column) for column in band.columns), default=0)
        if not across + beside or (top <= band.top and across + beside <= lines):
            return []
        return [Band(page, top, lines, (), _plain(band, lines), ())]

    def _between_bars(self, moved: set[int]) -> list[tuple[list[ColumnChild], Bar | None]]:
        """The parts of the text between the bars, each with the bar after it."""
        ends = [*self.copy.bar_numbers, len(self.columns.children)]
        starts = [0, *(number + 1 for number in self.copy.bar_numbers)]
        return [
            (self._parts([n for n in range(start, end) if n in self.copy.parts and n not in moved]), bar)
            for start, end, bar in zip(starts, ends, (*self.copy.bars, None), strict=True)
        ]

    def _parts(self, numbers: list[int]) -> list[ColumnChild]:
        """Children that follow each other now, measured again where they begin otherwise."""
        children = [self.columns.children[n] for n in numbers]
        parts = [
            part if part.child is child else self.measuring.parts([child], self.column)[0]
            for part, child in zip((self.copy.parts[n] for n in numbers), children, strict=True)
        ]
        return [
            part._replace(together=keeps_with(part.child, following))
            for part, following in zip_longest(parts, children[1:])
        ]

    def _filled(self, parts: list[ColumnChild], planned: list[Band], page: int, top: int) -> list[Band]:
        """The bands between two bars, begun on a page below so many lines, and their parts given lengths."""
        bands = []
        for n, band in enumerate(planned):
            bands.append(self._placed(band, page + n, 0 if n else top))
        following = bands[-1].page + 1
        height = self.heights.on(following)
        after = Band(following, 0, height, (), _plain(bands[-1], height), ())
        rooms = [_rooms(band) for band in (*bands, after)]
        taken = [
            [band.lines - column.room for column in band.columns if column.room > 0]
            for band in (*bands, after)
        ]
        blocks = blocks_of(parts)
        filling = self._level_filling(blocks, bands, rooms, taken)
        if self.measuring.varied:
            take(parts, filling, self.measuring, self.column)
        self._note_ends(parts, column_ends(blocks, filling), (*bands, after), rooms)
        left, used = len(filling.columns), list(filling.columns)
        if not left:
            first = self._without_text(bands[0])
            is_free = not (top or first.lines or first.head or first.foot)
            return [first, *self._left_over(bands[1:], page + (not is_free))]
        for n, (band, room, beside) in enumerate(zip((*bands, after), rooms, taken, strict=True)):
            left -= len(room)
            lines, used = used[: len(room)], used[len(room) :]
            if left <= 0:
                high = max(map(add, lines, beside), default=0)
                alone = (self._lines(column) for column in band.columns if column.room <= 0)
                ended = replace(self._at_height(band, max(high, *alone, 0)), level=True)
                bands[n:] = [ended, *self._left_over(bands[n + 1 :], ended.page + 1)]
                break
        return bands

    def _note_ends(
        self, parts: list[ColumnChild], ends: list[Point], bands: Sequence[Band], rooms: list[list[int]]
    ) -> None:
        """Note where the text on each page ends that goes on overleaf."""
        numbers = {id(child): number for number, child in enumerate(self.columns.children)}
        places = [(numbers[id(part.child)], piece) for part in parts for piece in range(len(part.pieces))]
        last = -1
        for band, room in zip(bands, rooms, strict=True):
            last += len(room)
            if 0 <= last < len(ends):
                self.ends[band.page] = (*places[ends[last].block], ends[last].lines)

    def early(self, bands: Sequence[Band]) -> list[int]:
        """The floats that stand on a page before that of their mention."""
        return [
            n
            for band in bands
            if band.page in self.ends
            for n in floats_in(band)
            if self._place(self.copy.floats[n].mention) >= self.ends[band.page]
        ]

    def _place(self, point: Point) -> TextPlace:
        """A point among all blocks as a place in the text."""
        if point.block < 0:
            return (-1, 0, 0)
        owners = self.copy.owners
        return owners[point.block], point.block - owners.index(owners[point.block]), point.lines

    def _level_filling(
        self, blocks: list[ColumnBlock], bands: list[Band], rooms: list[list[int]], taken: list[list[int]]
    ) -> Filling:
        """The lengths of blocks; pages with a column that ends early are cut, with their rooms, in place."""

        def shorter(page: int, lines: int) -> Band:
            return self._at_height(bands[page], bands[page].lines - lines)

        def cut_room(page: int, lines: int) -> list[int]:
            return _rooms(shorter(page, lines))

        costs = DEFAULT_COSTS.times(self.measuring.steps)
        filling, cuts = fill_level(blocks, rooms, cut_room, costs, taken)
        for page, lines in cuts.items():
            bands[page] = shorter(page, lines)
            rooms[page] = _rooms(bands[page])
        return filling

    def _placed(self, band: Band, page: int, top: int) -> Band:
        """A band on its page, as high as there is room for it."""
        across = sum(self._room(n) for n in (*band.head, *band.foot))
        is_alone = any(self.copy.floats[n].alone for n in band.head)
        lines = 0 if is_alone else max(0, self.heights.on(page) - top - across)
        return self._at_height(replace(band, page=page, top=top), lines)

    def _at_height(self, band: Band, lines: int) -> Band:
        columns = tuple(
            replace(column, room=max(0, lines - sum(self._room(n) for n in (*column.head, *column.foot))))
            for column in band.columns
        )
        return replace(band, lines=lines, columns=columns)

    def _left_over(self, bands: Sequence[Band], page: int) -> list[Band]:
        """The floats of bands that no text has come to, from a page on; no page is without any."""
        bare = [self._without_text(band) for band in bands]
        held = [band for band in bare if band.lines or band.head or band.foot]
        return [replace(band, page=page + n) for n, band in enumerate(held)]

    def _without_text(self, band: Band) -> Band:
        return self._at_height(band, max((self._lines(column) for column in band.columns), default=0))

    def _lines(self, column: FloatColumn) -> int:
        """The lines of the floats in a column."""
        floats = [self.copy.floats[n] for n in (*column.head, *column.foot)]
        return sum(one.room for one in floats) - floats[-1].white if floats else 0

    def _room(self, n: int) -> int:
        return self.copy.floats[n].room


def floats_in(band: Band) -> Iterator[int]:
    """The floats across a band and in its columns."""
    yield from (*band.head, *band.foot)
    for column in band.columns:
        yield from (*column.head, *column.foot)


def _rooms(band: Band) -> list[int]:
    return [column.room for column in band.columns if column.room > 0]


def _plain(band: Band, lines: int) -> tuple[FloatColumn, ...]:
    return tuple(FloatColumn((), lines, ()) for _ in band.columns)
