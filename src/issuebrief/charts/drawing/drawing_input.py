"""What a drawing is made of, and what comes of it.

In:  nothing.
Out: `DrawingInput` and `ChartDrawing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from issuebrief.charts.looks.palette import muted_colour, series_colours

if TYPE_CHECKING:
    from issuebrief.charts.data.chart_data import ChartData
    from issuebrief.charts.looks.look import ChartLook
    from issuebrief.charts.words.chart_words import ChartWords


@dataclass(frozen=True)
class DrawingInput:
    """The type of a chart, its data, and how it is to look; lengths in px.

    `height` is 0 where none is asked for. `highlights` are names of series, of keys or of points,
    `lit_keys` numbers of keys that are no names.
    """

    type: str
    data: ChartData
    look: ChartLook
    words: ChartWords
    width: float
    height: float = 0.0
    unit: str = ""
    highlights: frozenset[str] = frozenset()
    lit_keys: frozenset[float] = frozenset()

    def colours(self) -> dict[str, str]:
        """The colour of each series; where some are highlighted, grey for the others."""
        series, look = self.data.series, self.look
        lit = [name for name in series if name in self.highlights]
        if lit:
            strong = series_colours(look.accent, look.brand, look.quiet, len(lit))
            muted = muted_colour(look.brand)
            return {name: dict(zip(lit, strong, strict=True)).get(name, muted) for name in series}
        colours = series_colours(look.brand, look.accent, look.quiet, max(len(series), 1))
        return dict(zip(series, colours, strict=False))

    def number(self, value: float) -> str:
        """A value as it is written in the chart."""
        return self.words.number(value, self.data.digits_of(value))


@dataclass(frozen=True)
class ChartDrawing:
    """A specification of Vega-Lite, the size of the drawing in px, and what does not fit on it.

    `colours` are those that series are told apart by alone.
    """

    specification: dict[str, Any]
    width: float
    height: float
    misfits: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
