"""Columns understood: as numbers, as periods, or as words.

In:  cells, the decimal sign of the brief's language and, if the author names it, of the data.
Out: numbers with None where a value is missing, and problems at the cells that are none; periods, if all
     cells are periods.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.charts.data.days import Period, is_ambiguous, periods_of
from issuebrief.charts.data.numbers import decimal_signs, is_doubtful, is_exact, is_missing, number_of
from issuebrief.diagnostics.model import error, warning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.charts.data.model import Cell, DataTable, Problems
    from issuebrief.diagnostics.model import Diagnostic, SourceRange

WITH_UNIT = re.compile(r"[-+−]?\d[\d.,\s]*[^\W\d_]")
"""A number with a unit behind it."""
BRACKETED = re.compile(r"[(\[]\s*[\d.,\s'’]+%?\s*[)\]]")
"""A number in brackets: below zero in accounts, doubtful in statistics."""
MARKED = re.compile(r"[-+−]?\d[\d.,\s]*?\s*(?:[*†‡§¹²³⁴-⁹ᵃ-ᶻ]+|\(\w{1,2}\)|\[\w{1,2}\]|(?<=\s)[a-z])")
"""A number with the mark of a footnote, or the flag of a statistical office, behind it."""
MOST_TOLD = 12
"""Cells of a column that problems are told of one by one."""

Excerpt = "Callable[[SourceRange], str]"


@dataclass(frozen=True)
class NumberReading:
    """The decimal sign of a table, and what it was told by: `None` where nothing tells."""

    decimal: str | None
    clash: Cell | None = None


def decimal_of(table: DataTable, cells: Sequence[Cell], own: str, asked: str) -> NumberReading:
    """The decimal sign of the numbers in `cells`.

    `own` is that of the brief's language; `asked` the one that the author names, or nothing.
    """
    if asked:
        return NumberReading({"comma": ",", "point": "."}[asked])
    texts = [cell for cell in cells if cell.number is None and not is_missing(cell.text)]
    shown = {sign: cell for cell in texts for sign in decimal_signs([cell.text])}
    if len(shown) > 1:
        return NumberReading(None, max(shown.values(), key=lambda cell: (cell.place.line, cell.name)))
    if shown:
        return NumberReading(next(iter(shown)))
    doubtful = [cell for cell in texts if is_doubtful(cell.text)]
    if not doubtful:
        return NumberReading(own)
    return NumberReading(
        _agreed(table.delimiter, own, {sign for cell in doubtful for sign in cell.text if sign in ".,"})
    )


def _agreed(delimiter: str, own: str, signs: set[str]) -> str | None:
    """The decimal sign that language and delimiter agree on, where all numbers may be read two ways.

    `1,234` is a thousand in English, unless semicolons part the cells, as where the comma is decimal.
    Elsewhere it is as often a thousand from an English source as a fraction, and so is `1.234` anywhere.
    """
    return "." if signs == {","} and own == "." and delimiter != ";" else None


def numbers_in(
    cells: Sequence[Cell], reading: NumberReading, excerpt: Callable[[SourceRange], str]
) -> tuple[tuple[float | None, ...], Problems]:
    """The numbers of a column, and problems with its cells."""
    problems: list[Diagnostic] = []
    numbers: list[float | None] = []
    per_cent = {cell.text.endswith("%") for cell in cells if not is_missing(cell.text)}
    for cell in cells:
        numbers.append(None)
        if cell.number is not None:
            numbers[-1] = cell.number
        elif cell.day is not None:
            problems.append(_no_number(cell, excerpt, "it is a day: give the cell the form of a number"))
        elif is_missing(cell.text):
            continue
        elif reading.decimal is None and is_doubtful(cell.text):
            problems.append(_doubtful(cell, excerpt))
        elif (number := number_of(cell.text, reading.decimal or ".")) is None:
            problems.append(_no_number(cell, excerpt, _hint(cell.text, reading.decimal)))
        else:
            numbers[-1] = number
            if not is_exact(cell.text):
                message = f"the number “{cell.text[:40]}” ({cell.name}) has more digits than can be kept"
                hint = "round it to 15 digits"
                problems.append(warning("chart.digits", message, cell.place, hint, excerpt(cell.place)))
    if len(per_cent) > 1 and (odd := _odd_one(cells)):
        message = f"“{odd.text}” ({odd.name}) is in per cent and others in its column are not"
        hint = "write all numbers of a column alike"
        problems.append(error("chart.cell", message, odd.place, hint, excerpt(odd.place)))
    return tuple(numbers), _first_of(problems)


def periods_in(cells: Sequence[Cell]) -> list[Period | None] | None:
    """The periods that a column says, None for cells without one; None where it is a column of words."""
    filled = [cell for cell in cells if not is_missing(cell.text) or cell.day]
    if any(cell.number is not None and not cell.number.is_integer() for cell in filled):
        return None
    if not (found := periods_of([cell.text for cell in filled])):
        return None
    known = iter(found)
    return [next(known) if cell.day or not is_missing(cell.text) else None for cell in cells]


def doubtful_days(cells: Sequence[Cell]) -> Cell | None:
    """The first cell of a column of days that may be read two ways."""
    filled = [cell for cell in cells if not is_missing(cell.text)]
    return filled[0] if filled and is_ambiguous([cell.text for cell in filled]) else None


def _hint(text: str, decimal: str | None) -> str:
    if any(sign in text for sign in "€$£¥"):
        return "leave the sign of the currency out, and name it once with unit:"
    if BRACKETED.fullmatch(text):
        return "write a minus before it if it is below zero, else leave the brackets out"
    if MARKED.fullmatch(text):
        return "leave the mark of the footnote out, and say in note: what it means"
    if WITH_UNIT.match(text):
        return "leave the unit out, and name it once with unit:"
    if any(sign in text for sign in ".,"):
        mark = {".": "point", ",": "comma"}[decimal or "."]
        return f"numbers have a decimal {mark} here: write it so, or say decimal: comma or decimal: point"
    return "write a number, or leave the cell empty where there is no value"


def _no_number(cell: Cell, excerpt: Callable[[SourceRange], str], hint: str) -> Diagnostic:
    message = f"“{cell.text[:60]}” ({cell.name}) is not a number"
    return error("chart.cell", message, cell.place, hint, excerpt(cell.place))


def _doubtful(cell: Cell, excerpt: Callable[[SourceRange], str]) -> Diagnostic:
    message = f"“{cell.text.strip()}” ({cell.name}) may be thousands or a fraction"
    hint = "say decimal: comma or decimal: point in the chart"
    return error("chart.doubtful-number", message, cell.place, hint, excerpt(cell.place))


def _odd_one(cells: Sequence[Cell]) -> Cell | None:
    return next((cell for cell in cells if cell.text.endswith("%")), None)


def _first_of(problems: list[Diagnostic]) -> Problems:
    """The first problems of a column, the last of them with how many follow."""
    if len(problems) <= MOST_TOLD:
        return tuple(problems)
    last = problems[MOST_TOLD - 1]
    more = f"{last.message}; {len(problems) - MOST_TOLD:,} more cells of the column have problems"
    return (*problems[: MOST_TOLD - 1], replace(last, message=more))
