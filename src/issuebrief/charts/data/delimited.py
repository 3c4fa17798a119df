"""Comma-separated values and their kin.

In:  the text of a file, or a block of text in a brief, and where it begins.
Out: a `DataTable`. The delimiter is the comma, semicolon or tab that parts the first line; cells may stand in
     quotation marks, which are doubled within.

Source: RFC 4180.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from issuebrief.charts.data.model import MOST_CELL, MOST_COLUMNS, MOST_ROWS, Cell, DataTable, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.diagnostics.model import SourceRange

DELIMITERS = ",;\t"
SAID = re.compile(r"sep=([,;\t|])\s*", re.IGNORECASE)
"""What programs for sheets write on a first line of its own."""
QUOTE = '"'

Place = "Callable[[int, int, int], SourceRange]"
"""Gives the place of a line and two columns of the text, all counted from 1."""


def read_delimited(
    text: str, name: str, place: Callable[[int, int, int], SourceRange], tab: bool
) -> DataTable:
    """The table that a text holds; `tab` where only tabs part its cells. Raises `Unreadable`."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise Unreadable("there is nothing in it", "write the names of the columns on its first line")
    if (said := SAID.fullmatch(lines[first])) and not tab:
        first += 1
    delimiter = "\t" if tab else said[1] if said else _delimiter(lines[first])
    records = list(_records("\n".join(lines[first:]), first + 1, delimiter))
    head, rows = records[0], records[1:]
    names = tuple(cell.strip() for _, cells in [head] for _, cell in cells)
    _check_head(names, head[0])
    made = []
    for line, cells in rows:
        if not any(cell.strip() for _, cell in cells):
            continue
        if len(cells) > len(names) and any(cell.strip() for _, cell in cells[len(names) :]):
            hint = f"a cell that holds {_named(delimiter)} must stand in quotation marks"
            if len(names) == 1:
                hint = "its first line must name the columns: delete what is above them"
            columns = "1 column" if len(names) == 1 else f"{len(names)} columns"
            message = f"there are {len(cells)} cells on this line, and {columns}"
            raise Unreadable(message, hint, line, cells[len(names)][0])
        made.append(tuple(_cell(cells, number, line, lines, place) for number in range(len(names))))
    return DataTable(names, tuple(made), place(first + 1, 1, 1), name, delimiter)


def _cell(
    cells: list[tuple[int, str]],
    number: int,
    line: int,
    lines: list[str],
    place: Callable[[int, int, int], SourceRange],
) -> Cell:
    column, text = cells[number] if number < len(cells) else (len(lines[line - 1]) + 1, "")
    if len(text) > MOST_CELL:
        raise Unreadable(
            f"a cell has {len(text):,} characters", "look for a missing quotation mark", line, column
        )
    length = len(text.rstrip("\r\n"))
    return Cell(text.strip(), place(line, column, column + length), f"column {number + 1}")


def _delimiter(line: str) -> str:
    """The sign that parts the names of the columns: the one that stands most often outside of quotes."""
    bare = "".join(line.split(QUOTE)[::2])
    return max(DELIMITERS, key=lambda sign: (bare.count(sign), -DELIMITERS.index(sign)))


def _records(text: str, line: int, delimiter: str) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """The lines of a table with their numbers, each cell with the column that it begins in."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=False)
    lines = text.split("\n")
    before, count = 0, 0
    try:
        for cells in reader:
            first = lines[before] if before < len(lines) else ""
            yield line + before, _with_columns(cells, first, delimiter)
            count += 1
            if count > MOST_ROWS + 1:
                raise Unreadable(f"it has more than {MOST_ROWS:,} rows", "sum them up first", line + before)
            before = reader.line_num
    except csv.Error as fault:
        raise Unreadable(
            f"it cannot be taken apart ({fault})", "save it again as CSV", line + before
        ) from None


def _with_columns(cells: list[str], first: str, delimiter: str) -> list[tuple[int, str]]:
    """Each cell with the column of the line that it begins in, as far as the first line of a record goes."""
    found, position = [], 0
    for cell in cells:
        found.append((min(position, len(first)) + 1, cell))
        quoted = first[position:].lstrip(" ").startswith(QUOTE)
        width = len(cell) + (2 + cell.count(QUOTE) if quoted else 0)
        position = first.find(delimiter, position + width)
        position = len(first) if position < 0 else position + 1
    return found


def _check_head(names: tuple[str, ...], line: int) -> None:
    """Raise `Unreadable` for names of columns that cannot be told apart."""
    if len(names) > MOST_COLUMNS:
        raise Unreadable(f"it has {len(names):,} columns", f"at most {MOST_COLUMNS} are read", line)
    named = [name for name in names if name]
    if twice := next((name for name in named if named.count(name) > 1), ""):
        raise Unreadable(f"two columns are called “{twice}”", "give each a name of its own", line)
    if not named:
        raise Unreadable("its first line has no names", "write the names of the columns there", line)


def _named(delimiter: str) -> str:
    return {"\t": "a tab", ";": "a semicolon"}.get(delimiter, "a comma")
