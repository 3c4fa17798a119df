"""Sheets of Excel and OpenDocument files.

In:  the bytes of an .xlsx, .xls, .xlsb or .ods file, and the name of a sheet.
Out: a `DataTable`, whose cells are called `B7`, as the program that wrote them does; and problems. What is
     hidden in the sheet is left out, and numbers that it shows in per cent are in per cent.

`python-calamine` reads them. It is loaded here, and only where a brief has a chart of such a file. What a
formula comes to is what was saved with it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from issuebrief.charts.data.model import MOST_CELL, MOST_COLUMNS, MOST_ROWS, Cell, DataTable, Unreadable
from issuebrief.charts.data.sheet_looks import SheetLook, sheet_look
from issuebrief.diagnostics.model import Severity, diagnostic, warning
from issuebrief.file_access import megabytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.charts.data.model import Problems
    from issuebrief.diagnostics.model import Diagnostic, SourceRange

MOST_UNPACKED = 100_000_000
"""Bytes that the parts of a file may have once they are unpacked."""
MOST_TOLD = 8
"""Rows, columns or cells that a message names."""
PACKAGE = "python_calamine"
INSTALL = "install it with: pip install 'issuebrief[sheets]'; or save the sheet as CSV"


def read_sheet(data: bytes, sheet: str, name: str, place: SourceRange) -> tuple[DataTable, Problems]:
    """The table of a sheet, the first that is not hidden where none is named, and what is left out of it.

    Raises `Unreadable`.
    """
    if find_spec(PACKAGE) is None:
        raise Unreadable("the package that reads sheets is not installed", INSTALL)
    _check_size(data)
    found = _values(data, sheet)
    look, (top, left) = sheet_look(data, found.name), found.start
    shown = [n for n in range(max(map(len, found.values), default=0)) if left + n not in look.columns]
    rows = [
        (number, [row[n] if n < len(row) else "" for n in shown])
        for number, row in enumerate(found.values, top + 1)
        if number not in look.rows and any(cell != "" for cell in row)
    ]
    if not rows:
        raise Unreadable("there is nothing in the sheet", "name another one with sheet:")
    width = max(len(row) for _, row in rows)
    if len(rows) > MOST_ROWS + 1 or width > MOST_COLUMNS:
        raise Unreadable(f"the sheet has {len(rows):,} rows and {width:,} columns", "sum them up first")
    head = [str(value).strip() for value in rows[0][1]]
    named = [text for text in head if text]
    if twice := next((text for text in named if named.count(text) > 1), ""):
        raise Unreadable(f"two columns are called “{twice}”", "give each a name of its own")
    made = tuple(
        tuple(_cell(value, (number, left + n), look, place) for n, value in zip(shown, row, strict=True))
        for number, row in rows[1:]
    )
    return DataTable(tuple(head), made, place, name), tuple(_remarks(found, look, rows, name, place))


def _remarks(
    found: _Sheet, look: SheetLook, rows: list[tuple[int, list[object]]], name: str, place: SourceRange
) -> Iterator[Diagnostic]:
    """What a reader of the sheet sees otherwise than the chart does."""
    if found.others:
        message = f"the data of {name} are those of its sheet “{found.name}”, the first of several"
        yield diagnostic(Severity.INFO, "chart.sheet", message, place, "name the sheet with sheet:")
    top, left = found.start
    width = max(map(len, found.values), default=0)
    hidden = [f"row {n}" for n in sorted(look.rows) if top < n <= top + len(found.values)]
    hidden += [f"column {_letters(n)}" for n in sorted(look.columns) if left <= n < left + width]
    if hidden:
        listed = ", ".join(hidden[:MOST_TOLD]) + (" and more" if len(hidden) > MOST_TOLD else "")
        message = f"what is hidden in {name} is left out of the chart: {listed}"
        yield diagnostic(
            Severity.INFO, "chart.hidden", message, place, "show it in the sheet if it belongs there"
        )
    shown = {number for number, _ in rows}
    unsaved = sorted(each for each in look.unsaved if each[0] in shown and each[1] not in look.columns)
    if unsaved:
        cells = ", ".join(f"{_letters(column)}{row}" for row, column in unsaved[:MOST_TOLD])
        message = f"no value was saved with the formulas of {name} in {cells}: they count as missing"
        yield warning(
            "chart.formula", message, place, "open the file in a program for sheets and save it again"
        )


def _check_size(data: bytes) -> None:
    """Raise `Unreadable` for a file whose parts are far larger than it says."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return  # an .xls file, or a broken one, which the reader says
    if size > MOST_UNPACKED:
        raise Unreadable(f"it is too large: {megabytes(size)} once it is unpacked", "save the sheet as CSV")


@dataclass(frozen=True)
class _Sheet:
    """The values of a sheet, and the row and column, from 0, that they begin in.

    `others` says that nobody named it, and that other sheets are shown as well.
    """

    name: str
    values: list[list[object]]
    start: tuple[int, int]
    others: bool


def _values(data: bytes, sheet: str) -> _Sheet:
    """The values of a sheet, or of the first that is shown."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            names = book.sheet_names
            if sheet and sheet not in names:
                raise Unreadable(f"it has no sheet “{sheet}”", f"its sheets are {', '.join(names[:12])}")
            if not names:
                raise Unreadable("it has no sheet", "save it again")
            seen = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
            chosen = sheet or (seen or names)[0]
            found = book.get_sheet_by_name(chosen)
            start = found.start or (0, 0)
            if found.total_height > 50 * MOST_ROWS or found.total_width > 50 * MOST_COLUMNS:
                raise Unreadable(f"the sheet has {found.total_height:,} rows", "sum them up first")
            values: list[list[object]] = [[*row] for row in found.to_python(skip_empty_area=True)]
            return _Sheet(chosen, values, start, others=not sheet and len(seen) > 1)
    except (CalamineError, OSError, ValueError) as fault:
        raise Unreadable(
            f"it cannot be read as a sheet ({_first_words(fault)})", "save it again, or as CSV"
        ) from None


def _first_words(fault: Exception) -> str:
    return str(fault).split("\n")[0][:80]


def _cell(value: object, at: tuple[int, int], look: SheetLook, place: SourceRange) -> Cell:
    """A cell by its row, from 1, and its column, from 0; in per cent where the sheet shows it so."""
    name = f"cell {_letters(at[1])}{at[0]}"
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", place, name)
    if isinstance(value, int | float) and at in look.per_cent:
        return Cell(f"{100 * value:.15g}%", place, name, float(f"{100 * value:.15g}"))
    if isinstance(value, int | float):
        return Cell(f"{value:.15g}", place, name, float(value))
    if isinstance(value, datetime.datetime):
        return Cell(value.date().isoformat(), place, name, day=value.date())
    if isinstance(value, datetime.date):
        return Cell(value.isoformat(), place, name, day=value)
    return Cell(str(value).strip()[:MOST_CELL], place, name)


def _letters(column: int) -> str:
    """The letters of a column, counted from 0."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
