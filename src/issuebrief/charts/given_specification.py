"""A Vega-Lite specification as somebody wrote it, made safe.

In:  the text of the specification, and what reads data by name.
Out: the specification with its data in itself; the table of its first data; what is wrong. It can name
     files beside the brief, and nothing else: whatever would be fetched is refused, since a drawing without
     its data would be empty without a word.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from issuebrief.charts.data.columns import decimal_of, numbers_in, periods_in
from issuebrief.charts.data.numbers import is_missing, number_of
from issuebrief.diagnostics.model import Diagnostic, has_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.charts.data.model import Cell, DataTable, Problems

MOST_TEXT = 4_000_000
MOST_NODES = 400_000
DEEPEST = 60
MOST_SEQUENCE = 20_000
"""Rows that a specification may make up itself."""
MARKS = frozenset(
    """arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick
    trail""".split()  # noqa: SIM905
)
LEADING_OUT = ("url", "href", "usermeta", "loader")
"""Keys that name what lies elsewhere."""


class RefusedChart(Exception):
    """A specification that is not drawn: why, how to mend it, and the line of its text, where it is known."""

    def __init__(
        self, message: str, hint: str = "", line: int = 0, column: int = 0, code: str = "chart.given"
    ) -> None:
        super().__init__(message)
        self.hint, self.line, self.column, self.code = hint, line, column, code


@dataclass
class GivenChart:
    """What is known of a specification: its description, and the table of its first data."""

    specification: dict[str, Any]
    description: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    problems: list[Diagnostic] = field(default_factory=list)


def read_given(text: str, read: Callable[[str], tuple[DataTable | None, Problems]]) -> GivenChart:
    """The specification that a text holds, with its data in it; raises `RefusedChart`.

    `read` gives the table of a file by its name, or what is wrong with it.
    """
    if len(text) > MOST_TEXT:
        raise RefusedChart(
            f"the specification has {len(text):,} characters", "name a file with the data instead"
        )
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise RefusedChart("the specification is nested too deeply") from None
    except ValueError as fault:
        line, column = getattr(fault, "lineno", 0), getattr(fault, "colno", 0)
        said = getattr(fault, "msg", str(fault))
        raise RefusedChart(f"the specification is no JSON ({said})", "", line, column) from None
    if not isinstance(found, dict):
        raise RefusedChart(
            "the specification is no object of JSON", "copy it as a whole, with its outer braces"
        )
    if "vega-lite" not in str(found.get("$schema", "vega-lite")):
        raise RefusedChart("this is a specification of Vega, not of Vega-Lite", "export it as Vega-Lite")
    chart = GivenChart(found, str(found.get("description") or ""))
    chart.specification = _SpecificationWalk(chart, read).safe(found)
    return chart


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no value of JSON")


class _SpecificationWalk:
    """One walk over a specification, which puts data into the place of their names."""

    def __init__(self, chart: GivenChart, read: Callable[[str], tuple[DataTable | None, Problems]]) -> None:
        self.chart, self.read, self.nodes = chart, read, 0

    def safe(self, found: Any, depth: int = 0, key: str = "") -> Any:
        """A part of the specification without anything that leads out of it; raises `RefusedChart`."""
        self.nodes += 1
        if depth > DEEPEST or self.nodes > MOST_NODES:
            raise RefusedChart("the specification is too large", "name a file with the data instead")
        if isinstance(found, list):
            return [self.safe(each, depth + 1, key) for each in found]
        if not isinstance(found, dict):
            return found
        if key == "data":
            found = self._data(found)
            if isinstance(found.get("values"), list):
                self._keep_rows(found["values"])
                return found
        if "sequence" in found:
            _check_sequence(found["sequence"])
        for name, value in found.items():
            if name in LEADING_OUT and name != "usermeta":
                hint = "put the file with the data beside the brief, and name it in data"
                raise RefusedChart(
                    f"the specification names what lies elsewhere ({name}: {_shown(value)})",
                    hint,
                    code="chart.outside",
                )
        _check_mark(found.get("mark"))
        if found.get("mark") == "image" or (
            isinstance(found.get("mark"), dict) and found["mark"].get("type") == "image"
        ):
            raise RefusedChart(
                "a chart cannot show pictures from elsewhere",
                "draw it with other marks",
                code="chart.outside",
            )
        return {
            name: self.safe(value, depth + 1, name) for name, value in found.items() if name != "usermeta"
        }

    def _data(self, found: dict[str, Any]) -> dict[str, Any]:
        url = found.get("url")
        if url is None:
            values = found.get("values")
            if isinstance(values, str):
                raise RefusedChart(
                    "the data in the specification are a text", "give them as a list of objects"
                )
            return found
        if not isinstance(url, str):
            raise RefusedChart("the name of the data is no text", "write the name of a file beside the brief")
        table, problems = self.read(url)
        self.chart.problems += problems
        if table is None or has_errors(problems):
            return {"values": []}
        return {**{k: v for k, v in found.items() if k not in ("url", "format")}, "values": values_of(table)}

    def _keep_rows(self, values: Sequence[Any]) -> None:
        if self.chart.rows or not values or not all(isinstance(row, dict) for row in values):
            return
        names = tuple(dict.fromkeys(str(key) for row in values for key in row))
        rows = tuple(tuple(_cell_text(row.get(name)) for name in names) for row in values)
        self.chart.rows = (names, *rows)


def values_of(table: DataTable) -> list[dict[str, Any]]:
    """The rows of a table as Vega-Lite takes them: numbers as numbers, all else as words."""
    columns = {name: _typed(table, table.column(name)) for name in table.names if name}
    return [{name: column[row] for name, column in columns.items()} for row in range(len(table.rows))]


def _typed(table: DataTable, cells: Sequence[Cell]) -> Sequence[Any]:
    """Numbers where all cells that have a value are numbers; else days as ISO has them, or words."""
    filled = [cell for cell in cells if cell.number is not None or not is_missing(cell.text)]
    reading = decimal_of(table, filled, ".", "")
    is_number = all(
        cell.number is not None or number_of(cell.text, reading.decimal or ".") is not None for cell in filled
    )
    if filled and is_number and not reading.clash:
        return numbers_in(cells, reading, lambda place: "")[0]
    if (periods := periods_in(cells)) is not None:
        return [period.day.isoformat() if period else None for period in periods]
    return [cell.text or None for cell in cells]


def _check_mark(mark: Any) -> None:
    """Raise `RefusedChart` for a mark that there is none of, which Vega-Lite refuses in words of its own."""
    name = mark.get("type") if isinstance(mark, dict) else mark
    if isinstance(name, str) and name not in MARKS:
        near = difflib.get_close_matches(name, sorted(MARKS), 1)
        hint = f"did you mean “{near[0]}”?" if near else f"the marks are {', '.join(sorted(MARKS))}"
        raise RefusedChart(f"there is no mark “{_shown(name)}”", hint)


def _check_sequence(sequence: Any) -> None:
    """Raise `RefusedChart` for more rows than a drawing can show."""
    try:
        count = (sequence["stop"] - sequence.get("start", 0)) / (sequence.get("step", 1) or 1e-9)
    except (TypeError, KeyError, AttributeError):
        return
    if not abs(count) <= MOST_SEQUENCE:
        raise RefusedChart(f"the specification makes more than {MOST_SEQUENCE:,} rows", "make fewer")


def _shown(value: Any) -> str:
    return str(value)[:60]


def _cell_text(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)
