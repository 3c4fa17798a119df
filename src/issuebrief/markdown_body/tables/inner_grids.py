"""Tables drawn as a grid within a note, an entry of a list, a definition or a quotation.

In:  the manuscript in its normal form.
Out: the tables, as `text_tables.py` has them, each beginning behind what its first line begins with;
     problems: a grid that is not closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.tables.text_tables import GRID, GRID_ROW, grid_of, not_closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource
    from issuebrief.markdown_body.tables.text_tables import Line, TextTable

MARK = r"(?:[-*+]|\d{1,9}[.)]|:|\[\^[^\[\]\n]+\]:)(?:[ \t]+|$)"
PREFIX = re.compile(rf"(?:[ \t]*>)*[ \t]*(?:{MARK})?")
"""What stands before the first line of a grid in a block."""
GOES_ON = re.compile(r"(?:[ \t]*>)*[ \t]*")
HOLDS = re.compile(rf"[ \t]*{MARK}")
CODE_INDENT = 4


def find_inner_grids(manuscript: MarkdownSource) -> tuple[tuple[TextTable, ...], list[Diagnostic]]:
    """All of them outside code, in their order, and what is told of those that are not closed."""
    if "+-" not in manuscript.masked and "+=" not in manuscript.masked:
        return (), []
    tables: list[TextTable] = []
    problems: list[Diagnostic] = []
    lines = list(manuscript.lines())
    number = 0
    while number < len(lines):
        prefix = PREFIX.match(lines[number][1])
        length = prefix.end() if prefix else 0
        if not _begins(lines, number, length):
            number += 1
            continue
        rows: list[Line] = [_without(lines[number], length)]
        for line in lines[number + 1 :]:
            goes_on = GOES_ON.match(line[1])
            row = _without(line, goes_on.end() if goes_on else 0)
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


def _begins(lines: Sequence[Line], number: int, length: int) -> bool:
    """Whether a grid that stands in a block begins on a line, and no code that shows one."""
    line = lines[number][1]
    if not length or not GRID.fullmatch(line[length:]):
        return False
    return bool(line[:length].strip()) or is_held(lines, number, line[:length])


def is_held(lines: Sequence[Line], number: int, edge: str) -> bool:
    """Whether a line that begins with an edge stands in a quotation or an item, and is no code."""
    if edge.strip():
        return True
    indent = len(edge.expandtabs(CODE_INDENT))
    if not indent:
        return False
    above = (text for _, text in reversed(lines[:number]) if text.strip())
    outer = next((text for text in above if _indent(text) < indent), "")
    return bool(HOLDS.match(outer))


def _indent(line: str) -> int:
    blanks = len(line) - len(line.lstrip())
    return len(line[:blanks].expandtabs(CODE_INDENT))
