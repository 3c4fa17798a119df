"""Pandoc's simple and multiline tables, whose columns lines of hyphens mark.

In:  the lines of a text, code in them masked.
Out: the table that begins at a line of hyphens, and the line after it.

A simple table has a line of hyphens below its head, a multiline table further ones above and below it, and
empty lines between its rows; both may do without a head.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.markdown_body.tables.text_table import Cell, Line, TextTable, end_of_line

if TYPE_CHECKING:
    from collections.abc import Sequence

DASHES = re.compile(r" {0,3}-{2,}(?: +-{2,})+ *")
FULL = re.compile(r" {0,3}-{3,} *")
GROUP = re.compile(r"-+")
FENCE = re.compile(r" {0,3}:{3,}")
"""The fence of a box, which stands around a table as empty lines do."""


def dashed_table(lines: Sequence[Line], number: int) -> tuple[TextTable | None, int]:
    """The table whose first line of dashes is `number`, and the line after it."""
    nothing = None, number + 1
    if FULL.fullmatch(lines[number][1]):
        if not _blank(lines, number - 1):
            return nothing
        rule = next(
            (n for n in range(number + 1, len(lines)) if not lines[n][1].strip() or _is_rule(lines[n])), 0
        )
        if not rule or not _is_rule(lines[rule]) or rule == number + 1:
            return nothing
        return _multiline(lines, number, rule) or nothing
    if not _is_rule(lines[number]):
        return nothing
    if _blank(lines, number - 1):
        return _headless(lines, number) or nothing
    if not _blank(lines, number - 2):
        return nothing
    last = _last(lines, number + 1)
    if last == number:
        return nothing
    closed = _closes(lines[last])
    body = lines[number + 1 : last + (not closed)]
    if not body:
        return nothing
    head = lines[number - 1]
    return _table(
        lines[number], [[head]], [[line] for line in body], head[0], end_of_line(lines[last])
    ), last + 1


def _multiline(lines: Sequence[Line], first: int, rule: int) -> tuple[TextTable, int] | None:
    last = _closing(lines, rule + 1)
    if not last:
        return None
    rows = _parted(lines[rule + 1 : last])
    head = list(lines[first + 1 : rule])
    table = _table(lines[rule], [head], rows, lines[first][0], end_of_line(lines[last]))
    return replace(table, widths=_widths(lines[rule])), last + 1


def _headless(lines: Sequence[Line], first: int) -> tuple[TextTable, int] | None:
    """A table without a head ends in a line of dashes; empty lines in it part rows of several lines."""
    last = _closing(lines, first + 1)
    wide = len(lines[last][1].strip()) >= len(lines[first][1].strip())
    if last <= first + 1 or not (_is_rule(lines[last]) or wide):
        return None
    body = lines[first + 1 : last]
    parted = any(not line.strip() for _, line in body)
    rows = _parted(body) if parted else [[line] for line in body]
    table = _table(lines[first], [], rows, lines[first][0], end_of_line(lines[last]))
    return replace(table, widths=_widths(lines[first]) if parted else ()), last + 1


def _table(rule: Line, heads: list[list[Line]], rows: list[list[Line]], start: int, end: int) -> TextTable:
    groups = [match.span() for match in GROUP.finditer(rule[1])]
    sample = (heads or rows)[0]
    cells = [tuple(_cells(row, groups)) for row in (*heads, *rows)]
    alignments = tuple(_alignment(sample[0][1], group, groups) for group in groups)
    return TextTable(start, end, tuple(cells), len(heads), alignments)


def _widths(rule: Line) -> tuple[int, ...]:
    """How many letters wide the columns are."""
    return tuple(len(match[0]) for match in GROUP.finditer(rule[1]))


def _cells(row: list[Line], groups: list[tuple[int, int]]) -> list[Cell]:
    """The pieces of each cell of a row; a word that crosses the edge of its column stays whole."""
    cells: list[list[tuple[int, int]]] = [[] for _ in groups]
    for start, line in row:
        edges = [0, *(_edge(line, group) for group, _ in groups[1:]), len(line)]
        for number in range(len(groups)):
            cells[number].append((start + edges[number], start + edges[number + 1]))
    return [tuple(cell) for cell in cells]


def _edge(line: str, wanted: int) -> int:
    """Where a line is cut for a column that begins at `wanted`: at the nearest space before it."""
    edge = min(wanted, len(line))
    while 0 < edge < len(line) and not (line[edge - 1].isspace() or line[edge].isspace()):
        edge -= 1
    return edge or min(wanted, len(line))


def _alignment(line: str, group: tuple[int, int], groups: list[tuple[int, int]]) -> str:
    """How a column stands, by where its first words lie over the dashes."""
    following = next((start for start, _ in groups if start > group[0]), len(line))
    words = line[_edge(line, group[0]) if group[0] else 0 : _edge(line, following)]
    begin = (_edge(line, group[0]) if group[0] else 0) + len(words) - len(words.lstrip())
    end = begin + len(words.strip())
    left, right = begin == group[0], end == group[1]
    if not words.strip() or (left and right):
        return ""
    return "left" if left else "right" if right else "center"


def _is_rule(line: Line) -> bool:
    return bool(DASHES.fullmatch(line[1]))


def _closes(line: Line) -> bool:
    return _is_rule(line) or bool(FULL.fullmatch(line[1]))


def _blank(lines: Sequence[Line], number: int) -> bool:
    return number < 0 or not lines[number][1].strip() or bool(FENCE.match(lines[number][1]))


def _closing(lines: Sequence[Line], number: int) -> int:
    """The line of hyphens that closes a table with empty lines in it; 0 where it, or its box, ends before."""
    for below in range(number, len(lines)):
        if _closes(lines[below]):
            return below
        if FENCE.match(lines[below][1]):
            break
    return 0


def _ends(lines: Sequence[Line], number: int) -> bool:
    return number >= len(lines) or _blank(lines, number)


def _last(lines: Sequence[Line], number: int) -> int:
    """The last line of a table whose rows begin at `number`: before an empty one, or a line of dashes."""
    while not _ends(lines, number):
        if _closes(lines[number]):
            return number
        number += 1
    return number - 1


def _parted(lines: Sequence[Line]) -> list[list[Line]]:
    """Rows of several lines, between empty lines."""
    rows: list[list[Line]] = [[]]
    for line in lines:
        if line[1].strip():
            rows[-1].append(line)
        elif rows[-1]:
            rows.append([])
    return [row for row in rows if row]
