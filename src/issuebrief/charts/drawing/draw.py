"""A chart drawn: each type by its module.

In:  a `DrawingInput`.
Out: a `ChartDrawing`, a specification of Vega-Lite with the size of what it shows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.charts.drawing.areas import draw_areas
from issuebrief.charts.drawing.bars import draw_bars, is_lying
from issuebrief.charts.drawing.columns import draw_columns
from issuebrief.charts.drawing.dots import draw_dots
from issuebrief.charts.drawing.lines import draw_lines
from issuebrief.charts.drawing.ranges import draw_ranges
from issuebrief.charts.drawing.scatter import draw_scatter
from issuebrief.charts.drawing.slopes import draw_slopes
from issuebrief.charts.drawing.small_multiples import draw_small_multiples
from issuebrief.charts.looks.text_width import width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.charts.drawing.drawing_input import ChartDrawing, DrawingInput
    from issuebrief.charts.looks.look import ChartLook

NEARLY = 1.0
"""Px that words may reach over an edge: letters have white beside them."""
MOST_TOLD = 3
"""Words that are told of, at the most."""


def _draw_standing_or_lying(given: DrawingInput) -> ChartDrawing:
    return draw_bars(given) if is_lying(given) else draw_columns(given)


TYPES: dict[str, Callable[[DrawingInput], ChartDrawing]] = {
    "bar": _draw_standing_or_lying,
    "stacked": _draw_standing_or_lying,
    "line": draw_lines,
    "area": draw_areas,
    "slope": draw_slopes,
    "dot": draw_dots,
    "range": draw_ranges,
    "scatter": draw_scatter,
    "small-multiples": draw_small_multiples,
}


def draw(given: DrawingInput) -> ChartDrawing:
    """The drawing of a chart; words that reach over its edges are among what does not fit."""
    found = TYPES[given.type](given)
    cut = tuple(f"“{words[:40]}”" for words in _over_the_edges(found, given.look))
    return replace(found, misfits=(*found.misfits, *cut[:MOST_TOLD]))


def _over_the_edges(found: ChartDrawing, look: ChartLook) -> Iterator[str]:
    """The words that begin or end outside of the drawing."""
    for layer in (each["layer"][0] for each in found.specification["layer"]):
        mark = layer["mark"]
        if mark["type"] != "text":
            continue
        before = {"left": 0.0, "center": 0.5, "right": 1.0}[mark["align"]]
        for row in layer["data"]["values"]:
            width = width_of(row["words"], look, bold=mark["fontWeight"] > 400)
            start = row["x"] - before * width
            if start < -NEARLY or start + width > found.width + NEARLY:
                yield row["words"]
