"""The rows of a chart of dots or ranges: a line for each name, and an axis below them.

In:  a `DrawingInput` whose keys are names.
Out: `Rows`; the scale of the values; names, grid and axis; the finished sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
LEAST_DOTS = 0.28
"""The share of the width that the dots have at least; where they would have less, names stand above them."""
MOST_YEARS = 30
"""Years that an axis shows as wholes, at the most."""
PX = {"type": "quantitative", "scale": None, "axis": None}


@dataclass(frozen=True)
class Rows:
    """The rows of a chart: names on their lines, where the dots of each are, the edges of the axis.

    `bases` are the first baselines of the names, and `spans` the heights that dots have, without names above
    them.
    """

    names: tuple[list[str], ...]
    bases: tuple[float, ...]
    middles: tuple[float, ...]
    spans: tuple[tuple[float, float], ...]
    top: float
    bottom: float
    left: float


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
    return ChartDrawing(sheet(given.width, bottom, drawn), given.width, bottom)


def _grid(given: DrawingInput, rows: Rows, places: list[float]) -> list[LineSegment]:
    """Lines across the rows at the ticks; they leave out where the names of dots stand."""
    look, size = given.look, given.look.size
    spans = ((rows.top, rows.bottom),) if rows.left else rows.spans
    if any(point.label for point in given.data.points):
        ends = [end - 0.3 * size for _, end in rows.spans]
        if rows.left:
            ends = [*((one + other) / 2 - 0.3 * size for one, other in pairwise(rows.middles)), rows.bottom]
        spans = tuple((middle - 0.5 * size, end) for middle, end in zip(rows.middles, ends, strict=True))
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


def rows_of(
    given: DrawingInput, top: float, height: float, lower: float, *, written: bool, before: bool = False
) -> tuple[Rows, LinearScale]:
    """The rows from `top` on, and the scale of the values.

    `height` is how high a row is, and `lower` how far its dots lie below its middle, by the size of words.
    Numbers are `written` behind the dots, and `before` them. Names stand before the rows, or above them where
    they would leave too little room.
    """
    width = given.width
    rows = _rows(given, top, height, lower, MOST_NAMES * width)
    x = _row_scale(given, rows.left, written=written, before=before)
    if x.range[1] - x.range[0] < LEAST_DOTS * width or _names_wide(given, rows) > 1.03 * MOST_NAMES * width:
        rows = _rows(given, top, height, lower, width)
        x = _row_scale(given, rows.left, written=written, before=before)
    return rows, x


def _rows(given: DrawingInput, top: float, height: float, lower: float, room: float) -> Rows:
    """The rows with names in so much room: all of the width, where they stand above the dots."""
    look, is_above = given.look, room >= given.width
    names = tuple(wrapped(name, look, room, bold=name in given.highlights) for name in given.data.key.names)
    texts = [LEADING * look.size * len(lines) for lines in names]
    above = [text if is_above else 0.0 for text in texts]
    high = [
        height * look.size if is_above else max(height * look.size, text + 0.5 * look.size) for text in texts
    ]
    free = given.height - top - FOOT * look.size - sum(high) - sum(above) if given.height else 0.0
    extra = max(free / len(high), 0.0)
    bases, middles, spans, at = [], [], [], top
    for lines, name, dots in zip(names, above, high, strict=True):
        middle = at + name + (dots + extra) / 2 + lower * look.size
        first = middle - (len(lines) - 1) / 2 * LEADING * look.size + 0.33 * look.size
        bases.append(at + look.size if is_above else first)
        middles.append(middle)
        spans.append((at + name + 0.35 * look.size, at + name + dots + extra))
        at += name + dots + extra
    found = Rows(names, tuple(bases), tuple(middles), tuple(spans), top, at, 0.0)
    left = 0.0 if is_above else min(_names_wide(given, found), room) + 0.9 * look.size
    return replace(found, left=left)


def _names_wide(given: DrawingInput, rows: Rows) -> float:
    return max(widest(lines, given.look, bold=True) for lines in rows.names)


def _row_scale(given: DrawingInput, left: float, *, written: bool, before: bool = False) -> LinearScale:
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
    """The names before the rows, or above them."""
    look, words = given.look, []
    for lines, first in zip(rows.names, rows.bases, strict=True):
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
