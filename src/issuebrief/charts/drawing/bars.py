"""Bars and stacked bars of named things: lying, each name before its bars.

In:  a `DrawingInput` whose keys are names.
Out: a `ChartDrawing`. Each bar ends in its value, so that there is no axis; stacked parts hold their values
     where they are wide enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from issuebrief.charts.data.chart_data import AxisKind
from issuebrief.charts.drawing.drawing_input import ChartDrawing
from issuebrief.charts.drawing.fit_labels import head_of, widest, wrapped
from issuebrief.charts.drawing.marks import (
    Label,
    Layer,
    LinearScale,
    LineSegment,
    rule_layers,
    sheet,
    words_layers,
)
from issuebrief.charts.looks.palette import PARTED, muted_colour, readable_on
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from issuebrief.charts.data.chart_data import DataPoint
    from issuebrief.charts.drawing.drawing_input import DrawingInput

MOST_NAMES = 0.42
"""The share of the width that the names have at most."""
LEAST_BARS = 0.28
"""The share of the width that the bars have at least; where they would have less, names stand above them."""
BAR = 1.1
"""The height of a bar by the size of words, where a name has one; of several, each has a little less."""
LEADING = 1.2


@dataclass(frozen=True)
class _Row:
    """A name on its lines, and the height of its row with the white above and below."""

    key: int
    lines: list[str]
    bold: bool
    height: float


def draw_bars(given: DrawingInput) -> ChartDrawing:
    """Lying bars, one for each value, or one for all values of a name stacked on each other."""
    data, look = given.data, given.look
    stacked = given.type == "stacked"
    rows = _rows(given, 1 if stacked else len(data.series), MOST_NAMES * given.width)
    left = max((widest(row.lines, look, bold=row.bold) for row in rows), default=0.0) + 0.8 * look.size
    start, end = _scale(given, left, stacked=stacked).range
    is_above = end - start < LEAST_BARS * given.width
    if is_above:
        rows, left = _rows(given, 1 if stacked else len(data.series), given.width), 0.0
    colours = given.colours()
    layers, words, top = head_of(given, colours if len(data.series) > 1 else {})
    scale = _scale(given, left, stacked=stacked)
    bars, zero = [], scale.at(0)
    foot, axis = top, list[LineSegment]()
    for row in rows:
        points = [point for point in data.points if point.key == row.key]
        above = LEADING * look.size * len(row.lines) if is_above else 0.0
        words += _name(row, foot + (above or row.height) / 2, look.size, look.ink)
        foot += above
        make = _stack if stacked else _beside
        found, labels = make(given, points, colours, scale, (foot, row.height))
        bars += found
        words += labels
        axis.append(LineSegment(zero, foot, zero, foot + row.height, look.ink, 0.8))
        foot += row.height
    layers += [
        _bar_layer(bars, scale, parted=stacked),
        *rule_layers(axis if is_above else [LineSegment(zero, top, zero, foot, look.ink, 0.8)]),
    ]
    plain = sheet(given.width, foot, [*layers, *words_layers(words, look)])
    apart = (
        tuple(colours[name] for name in data.series) if not given.highlights and len(data.series) > 1 else ()
    )
    return ChartDrawing(plain, given.width, foot, (), apart)


def _rows(given: DrawingInput, bars: int, width: float) -> list[_Row]:
    """The rows, with names no wider than `width` as far as their spaces allow."""
    data, look = given.data, given.look
    rows = []
    for key, name in enumerate(data.key.names):
        bold = name in given.highlights
        lines = wrapped(name, look, width, bold=bold)
        of_bars = (BAR + 0.72) * look.size if bars == 1 else (1.06 * bars + 0.85) * look.size
        beside = (LEADING * len(lines) + 0.5) * look.size if width < given.width else 0.0
        rows.append(_Row(key, lines, bold, max(of_bars, beside)))
    extra = (given.height - sum(row.height for row in rows)) / max(len(rows), 1) if given.height else 0.0
    return [_Row(row.key, row.lines, row.bold, row.height + max(extra, 0.0)) for row in rows]


def _name(row: _Row, middle: float, size: float, colour: str) -> list[Label]:
    first = middle - (len(row.lines) - 1) / 2 * LEADING * size + 0.33 * size
    return [
        Label(0, first + number * LEADING * size, line, colour, bold=row.bold)
        for number, line in enumerate(row.lines)
    ]


def _scale(given: DrawingInput, left: float, *, stacked: bool) -> LinearScale:
    """The scale of the values, with room for what is written at the ends of bars."""
    data, look = given.data, given.look
    values = _sums(given) if stacked else data.values
    high, low = max(max(values), 0.0), min(min(values), 0.0)
    if high == low:
        high = 1.0
    gap = 0.4 * look.size
    behind = max(
        (width_of(given.number(value), look, bold=True) + gap for value in values if value >= 0), default=0.0
    )
    before = max(
        (width_of(given.number(value), look, bold=True) + gap for value in values if value < 0), default=0.0
    )
    return LinearScale((low, high), (left + before, given.width - behind - 0.5))


def _sums(given: DrawingInput) -> tuple[float, ...]:
    sums: dict[float, float] = {}
    for point in given.data.points:
        sums[point.key] = sums.get(point.key, 0.0) + (point.value or 0.0)
    return tuple(sums.values())


Made = tuple[list[dict[str, Any]], list[Label]]


def _beside(
    given: DrawingInput,
    points: list[DataPoint],
    colours: dict[str, str],
    scale: LinearScale,
    place: tuple[float, float],
) -> Made:
    """The bars of a row below each other, and their values."""
    look, series = given.look, given.data.series
    top, height = place
    thick = BAR * look.size if len(series) == 1 else 1.06 * look.size
    first = top + (height - thick * len(series)) / 2
    bars, labels = [], []
    for point in points:
        y = first + series.index(point.series) * thick
        name = given.data.key.names[int(point.key)]
        is_lit = name in given.highlights or point.series in given.highlights
        colour = colours[point.series]
        if given.highlights and len(series) == 1:
            colour = look.accent if is_lit else muted_colour(look.brand)
        base = y + thick / 2 + 0.34 * look.size
        if point.value is None:
            labels.append(Label(scale.at(0) + 0.4 * look.size, base, "–", look.quiet))
            continue
        bars.append(
            {
                "value": point.value,
                "zero": 0,
                "y": y,
                "y2": y + thick - (1 if len(series) > 1 else 0),
                "colour": colour,
            }
        )
        end, below = scale.at(point.value), point.value < 0
        x = end - 0.4 * look.size if below else max(end, scale.at(0)) + 0.4 * look.size
        labels.append(
            Label(x, base, given.number(point.value), look.ink, "end" if below else "start", is_lit)
        )
    return bars, labels


def _stack(
    given: DrawingInput,
    points: list[DataPoint],
    colours: dict[str, str],
    scale: LinearScale,
    place: tuple[float, float],
) -> Made:
    """The parts of a row behind each other, their values where there is room, and their sum."""
    look = given.look
    top, height = place
    thick = 1.35 * look.size
    y, total = top + (height - thick) / 2, 0.0
    base = y + thick / 2 + 0.34 * look.size
    bars, labels = [], []
    for point in sorted(points, key=lambda point: given.data.series.index(point.series)):
        if not point.value:
            continue
        start, end = scale.at(total), scale.at(total + point.value)
        colour = colours[point.series]
        bars.append({"value": total + point.value, "zero": total, "y": y, "y2": y + thick, "colour": colour})
        total += point.value
        written = given.number(point.value)
        if width_of(written, look) + 0.5 * look.size <= end - start:
            labels.append(Label((start + end) / 2, base, written, readable_on(colour, look.ink), "middle"))
    if total:
        labels.append(
            Label(scale.at(total) + 0.4 * look.size, base, given.number(total), look.ink, bold=True)
        )
    return bars, labels


def _bar_layer(bars: list[dict[str, Any]], scale: LinearScale, *, parted: bool) -> Layer:
    px = {"type": "quantitative", "scale": None, "axis": None}
    return {
        "data": {"values": bars},
        "mark": {"type": "rect", **(PARTED if parted else {})},
        "encoding": {
            "x": scale.encoding("value"), "x2": {"field": "zero"},
            "y": {"field": "y", **px}, "y2": {"field": "y2"},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }  # fmt: skip


def is_lying(given: DrawingInput) -> bool:
    """Whether the bars of a chart lie: those of names do, those of periods stand."""
    return given.data.key.scale is AxisKind.NAMES
