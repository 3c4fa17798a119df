"""The table of a chart as it is read for it: which columns are meant, and what is wrong with them.

In:  a chart's specification and its table.
Out: a `Reading`, which gathers problems at keys and cells; the columns of keys and values.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.charts.data.columns import numbers_in, periods_in
from issuebrief.charts.data.numbers import is_missing, number_of
from issuebrief.charts.data_doubts import is_index
from issuebrief.charts.type_rules import MOST
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.charts.data.columns import NumberReading
    from issuebrief.charts.data.days import Period
    from issuebrief.charts.data.model import Cell, DataTable
    from issuebrief.charts.specification import ChartSpecification, SpecifiedChart

CLASS = re.compile(r"\d+\s?[-\u2010-\u2015]\s?\d+|\d+\s?\+|[<>≤≥]\s?\d+")
"""A class of numbers, as of ages: `25–34`, `65+`."""


@dataclass
class Reading:
    """One reading of a table; it gathers problems on its way."""

    chart: SpecifiedChart
    values: ChartSpecification
    table: DataTable
    excerpt: Callable[[SourceRange], str]
    own: str
    problems: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, key: str, hint: str = "") -> None:
        """Keep a problem with the value of a key."""
        place = self.chart.place(key)
        self.problems.append(error(code, message, place, hint, self.chart.excerpt(place)))

    def at_cell(self, code: str, message: str, cell: Cell, hint: str) -> None:
        """Keep a problem with a cell."""
        place = cell.place
        self.problems.append(error(code, message, place, hint, self.excerpt(place)))

    def known(self, name: str, key: str) -> bool:
        """Whether the table has a column of that name; where not, it is told."""
        if name in self.table.names:
            return True
        names = [each for each in self.table.names if each]
        near = difflib.get_close_matches(name.lower(), [each.lower() for each in names], 1, 0.6)
        meant = next((each for each in names if near and each.lower() == near[0]), "")
        hint = f"did you mean “{meant}”?" if meant else f"its columns are {', '.join(names[:20])}"
        self.error("chart.no-column", f"there is no column “{name[:60]}” in {self.table.name}", key, hint)
        return False

    def told_alike(self, cells: Sequence[Cell], periods: Sequence[Period | None]) -> None:
        """Tell of the first period that is told less exactly than others of its column."""
        known = [(cell, period) for cell, period in zip(cells, periods, strict=True) if period]
        finest = max((period.precision for _, period in known), default=None)
        rough = next((cell for cell, period in known if period.precision != finest), None)
        if rough is not None:
            message = f"“{rough.text[:40]}” ({rough.name}) is told less exactly than others in its column"
            hint = "write all times alike: years, or quarters, months (2019-06) or days (2019-06-24)"
            self.at_cell("chart.cell", message, rough, hint)

    def numbers(self, cells: Sequence[Cell], reading: NumberReading) -> tuple[float | None, ...]:
        """The numbers of a column; problems with its cells are kept."""
        found, problems = numbers_in(cells, reading, self.excerpt)
        self.problems += problems
        return found


def columns_of(reading: Reading) -> tuple[str, tuple[str, ...]] | None:
    """The names of the columns of keys and values: those that are named, or else the first and the others."""
    values, table = reading.values, reading.table
    asked = (values.y,) if isinstance(values.y, str) else values.y
    named = [
        ("x", values.x),
        ("series", values.series),
        ("label", values.label),
        *(("y", name) for name in asked),
    ]
    if not all(reading.known(name, key) for key, name in named if name):
        return None
    free = [
        name for name in table.names if name and name not in {values.x, values.series, values.label, *asked}
    ]
    # Names of rows may stand in a first column without a name.
    is_bare = not table.names[0] and not is_index([row[0].text for row in table.rows])
    key = values.x or (None if not free else "" if is_bare else free.pop(0))
    if not asked:
        asked = tuple(free[:1] if values.series or values.type == "scatter" else free)
        asked = asked[:2] if values.type == "range" else asked
    if key is None or not asked:
        alone = next((name for name in table.names if name), "")
        hint = (
            f"its first row must name the columns, and says “{alone[:40]}” alone: delete what is above them"
        )
        if len(table.names) < 2:
            hint = "it needs two columns at least, parted by commas, semicolons or tabs"
        reading.error("chart.no-column", f"{table.name} has no column of values", "data", hint)
        return None
    if len(asked) > 1 and values.series:
        message = "there can be several columns of values, or a series, not both"
        reading.error("chart.no-column", message, "series", "name one column after y:, or leave series: out")
    if values.type == "range" and len(asked) != 2:
        reading.error(
            "chart.no-column", "a range needs two columns of values", "y", "write y: [lowest, highest]"
        )
    if values.type == "scatter" and len(asked) > 1:
        reading.error(
            "chart.no-column", "a scatter plot has one column of values", "y", "name one column, and a series"
        )
    most = MOST[values.type][1]
    if len(asked) > max(most, 2):
        message = f"{table.name} has {len(asked):,} columns of values, and a chart of this type shows {most}"
        reading.error(
            "chart.too-much", message, "y" if values.y else "data", "name fewer with y: [one, another]"
        )
        return None
    return key, tuple(asked)


def is_words(cells: Sequence[Cell]) -> bool:
    """Whether a column holds words: most of its cells are neither numbers nor days, or some are classes."""
    filled = [cell for cell in cells if not is_missing(cell.text) or cell.number is not None or cell.day]
    texts = [cell for cell in filled if cell.number is None and cell.day is None]
    if periods_in(cells) is not None:
        return False
    if any(CLASS.fullmatch(cell.text.strip()) for cell in texts):
        return True
    words = sum(number_of(cell.text, ".") is None and number_of(cell.text, ",") is None for cell in texts)
    return 2 * words > len(filled) or not filled


def decimals_of(number: float) -> int:
    """How many digits a number has behind its decimal sign, of the 15 that it keeps."""
    text = f"{number:.15g}"
    if "e" in text:
        text = f"{number:.15f}".rstrip("0")
    return len(text.partition(".")[2])
