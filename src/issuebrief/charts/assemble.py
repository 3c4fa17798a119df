"""From a table to the values of a chart.

In:  a chart's specification and its table, in a brief of some language.
Out: `ChartData`, or what is wrong: columns that are not there, cells that are no numbers, values that
     cannot be drawn in this type of chart. Everything is told at once, at its cell or its key.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import Axis, AxisKind, ChartData, DataPoint
from issuebrief.charts.data.columns import decimal_of, doubtful_days, periods_in
from issuebrief.charts.data.days import Precision
from issuebrief.charts.data_doubts import doubts
from issuebrief.charts.reading import Reading, columns_of, decimals_of, is_words
from issuebrief.charts.type_rules import fits_type, ordered
from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange, diagnostic, has_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.charts.data.days import Period
    from issuebrief.charts.data.model import Cell, DataTable, Problems
    from issuebrief.charts.specification import ChartSpecification, SpecifiedChart

NAMED_YEARS = re.compile(r"year|jahr|\bår|année|año|anno|jaar|rok", re.IGNORECASE)
MEASURED_KEYS = ("scatter",)
"""Types whose keys are numbers."""
ALONG_TIME = ("line", "area", "small-multiples")
MOST_NAMED = 3
"""Missing values that are named, at the most."""
EITHER_WAY = ("dot", "range")
"""Types whose values lie along the x axis, where x is the column of numbers."""


def assemble(
    chart: SpecifiedChart,
    values: ChartSpecification,
    table: DataTable,
    own: str,
    excerpt: Callable[[SourceRange], str],
) -> tuple[ChartData | None, Problems]:
    """The values of a chart, and every problem; `own` is the decimal sign of the brief's language."""
    reading = Reading(chart, values, table, excerpt, own)
    columns = columns_of(reading)
    if columns is None or has_errors(reading.problems):
        return None, tuple(reading.problems)
    if not table.rows:
        reading.error(
            "chart.nothing-to-draw",
            f"there are no rows in {table.name}",
            "data",
            "write a row for each value",
        )
        return None, tuple(reading.problems)
    found = _assembled(reading, *columns)
    if found is not None and not has_errors(reading.problems):
        reading.problems += _missing(reading, found)
        reading.problems += doubts(reading, *columns, found) if found.values else []
        reading.problems += fits_type(chart, values, found) if found.values else []
    return (None if has_errors(reading.problems) else found), tuple(reading.problems)


def _assembled(reading: Reading, key: str, asked: tuple[str, ...]) -> ChartData | None:
    values, table = reading.values, reading.table
    keys = table.column(key)
    if (
        values.type in EITHER_WAY
        and len(asked) == 1
        and is_words(table.column(asked[0]))
        and not is_words(keys)
    ):
        key, asked, keys = asked[0], (key,), table.column(asked[0])
    cells = [cell for name in asked for cell in table.column(name)]
    periods = periods_in(cells) if values.type in EITHER_WAY and _are_days(cells, asked) else None
    if periods is None:
        found = decimal_of(table, cells, reading.own, values.decimal)
        if found.clash:
            hint = "write all numbers with the same sign, or say decimal: comma or decimal: point"
            message = f"“{found.clash.text}” ({found.clash.name}) has another decimal sign than other numbers"
            reading.at_cell("chart.cell", message, found.clash, hint)
            return None
        columns = [reading.numbers(table.column(name), found) for name in asked]
        value_axis = Axis(", ".join(asked) if len(asked) == 1 else "", AxisKind.NUMBERS)
    else:
        reading.told_alike([cell for name in asked for cell in table.column(name)], periods)
        finest = _finest(periods)
        days = [period.at(finest) if period else None for period in periods]
        columns = [tuple(days[n * len(keys) : (n + 1) * len(keys)]) for n in range(len(asked))]
        value_axis = Axis(asked[0], AxisKind.PERIODS, precision=finest)
    axis, places = _key_axis(reading, key, keys)
    if has_errors(reading.problems):
        return None
    points, series = _points(reading, keys, places, columns, asked)
    axis, points = _sorted(axis, points, values.sort)
    decimals = max(
        (decimals_of(number) for column in columns for number in column if number is not None), default=0
    )
    of_keys = max((decimals_of(place) for place in places if place is not None), default=0)
    ends = (asked[0], asked[1]) if values.type == "range" else ("", "")
    return ChartData(axis, value_axis, points, series, decimals, of_keys, ends)


def _key_axis(reading: Reading, key: str, cells: Sequence[Cell]) -> tuple[Axis, list[float | None]]:
    """The axis of the keys, and the place on it of each row."""
    type_ = reading.values.type
    if type_ in MEASURED_KEYS:
        found = decimal_of(reading.table, cells, reading.own, reading.values.decimal)
        return Axis(key, AxisKind.NUMBERS), list(reading.numbers(cells, found))
    if type_ not in ("slope", *EITHER_WAY):
        if cell := doubtful_days(cells):
            hint = "write days as 2023-10-16"
            reading.at_cell(
                "chart.cell", f"“{cell.text}” ({cell.name}) may be read as two different days", cell, hint
            )
            return Axis(key, AxisKind.NAMES), []
        if (periods := periods_in(cells)) is not None:
            reading.told_alike(cells, periods)
            finest = _finest(periods)
            places = [period.at(finest) if period else None for period in periods]
            return Axis(key, AxisKind.PERIODS, precision=finest), places
    if type_ in ALONG_TIME and not is_words(cells):
        found = decimal_of(reading.table, cells, reading.own, reading.values.decimal)
        return Axis(key, AxisKind.NUMBERS), list(reading.numbers(cells, found))
    names = tuple(dict.fromkeys(cell.text for cell in cells if cell.text))
    place_of = {name: float(number) for number, name in enumerate(names)}
    return Axis(key, AxisKind.NAMES, names), [place_of.get(cell.text) for cell in cells]


def _points(
    reading: Reading,
    keys: Sequence[Cell],
    places: Sequence[float | None],
    columns: Sequence[Sequence[float | None]],
    asked: tuple[str, ...],
) -> tuple[tuple[DataPoint, ...], tuple[str, ...]]:
    """The points in the order of their keys, and the series in the order that is asked for."""
    values, table = reading.values, reading.table
    labels = table.column(values.label) if values.label else None
    named = table.column(values.series) if values.series else None
    found: list[DataPoint] = []
    seen: set[tuple[float, str]] = set()
    is_range = values.type == "range"
    for number, name in [(0, "")] if is_range else list(enumerate(asked if len(asked) > 1 else ("",))):
        for row, place in enumerate(places):
            series = named[row].text if named else name
            value = columns[number][row]
            if place is None:
                if value is not None:
                    message = f"row {row + 1} has a value, and nothing that it is the value of"
                    reading.at_cell("chart.cell", message, keys[row], "fill this cell, or delete the row")
                continue
            if (place, series) in seen and values.type not in ("scatter", "dot"):
                cell = keys[row]
                what = f"“{cell.text}”" + (f" of “{series}”" if series else "")
                hint = "sum them up, or name the column that tells them apart with series:"
                reading.at_cell("chart.cell", f"there are two values for {what}", cell, hint)
                return (), ()
            seen.add((place, series))
            low, value = (value, columns[1][row]) if is_range else (None, value)
            if is_range and None in (low, value):
                low = value = None  # half a range shows nothing
            found.append(DataPoint(place, value, series, labels[row].text if labels else "", low))
    named_in_data = dict.fromkeys(point.series for point in found)
    first = [name for name in ordered(values) if name in named_in_data]
    series_names = tuple(dict.fromkeys((*first, *named_in_data)))
    if values.type in ALONG_TIME:
        found.sort(key=lambda point: (series_names.index(point.series), point.key))
    return tuple(found), series_names


def _sorted(axis: Axis, points: tuple[DataPoint, ...], order: str) -> tuple[Axis, tuple[DataPoint, ...]]:
    """The names of an axis in the order of what they have in sum, and the points moved with them."""
    if axis.scale is not AxisKind.NAMES or order == "none":
        return axis, points
    sums = [0.0] * len(axis.names)
    for point in points:
        sums[int(point.key)] += point.value or 0.0
    ranked = sorted(range(len(sums)), key=lambda key: sums[key], reverse=order == "descending")
    rank = {key: float(number) for number, key in enumerate(ranked)}
    names = tuple(axis.names[key] for key in ranked)
    return replace(axis, names=names), tuple(replace(point, key=rank[int(point.key)]) for point in points)


def _missing(reading: Reading, found: ChartData) -> list[Diagnostic]:
    """A remark that some values are missing; an error where all are."""
    if all(point.value is None for point in found.points):
        hint = "look at the column of values"
        reading.error("chart.nothing-to-draw", f"there is no value in {reading.table.name}", "data", hint)
        return []
    count = sum(point.value is None for point in found.points)
    if not count:
        return []
    place = reading.chart.place("data")
    where = f"{count:,} of {len(found.points):,} values in {reading.table.name}"
    names = [found.key.names[int(p.key)] for p in found.points if p.value is None] if found.key.names else []
    which = f" ({', '.join(name[:40] for name in dict.fromkeys(names[:MOST_NAMED]))})" if names else ""
    message = f"{where} are missing{which}: the chart has gaps there"
    return [
        diagnostic(
            Severity.INFO,
            "chart.missing-values",
            message,
            place,
            "say in the note why",
            reading.chart.excerpt(place),
        )
    ]


def _are_days(cells: Sequence[Cell], names: tuple[str, ...]) -> bool:
    """Whether columns hold days or months, or years that are called so: bare ones may as well be numbers."""
    periods = periods_in(cells)
    return periods is not None and (_finest(periods) > Precision.YEAR or any(map(NAMED_YEARS.search, names)))


def _finest(periods: Sequence[Period | None]) -> Precision:
    return max((period.precision for period in periods if period), default=Precision.YEAR)
