"""Dots and ranges on the lines of named things, along an axis of numbers or moments.

In:  a `DrawingInput` whose keys are names.
Out: a `Drawing`. Dots of several series differ in shape too; their own names stand above them. Of a range
     both ends have their values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.charts.chart_data import Axis, Scale
from issuebrief.charts.data.days import Moment, Precision, moment_at
from issuebrief.charts.drawing.axes import FOOT, key_ticks
from issuebrief.charts.drawing.drawing_input import Drawing
from issuebrief.charts.drawing.fit_labels import LEADING, head_of, spread, widest, wrapped
from issuebrief.charts.drawing.marks import Layer, LinearScale, Rule, Words, rule_layers, sheet, words_layers
from issuebrief.charts.drawing.palette import legible_name, muted_colour
from issuebrief.charts.drawing.shapes import dot_layer, shape_key, shapes_of
from issuebrief.charts.drawing.text_width import width_of
from issuebrief.charts.drawing.ticks import number_ticks

if TYPE_CHECKING:
    from issuebrief.charts.chart_data import Point
    from issuebrief.charts.drawing.drawing_input import DrawingInput

MOST_NAMES = 0.36
MOST_YEARS = 30
"""Years that an axis shows as wholes, at the most."""
PX = {"type": "quantitative", "scale": None, "axis": None}


@dataclass(frozen=True)
class _Rows:
    """The rows of a chart: names on their lines, where the dots of each are, the edges of the axis."""

    names: tuple[list[str], ...]
    middles: tuple[float, ...]
    top: float
    bottom: float
    left: float
    misfits: tuple[str, ...]


def draw_dots(given: DrawingInput) -> Drawing:
    """Dots on lines."""
    data, look = given.data, given.look
    shapes, colours = shapes_of(data.series), given.colours()
    layers, words, top = head_of(given, {})
    if len(data.series) > 1:
        found, names, top = shape_key(shapes, colours, look, given.width, top)
        layers, words, top = [*layers, *found], [*words, *names], top + 0.3 * look.size
    has_labels = any(point.label for point in data.points)
    rows = _rows(given, top, 2.75 if has_labels else 1.85, 0.5 if has_labels else 0.0)
    written = not has_labels and len(data.series) == 1 and data.value.scale is Scale.NUMBERS
    x = _scale(given, rows.left, written=written)
    rules = [] if written else [Rule(rows.left, at, given.width, at, look.hairline) for at in rows.middles]
    dots: list[Layer] = []
    for name in data.series:
        for lit in (False, True):
            of_name = [p for p in data.of(name) if p.value is not None and _is_lit(given, p) is lit]
            placed = [{"value": point.value, "y": rows.middles[int(point.key)]} for point in of_name]
            colour = colours[name]
            if given.highlights and not given.highlights & set(data.series):
                colour = look.accent if lit else muted_colour(look.brand)
            if placed:
                dots.append(
                    dot_layer(
                        placed,
                        shapes[name],
                        colour,
                        look,
                        {"x": x.encoding("value"), "y": {"field": "y", **PX}},
                    )
                )
    rules += _joined(given, rows, x) if len(data.series) > 1 and not has_labels else []
    words += _names(given, rows)
    if written:
        rules += _stems(given, rows, x)
        words += _numbers(given, rows, x)
    words += _labels(given, rows, x, colours) if has_labels else []
    return _finished(given, rows, x, rules, [*layers, *dots], words, has_axis=not written)


def draw_ranges(given: DrawingInput) -> Drawing:
    """Bars from one value to another."""
    data, look = given.data, given.look
    layers, words, top = head_of(given, {})
    ends = dict(zip(data.ends, (look.quiet, look.brand), strict=True))
    found, names, top = shape_key(dict.fromkeys(ends, "circle"), ends, look, given.width, top)
    layers, words, top = [*layers, *found], [*words, *names], top + 0.3 * look.size
    rows = _rows(given, top, 1.85, 0.0)
    is_numbers = data.value.scale is Scale.NUMBERS
    x = _scale(given, rows.left, written=is_numbers, before=is_numbers)
    rules = [] if is_numbers else [Rule(rows.left, at, given.width, at, look.hairline) for at in rows.middles]
    y = {"field": "y", **PX}
    for point in data.points:
        if point.value is None or point.low is None:
            continue
        middle = rows.middles[int(point.key)]
        lit = _is_lit(given, point)
        colour = look.accent if lit else muted_colour(look.brand)
        bar = {"low": point.low, "value": point.value, "y": middle}
        layers.append({
            "data": {"values": [bar]},
            "mark": {"type": "rule", "color": colour, "strokeWidth": 0.42 * look.size},
            "encoding": {"x": x.encoding("low"), "x2": {"field": "value"}, "y": y},
        })  # fmt: skip
        for end, fill in zip((point.low, point.value), ends.values(), strict=True):
            place = [{"value": end, "y": middle}]
            layers.append(
                dot_layer(
                    place, "circle", look.accent if lit else fill, look, {"x": x.encoding("value"), "y": y}
                )
            )
        if is_numbers:
            base, gap = middle + 0.33 * look.size, 0.65 * look.size
            words.append(Words(x.at(point.low) - gap, base, given.number(point.low), look.quiet, "end", lit))
            words.append(Words(x.at(point.value) + gap, base, given.number(point.value), look.ink, bold=lit))
    words += _names(given, rows)
    return _finished(given, rows, x, rules, layers, words, has_axis=not is_numbers)


def _finished(
    given: DrawingInput,
    rows: _Rows,
    x: LinearScale,
    rules: list[Rule],
    layers: list[Layer],
    words: list[Words],
    *,
    has_axis: bool,
) -> Drawing:
    """The sheet, with an axis below the rows if there is to be one."""
    bottom = rows.bottom
    if has_axis:
        found, places = _axis(given, x, bottom, rows.left)
        rules = [*_grid(given, rows, places), *rules]
        words, bottom = [*words, *found], bottom + FOOT * given.look.size
    drawn = [*rule_layers(rules), *layers, *words_layers(words, given.look)]
    return Drawing(sheet(given.width, bottom, drawn), given.width, bottom, rows.misfits)


def _grid(given: DrawingInput, rows: _Rows, places: list[float]) -> list[Rule]:
    """Lines across the rows at the ticks; they leave out where the names of dots stand."""
    look, size = given.look, given.look.size
    if not any(point.label for point in given.data.points):
        return [Rule(at, rows.top, at, rows.bottom, look.hairline) for at in places]
    ends = [*((one + other) / 2 - 0.3 * size for one, other in pairwise(rows.middles)), rows.bottom]
    spans = [(middle - 0.55 * size, end) for middle, end in zip(rows.middles, ends, strict=True)]
    return [Rule(at, start, at, end, look.hairline) for at in places for start, end in spans]


def _axis(given: DrawingInput, x: LinearScale, bottom: float, left: float) -> tuple[list[Words], list[float]]:
    """The labels of the axis below the rows, and the px of its ticks; years are named in their middle."""
    axis = given.data.value
    if years := _whole_years(given):
        precision = axis.precision or Precision.YEAR
        begin = [Moment(date(year, 1, 1), Precision.YEAR).at(precision) for year in (*years, years[-1] + 1)]
        base = bottom + 1.35 * given.look.size
        middles = [x.at((start + end) / 2) for start, end in pairwise(begin)]
        words = [
            Words(at, base, str(year), given.look.quiet, "middle")
            for year, at in zip(years, middles, strict=True)
        ]
        step = -(-int(3.4 * given.look.size * len(years)) // max(int(x.range[1] - x.range[0]), 1))
        return words[:: max(step, 1)], [x.at(place) for place in begin]
    plain = Axis(axis.name, axis.scale, precision=axis.precision)
    words, ticks = key_ticks(given, plain, x, bottom, left, given.width)
    return words, [tick.x for tick in ticks]


def _whole_years(given: DrawingInput) -> tuple[int, ...]:
    """The years that an axis of days or months shows, where it shows several and not too many."""
    axis = given.data.value
    if axis.scale is not Scale.MOMENTS or axis.precision in (None, Precision.YEAR):
        return ()
    low, high = (
        moment_at(end, axis.precision).day for end in (min(given.data.values), max(given.data.values))
    )
    last = high.year if (high.month, high.day) != (1, 1) or high.year == low.year else high.year - 1
    return tuple(range(low.year, last + 1)) if 2 <= last - low.year <= MOST_YEARS else ()


def _rows(given: DrawingInput, top: float, height: float, lower: float) -> _Rows:
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
    return _Rows(
        names, tuple(middles), top, at, min(most, MOST_NAMES * given.width) + 0.9 * look.size, misfits
    )


def _scale(given: DrawingInput, left: float, *, written: bool, before: bool = False) -> LinearScale:
    """The scale of the values, with room for dots and for what is written beside them."""
    look, values = given.look, given.data.values
    low, high = min(values), max(values)
    if years := _whole_years(given):
        precision = given.data.value.precision or Precision.DAY
        low, high = (
            Moment(date(year, 1, 1), Precision.YEAR).at(precision) for year in (years[0], years[-1] + 1)
        )
    elif given.data.value.scale is Scale.NUMBERS and not written:
        ticks = number_ticks(low, high, 6).places
        low, high = ticks[0], ticks[-1]
    if low == high:
        low, high = low - 1, high + 1
    dot = 0.55 * look.size
    numbers = max(width_of(given.number(value), look, bold=True) for value in values) if written else 0.0
    behind = numbers + 0.7 * look.size if written else dot
    start = left + (numbers + 0.7 * look.size if before else dot)
    return LinearScale((low, high), (start, given.width - behind))


def _names(given: DrawingInput, rows: _Rows) -> list[Words]:
    look, words = given.look, []
    for lines, middle in zip(rows.names, rows.middles, strict=True):
        first = middle - (len(lines) - 1) / 2 * LEADING * look.size + 0.33 * look.size
        bold = " ".join(lines) in given.highlights
        words += [
            Words(0, first + n * LEADING * look.size, line, look.ink, bold=bold)
            for n, line in enumerate(lines)
        ]
    return words


def _labels(given: DrawingInput, rows: _Rows, x: LinearScale, colours: dict[str, str]) -> list[Words]:
    """The names of dots above them, moved apart where they would touch."""
    look, words = given.look, []
    for key, middle in enumerate(rows.middles):
        points = [
            point
            for point in given.data.points
            if point.key == key and point.value is not None and point.label
        ]
        widths = [width_of(point.label, look) + 0.8 * look.size for point in points]
        places = spread(
            [x.at(point.value or 0) for point in points],
            widths,
            rows.left - 0.3 * look.size,
            given.width + 0.4 * look.size,
        )
        for point, at in zip(points, places, strict=True):
            colour = legible_name(colours[point.series])
            words.append(
                Words(at, middle - 0.85 * look.size, point.label, colour, "middle", _is_lit(given, point))
            )
    return words


def _numbers(given: DrawingInput, rows: _Rows, x: LinearScale) -> list[Words]:
    """The values of dots to their right."""
    look = given.look
    return [
        Words(x.at(point.value) + 0.65 * look.size, rows.middles[int(point.key)] + 0.33 * look.size,
              given.number(point.value), look.ink, bold=_is_lit(given, point))
        for point in given.data.points
        if point.value is not None
    ]  # fmt: skip


def _stems(given: DrawingInput, rows: _Rows, x: LinearScale) -> list[Rule]:
    """A thin line from the beginning of each row to its dot."""
    found = (
        (rows.middles[int(point.key)], point.value) for point in given.data.points if point.value is not None
    )
    return [Rule(rows.left, middle, x.at(value), middle, given.look.hairline) for middle, value in found]


def _joined(given: DrawingInput, rows: _Rows, x: LinearScale) -> list[Rule]:
    """A line from the first to the last dot of each row."""
    rules = []
    for key, middle in enumerate(rows.middles):
        values = [point.value for point in given.data.points if point.key == key and point.value is not None]
        if len(values) > 1:
            rules.append(Rule(x.at(min(values)), middle, x.at(max(values)), middle, given.look.quiet, 1.0))
    return rules


def _is_lit(given: DrawingInput, point: Point) -> bool:
    names = given.data.key.names
    return bool({point.series, point.label, names[int(point.key)]} & given.highlights)
