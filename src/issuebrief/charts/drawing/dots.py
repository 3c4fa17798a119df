"""Dots on the lines of named things, along an axis of numbers or periods.

In:  a `DrawingInput` whose keys are names.
Out: a `ChartDrawing`. Dots of several series differ in shape too; their own names stand above them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import AxisKind
from issuebrief.charts.drawing.fit_labels import head_of, spread
from issuebrief.charts.drawing.marks import Label, Layer, LinearScale, LineSegment
from issuebrief.charts.drawing.rows import PX, Rows, finished, is_lit, row_names, rows_of
from issuebrief.charts.drawing.shapes import dot_layer, shape_key, shapes_of
from issuebrief.charts.looks.palette import legible_name, muted_colour
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from issuebrief.charts.drawing.drawing_input import ChartDrawing, DrawingInput


def draw_dots(given: DrawingInput) -> ChartDrawing:
    """Dots on lines."""
    data, look = given.data, given.look
    shapes, colours = shapes_of(data.series), given.colours()
    layers, words, top = head_of(given, {})
    if len(data.series) > 1:
        found, names, top = shape_key(shapes, colours, look, given.width, top)
        layers, words, top = [*layers, *found], [*words, *names], top + 0.3 * look.size
    has_labels = any(point.label for point in data.points)
    written = not has_labels and len(data.series) == 1 and data.value.scale is AxisKind.NUMBERS
    high, lower = (3.05, 0.62) if has_labels else (1.85, 0.0)
    rows, x = rows_of(given, top, high, lower, written=written)
    rules = (
        [] if written else [LineSegment(rows.left, at, given.width, at, look.hairline) for at in rows.middles]
    )
    dots: list[Layer] = []
    for name in data.series:
        for lit in (False, True):
            of_name = [p for p in data.of(name) if p.value is not None and is_lit(given, p) is lit]
            placed = [{"value": point.value, "y": rows.middles[int(point.key)]} for point in of_name]
            colour = colours[name]
            if given.highlights and len(data.series) == 1:
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
    is_compared = len(data.series) > 1 and data.value.scale is AxisKind.NUMBERS
    rules += _joined(given, rows, x) if is_compared and not has_labels else []
    words += row_names(given, rows, bold=has_labels)
    if written:
        rules += _stems(given, rows, x)
        words += _numbers(given, rows, x)
    words += _labels(given, rows, x, colours) if has_labels else []
    return finished(given, rows, x, rules, [*layers, *dots], words, has_axis=not written)


def _labels(given: DrawingInput, rows: Rows, x: LinearScale, colours: dict[str, str]) -> list[Label]:
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
                Label(at, middle - 0.95 * look.size, point.label, colour, "middle", is_lit(given, point))
            )
    return words


def _numbers(given: DrawingInput, rows: Rows, x: LinearScale) -> list[Label]:
    """The values of dots to their right."""
    look = given.look
    return [
        Label(x.at(point.value) + 0.65 * look.size, rows.middles[int(point.key)] + 0.33 * look.size,
              given.number(point.value), look.ink, bold=is_lit(given, point))
        for point in given.data.points
        if point.value is not None
    ]  # fmt: skip


def _stems(given: DrawingInput, rows: Rows, x: LinearScale) -> list[LineSegment]:
    """A thin line from the beginning of each row to its dot."""
    found = (
        (rows.middles[int(point.key)], point.value) for point in given.data.points if point.value is not None
    )
    return [
        LineSegment(rows.left, middle, x.at(value), middle, given.look.hairline) for middle, value in found
    ]


def _joined(given: DrawingInput, rows: Rows, x: LinearScale) -> list[LineSegment]:
    """A line from the first to the last dot of each row."""
    rules = []
    for key, middle in enumerate(rows.middles):
        values = [point.value for point in given.data.points if point.key == key and point.value is not None]
        if len(values) > 1:
            rules.append(
                LineSegment(x.at(min(values)), middle, x.at(max(values)), middle, given.look.quiet, 1.0)
            )
    return rules
