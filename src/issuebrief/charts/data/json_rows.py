"""Rows of JSON.

In:  the text of a file: a list of objects, a list of lists whose first has the names, or an object of lists.
Out: a `DataTable`; its cells are called by their entry and key.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from issuebrief.charts.data.model import MOST_CELL, MOST_COLUMNS, MOST_ROWS, Cell, DataTable, Unreadable

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import SourceRange

FORMS = 'write a list of objects: [{"year": 2019, "landings": 1}, …]'


def read_json(text: str, name: str, place: SourceRange) -> DataTable:
    """The table that a text of JSON holds; raises `Unreadable`."""
    try:
        found = json.loads(text)
    except RecursionError:
        raise Unreadable("it is nested too deeply", FORMS) from None
    except ValueError as fault:
        line, column = getattr(fault, "lineno", 0), getattr(fault, "colno", 0)
        raise Unreadable(f"it is no JSON ({getattr(fault, 'msg', fault)})", FORMS, line, column) from None
    return table_of(found, name, place)


def table_of(found: object, name: str, place: SourceRange) -> DataTable:
    """The table that decoded JSON or YAML holds; raises `Unreadable`."""
    rows = _as_objects(found)
    names = tuple(dict.fromkeys(key for row in rows for key in row))
    if not names:
        raise Unreadable("there is nothing in it", FORMS)
    if len(rows) > MOST_ROWS or len(names) > MOST_COLUMNS:
        raise Unreadable(f"it has {len(rows):,} rows and {len(names):,} columns", "sum them up first")
    made = tuple(
        tuple(_cell(row.get(key), f"entry {number}, “{key}”", place) for key in names)
        for number, row in enumerate(rows, 1)
    )
    return DataTable(names, made, place, name)


def _as_objects(found: object) -> list[dict[str, object]]:
    if isinstance(found, dict) and found and all(isinstance(column, list) for column in found.values()):
        longest = max(len(column) for column in found.values())
        return [
            {str(key): column[number] for key, column in found.items() if number < len(column)}
            for number in range(min(longest, MOST_ROWS + 1))
        ]
    if isinstance(found, list) and found and all(isinstance(row, list) for row in found):
        head = [str(name) for name in found[0]]
        return [dict(zip(head, row, strict=False)) for row in found[1:]]
    if isinstance(found, list) and found and all(isinstance(row, dict) for row in found):
        return [{str(key): value for key, value in row.items()} for row in found]
    raise Unreadable("it holds no rows", FORMS)


def _cell(value: object, name: str, place: SourceRange) -> Cell:
    if value is None:
        return Cell("", place, name)
    if isinstance(value, bool):
        return Cell("true" if value else "false", place, name)
    if isinstance(value, int | float):
        try:
            number = float(value)
        except OverflowError:
            raise Unreadable(f"{name}: the number is too large", "give it in thousands or millions") from None
        if not math.isfinite(number):
            return Cell(str(value), place, name)
        return Cell(repr(value) if isinstance(value, int) else f"{value:.15g}", place, name, number)
    if isinstance(value, list | dict):
        raise Unreadable(f"{name} is a list or an object, not a value", FORMS)
    return Cell(str(value).strip()[:MOST_CELL], place, name)
