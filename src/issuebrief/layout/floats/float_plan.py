"""Where the floats of a text stand and where its columns end, chosen over all of it before it is laid out.

In:  the box of the columns, as WeasyPrint has it before it lays it out, and the room on its first page.
Out: a `FloatPlan`: what stands across each page and in each column of it. The composer is told how many lines
     each paragraph shall take.

`float_facts.py` turns boxes into numbers, `pagination/place_floats.py` chooses the places and then
`pagination/column_fill.py` the lengths of paragraphs. A text without floats is planned by `column_plan.py`
alone.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from math import floor
from operator import add
from typing import TYPE_CHECKING

from weasyprint.text.line_break import strut

from issuebrief.layout.columns.column_blocks import Measuring, keeps_with
from issuebrief.layout.columns.column_plan import blocks_of, take
from issuebrief.layout.columns.fit_columns import column_of, holds_picture, scale_figure
from issuebrief.layout.floats.bleeding import bleeds
from issuebrief.layout.floats.float_facts import copy_of, float_of
from issuebrief.layout.floats.indents import indented_anew
from issuebrief.layout.styles.page_sides import heights_after
from issuebrief.pagination.columns import DEFAULT_COSTS
from issuebrief.pagination.cut_pages import fill_level
from issuebrief.pagination.floats import Band, FloatColumn, FloatPlan, Heights
from issuebrief.pagination.running_off import place_running_off
from issuebrief.pagination.scale_floats import with_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.engine.protocols import LayoutBox, PageContext
    from issuebrief.layout.columns.column_blocks import ColumnChild
    from issuebrief.layout.floats.float_facts import FlowFacts
    from issuebrief.layout.paragraphs.composer import Composer
    from issuebrief.pagination.columns import ColumnBlock, Filling
    from issuebrief.pagination.floats import Bar, Placing


def indent_again(plan: FloatPlan, children: list[LayoutBox]) -> None:
    """Indent paragraphs as in the revision before, in which the same floats were moved."""
    numbers = [n for n, child in enumerate(children) if float_of(child) is not None]
    indented_anew(children, {numbers[ordinal] for ordinal in plan.moved})


def plan_floats(context: PageContext, columns: LayoutBox, left: float, composer: Composer) -> FloatPlan:
    """Choose where floats stand; `left` is the room on the first page, in px."""
    style = columns.style
    leading, count = strut(style)[0], style["column_count"]
    varied = count > 1 or style["text_align_all"] == "justify"
    measuring = Measuring(context, composer, leading, varied=varied, steps=1 if varied else 2)
    step = measuring.step
    copy = copy_of(measuring, columns)
    rooms = (left, *heights_after(context, style))
    heights = Heights(*(max(1, floor(height / step + 0.01)) for height in rooms))
    # What spans the columns would no longer, if it were smaller; a tower does not fill them anyway. What runs
    # to the edges of the page has to reach them.
    pictured = [
        n
        for n, (one, number) in enumerate(zip(copy.floats, copy.numbers, strict=True))
        if holds_picture(columns.children[number])
        and not (one.spans and (one.lines <= heights.least / 2 or bleeds(columns.children[number])))
    ]
    placing, scaled, floats = place_running_off(
        copy.blocks, copy.floats, copy.bars, heights, count, pictured, DEFAULT_COSTS.times(measuring.steps)
    )
    for n, lines in scaled.items():
        child = columns.children[copy.numbers[n]]
        scale_figure(context, child, columns, (copy.floats[n].lines - lines) * step)
    copy = replace(copy, floats=with_lines(floats, scaled))
    bands = _Levelling(copy, placing, measuring, columns, heights).bands()
    ordinals = _ordinals(columns.children)
    moved = frozenset(ordinals[number] for n, number in enumerate(copy.numbers) if n not in placing.here)
    running = frozenset(
        ordinals[number] for one, number in zip(copy.floats, copy.numbers, strict=True) if one.runs_off
    )
    return FloatPlan(
        tuple(_renumbered(band, lambda n: ordinals[copy.numbers[n]]) for band in bands), moved, step, running
    )


class _Levelling:
    """Chooses the lengths of paragraphs with the floats in their places, so that columns end level."""

    def __init__(
        self, copy: FlowFacts, placing: Placing, measuring: Measuring, columns: LayoutBox, heights: Heights
    ) -> None:
        self.copy, self.placing, self.measuring, self.heights = copy, placing, measuring, heights
        self.columns, self.column = columns, column_of(columns)

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
        filling = self._level_filling(blocks_of(parts), bands, rooms, taken)
        if self.measuring.varied:
            take(parts, filling, self.measuring, self.column)
        left, used = len(filling.columns), list(filling.columns)
        if not left:
            return [self._without_text(band) for band in bands]
        for n, (band, room, beside) in enumerate(zip((*bands, after), rooms, taken, strict=True)):
            left -= len(room)
            lines, used = used[: len(room)], used[len(room) :]
            if left <= 0:
                high = max(map(add, lines, beside), default=0)
                alone = (self._lines(column) for column in band.columns if column.room <= 0)
                ended = replace(self._at_height(band, max(high, *alone, 0)), level=True)
                bands[n:] = [ended, *(self._without_text(other) for other in bands[n + 1 :])]
                break
        return bands

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

    def _without_text(self, band: Band) -> Band:
        return self._at_height(band, max((self._lines(column) for column in band.columns), default=0))

    def _lines(self, column: FloatColumn) -> int:
        """The lines of the floats in a column."""
        floats = [self.copy.floats[n] for n in (*column.head, *column.foot)]
        return sum(one.room for one in floats) - floats[-1].white if floats else 0

    def _room(self, n: int) -> int:
        return self.copy.floats[n].room


def _rooms(band: Band) -> list[int]:
    return [column.room for column in band.columns if column.room > 0]


def _plain(band: Band, lines: int) -> tuple[FloatColumn, ...]:
    return tuple(FloatColumn((), lines, ()) for _ in band.columns)


def _renumbered(band: Band, name: Callable[[int], int]) -> Band:
    """A band whose floats have other numbers."""

    def renamed(numbers: Sequence[int]) -> tuple[int, ...]:
        return tuple(name(n) for n in numbers)

    columns = tuple(FloatColumn(renamed(one.head), one.room, renamed(one.foot)) for one in band.columns)
    return replace(band, head=renamed(band.head), columns=columns, foot=renamed(band.foot))


def _ordinals(children: Sequence[LayoutBox]) -> dict[int, int]:
    """For the number of each child that is a float, which of the floats it is."""
    numbers = [n for n, child in enumerate(children) if float_of(child) is not None]
    return {n: ordinal for ordinal, n in enumerate(numbers)}
