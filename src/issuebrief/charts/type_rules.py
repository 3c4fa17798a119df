"""What each type of chart can show.

In:  a specification and its `ChartData`.
Out: problems: too much for a printed chart, values that the type has no picture for, names that are not
     there.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import AxisKind
from issuebrief.charts.data.days import periods_of
from issuebrief.diagnostics.model import Diagnostic, error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.data.chart_data import ChartData
    from issuebrief.charts.specification import ChartSpecification, SpecifiedChart

BY_KEY = ("bar", "dot", "range")
BY_LABEL = ("dot", "scatter")
"""Types of which single keys, or single points, can be highlighted."""
MOST = {
    "bar": (60, 4),
    "stacked": (60, 6),
    "line": (4_000, 12),
    "area": (4_000, 6),
    "slope": (2, 30),
    "dot": (60, 6),
    "range": (60, 1),
    "scatter": (2_000, 6),
    "small-multiples": (2_000, 24),
}
"""The most keys and series of each type that can be told apart on a page."""


def fits_type(chart: SpecifiedChart, values: ChartSpecification, data: ChartData) -> list[Diagnostic]:
    """What keeps the data from being drawn in this type."""
    found = [*_too_much(values, data), *_unfit(values, data)]
    found += [*_unknown_highlights(values, data), *_unknown_in_order(values, data)]
    problems = []
    for code, message, key, hint in found:
        place = chart.place(key)
        problems.append(error(code, message, place, hint, chart.excerpt(place)))
    return problems


def _too_much(values: ChartSpecification, data: ChartData) -> list[tuple[str, str, str, str]]:
    most_keys, most_series = MOST[values.type]
    keys, series = len({point.key for point in data.points}), len(data.series)
    if values.type == "scatter":
        keys = len(data.points)
    found = []
    if keys > most_keys and values.type != "slope":
        hint = "show a part of them, or sum them up"
        found.append(
            (
                "chart.too-much",
                f"a chart of the type {values.type} has {keys:,} entries, and shows {most_keys:,} at most",
                "data",
                hint,
            )
        )
    if series > most_series:
        hint = "show the others together, or as small-multiples"
        found.append(
            (
                "chart.too-much",
                f"a chart of the type {values.type} has {series:,} series, and shows {most_series} at most",
                "type",
                hint,
            )
        )
    return found


def _unfit(values: ChartSpecification, data: ChartData) -> list[tuple[str, str, str, str]]:
    found = []
    if values.type in ("stacked", "area") and len(data.series) > 1 and min(data.values) < 0:
        hint = "use bars or lines"
        found.append(("chart.unfit", "values below zero cannot be stacked on each other", "type", hint))
    if values.type == "area" and len(data.series) > 1 and any(point.value is None for point in data.points):
        hint = "fill the cells, write 0 where it is meant, or use lines"
        found.append(("chart.unfit", "areas cannot be stacked where a value is missing", "type", hint))
    if values.type == "slope" and len(data.key.names) != 2:
        count = len(data.key.names)
        message = f"a slope chart joins two points in time, and the column “{data.key.name}” has {count}"
        found.append(("chart.unfit", message, "type", "keep the first and the last, or use lines"))
    if values.type == "range":
        wrong = next(
            (p for p in data.points if p.low is not None and p.value is not None and p.low > p.value), None
        )
        if wrong is not None:
            name = data.key.names[int(wrong.key)] if data.key.scale is AxisKind.NAMES else ""
            message = f"a range ends below its beginning{f' (“{name}”)' if name else ''}"
            found.append(("chart.unfit", message, "y", "write y: [lowest, highest]"))
    if values.type in ("line", "area", "small-multiples") and len({point.key for point in data.points}) < 2:
        found.append(("chart.unfit", "a line needs two points at least", "type", "use bars"))
    return found


def _unknown_highlights(values: ChartSpecification, data: ChartData) -> list[tuple[str, str, str, str]]:
    names = highlightable(values.type, data)
    return [
        ("chart.no-column", f"there is no “{name[:60]}” to be highlighted", "highlight", _near(name, names))
        for name in highlights(values)
        if name not in names and not lit_keys((name,), values.type, data)
    ]


def _unknown_in_order(values: ChartSpecification, data: ChartData) -> list[tuple[str, str, str, str]]:
    names = set(data.series) - {""}
    return [
        (
            "chart.no-column",
            f"there is no series “{name[:60]}” to be put in order",
            "order",
            _near(name, names),
        )
        for name in ordered(values)
        if name not in names
    ]


def _near(name: str, names: set[str]) -> str:
    near = difflib.get_close_matches(name, sorted(names), 1, 0.6)
    return f"did you mean “{near[0]}”?" if near else f"there are {', '.join(sorted(names)[:12]) or 'none'}"


def highlightable(type_: str, data: ChartData) -> set[str]:
    """The names that a chart can highlight: of series, of keys, of single points."""
    names = set(data.series)
    if type_ in BY_KEY:
        names |= set(data.key.names)
    if type_ in BY_LABEL:
        names |= {point.label for point in data.points}
    return names - {""}


def lit_keys(names: Sequence[str], type_: str, data: ChartData) -> frozenset[float]:
    """The periods among the names that a chart highlights, by their numbers on its axis."""
    precision = data.key.precision
    if precision is None or type_ not in BY_KEY:
        return frozenset()
    found = (periods_of([name]) for name in names)
    places = {period.at(precision) for periods in found if periods for period in periods}
    return frozenset(places & {point.key for point in data.points})


def ordered(values: ChartSpecification) -> tuple[str, ...]:
    """The series that a chart wants first, in their order."""
    return (values.order,) if isinstance(values.order, str) else values.order


def highlights(values: ChartSpecification) -> tuple[str, ...]:
    """The names that a chart highlights."""
    return (values.highlight,) if isinstance(values.highlight, str) else values.highlight
