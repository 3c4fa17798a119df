"""Lines over time or numbers.

In:  a `DrawingInput` whose keys are periods, numbers or names in their order.
Out: a `ChartDrawing`: each line is named at its end. Names that are too wide for that stand in a key above.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from issuebrief.charts.drawing.axes import frame_of
from issuebrief.charts.drawing.drawing_input import ChartDrawing
from issuebrief.charts.drawing.fit_labels import head_of, widest
from issuebrief.charts.drawing.line_names import (
    THICK,
    is_keyed,
    is_named_lit,
    line_key,
    names_beside,
    wrapped_names,
)
from issuebrief.charts.drawing.marks import Label, Layer, LinearScale, rule_layers, sheet, words_layers
from issuebrief.charts.looks.palette import alike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.data.chart_data import DataPoint
    from issuebrief.charts.drawing.axes import ChartFrame
    from issuebrief.charts.drawing.drawing_input import DrawingInput

THIN = 1.2
"""The thickness in px of a line that is not highlighted, where others are."""
DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (1.5, 1.8), (7, 2, 1.5, 2))
"""The dashes of lines whose colours are too much alike."""


def draw_lines(given: DrawingInput) -> ChartDrawing:
    """A line for each series, broken where a value is missing."""
    data, look = given.data, given.look
    layers, words, top = head_of(given, {})
    colours = given.colours()
    dashes = dashes_of(given, colours)
    lines = wrapped_names(given)
    named = len(data.series) > 1 and not is_keyed(given, lines)
    if len(data.series) > 1 and not named:
        layers, names, top = line_key(given, colours, dashes, top)
        words += names
    room = (
        max((widest(each, look, bold=True) for each in lines.values()), default=0.0) + 0.7 * look.size
        if named
        else 0.0
    )
    keys = [point.key for point in data.points]
    frame = frame_of(given, (min(keys), max(keys)), (min(data.values), max(data.values)), top, right=room)
    order = sorted(data.series, key=lambda name: (is_named_lit(given, name), -data.series.index(name)))
    for name in order:
        layers += line_layers(
            data.of(name), frame.x, frame.y, colours[name], _thickness(given, name), dashes[name]
        )
    height = frame.bottom + 1.75 * look.size
    misfits: tuple[str, ...] = ()
    if named:
        found, misfits = _names(given, frame, lines, colours)
        words += found
    words += frame.words
    drawn = [*rule_layers((*frame.grid, *frame.base)), *layers, *words_layers(words, look)]
    return ChartDrawing(sheet(given.width, height, drawn), given.width, height, misfits)


def line_layers(
    points: Sequence[DataPoint],
    x: LinearScale,
    y: LinearScale,
    colour: str,
    thickness: float,
    dash: tuple[float, ...] = (),
) -> list[Layer]:
    """A line through points, broken where a value is missing; a point between two gaps is a dot."""
    pieces = [list(piece) for is_there, piece in groupby(points, lambda p: p.value is not None) if is_there]
    rows = [
        {"key": point.key, "value": point.value, "piece": number}
        for number, piece in enumerate(pieces)
        for point in piece
        if len(piece) > 1
    ]
    alone = [{"key": piece[0].key, "value": piece[0].value} for piece in pieces if len(piece) == 1]
    encoding: dict[str, Any] = {"x": x.encoding("key"), "y": y.encoding("value")}
    layers: list[Layer] = []
    if rows:
        mark: dict[str, Any] = {
            "type": "line",
            "color": colour,
            "strokeWidth": thickness,
            "strokeJoin": "round",
        }
        mark |= {"strokeDash": list(dash)} if dash else {"strokeCap": "round"}
        detail = {"field": "piece", "type": "nominal"}
        order = {"field": "key", "type": "quantitative"}
        layers.append(
            {
                "data": {"values": rows},
                "mark": mark,
                "encoding": {**encoding, "detail": detail, "order": order},
            }
        )
    if alone:
        dot = {
            "type": "point",
            "shape": "circle",
            "filled": True,
            "color": colour,
            "size": (2.8 * thickness) ** 2,
            "opacity": 1,
        }
        layers.append({"data": {"values": alone}, "mark": dot, "encoding": encoding})
    return layers


def dashes_of(given: DrawingInput, colours: dict[str, str]) -> dict[str, tuple[float, ...]]:
    """The dashes of lines: none, but where colours alone do not tell lines apart."""
    strong = [name for name in given.data.series if is_named_lit(given, name) or not given.highlights]
    if alike(tuple(dict.fromkeys(colours[name] for name in strong))) is None:
        return dict.fromkeys(given.data.series, ())
    found: dict[str, tuple[float, ...]] = dict.fromkeys(given.data.series, ())
    for number, name in enumerate(strong):
        found[name] = DASHES[(number // 2) % len(DASHES)]
    return found


def _thickness(given: DrawingInput, name: str) -> float:
    return THICK if not given.highlights or is_named_lit(given, name) else THIN


def _names(
    given: DrawingInput, frame: ChartFrame, lines: dict[str, list[str]], colours: dict[str, str]
) -> tuple[list[Label], tuple[str, ...]]:
    """The names of lines beside their last values."""
    ends = {}
    for name in lines:
        there = [point for point in given.data.of(name) if point.value is not None]
        if there:
            ends[name] = there[-1].value or 0.0
    return names_beside(given, frame, lines, colours, ends)
