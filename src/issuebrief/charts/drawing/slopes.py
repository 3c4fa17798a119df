"""Slopes: what two points in time make of each thing.

In:  a `DrawingInput` with two keys.
Out: a `ChartDrawing`: a line for each series from its first value to its last, with name and value at its
     ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.drawing.axes import height_of
from issuebrief.charts.drawing.drawing_input import ChartDrawing
from issuebrief.charts.drawing.fit_labels import LEADING, head_of, spread, widest, wrapped
from issuebrief.charts.drawing.line_names import THICK
from issuebrief.charts.drawing.lines import THIN, dashes_of, line_layers
from issuebrief.charts.drawing.marks import (
    Label,
    Layer,
    LinearScale,
    LineSegment,
    rule_layers,
    sheet,
    words_layers,
)
from issuebrief.charts.looks.palette import legible_name
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from issuebrief.charts.data.chart_data import DataPoint
    from issuebrief.charts.drawing.drawing_input import DrawingInput

MOST_NAMES = 0.36
"""The share of the width that names and values on either side have at most."""
DOT = 20
"""The area of a dot in px²."""


def draw_slopes(given: DrawingInput) -> ChartDrawing:
    """A slope for each series."""
    data, look = given.data, given.look
    layers, words, top = head_of(given, {})
    rows = 1.25 * LEADING * look.size * len(data.series)
    height = max(height_of(given, top), look.grid * round((rows + top + 3 * look.size) / look.grid + 0.5))
    first, last = top + 2.4 * look.size, height - 0.8 * look.size
    low, high = min(data.values), max(data.values)
    y = LinearScale((low, high if high > low else low + 1), (last, first))
    numbers = max(width_of(given.number(value), look, bold=True) for value in data.values)
    names = {
        name: wrapped(name, look, MOST_NAMES * given.width - numbers - look.size, bold=True)
        for name in data.series
    }
    left = max(widest(lines, look, bold=True) for lines in names.values()) + numbers + 1.3 * look.size
    right = given.width - max(numbers + 0.7 * look.size, width_of(data.key.names[1], look, bold=True))
    x = LinearScale((0.0, 1.0), (left, right))
    colours, dashes = _colours(given), dashes_of(given, given.colours())
    for name in sorted(data.series, key=lambda name: name in given.highlights):
        lit = not given.highlights or name in given.highlights
        layers += line_layers(data.of(name), x, y, colours[name], THICK if lit else THIN, dashes[name])
        layers.append(_dots(data.of(name), x, y, colours[name]))
    words += _labels(given, names, colours, x, y, (first - 0.6 * look.size, last + 0.6 * look.size))
    heads = [
        Label(at, top + look.size, name, look.ink, anchor, bold=True)
        for at, name, anchor in zip((left, right), data.key.names, ("end", "start"), strict=True)
    ]
    rules = [
        LineSegment(at, top + 1.5 * look.size, at, height - 0.2 * look.size, look.hairline)
        for at in (left, right)
    ]
    crowded = rows > last - first + 2 * look.size or left > (MOST_NAMES + 0.06) * given.width
    drawn = [*rule_layers(rules), *layers, *words_layers((*words, *heads), look)]
    return ChartDrawing(
        sheet(given.width, height, drawn),
        given.width,
        height,
        ("the names beside the lines",) if crowded else (),
    )


def _colours(given: DrawingInput) -> dict[str, str]:
    """All slopes in the house colour, but for those that are highlighted."""
    if given.highlights or len(given.data.series) <= 2:
        return given.colours()
    return dict.fromkeys(given.data.series, given.look.brand)


def _labels(
    given: DrawingInput,
    names: dict[str, list[str]],
    colours: dict[str, str],
    x: LinearScale,
    y: LinearScale,
    bounds: tuple[float, float],
) -> list[Label]:
    """Names and first values on the left, last values on the right."""
    look, words = given.look, []
    for side in (0, 1):
        there = [
            (name, point.value)
            for name in names
            for point in given.data.of(name)
            if int(point.key) == side and point.value is not None
        ]
        heights = [LEADING * look.size * (len(names[name]) if side == 0 else 1) for name, _ in there]
        middles = spread([y.at(value) for _, value in there], heights, *bounds)
        for (name, value), middle in zip(there, middles, strict=True):
            lit = name in given.highlights
            colour = look.quiet if given.highlights and not lit else legible_name(colours[name])
            base = middle + 0.33 * look.size
            if side:
                words.append(Label(x.range[1] + 0.7 * look.size, base, given.number(value), colour, bold=lit))
                continue
            number = given.number(value)
            end = x.range[0] - 0.7 * look.size
            words.append(Label(end, base, number, colour, "end", lit))
            begin = end - width_of(number, look, bold=lit) - 0.5 * look.size
            up = (len(names[name]) - 1) / 2 * LEADING * look.size
            words += [
                Label(begin, base - up + line * LEADING * look.size, part, colour, "end", lit)
                for line, part in enumerate(names[name])
            ]
    return words


def _dots(points: tuple[DataPoint, ...], x: LinearScale, y: LinearScale, colour: str) -> Layer:
    rows = [{"key": point.key, "value": point.value} for point in points if point.value is not None]
    mark = {"type": "point", "shape": "circle", "filled": True, "color": colour, "size": DOT, "opacity": 1}
    return {
        "data": {"values": rows},
        "mark": mark,
        "encoding": {"x": x.encoding("key"), "y": y.encoding("value")},
    }
