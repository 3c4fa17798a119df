"""Small multiples: a small chart of lines for each series, all on the same axes.

In:  a `DrawingInput` whose keys are periods, numbers or names.
Out: a `ChartDrawing`: rows of panels, in each the line of one series before those of all others, which
     stand back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import AxisKind
from issuebrief.charts.data.days import Precision
from issuebrief.charts.drawing.drawing_input import ChartDrawing
from issuebrief.charts.drawing.fit_labels import LEADING, head_of, wrapped
from issuebrief.charts.drawing.lines import line_layers
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
from issuebrief.charts.looks.palette import muted_colour
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from issuebrief.charts.drawing.drawing_input import DrawingInput

LEAST_PANEL = 8.2
"""The width of a panel by the size of words, at the least."""
GAP = 1.3
PANEL = 0.6
"""The height of a panel by its width."""
MOST_BEHIND = 12
"""Series, of which no more stand behind each other."""


def draw_small_multiples(given: DrawingInput) -> ChartDrawing:
    """A panel for each series."""
    data, look = given.data, given.look
    layers, words, top = head_of(given, {})
    ticks = number_ticks(min(data.values), max(data.values), 4)
    labels = [given.words.number(place, ticks.decimals) for place in ticks.places]
    left = max(width_of(label, look) for label in labels) + 0.5 * look.size
    across = _across(given, left)
    width = (given.width - left - (across - 1) * GAP * look.size) / across
    titles = [wrapped(name, look, width, bold=True) for name in data.series]
    keys = [point.key for point in data.points]
    rules: list[LineSegment] = []
    height = max(PANEL * width, 4.5 * look.size)
    for first in range(0, len(data.series), across):
        row = data.series[first : first + across]
        lines = max(len(titles[first + number]) for number in range(len(row)))
        bottom = top + (LEADING * lines + 0.4) * look.size + height
        y = LinearScale((ticks.places[0], ticks.places[-1]), (bottom, bottom - height))
        for number, name in enumerate(row):
            start = left + number * (width + GAP * look.size)
            x = LinearScale((min(keys), max(keys)), (start, start + width))
            rules += [
                LineSegment(start, y.at(at), start + width, y.at(at), look.hairline) for at in ticks.places
            ]
            layers += _panel(given, name, x, y)
            base = top + look.size
            words += [
                Label(start, base + n * LEADING * look.size, line, look.ink, bold=True)
                for n, line in enumerate(titles[first + number])
            ]
            words += _ends(given, x, bottom)
        words += [
            Label(left - 0.5 * look.size, y.at(at) + 0.33 * look.size, label, look.quiet, "end")
            for at, label in zip(ticks.places, labels, strict=True)
        ]
        top = bottom + 2.1 * look.size
    foot = top - 0.4 * look.size
    drawn = [*rule_layers(rules), *layers, *words_layers(words, look)]
    wide = any(width_of(line, look, bold=True) > width * 1.02 for lines in titles for line in lines)
    return ChartDrawing(
        sheet(given.width, foot, drawn), given.width, foot, ("the names of the panels",) if wide else ()
    )


def _across(given: DrawingInput, left: float) -> int:
    """How many panels stand side by side: as many as have room, in rows as full as can be."""
    look, count = given.look, len(given.data.series)
    most = int((given.width - left + GAP * look.size) / ((LEAST_PANEL + GAP) * look.size))
    most = max(min(most, count), 1)
    rows = -(-count // most)
    return -(-count // rows)


def _panel(given: DrawingInput, name: str, x: LinearScale, y: LinearScale) -> list[Layer]:
    data, look = given.data, given.look
    layers: list[Layer] = []
    if len(data.series) <= MOST_BEHIND:
        for other in data.series:
            if other != name:
                layers += line_layers(data.of(other), x, y, muted_colour(look.brand), 0.6)
    colour = look.accent if name in given.highlights else look.brand
    return [*layers, *line_layers(data.of(name), x, y, colour, 1.7)]


def _ends(given: DrawingInput, x: LinearScale, bottom: float) -> list[Label]:
    """The first and the last key below a panel."""
    axis, look = given.data.key, given.look
    low, high = x.domain
    match axis.scale:
        case AxisKind.NAMES:
            names = axis.names[int(low)], axis.names[int(high)]
        case AxisKind.PERIODS:
            precision = axis.precision or Precision.YEAR
            names = given.words.period(low, precision), given.words.period(high, precision)
        case _:
            decimals = given.data.key_decimals
            names = given.words.number(low, decimals), given.words.number(high, decimals)
    base = bottom + 1.25 * look.size
    start, end = x.range
    if width_of(names[0], look) + width_of(names[1], look) + 0.5 * look.size > end - start:
        return [Label(end, base, names[1], look.quiet, "end")]
    return [Label(start, base, names[0], look.quiet), Label(end, base, names[1], look.quiet, "end")]
