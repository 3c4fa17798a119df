"""Bars over time: standing, one beside or upon the other, each over its period.

In:  a `DrawingInput` whose keys are periods.
Out: a `ChartDrawing`. Where they are few, bars have their values above them instead of an axis.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from issuebrief.charts.drawing.axes import FOOT, ChartFrame, frame_of, height_of, key_ticks
from issuebrief.charts.drawing.drawing_input import ChartDrawing
from issuebrief.charts.drawing.fit_labels import head_of
from issuebrief.charts.drawing.marks import (
    Label,
    Layer,
    LinearScale,
    LineSegment,
    rule_layers,
    sheet,
    words_layers,
)
from issuebrief.charts.looks.palette import PARTED, muted_colour
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from issuebrief.charts.drawing.drawing_input import DrawingInput

SHARE = 0.72
"""The share of the distance of two periods that bars take."""


def draw_columns(given: DrawingInput) -> ChartDrawing:
    """Standing bars."""
    data, look = given.data, given.look
    stacked = given.type == "stacked"
    colours = given.colours()
    layers, words, top = head_of(given, colours if len(data.series) > 1 else {})
    keys = sorted({point.key for point in data.points})
    step = min((after - before for before, after in itertools.pairwise(keys)), default=1.0)
    ends = (keys[0] - step / 2, keys[-1] + step / 2)
    bars = _bars(given, colours, step, stacked=stacked)
    values = [value for bar in bars for value in (bar["value"], bar["zero"])] or [0.0]
    low, high = min(*values, 0.0), max(*values, 0.0)
    wide = (given.width / max((ends[1] - ends[0]) / step, 1)) * SHARE / (1 if stacked else len(data.series))
    labelled = not stacked and all(width_of(given.number(bar["value"]), look) <= wide * 1.25 for bar in bars)
    frame = (
        _bare(given, ends, (low, high), top, keys)
        if labelled
        else frame_of(given, ends, (low, high), top, places=keys)
    )
    if labelled:
        words += _values(given, bars, frame)
    layers.append(_bar_layer(bars, frame, parted=len(data.series) > 1))
    height = frame.bottom + FOOT * look.size
    drawn = [
        *rule_layers(frame.grid),
        *layers,
        *rule_layers(frame.base),
        *words_layers((*words, *frame.words), look),
    ]
    apart = tuple(colours.values()) if len(data.series) > 1 and not given.highlights else ()
    return ChartDrawing(sheet(given.width, height, drawn), given.width, height, (), apart)


def _bars(
    given: DrawingInput, colours: dict[str, str], step: float, *, stacked: bool
) -> list[dict[str, Any]]:
    """The bars by the ends of their widths and heights, in the units of the axes."""
    data, look = given.data, given.look
    count = 1 if stacked else len(data.series)
    part = SHARE * step / count
    sums: dict[float, float] = {}
    bars = []
    for point in data.points:
        if point.value is None:
            continue
        at = point.key - SHARE * step / 2 + (0 if stacked else data.series.index(point.series) * part)
        zero = sums.get(point.key, 0.0) if stacked else 0.0
        sums[point.key] = zero + point.value
        colour = colours[point.series]
        lit = point.series in given.highlights or point.key in given.lit_keys
        if given.lit_keys and len(data.series) == 1:
            colour = look.accent if lit else muted_colour(look.brand)
        bars.append({
            "start": at, "end": at + part, "zero": zero, "value": zero + point.value,
            "colour": colour, "lit": lit,
        })  # fmt: skip
    return bars


def _bare(
    given: DrawingInput, ends: tuple[float, float], values: tuple[float, float], top: float, keys: list[float]
) -> ChartFrame:
    """A frame without grid lines, for bars with their values."""
    look = given.look
    bottom = height_of(given, top) - FOOT * look.size
    low, high = values if values[0] < values[1] else (0.0, 1.0)
    room = 1.3 * look.size
    x = LinearScale(ends, (0.0, given.width))
    y = LinearScale((low, high), (bottom - (room if low < 0 else 0.0), top + room))
    base = y.at(0.0)
    words, ticks = key_ticks(given, given.data.key, x, bottom, 0.0, given.width, keys)
    grid = tuple(ticks) if low < 0 else ()
    return ChartFrame(
        x, y, top, bottom, tuple(words), grid, (LineSegment(0, base, given.width, base, look.ink, 0.8),)
    )


def _values(given: DrawingInput, bars: list[dict[str, Any]], frame: ChartFrame) -> list[Label]:
    """The value of each bar at its end."""
    look, words = given.look, []
    for bar in bars:
        end = frame.y.at(bar["value"])
        base = end - 0.35 * look.size if bar["value"] >= 0 else end + 1.05 * look.size
        middle = frame.x.at((bar["start"] + bar["end"]) / 2)
        words.append(Label(middle, base, given.number(bar["value"]), look.ink, "middle", bar["lit"]))
    if len(given.data.series) == 1:
        base = frame.y.at(0) - 0.35 * look.size
        missing = [point for point in given.data.points if point.value is None]
        words += [Label(frame.x.at(point.key), base, "–", look.quiet, "middle") for point in missing]
    return words


def _bar_layer(bars: list[dict[str, Any]], frame: ChartFrame, *, parted: bool) -> Layer:
    return {
        "data": {"values": bars},
        "mark": {"type": "rect", **(PARTED if parted else {})},
        "encoding": {
            "x": frame.x.encoding("start"), "x2": {"field": "end"},
            "y": frame.y.encoding("value"), "y2": {"field": "zero"},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }  # fmt: skip
