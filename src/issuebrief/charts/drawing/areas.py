"""Areas over time or numbers.

In:  a `DrawingInput` whose keys are periods, numbers or names in their order.
Out: a `ChartDrawing`: areas of several series lie on each other. They are named at their ends, or in a key
     where the names are too wide for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from issuebrief.charts.drawing.axes import frame_of
from issuebrief.charts.drawing.drawing_input import ChartDrawing
from issuebrief.charts.drawing.fit_labels import head_of, widest
from issuebrief.charts.drawing.line_names import is_keyed, names_beside, wrapped_names
from issuebrief.charts.drawing.marks import rule_layers, sheet, words_layers

if TYPE_CHECKING:
    from issuebrief.charts.drawing.drawing_input import DrawingInput


def draw_areas(given: DrawingInput) -> ChartDrawing:
    """An area from zero to each value, or areas on each other."""
    data, look, colours = given.data, given.look, given.colours()
    lines = wrapped_names(given)
    parted = len(data.series) > 1
    named = parted and not is_keyed(given, lines)
    layers, words, top = head_of(given, colours if parted and not named else {})
    room = (
        max((widest(each, look) for each in lines.values()), default=0.0) + 0.7 * look.size if named else 0.0
    )
    rows, sums = _stacked(given)
    keys = [point.key for point in data.points]
    high, low = max(*sums, 0.0), min(*sums, 0.0)
    frame = frame_of(given, (min(keys), max(keys)), (low, high), top, right=room)
    for name in data.series:
        of_name = [row for row in rows if row["series"] == name]
        layers.append({
            "data": {"values": of_name},
            "mark": {"type": "area", "color": colours[name], "opacity": 1, "line": False},
            "encoding": {
                "x": frame.x.encoding("key"), "y": frame.y.encoding("value"), "y2": {"field": "zero"},
                "detail": {"field": "piece", "type": "nominal"},
            },
        })  # fmt: skip
        if parted:
            points = [(row["key"], row["value"]) for row in of_name]
            edge = [{"key": key, "value": value} for key, value in points]
            layers.append({
                "data": {"values": edge}, "mark": {"type": "line", "color": "#ffffff", "strokeWidth": 0.75},
                "encoding": {"x": frame.x.encoding("key"), "y": frame.y.encoding("value")},
            })  # fmt: skip
    misfits: tuple[str, ...] = ()
    if named:
        last = max(keys)
        middles = {row["series"]: (row["value"] + row["zero"]) / 2 for row in rows if row["key"] == last}
        found, misfits = names_beside(given, frame, lines, colours, middles)
        words += found
    height = frame.bottom + 1.75 * look.size
    drawn = [
        *rule_layers(frame.grid),
        *layers,
        *rule_layers(frame.base),
        *words_layers((*words, *frame.words), look),
    ]
    apart = tuple(colours.values()) if parted and not given.highlights else ()
    return ChartDrawing(sheet(given.width, height, drawn), given.width, height, misfits, apart)


def _stacked(given: DrawingInput) -> tuple[list[dict[str, Any]], list[float]]:
    """Where each area begins and ends at each key, and how high they all come."""
    sums: dict[float, float] = {}
    rows: list[dict[str, Any]] = []
    for name in given.data.series:
        piece = 0
        for point in given.data.of(name):
            if point.value is None:
                piece += 1
                continue
            zero = sums.get(point.key, 0.0)
            sums[point.key] = zero + point.value
            rows.append(
                {"key": point.key, "zero": zero, "value": zero + point.value, "series": name, "piece": piece}
            )
    return rows, list(sums.values())
