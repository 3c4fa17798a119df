"""What may be wrong with data that can be drawn.

In:  the reading of a table, the columns that a chart shows, and its values.
Out: warnings: totals that are drawn beside their parts, numbers in per cent of which the chart does not say
     so, columns that are left out because they have no name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import AxisKind
from issuebrief.charts.data.numbers import is_missing
from issuebrief.diagnostics.model import Diagnostic, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.charts.data.chart_data import ChartData
    from issuebrief.charts.reading import Reading

PER_CENT = re.compile(r"%|per\s?cent|pro[zc]ent|pour\s?cent|por\s?cien|por\s?cento|proc\.", re.IGNORECASE)
TOTAL = re.compile(
    r"(?:total|totals|totalt|totale|totaal|sum|summe|summa|suma|all|overall|alle|alla|gesamt\w*|insgesamt|"
    r"zusammen|ensemble|samtliga|razem|ogółem|łącznie)\b",
    re.IGNORECASE,
)
"""What the row of a sum is called."""
FEWEST = 2
"""Parts that a sum has at least."""
ROUNDING = 0.51
"""How far each part may be from what it was before it was rounded, in units of its last digit."""
NEARLY = 0.01
"""The share of a sum by which it may be off at most."""

Doubt = tuple[str, str, str, str]
"""A code, a message, the key of the chart that it is told at, a hint."""


def doubts(reading: Reading, key: str, asked: Sequence[str], data: ChartData) -> list[Diagnostic]:
    """What is told of data that are drawn."""
    found = [*_nameless(reading, key), *_per_cent(reading, asked), *_totals(reading.values.type, data)]
    told = []
    for code, message, where, hint in found:
        place = reading.chart.place(where)
        told.append(warning(code, message, place, hint, reading.chart.excerpt(place)))
    return told


def _nameless(reading: Reading, key: str) -> Iterator[Doubt]:
    """Columns with values that no chart can name; the first may hold the names of rows."""
    table = reading.table
    for number, name in enumerate(table.names):
        cells = [row[number] for row in table.rows]
        if name or (not number and (not key or is_index([cell.text for cell in cells]))):
            continue
        if any(not is_missing(cell.text) for cell in cells):
            message = f"column {number + 1} of {table.name} has no name, and is left out"
            yield "chart.left-out", message, "data", "write a name at its head"


def is_index(texts: Sequence[str]) -> bool:
    """Whether cells number the rows, as programs for statistics do in a column without a name."""
    return any(list(texts) == [str(n + first) for n in range(len(texts))] for first in (0, 1))


def _per_cent(reading: Reading, asked: Sequence[str]) -> Iterator[Doubt]:
    values, table = reading.values, reading.table
    for name in asked:
        filled = [
            cell.text for cell in table.column(name) if cell.number is None and not is_missing(cell.text)
        ]
        if not filled or not all(text.endswith("%") for text in filled):
            continue
        if not any(map(PER_CENT.search, (name, values.unit, values.caption))):
            message = f"the numbers of “{name[:40]}” are in per cent, and the chart does not say so"
            yield "chart.unit", message, "data", "say it above the chart with unit:"
            return


def _totals(type_: str, data: ChartData) -> Iterator[Doubt]:
    """Sums among what they are the sums of."""
    if type_ in ("stacked", "area"):
        for name in data.series:
            columns = {point.key: point.value for point in data.of(name)}
            parts = [other for other in data.series if other != name]
            if len(parts) >= FEWEST and len(columns) > 1 and _is_sum(data, columns, parts):
                yield _told(name, "stacked on")
    if type_ in ("bar", "stacked", "dot") and data.key.scale is AxisKind.NAMES:
        for number, name in enumerate(data.key.names):
            if TOTAL.match(name) and len(data.key.names) > FEWEST and _is_sum_of_rows(data, number):
                yield _told(name, "drawn beside")


def _told(name: str, how: str) -> Doubt:
    message = f"“{name[:60]}” is the sum of the others, and is {how} them"
    return "chart.total", message, "data", "leave it out of the data, or name the columns to show with y:"


def _is_sum(data: ChartData, columns: dict[float, float | None], parts: Sequence[str]) -> bool:
    sums = dict.fromkeys(columns, 0.0)
    for part in parts:
        for point in data.of(part):
            if point.key in sums:
                sums[point.key] += point.value or 0.0
    return all(_equal(data, value, sums[key], len(parts)) for key, value in columns.items())


def _is_sum_of_rows(data: ChartData, number: int) -> bool:
    for series in data.series:
        points = data.of(series)
        parts = [point.value or 0.0 for point in points if point.key != number]
        whole = next((point.value for point in points if point.key == number), None)
        if not _equal(data, whole, sum(parts), len(parts)):
            return False
    return True


def _equal(data: ChartData, whole: float | None, total: float, count: int) -> bool:
    unit: float = 10.0**-data.decimals
    if not whole:
        return False
    return abs(whole - total) <= min(ROUNDING * unit * (count + 1), NEARLY * abs(whole)) + 1e-9
