"""Tables drawn as a grid within a note, an entry of a list, a definition or a quotation.

In:  the manuscript in its normal form.
Out: the tables, as `text_tables.py` has them, each beginning behind what its first line begins with;
     problems: a grid that is not closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.containers import MARK, held_lines, parted
from issuebrief.markdown_body.tables.text_tables import GRID, GRID_ROW, grid_of, not_closed

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource
    from issuebrief.markdown_body.tables.text_table import Line, TextTable

PREFIX = re.compile(rf"(?:[ \t]*>)*[ \t]*(?:{MARK})?")
"""What stands before the first line of a grid in a block."""


def find_inner_grids(manuscript: MarkdownSource) -> tuple[tuple[TextTable, ...], list[Diagnostic]]:
    """All of them outside code, in their order, and what is told of those that are not closed."""
    if "+-" not in manuscript.masked and "+=" not in manuscript.masked:
        return (), []
    tables: list[TextTable] = []
    problems: list[Diagnostic] = []
    lines = list(manuscript.lines())
    held = held_lines([line for _, line in lines])
    number = 0
    while number < len(lines):
        prefix = PREFIX.match(lines[number][1])
        length = prefix.end() if prefix else 0
        if not _begins(lines[number][1], length, is_held=held[number]):
            number += 1
            continue
        rows: list[Line] = [_without(lines[number], length)]
        for below in range(number + 1, len(lines)):
            row = _without(lines[below], len(parted(lines[below][1])[0]))
            if not GRID_ROW.fullmatch(row[1]):
                break
            rows.append(row)
        if len(rows) > 2 and (table := grid_of(rows)):
            tables.append(table)
        else:
            problems.append(not_closed(manuscript, rows[0][0]))
        number += len(rows)
    return tuple(tables), problems


def _without(line: Line, length: int) -> Line:
    return line[0] + length, line[1][length:]


def _begins(line: str, length: int, *, is_held: bool) -> bool:
    """Whether a grid that stands in a block begins on a line, and no code that shows one."""
    if not length or not GRID.fullmatch(line[length:]):
        return False
    return bool(line[:length].strip()) or is_held
