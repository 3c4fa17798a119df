"""The alternative text of a chart, made from its data.

In:  the type of a chart, its `ChartData`, the words of the brief's language, its caption and unit.
Out: what a reader who cannot see it should know: what is shown, and every value where there are few; else the
     range, the extremes and the course.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.charts.chart_data import ChartData
    from issuebrief.charts.chart_words import ChartWords


def alternative_text(type_: str, data: ChartData, words: ChartWords, caption: str, unit: str) -> str:
    """A few sentences; raises nothing."""
    return f"{words.types[type_]}: {caption or data.value.name}."
