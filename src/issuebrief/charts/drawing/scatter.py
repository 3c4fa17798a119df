"""A scatter plot: dots by two measures.

In:  a `DrawingInput` whose keys are numbers.
Out: a `ChartDrawing`; those dots are named that are highlighted, or for whose names there is room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.drawing.axes import FOOT, ChartFrame, frame_of
from issuebrief.charts.drawing.drawing_input import ChartDrawing
from issuebrief.charts.drawing.fit_labels import LEADING, wrapped
from issuebrief.charts.drawing.marks import Label, Layer, rule_layers, sheet, words_layers
from issuebrief.charts.drawing.shapes import series_dots, shape_key, shapes_of
from issuebrief.charts.drawing.ticks import number_ticks
from issuebrief.charts.looks.palette import legible_name, muted_colour
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from issuebrief.charts.data.chart_data import DataPoint
    from issuebrief.charts.drawing.drawing_input import DrawingInput

MOST_NAMED = 40
"""Dots of which none more are named, unless they are highlighted."""
CLEAR = 0.7
"""The distance of a name from other dots and names, by the size of words: a nearer one seems to be theirs."""
Box = tuple[float, float, float, float]


def draw_scatter(given: DrawingInput) -> ChartDrawing:
    """Dots by key and value."""
    data, look = given.data, given.look
    shapes, colours = shapes_of(data.series), given.colours()
    layers, words, top = list[Layer](), list[Label](), 0.0
    for line in wrapped(given.unit or data.value.name, look, given.width):
        words.append(Label(0, top + look.size, line, look.quiet))
        top += LEADING * look.size
    if len(data.series) > 1:
        layers, names, top = shape_key(shapes, colours, look, given.width, top + 0.3 * look.size)
        words += names
    keys = [point.key for point in data.points]
    ends = number_ticks(min(keys), max(keys), 6).places
    inset = 0.5 * look.size
    frame = frame_of(
        given, (ends[0], ends[-1]), (min(data.values), max(data.values)), top + 0.2 * look.size, inset=inset
    )
    points_only = given.highlights and not given.highlights & set(data.series)
    dots: list[Layer] = []
    for name in data.series:
        for lit in (False, True):
            points = [point for point in data.of(name) if _is_lit(given, point) is lit]
            colour = colours[name]
            if points_only:
                colour = look.accent if lit else muted_colour(look.brand)
            dots += series_dots(points, frame.x, frame.y, shapes[name], colour, look)
    found, misfits = _labels(given, frame, colours)
    words += found
    base = frame.bottom + FOOT * look.size + LEADING * look.size * 0.8
    words.append(Label(given.width, base, data.key.name, look.quiet, "end"))
    height = base + 0.4 * look.size
    drawn = [
        *rule_layers((*frame.grid, *frame.base)),
        *layers,
        *dots,
        *words_layers((*words, *frame.words), look),
    ]
    return ChartDrawing(sheet(given.width, height, drawn), given.width, height, misfits)


def _is_lit(given: DrawingInput, point: DataPoint) -> bool:
    return bool({point.series, point.label} & given.highlights)


def _labels(
    given: DrawingInput, frame: ChartFrame, colours: dict[str, str]
) -> tuple[list[Label], tuple[str, ...]]:
    """Names beside the dots, where they cover neither dots nor each other."""
    look = given.look
    points = [point for point in given.data.points if point.value is not None]
    half = 0.5 * look.size
    taken: list[Box] = [
        (x - half, y - half, x + half, y + half)
        for point in points
        for x, y in [(frame.x.at(point.key), frame.y.at(point.value or 0))]
    ]
    named = [point for point in points if point.label and (_is_lit(given, point) or not given.highlights)]
    words, left_out = [], 0
    for point in sorted(named, key=lambda each: not _is_lit(given, each)):
        lit = _is_lit(given, point)
        if len(named) > MOST_NAMED and not lit:
            left_out += 1
            continue
        place = _free_place(given, point, frame, taken, lit)
        if place is None:
            left_out += 1
            continue
        x, y, anchor, box = place
        taken.append(box)
        colour = look.ink if len(given.data.series) == 1 else legible_name(colours[point.series])
        words.append(Label(x, y, point.label, colour, anchor, lit))
    told = f"{left_out} names of dots" if left_out > 1 else "the name of a dot"
    return words, (told,) if left_out else ()


def _free_place(
    given: DrawingInput, point: DataPoint, frame: ChartFrame, taken: list[Box], lit: bool
) -> tuple[float, float, str, Box] | None:
    """Where the name of a dot may stand: to its right or left, above or below it."""
    look = given.look
    x, y = frame.x.at(point.key), frame.y.at(point.value or 0)
    width, size, gap = width_of(point.label, look, bold=lit), look.size, 0.65 * look.size
    left, right, foot = frame.x.range[0] - gap, given.width, frame.bottom + 0.55 * size
    places = (
        (x + gap, y + 0.33 * size, "start", x + gap),
        (x - gap, y + 0.33 * size, "end", x - gap - width),
        (x, y - 0.75 * size, "middle", x - width / 2),
        (x, y + 1.35 * size, "middle", x - width / 2),
    )
    # Without its own dot, which the name is to be near to.
    others = [box for box in taken if not box[0] < x < box[2] or not box[1] < y < box[3]]
    for clear, near in ((CLEAR * size, others), (0.0, taken)):
        for at, base, anchor, start in places:
            box = (start, base - 0.75 * size, start + width, base + 0.2 * size)
            inside = box[0] >= left and box[2] <= right and box[1] >= frame.top - size and box[3] <= foot
            wide = (box[0] - clear, box[1], box[2] + clear, box[3])
            if inside and not any(_touch(wide, other) for other in near):
                return at, base, anchor, box
    return None


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
