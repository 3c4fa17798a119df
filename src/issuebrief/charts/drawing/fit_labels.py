"""Labels made to fit: on several lines, beside each other, and out of each other's way.

In:  words, widths in px, places.
Out: lines; places that keep a distance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.drawing.marks import Label, Layer
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from issuebrief.charts.drawing.drawing_input import DrawingInput
    from issuebrief.charts.looks.look import ChartLook

LEADING = 1.2
"""The distance of lines by the size of words."""
SQUARE = 0.62
"""The side of a square that shows a colour, by the size of words."""


def wrapped(words: str, look: ChartLook, width: float, *, bold: bool = False) -> list[str]:
    """The words on lines no wider than `width`, as far as their spaces allow."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, look, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def widest(lines: Sequence[str], look: ChartLook, *, bold: bool = False) -> float:
    """The width of the widest of some lines."""
    return max((width_of(line, look, bold=bold) for line in lines), default=0.0)


def spread(places: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """The middles of labels, as near to their places as can be without touching, in their order.

    Groups that touch are set around the mean of what they want. All stay between `low` and `high`, if there
    is room.
    """
    order = sorted(range(len(places)), key=lambda number: places[number])
    groups: list[tuple[list[int], float]] = []
    for number in order:
        members, top = [number], places[number] - heights[number] / 2
        while groups and groups[-1][1] + sum(heights[n] for n in groups[-1][0]) > top:
            members = groups.pop()[0] + members
            top = _best_top(members, places, heights)
        size = sum(heights[n] for n in members)
        groups.append((members, max(min(top, high - size), low)))
        while len(groups) > 1 and groups[-2][1] + sum(heights[n] for n in groups[-2][0]) > groups[-1][1]:
            last = groups.pop()[0]
            members = groups.pop()[0] + last
            size = sum(heights[n] for n in members)
            groups.append((members, max(min(_best_top(members, places, heights), high - size), low)))
    found = [0.0] * len(places)
    for members, top in groups:
        for number in members:
            found[number] = top + heights[number] / 2
            top += heights[number]
    return found


def _best_top(members: Sequence[int], places: Sequence[float], heights: Sequence[float]) -> float:
    """Where a group of labels begins, so that they are as near to their places as can be."""
    above, wanted = 0.0, 0.0
    for number in members:
        wanted += places[number] - (above + heights[number] / 2)
        above += heights[number]
    return wanted / len(members)


def head_of(given: DrawingInput, colours: Mapping[str, str]) -> tuple[list[Layer], list[Label], float]:
    """The unit and the key of colours above a chart, and where they end."""
    look, words, layers, top = given.look, list[Label](), list[Layer](), 0.0
    if given.unit:
        for line in wrapped(given.unit, look, given.width):
            words.append(Label(0, top + look.size, line, look.quiet))
            top += LEADING * look.size
        top += 0.3 * look.size
    if colours:
        layers, names, top = colour_key(colours, look, given.width, top)
        words += names
        top += 0.4 * look.size
    return layers, words, top


def key_places(
    names: Iterable[str], look: ChartLook, width: float, top: float, mark: float
) -> tuple[list[tuple[str, float, float, list[str]]], float]:
    """Where the names of a key stand behind marks of some width, on as many lines as they need.

    Gives each name with the left edge of its mark, its first baseline and its lines; and where the key ends.
    """
    x, base, height = 0.0, top + look.size, 1.3 * look.size
    found = []
    for name in names:
        lines = wrapped(name, look, width - mark)
        needed = mark + widest(lines, look)
        if x and x + needed > width:
            x, base = 0.0, base + height
        found.append((name, x, base, lines))
        x, base = x + needed + 1.2 * look.size, base + (len(lines) - 1) * height
    return found, base + 0.3 * look.size


def key_labels(
    found: Iterable[tuple[str, float, float, list[str]]], look: ChartLook, mark: float
) -> list[Label]:
    """The names of a key at their places."""
    return [
        Label(x + mark, base + number * 1.3 * look.size, line, look.ink)
        for _, x, base, lines in found
        for number, line in enumerate(lines)
    ]


def colour_key(
    colours: Mapping[str, str], look: ChartLook, width: float, top: float
) -> tuple[list[Layer], list[Label], float]:
    """The names of series beside squares in their colours, and where these lines end."""
    side = SQUARE * look.size
    mark = side + 0.4 * look.size
    found, end = key_places(colours, look, width, top, mark)
    squares = [
        {"x": x, "x2": x + side, "y": base - side, "y2": base, "colour": colours[name]}
        for name, x, base, _ in found
    ]
    return [_square_layer(squares)], key_labels(found, look, mark), end


def _square_layer(squares: Sequence[Mapping[str, object]]) -> Layer:
    px = {"type": "quantitative", "scale": None, "axis": None}
    return {
        "data": {"values": list(squares)},
        "mark": {"type": "rect"},
        "encoding": {
            "x": {"field": "x", **px}, "x2": {"field": "x2"},
            "y": {"field": "y", **px}, "y2": {"field": "y2"},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }  # fmt: skip
