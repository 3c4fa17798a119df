"""The tables behind charts, where the author wants them printed at the end.

In:  the figures of a brief, and the words of its language.
Out: Markdown that follows the text: a heading, and a table for each.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.figure import ChartFigure
    from issuebrief.charts.words.chart_words import ChartWords

SHOWN, ANNEX = "shown", "annex"


def annex_of(figures: Sequence[ChartFigure], words: ChartWords) -> str:
    """The annex; empty where no figure asks for it."""
    asked = [figure for figure in figures if figure.shown == ANNEX]
    if not asked:
        return ""
    tables = "\n\n".join(table_of(figure) for figure in asked)
    return f"\n\n## {words.phrases['annex']}\n\n{tables}\n"


def table_of(figure: ChartFigure) -> str:
    """The table of a figure as HTML, which holds whatever its cells do."""
    head, *rows = figure.rows
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    lines = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    caption = f"<caption>{escape(figure.caption)}</caption>" if figure.caption else ""
    return f"<table>{caption}<thead><tr>{cells}</tr></thead>\n<tbody>\n{lines}\n</tbody></table>"
