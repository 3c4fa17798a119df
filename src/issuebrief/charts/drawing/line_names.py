"""The names of lines and areas: beside their ends, or in a key above.

In:  a `DrawingInput`, the names on their lines, the frame of the chart.
Out: labels, and what has no room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.drawing.fit_labels import LEADING, key_labels, key_places, spread, widest, wrapped
from issuebrief.charts.drawing.marks import Label, Layer
from issuebrief.charts.looks.palette import legible_name

if TYPE_CHECKING:
    from issuebrief.charts.drawing.axes import ChartFrame
    from issuebrief.charts.drawing.drawing_input import DrawingInput

MOST_NAMES = 0.3
"""The share of the width that the names beside lines have at most."""
THICK = 1.7
"""The thickness of a line in px."""


def wrapped_names(given: DrawingInput) -> dict[str, list[str]]:
    """The names of the series on lines that are short enough to stand beside a chart."""
    return {
        name: wrapped(name, given.look, MOST_NAMES * given.width, bold=is_named_lit(given, name))
        for name in given.data.series
    }


def is_named_lit(given: DrawingInput, name: str) -> bool:
    """Whether a series is highlighted by its name."""
    return name in given.highlights


def is_keyed(given: DrawingInput, lines: dict[str, list[str]]) -> bool:
    """Whether names are too wide to stand beside lines; those that are grey have no key."""
    wide = max(widest(each, given.look) for each in lines.values())
    return not given.highlights and wide > 1.02 * MOST_NAMES * given.width


def line_key(
    given: DrawingInput, colours: dict[str, str], dashes: dict[str, tuple[float, ...]], top: float
) -> tuple[list[Layer], list[Label], float]:
    """The names of lines behind pieces of them, and where the key ends."""
    look = given.look
    piece = 1.6 * look.size
    found, end = key_places(colours, look, given.width, top, piece + 0.4 * look.size)
    stroke = {"strokeWidth": THICK}
    px = {"type": "quantitative", "scale": None, "axis": None}
    pieces: list[Layer] = [
        {
            "data": {"values": [{"x": x, "x2": x + piece, "y": base - 0.33 * look.size}]},
            "mark": {"type": "rule", "color": colours[name], **stroke, "strokeDash": list(dashes[name])},
            "encoding": {"x": {"field": "x", **px}, "x2": {"field": "x2"}, "y": {"field": "y", **px}},
        }
        for name, x, base, _ in found
    ]  # fmt: skip
    return pieces, key_labels(found, look, piece + 0.4 * look.size), end + 0.4 * look.size


def names_beside(
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
        lit = is_named_lit(given, name)
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
