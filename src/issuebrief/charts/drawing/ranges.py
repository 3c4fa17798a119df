"""Ranges: bars from one value to another, on the lines of named things.

In:  a `DrawingInput` whose keys are names, and whose points have two values.
Out: a `ChartDrawing`. Both ends have their values, or stand over an axis of periods.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import AxisKind
from issuebrief.charts.drawing.fit_labels import head_of
from issuebrief.charts.drawing.marks import Label, LineSegment
from issuebrief.charts.drawing.rows import PX, finished, is_lit, row_names, rows_of
from issuebrief.charts.drawing.shapes import dot_layer, shape_key
from issuebrief.charts.looks.palette import muted_colour

if TYPE_CHECKING:
    from issuebrief.charts.drawing.drawing_input import ChartDrawing, DrawingInput


def draw_ranges(given: DrawingInput) -> ChartDrawing:
    """Bars from one value to another."""
    data, look = given.data, given.look
    layers, words, top = head_of(given, {})
    ends = dict(zip(data.ends, (look.quiet, look.brand), strict=True))
    found, names, top = shape_key(dict.fromkeys(ends, "circle"), ends, look, given.width, top)
    layers, words, top = [*layers, *found], [*words, *names], top + 0.3 * look.size
    is_numbers = data.value.scale is AxisKind.NUMBERS
    rows, x = rows_of(given, top, 1.85, 0.0, written=is_numbers, before=is_numbers)
    rules = (
        []
        if is_numbers
        else [LineSegment(rows.left, at, given.width, at, look.hairline) for at in rows.middles]
    )
    y = {"field": "y", **PX}
    for point in data.points:
        if point.value is None or point.low is None:
            continue
        middle = rows.middles[int(point.key)]
        lit = is_lit(given, point)
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
            words.append(Label(x.at(point.low) - gap, base, given.number(point.low), look.quiet, "end", lit))
            words.append(Label(x.at(point.value) + gap, base, given.number(point.value), look.ink, bold=lit))
    words += row_names(given, rows)
    return finished(given, rows, x, rules, layers, words, has_axis=not is_numbers)
