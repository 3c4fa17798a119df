"""Sheets of Excel and OpenDocument files.

In:  the bytes of an .xlsx, .xls, .xlsb or .ods file, and the name of a sheet.
Out: a `DataTable`; its cells are called `B7`, as the program that wrote them does.

`python-calamine` reads them. It is loaded here, and only where a brief has a chart of such a file. What a
formula comes to is what was saved with it.
"""

from __future__ import annotations

import datetime
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from issuebrief.charts.data.model import MOST_CELL, MOST_COLUMNS, MOST_ROWS, Cell, DataTable, Unreadable
from issuebrief.file_access import megabytes

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import SourceRange

MOST_UNPACKED = 100_000_000
"""Bytes that the parts of a file may have once they are unpacked."""
PACKAGE = "python_calamine"
INSTALL = "install it with: pip install 'issuebrief[sheets]'; or save the sheet as CSV"


def read_sheet(data: bytes, sheet: str, name: str, place: SourceRange) -> DataTable:
    """The table of a sheet, the first that is not hidden where none is named; raises `Unreadable`."""
    if find_spec(PACKAGE) is None:
        raise Unreadable("the package that reads sheets is not installed", INSTALL)
    _check_size(data)
    values, start = _values(data, sheet)
    rows = [row for row in enumerate(values, start[0] + 1) if any(cell != "" for cell in row[1])]
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
        tuple(_cell(row, column, number, start[1], place) for column in range(len(head)))
        for number, row in rows[1:]
    )
    return DataTable(tuple(head), made, place, name)


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


def _values(data: bytes, sheet: str) -> tuple[list[list[object]], tuple[int, int]]:
    """The values of a sheet, and the row and column, from 0, that they begin in."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            names = book.sheet_names
            if sheet and sheet not in names:
                raise Unreadable(f"it has no sheet “{sheet}”", f"its sheets are {', '.join(names[:12])}")
            if not names:
                raise Unreadable("it has no sheet", "save it again")
            seen = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
            found = book.get_sheet_by_name(sheet or (seen or names)[0])
            start = found.start or (0, 0)
            if found.total_height > 50 * MOST_ROWS or found.total_width > 50 * MOST_COLUMNS:
                raise Unreadable(f"the sheet has {found.total_height:,} rows", "sum them up first")
            return [list(row) for row in found.to_python(skip_empty_area=True)], start
    except (CalamineError, OSError, ValueError) as fault:
        raise Unreadable(
            f"it cannot be read as a sheet ({_first_words(fault)})", "save it again, or as CSV"
        ) from None


def _first_words(fault: Exception) -> str:
    return str(fault).split("\n")[0][:80]


def _cell(row: list[object], column: int, number: int, first: int, place: SourceRange) -> Cell:
    value = row[column] if column < len(row) else ""
    name = f"cell {_letters(first + column)}{number}"
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", place, name)
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
