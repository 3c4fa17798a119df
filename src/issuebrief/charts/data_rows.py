"""The rows of a table as they are shown, and as they are handed on.

In:  a `DataTable`, its decimal sign, and the words of the brief's language.
Out: rows for readers, with numbers as the language writes them; and rows for programs, with plain numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.data.columns import decimal_of, periods_in
from issuebrief.charts.data.numbers import is_missing, number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.data.model import Cell, DataTable
    from issuebrief.charts.words.chart_words import ChartWords

Rows = tuple[tuple[str, ...], ...]
MOST_DECIMALS = 6


def rows_of(table: DataTable, words: ChartWords, asked: str) -> tuple[Rows, Rows]:
    """Both kinds of rows, the names of the columns first."""
    cells = ([row[number] for row in table.rows] for number in range(len(table.names)))
    columns = [_column(table, column, words, asked) for column in cells]
    shown = tuple(zip(*(column[0] for column in columns), strict=True))
    plain = tuple(zip(*(column[1] for column in columns), strict=True))
    return (table.names, *shown), (table.names, *plain)


def _column(
    table: DataTable, cells: Sequence[Cell], words: ChartWords, asked: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A column for readers and for programs."""
    typed = tuple(cell.text for cell in cells)
    reading = decimal_of(table, [cell for cell in cells if not cell.day], words.decimal, asked)
    numbers = [_number(cell, reading.decimal) for cell in cells]
    is_number = all(
        number is not None or (is_missing(cell.text) and not cell.day)
        for cell, number in zip(cells, numbers, strict=True)
    )
    if reading.clash or not is_number or periods_in(cells) is not None:
        return typed, typed
    decimals = max((_decimals(number) for number in numbers if number is not None), default=0)
    shown = tuple("" if number is None else words.number(number, decimals) for number in numbers)
    return shown, tuple("" if number is None else f"{number:.15g}" for number in numbers)


def _number(cell: Cell, decimal: str | None) -> float | None:
    if cell.day or (cell.number is None and is_missing(cell.text)):
        return None
    return cell.number if cell.number is not None else number_of(cell.text, decimal or ".")


def _decimals(number: float) -> int:
    text = f"{number:.15g}"
    return MOST_DECIMALS if "e-" in text else min(len(text.partition(".")[2]), MOST_DECIMALS)
