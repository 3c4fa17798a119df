"""Problems with drawn charts, told where a chart is typed.

In:  problems, some of them in pictures that were drawn for the brief; its charts.
Out: the same, those at the blocks of their charts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.figure import ChartFigure
    from issuebrief.diagnostics.model import Diagnostic


def at_charts(problems: tuple[Diagnostic, ...], charts: Sequence[ChartFigure]) -> tuple[Diagnostic, ...]:
    """The problems with the places of charts in the brief in place of those in their pictures."""
    if not charts:
        return problems
    by_address = {chart.address: chart for chart in charts}
    return tuple(_at_its_chart(problem, by_address.get(_picture(problem))) for problem in problems)


def _picture(problem: Diagnostic) -> str:
    return problem.place.path.name if problem.place else ""


def _at_its_chart(problem: Diagnostic, chart: ChartFigure | None) -> Diagnostic:
    return problem if chart is None else replace(problem, place=chart.place, excerpt=chart.excerpt)
