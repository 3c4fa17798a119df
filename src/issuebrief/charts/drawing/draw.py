"""A chart drawn: each type by its module.

In:  a `DrawingInput`.
Out: a `ChartDrawing`, a specification of Vega-Lite with the size of what it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.drawing.bars import draw_bars, is_lying
from issuebrief.charts.drawing.columns import draw_columns
from issuebrief.charts.drawing.dots import draw_dots
from issuebrief.charts.drawing.lines import draw_areas, draw_lines
from issuebrief.charts.drawing.ranges import draw_ranges
from issuebrief.charts.drawing.scatter import draw_scatter
from issuebrief.charts.drawing.slopes import draw_slopes
from issuebrief.charts.drawing.small_multiples import draw_small_multiples

if TYPE_CHECKING:
    from collections.abc import Callable

    from issuebrief.charts.drawing.drawing_input import ChartDrawing, DrawingInput


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
    """The drawing of a chart."""
    return TYPES[given.type](given)
