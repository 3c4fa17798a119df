"""Lines and areas over time or numbers.

In:  a `DrawingInput` whose keys are periods, numbers or names in their order.
Out: a `ChartDrawing`: each line is named at its end; areas of several series lie on each other, and are named
     at their ends too.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from issuebrief.charts.drawing.axes import frame_of
from issuebrief.charts.drawing.drawing_input import ChartDrawing
from issuebrief.charts.drawing.fit_labels import LEADING, head_of, spread, widest, wrapped
from issuebrief.charts.drawing.marks import Label, Layer, LinearScale, rule_layers, sheet, words_layers
from issuebrief.charts.looks.palette import alike, legible_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.data.chart_data import DataPoint
    from issuebrief.charts.drawing.axes import ChartFrame
    from issuebrief.charts.drawing.drawing_input import DrawingInput

MOST_NAMES = 0.3
"""The share of the width that the names beside lines have at most."""
THICK, THIN = 1.7, 1.2
DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (1.5, 1.8), (7, 2, 1.5, 2))
"""The dashes of lines whose colours are too much alike."""


def draw_lines(given: DrawingInput) -> ChartDrawing:
    """A line for each series, broken where a value is missing."""
    data, look = given.data, given.look
    layers, words, top = head_of(given, {})
    named = len(data.series) > 1
    lines = {
        name: wrapped(name, look, MOST_NAMES * given.width, bold=_is_lit(given, name)) for name in data.series
    }
    room = (
        max((widest(each, look, bold=True) for each in lines.values()), default=0.0) + 0.7 * look.size
        if named
        else 0.0
    )
    keys = [point.key for point in data.points]
    frame = frame_of(given, (min(keys), max(keys)), (min(data.values), max(data.values)), top, right=room)
    colours = given.colours()
    order = sorted(data.series, key=lambda name: (_is_lit(given, name), -data.series.index(name)))
    dashes = dashes_of(given, colours)
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
    strong = [name for name in given.data.series if _is_lit(given, name) or not given.highlights]
    if alike(tuple(dict.fromkeys(colours[name] for name in strong))) is None:
        return dict.fromkeys(given.data.series, ())
    found: dict[str, tuple[float, ...]] = dict.fromkeys(given.data.series, ())
    for number, name in enumerate(strong):
        found[name] = DASHES[(number // 2) % len(DASHES)]
    return found


def draw_areas(given: DrawingInput) -> ChartDrawing:
    """An area from zero to each value, or areas on each other."""
    data, look = given.data, given.look
    layers, words, top = head_of(given, {})
    named = len(data.series) > 1
    lines = {name: wrapped(name, look, MOST_NAMES * given.width) for name in data.series}
    room = (
        max((widest(each, look) for each in lines.values()), default=0.0) + 0.7 * look.size if named else 0.0
    )
    rows, sums = _stacked(given)
    keys = [point.key for point in data.points]
    high, low = max(*sums, 0.0), min(*sums, 0.0)
    frame = frame_of(given, (min(keys), max(keys)), (low, high), top, right=room)
    colours = given.colours()
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
        if named:
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
        found, misfits = _beside(given, frame, lines, colours, middles)
        words += found
    height = frame.bottom + 1.75 * look.size
    drawn = [
        *rule_layers(frame.grid),
        *layers,
        *rule_layers(frame.base),
        *words_layers((*words, *frame.words), look),
    ]
    apart = tuple(colours.values()) if named and not given.highlights else ()
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


def _is_lit(given: DrawingInput, name: str) -> bool:
    return name in given.highlights


def _thickness(given: DrawingInput, name: str) -> float:
    return THICK if not given.highlights or _is_lit(given, name) else THIN


def _names(
    given: DrawingInput, frame: ChartFrame, lines: dict[str, list[str]], colours: dict[str, str]
) -> tuple[list[Label], tuple[str, ...]]:
    """The names of lines beside their last values."""
    ends = {}
    for name in lines:
        there = [point for point in given.data.of(name) if point.value is not None]
        if there:
            ends[name] = there[-1].value or 0.0
    return _beside(given, frame, lines, colours, ends)


def _beside(
    given: DrawingInput,
    frame: ChartFrame,
    lines: dict[str, list[str]],
    colours: dict[str, str],
    ends: dict[str, float],
) -> tuple[list[Label], tuple[str, ...]]:
    """Names to the right of a chart, at the values where they end, none over another."""
    look = given.look
    names = [name for name in lines if name in ends]
    heights = [LEADING * look.size * len(lines[name]) for name in names]
    low, high = frame.top - 0.5 * look.size, frame.bottom + 0.5 * look.size
    middles = spread([frame.y.at(ends[name]) for name in names], heights, low, high)
    words = []
    for name, middle in zip(names, middles, strict=True):
        first = middle - (len(lines[name]) - 1) / 2 * LEADING * look.size + 0.33 * look.size
        lit = _is_lit(given, name)
        colour = look.quiet if given.highlights and not lit else legible_name(colours[name])
        words += [
            Label(
                frame.x.range[1] + 0.7 * look.size,
                first + number * LEADING * look.size,
                line,
                colour,
                bold=lit,
            )
            for number, line in enumerate(lines[name])
        ]
    widest_line = max((widest(lines[name], look) for name in names), default=0.0)
    crowded = sum(heights) > high - low + 1 or widest_line > 1.02 * MOST_NAMES * given.width
    return words, ("the names beside the lines",) if crowded else ()
