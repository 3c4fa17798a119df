"""A chart drawn: each type by the module of its name.

In:  a `DrawingInput`.
Out: a `Drawing`, a specification of Vega-Lite with the size of what it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.charts.drawing.drawing_input import Drawing, DrawingInput


def draw(given: DrawingInput) -> Drawing:
    """The drawing of a chart."""
    from issuebrief.charts.drawing.bars import draw_bars

    return draw_bars(given)
