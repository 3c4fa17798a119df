"""A table as it was read, and columns of it once they are understood.

In:  what the readers of this room find.
Out: `DataTable` and its `Cell`s, each with its place; `NumberColumn` and `TextColumn`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from issuebrief.diagnostics.model import Diagnostic, SourceRange

Problems = tuple["Diagnostic", ...]

MOST_ROWS = 20_000
"""Rows of the largest table that is read: more than a printed chart can show."""
MOST_COLUMNS = 500
MOST_CELL = 2_000
"""Characters of a cell."""


@dataclass(frozen=True)
class Cell:
    """A cell: its text, the number or day it is in the file itself, and where it stands.

    Sheets and JSON have numbers and days; in a text all is text. `name` says the place in words, such as
    `cell B7` or `column 2`.
    """

    text: str
    place: SourceRange
    name: str = ""
    number: float | None = None
    day: datetime.date | None = None


@dataclass(frozen=True)
class DataTable:
    """Names of columns, and rows as long as these.

    `delimiter` is what parted the cells of a text; empty for other files. `name` is what messages call it.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    place: SourceRange
    name: str
    delimiter: str = ""

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of the column of that name, from the top; raises ValueError where there is none."""
        number = self.names.index(name)
        return tuple(row[number] for row in self.rows)


class Unreadable(Exception):
    """Data that cannot be read: what is wrong, how to mend it, and where in the file."""

    def __init__(self, message: str, hint: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.hint, self.line, self.column = hint, line, column
