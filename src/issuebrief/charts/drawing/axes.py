"""The frame of a chart with two axes: grid lines with their numbers, ticks below, the room for marks.

In:  a `DrawingInput`, the least and the greatest of each axis, and the room that labels beside the chart
     take.
Out: a `ChartFrame`: its scales, and the words and rules around it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import Axis, AxisKind
from issuebrief.charts.data.days import Precision
from issuebrief.charts.drawing.marks import Label, LinearScale, LineSegment
from issuebrief.charts.drawing.ticks import LONG, PER_YEAR, YEAR_STEPS, number_ticks, period_ticks
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.drawing.drawing_input import DrawingInput

TICK_ROOM = 3.6
"""The distance of grid lines by the size of words, at the least."""
FOOT = 1.75
"""The room below a chart for the labels of its ticks, by the size of words."""
MOST_NUMBERS = 7
"""Numbers below an axis, at the most."""
ROUND_STEPS = {
    Precision.YEAR: YEAR_STEPS,
    Precision.QUARTER: (1, 2, 4, 8, 20, 40),
    Precision.MONTH: (1, 2, 3, 6, 12, 24, 60, 120),
}
"""The distances of labels below bars, in periods: those at which each year has the same labels, or none."""
PROPORTION = 0.62
"""The height of a chart by its width, where none is asked for."""


@dataclass(frozen=True)
class ChartFrame:
    """The scales of a chart's axes with their words and rules; the marks stand from `top` to `bottom`.

    The `grid` lies behind the marks, and the `base`, which is the line of zero where there is one, before
    them.
    """

    x: LinearScale
    y: LinearScale
    top: float
    bottom: float
    words: tuple[Label, ...]
    grid: tuple[LineSegment, ...]
    base: tuple[LineSegment, ...]


def frame_of(
    given: DrawingInput,
    keys: tuple[float, float],
    values: tuple[float, float],
    top: float,
    *,
    right: float = 0.0,
    inset: float = 0.0,
    places: Sequence[float] = (),
) -> ChartFrame:
    """The frame from `top` on; `right` is the room beside it, `inset` that of marks at its ends.

    Ticks stand at `places`, or where years and round numbers are.
    """
    look = given.look
    bottom = height_of(given, top) - FOOT * look.size
    first = top + 0.5 * look.size
    ticks = number_ticks(*values, max(2, int((bottom - first) / (TICK_ROOM * look.size)) + 1))
    labels = [given.words.number(place, ticks.decimals) for place in ticks.places]
    left = max(width_of(label, look) for label in labels) + 0.6 * look.size
    y = LinearScale((ticks.places[0], ticks.places[-1]), (bottom, first))
    x = LinearScale(keys, (left + inset, given.width - right - inset))
    words, rules = [], []
    for place, label in zip(ticks.places, labels, strict=True):
        at = y.at(place)
        words.append(Label(left - 0.6 * look.size, at + 0.33 * look.size, label, look.quiet, "end"))
        rules.append(LineSegment(left, at, given.width - right, at, look.hairline))
    base = (
        [LineSegment(left, y.at(0), given.width - right, y.at(0), look.ink, 0.8)] if 0 in ticks.places else []
    )
    found, marks = key_ticks(given, given.data.key, x, bottom, left, given.width, places)
    return ChartFrame(x, y, first, bottom, (*words, *found), (*rules, *marks), tuple(base))


def height_of(given: DrawingInput, top: float) -> float:
    """The height of a chart: what is asked for, or by its width, a multiple of the grid."""
    grid = given.look.grid
    wanted = given.height or min(max(PROPORTION * given.width, 9 * grid), 13 * grid) + top
    return grid * max(round(wanted / grid), 1)


def key_ticks(
    given: DrawingInput,
    axis: Axis,
    x: LinearScale,
    bottom: float,
    left: float,
    right: float,
    places: Sequence[float] = (),
) -> tuple[list[Label], list[LineSegment]]:
    """The labels below a chart, none of which touch, and their ticks, at `places` where there are any."""
    look = given.look
    base = bottom + 1.35 * look.size
    words: list[Label] = []
    rules: list[LineSegment] = []
    end = left - 10 * look.size
    found = _at_places(given, axis, x, places) if places else _labels(given, axis, x)
    for place, label in found:
        at = x.at(place)
        width = width_of(label, look)
        middle = min(
            max(at, left + width / 2 if axis.scale is not AxisKind.NAMES else 0.0), right - width / 2
        )
        has_room = middle - width / 2 >= end + 0.6 * look.size
        if has_room or axis.scale is AxisKind.NAMES:
            rules.append(LineSegment(at, bottom, at, bottom + 0.35 * look.size, look.quiet))
        if not has_room:
            continue
        words.append(Label(middle, base, label, look.quiet, "middle"))
        end = middle + width / 2
    return words, rules


def _at_places(
    given: DrawingInput, axis: Axis, x: LinearScale, places: Sequence[float]
) -> list[tuple[float, str]]:
    """Periods at given places: every one; or round years, or every second, third and so on from the last."""
    precision = axis.precision or Precision.YEAR
    labels = [(place, given.words.period(place, precision)) for place in places]
    room = max(width_of(label, given.look) for _, label in labels) + 0.6 * given.look.size
    apart = min((x.at(b) - x.at(a) for a, b in pairwise(places)), default=room)
    step = max(math.ceil(room / max(apart, 0.01) - 0.01), 1)
    if step > 1 and precision in ROUND_STEPS:
        every = next((each for each in ROUND_STEPS[precision] if each >= step), step)
        found = [each for each in labels if not each[0] % every]
        if len(found) > (2 if precision is Precision.YEAR else 1):
            return found
    return labels[::-1][::step][::-1]


def _labels(given: DrawingInput, axis: Axis, x: LinearScale) -> list[tuple[float, str]]:
    """Places on an axis that are labelled, as many as may have room."""
    look = given.look
    span = abs(x.range[1] - x.range[0])
    if axis.scale is AxisKind.NAMES:
        return [(float(number), name) for number, name in enumerate(axis.names)]
    if axis.scale is AxisKind.PERIODS:
        precision = axis.precision or Precision.YEAR
        years = (x.domain[1] - x.domain[0]) / PER_YEAR[precision]
        room = PERIOD_ROOM[Precision.YEAR if years >= LONG else precision]
        count = max(2, int(span / (room * look.size)) + 1)
        found = period_ticks(*x.domain, precision, count)
        return [(place, given.words.of(period)) for place, period in found]
    return _numbers(given, x, span)


def _numbers(given: DrawingInput, x: LinearScale, span: float) -> list[tuple[float, str]]:
    """Round numbers on an axis, as many as have room for their labels; whole ones, where all keys are."""
    look, (low, high) = given.look, x.domain
    most = max(2, min(int(span / (2.5 * look.size)) + 1, MOST_NUMBERS))
    if not given.data.key_decimals and given.data.key.scale is AxisKind.NUMBERS:
        most = max(2, min(most, int(high - low) + 1))
    for count in range(most, 1, -1):
        ticks = number_ticks(low, high, count)
        labels = [given.words.number(at, ticks.decimals) for at in ticks.places]
        room = max(width_of(label, look) for label in labels) + look.size
        if room * (len(labels) - 1) <= span:
            break
    return [(at, label) for at, label in zip(ticks.places, labels, strict=True) if low <= at <= high]


PERIOD_ROOM = {Precision.YEAR: 3.4, Precision.QUARTER: 5.0, Precision.MONTH: 5.5, Precision.DAY: 7.0}
"""The distance of the labels of periods by the size of words, at the least."""
