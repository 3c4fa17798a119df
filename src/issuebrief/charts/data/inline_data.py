"""Data that stand in the brief itself.

In:  the tree of YAML below `data:`, and the brief's file.
Out: a `DataTable`, its cells with their places in the brief.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.data.delimited import read_delimited
from issuebrief.charts.data.model import Cell, DataTable, Unreadable
from issuebrief.diagnostics.model import error
from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from issuebrief.charts.data.model import Problems
    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.source import Source
    from issuebrief.frontmatter.yaml_nodes import Tree, YamlRange

NAME = "the data"


def read_inline(tree: Tree, source: Source) -> tuple[DataTable | None, Problems]:
    """The table of a text of several lines, or of a list of groups of keys."""
    at = source.place(*tree.at, *tree.end)
    try:
        if isinstance(tree, Scalar):
            return _of_text(tree, source), ()
        assert isinstance(tree, Sequence)
        return _of_rows(tree, source), ()
    except Unreadable as fault:
        place = source.place(fault.line, fault.column) if fault.line else at
        message = f"the data of the chart cannot be used: {fault}"
        return None, (error("chart.data", message, place, fault.hint, source.line(place.line)),)


def _of_text(tree: Scalar, source: Source) -> DataTable:
    """A table of lines below `data: |`, as a file of CSV has them."""
    first = tree.at.line + 1
    below = source.line(first)
    indent = len(below) - len(below.lstrip())

    def place(line: int, column: int, end: int) -> SourceRange:
        number = tree.at.line + line
        return source.place(number, column + indent, number, end + indent)

    try:
        return read_delimited(tree.text, NAME, place, tab=False)
    except Unreadable as fault:
        line = tree.at.line + fault.line if fault.line else 0
        raise Unreadable(str(fault), fault.hint, line, fault.column + indent if line else 0) from None


def _of_rows(tree: Sequence, source: Source) -> DataTable:
    rows: list[dict[str, Cell]] = []
    for item in tree.items:
        if not isinstance(item, Mapping):
            hint = "write each row as - {year: 2019, landings: 1}"
            raise Unreadable("a row must be a group of keys", hint, item.at.line, item.at.column)
        rows.append({name: _cell(value, source, name) for name, (_, value) in item.entries.items()})
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    empty = [Cell("", source.place(*item.at, *item.end), "") for item in tree.items]
    made = tuple(tuple(row.get(name, empty[number]) for name in names) for number, row in enumerate(rows))
    return DataTable(names, made, source.place(*tree.at, *tree.end), NAME)


def _cell(value: YamlRange, source: Source, name: str) -> Cell:
    place = source.place(*value.at, *value.end)
    if isinstance(value, Scalar):
        text = "" if value.kind == "nothing" else value.text.strip()
        return Cell(text, place, f"“{name}”")
    raise Unreadable(
        "a value must be a number or a word",
        "write one value behind each key",
        value.at.line,
        value.at.column,
    )
