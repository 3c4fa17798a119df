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
from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING

from weasyprint.text.line_break import strut

from issuebrief.layout.columns.column_blocks import Measuring
from issuebrief.layout.columns.fit_columns import holds_picture, scale_figure
from issuebrief.layout.floats.bleeding import bleeds
from issuebrief.layout.floats.float_facts import copy_of, float_of
from issuebrief.layout.floats.indents import indented_anew
from issuebrief.layout.floats.levelling import Levelling
from issuebrief.layout.styles.page_sides import heights_after
from issuebrief.pagination.columns import DEFAULT_COSTS
from issuebrief.pagination.floats import Band, FloatColumn, FloatPlan, Heights, Point
from issuebrief.pagination.running_off import place_running_off
from issuebrief.pagination.scale_floats import with_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.engine.protocols import LayoutBox, PageContext
    from issuebrief.layout.floats.float_facts import FlowFacts
    from issuebrief.layout.paragraphs.composer import Composer


MOST_PLACED = 3
"""So often floats are placed, where a mention has then come to stand on a page after that of its float."""
LATER = 4
"""So many lines further on such a mention is taken to stand."""
MOST_KEPT = 8
"""So many placings are kept."""
# A text whose end is arranged otherwise, or of which a page is shown again, is mostly the same in numbers.
_placed = lru_cache(maxsize=MOST_KEPT)(place_running_off)


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
    pictured = tuple(
        n
        for n, (one, number) in enumerate(zip(copy.floats, copy.numbers, strict=True))
        if holds_picture(columns.children[number])
        and not (one.spans and (one.lines <= heights.least / 2 or bleeds(columns.children[number])))
    )
    costs = DEFAULT_COSTS.times(measuring.steps)
    for attempt in range(MOST_PLACED):
        placing, scaled, floats = _placed(
            copy.blocks, copy.floats, copy.bars, heights, count, pictured, costs
        )
        levelling = Levelling(
            replace(copy, floats=with_lines(floats, scaled)), placing, measuring, columns, heights
        )
        bands = levelling.bands()
        if attempt + 1 == MOST_PLACED or not (early := levelling.early(bands)):
            break
        copy = _with_later_mentions(copy, early, LATER * measuring.steps)
    for n, lines in scaled.items():
        child = columns.children[copy.numbers[n]]
        scale_figure(context, child, columns, (copy.floats[n].lines - lines) * step)
    copy = levelling.copy
    ordinals = _ordinals(columns.children)
    moved = frozenset(ordinals[number] for n, number in enumerate(copy.numbers) if n not in placing.here)
    running = frozenset(
        ordinals[number] for one, number in zip(copy.floats, copy.numbers, strict=True) if one.runs_off
    )
    return FloatPlan(
        tuple(_renumbered(band, lambda n: ordinals[copy.numbers[n]]) for band in bands), moved, step, running
    )


def _with_later_mentions(copy: FlowFacts, early: Sequence[int], lines: int) -> FlowFacts:
    """The numbers of a text in which some floats are taken to be mentioned so many lines further on."""
    floats = list(copy.floats)
    for n in early:
        floats[n] = replace(floats[n], mention=_further_on(copy, floats[n].mention, lines))
    return replace(copy, floats=tuple(floats))


def _further_on(copy: FlowFacts, point: Point, lines: int) -> Point:
    """A point so many lines further on in the text, or as far as that goes."""
    moved = {one.block for one in copy.floats}
    block, at = point.block, point.lines + lines
    following = (n for n in range(block + 1, len(copy.blocks)) if n not in moved)
    while at >= (length := copy.blocks[block].choices[0][0]):
        if (after := next(following, None)) is None:
            return Point(block, length - 1)
        block, at = after, at - length
    return Point(block, at)


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
