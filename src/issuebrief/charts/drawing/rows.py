"""The rows of a chart of dots or ranges: a line for each name, and an axis below them.

In:  a `DrawingInput` whose keys are names.
Out: `Rows`; the scale of the values; names, grid and axis; the finished sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import Axis, AxisKind
from issuebrief.charts.data.days import Period, Precision, period_at
from issuebrief.charts.drawing.axes import FOOT, key_ticks
from issuebrief.charts.drawing.drawing_input import ChartDrawing
from issuebrief.charts.drawing.fit_labels import LEADING, widest, wrapped
from issuebrief.charts.drawing.marks import (
    Label,
    Layer,
    LinearScale,
    LineSegment,
    rule_layers,
    sheet,
    words_layers,
)
from issuebrief.charts.drawing.ticks import number_ticks
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from issuebrief.charts.data.chart_data import DataPoint
    from issuebrief.charts.drawing.drawing_input import DrawingInput

MOST_NAMES = 0.36
"""The share of the width that the names have at most."""
MOST_YEARS = 30
"""Years that an axis shows as wholes, at the most."""
PX = {"type": "quantitative", "scale": None, "axis": None}


@dataclass(frozen=True)
class Rows:
    """The rows of a chart: names on their lines, where the dots of each are, the edges of the axis."""

    names: tuple[list[str], ...]
    middles: tuple[float, ...]
    top: float
    bottom: float
    left: float
    misfits: tuple[str, ...]


def finished(
    given: DrawingInput,
    rows: Rows,
    x: LinearScale,
    rules: list[LineSegment],
    layers: list[Layer],
    words: list[Label],
    *,
    has_axis: bool,
) -> ChartDrawing:
    """The sheet, with an axis below the rows if there is to be one."""
    bottom = rows.bottom
    if has_axis:
        found, places = _axis(given, x, bottom, rows.left)
        rules = [*_grid(given, rows, places), *rules]
        words, bottom = [*words, *found], bottom + FOOT * given.look.size
    drawn = [*rule_layers(rules), *layers, *words_layers(words, given.look)]
    return ChartDrawing(sheet(given.width, bottom, drawn), given.width, bottom, rows.misfits)


def _grid(given: DrawingInput, rows: Rows, places: list[float]) -> list[LineSegment]:
    """Lines across the rows at the ticks; they leave out where the names of dots stand."""
    look, size = given.look, given.look.size
    if not any(point.label for point in given.data.points):
        return [LineSegment(at, rows.top, at, rows.bottom, look.hairline) for at in places]
    ends = [*((one + other) / 2 - 0.3 * size for one, other in pairwise(rows.middles)), rows.bottom]
    spans = [(middle - 0.5 * size, end) for middle, end in zip(rows.middles, ends, strict=True)]
    return [LineSegment(at, start, at, end, look.hairline) for at in places for start, end in spans]


def _axis(given: DrawingInput, x: LinearScale, bottom: float, left: float) -> tuple[list[Label], list[float]]:
    """The labels of the axis below the rows, and the px of its ticks.

    A year is named in its middle, or at its beginning where not all are.
    """
    axis = given.data.value
    if years := _whole_years(given):
        precision = axis.precision or Precision.YEAR
        begin = [Period(date(year, 1, 1), Precision.YEAR).at(precision) for year in (*years, years[-1] + 1)]
        base = bottom + 1.35 * given.look.size
        step = -(-int(3.4 * given.look.size * len(years)) // max(int(x.range[1] - x.range[0]), 1))
        spots = [x.at((start + end) / 2 if step <= 1 else start) for start, end in pairwise(begin)]
        words = [
            Label(at, base, str(year), given.look.quiet, "middle")
            for year, at in zip(years, spots, strict=True)
        ]
        return words[:: max(step, 1)], [x.at(place) for place in begin][:: max(step, 1)]
    plain = Axis(axis.name, axis.scale, precision=axis.precision)
    words, ticks = key_ticks(given, plain, x, bottom, left, given.width)
    return words, [tick.x for tick in ticks]


def _whole_years(given: DrawingInput) -> tuple[int, ...]:
    """The years that an axis of days or months shows, where it shows several and not too many."""
    axis = given.data.value
    if axis.scale is not AxisKind.PERIODS or axis.precision in (None, Precision.YEAR):
        return ()
    low, high = (
        period_at(end, axis.precision).day for end in (min(given.data.values), max(given.data.values))
    )
    last = high.year if (high.month, high.day) != (1, 1) or high.year == low.year else high.year - 1
    return tuple(range(low.year, last + 1)) if 2 <= last - low.year <= MOST_YEARS else ()


def rows_of(given: DrawingInput, top: float, height: float, lower: float) -> Rows:
    """The rows from `top` on: how high one is, and how far its dots lie below its middle, by size."""
    look = given.look
    names = tuple(
        wrapped(name, look, MOST_NAMES * given.width, bold=name in given.highlights)
        for name in given.data.key.names
    )
    high = [max(height, LEADING * len(lines) + 0.5) * look.size for lines in names]
    extra = max((given.height - top - FOOT * look.size - sum(high)) / len(high), 0.0) if given.height else 0.0
    middles, at = [], top
    for each in high:
        middles.append(at + (each + extra) / 2 + lower * look.size)
        at += each + extra
    most = max(widest(lines, look, bold=True) for lines in names)
    misfits = () if most <= 1.03 * MOST_NAMES * given.width else ("the names of the rows",)
    return Rows(
        names, tuple(middles), top, at, min(most, MOST_NAMES * given.width) + 0.9 * look.size, misfits
    )


def row_scale(given: DrawingInput, left: float, *, written: bool, before: bool = False) -> LinearScale:
    """The scale of the values, with room for dots and for what is written beside them."""
    look, values = given.look, given.data.values
    low, high = min(values), max(values)
    if years := _whole_years(given):
        precision = given.data.value.precision or Precision.DAY
        low, high = (
            Period(date(year, 1, 1), Precision.YEAR).at(precision) for year in (years[0], years[-1] + 1)
        )
    elif given.data.value.scale is AxisKind.NUMBERS and not written:
        ticks = number_ticks(low, high, 6).places
        low, high = ticks[0], ticks[-1]
    if low == high:
        low, high = low - 1, high + 1
    dot = 0.55 * look.size
    numbers = max(width_of(given.number(value), look, bold=True) for value in values) if written else 0.0
    behind = numbers + 0.7 * look.size if written else dot
    start = left + (numbers + 0.7 * look.size if before else dot)
    return LinearScale((low, high), (start, given.width - behind))


def row_names(given: DrawingInput, rows: Rows, *, bold: bool = False) -> list[Label]:
    """The names before the rows."""
    look, words = given.look, []
    for lines, middle in zip(rows.names, rows.middles, strict=True):
        first = middle - (len(lines) - 1) / 2 * LEADING * look.size + 0.33 * look.size
        is_bold = bold or " ".join(lines) in given.highlights
        colour = look.brand if bold else look.ink
        words += [
            Label(0, first + number * LEADING * look.size, line, colour, bold=is_bold)
            for number, line in enumerate(lines)
        ]
    return words


def is_lit(given: DrawingInput, point: DataPoint) -> bool:
    """Whether a point is highlighted: by its series, its own name or that of its row."""
    names = given.data.key.names
    return bool({point.series, point.label, names[int(point.key)]} & given.highlights)
