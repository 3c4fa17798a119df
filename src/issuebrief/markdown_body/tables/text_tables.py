"""Pandoc's tables of dashes and of a grid, found in the source.

In:  the manuscript.
Out: each table with its rows, the pieces of the source that each cell is made of, and the alignment of its
     columns; problems: a grid that is not closed.

A simple table has a line of dashes below its head, a multiline table further ones above and below it, and
empty lines between its rows; both may do without a head. A grid table is drawn in full.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.markdown_body.tables.grid_spans import read_grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

DASHES = re.compile(r" {0,3}-{2,}(?: +-{2,})+ *")
FULL = re.compile(r" {0,3}-{3,} *")
GROUP = re.compile(r"-+")
GRID = re.compile(r" {0,3}\+(?::?[-=]+:?\+)+ *")
GRID_ROW = re.compile(r" {0,3}[|+].*[|+] *")

Line = tuple[int, str]
"""The offset of a line in the manuscript, and the line without code."""

Cell = tuple[tuple[int, int], ...]
"""Offsets of the pieces of a cell, a line each."""


@dataclass(frozen=True)
class TextTable:
    """A table: offsets of the whole, rows of cells, how many of them are its head.

    `alignments` has `left`, `right`, `center` or nothing for each column; in a grid cells hold `blocks`.
    `widths` are those of the columns, in letters, where they say how the measure is shared.
    """

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    heads: int
    alignments: tuple[str, ...]
    blocks: bool = False
    widths: tuple[int, ...] = ()
    spans: tuple[tuple[tuple[int, int, int], ...], ...] = ()
    """For each cell its column, how many rows and how many columns it takes, where some take several."""


def find_text_tables(manuscript: MarkdownSource) -> tuple[tuple[TextTable, ...], list[Diagnostic]]:
    """All tables that are not made of strokes alone, outside code."""
    tables: list[TextTable] = []
    problems: list[Diagnostic] = []
    lines = list(manuscript.lines())
    number = 0
    while number < len(lines):
        line = lines[number][1]
        found, after = None, number + 1
        if line[:5].lstrip().startswith("+") and GRID.fullmatch(line):
            found, after = _grid(lines, number)
            found = found or _spanned(lines[number:after])
            if found is None and after > number + 2:
                problems.append(not_closed(manuscript, lines[number][0]))
        elif line[:5].lstrip().startswith("-"):
            found, after = _dashed(lines, number)
        if found:
            tables.append(found)
        number = after
    return tuple(tables), problems


def _dashed(lines: Sequence[Line], number: int) -> tuple[TextTable | None, int]:
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
    return _table(lines[number], [[head]], [[line] for line in body], head[0], _end(lines[last])), last + 1


def _multiline(lines: Sequence[Line], first: int, rule: int) -> tuple[TextTable, int] | None:
    last = next((n for n in range(rule + 1, len(lines)) if _closes(lines[n])), 0)
    if not last:
        return None
    rows = _parted(lines[rule + 1 : last])
    head = list(lines[first + 1 : rule])
    table = _table(lines[rule], [head], rows, lines[first][0], _end(lines[last]))
    return replace(table, widths=_widths(lines[rule])), last + 1


def _headless(lines: Sequence[Line], first: int) -> tuple[TextTable, int] | None:
    """A table without a head ends in a line of dashes; empty lines in it part rows of several lines."""
    last = next((n for n in range(first + 1, len(lines)) if _closes(lines[n])), 0)
    wide = len(lines[last][1].strip()) >= len(lines[first][1].strip())
    if last <= first + 1 or not (_is_rule(lines[last]) or wide):
        return None
    body = lines[first + 1 : last]
    parted = any(not line.strip() for _, line in body)
    rows = _parted(body) if parted else [[line] for line in body]
    table = _table(lines[first], [], rows, lines[first][0], _end(lines[last]))
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


def _grid(lines: Sequence[Line], first: int) -> tuple[TextTable | None, int]:
    """The grid that begins on a line, and the line after it; no table where cells span others."""
    after = first + 1
    while after < len(lines) and GRID_ROW.fullmatch(lines[after][1]):
        after += 1
    block = lines[first:after]
    corners = [number for number, sign in enumerate(block[0][1]) if sign == "+"]
    rows: list[tuple[Cell, ...]] = []
    heads, rule = 0, block[0][1]
    pending: list[Line] = []
    for line in block[1:]:
        if GRID.fullmatch(line[1]):
            if not pending or [number for number, sign in enumerate(line[1]) if sign == "+"] != corners:
                return None, after
            rows.append(_grid_cells(pending, corners))
            pending = []
            if "=" in line[1] and not heads:
                heads, rule = len(rows), line[1]
        elif (
            any(len(line[1]) <= corner or line[1][corner] not in "|\x00" for corner in corners)
            or "+-" in line[1]
        ):
            return None, after
        else:
            pending.append(line)
    if pending or not rows:
        return None, after
    alignments = tuple(_by_colons(rule[one + 1 : other]) for one, other in pairwise(corners))
    widths = tuple(other - one for one, other in pairwise(corners))
    table = TextTable(
        block[0][0], _end(block[-1]), tuple(rows), heads, alignments, blocks=True, widths=widths
    )
    return table, after


def grid_of(block: Sequence[Line]) -> TextTable | None:
    """The grid that all of some lines draw, if they do."""
    found, after = _grid(block, 0)
    return found if found and after == len(block) else _spanned(block)


def _spanned(block: Sequence[Line]) -> TextTable | None:
    """The grid that lines draw, in which cells span others."""
    lines = [line.rstrip() for _, line in block]
    grid = read_grid(lines)
    if grid is None:
        return None
    rows: list[list[Cell]] = [[] for _ in grid.across[1:]]
    spans: list[list[tuple[int, int, int]]] = [[] for _ in grid.across[1:]]
    for place in grid.places:
        row, column, high, wide = grid.span(place)
        pieces = block[place.top + 1 : place.bottom]
        rows[row].append(tuple((start + place.left + 1, start + place.right) for start, _ in pieces))
        spans[row].append((column, high, wide))
    end = next((edge for edge in grid.across if "=" in lines[edge]), 0)
    heads, rule = (grid.across.index(end), lines[end]) if end else (0, lines[0])
    alignments = tuple(_by_colons(rule[one + 1 : other]) for one, other in pairwise(grid.down))
    widths = tuple(other - one for one, other in pairwise(grid.down))
    return TextTable(
        block[0][0], _end(block[-1]), tuple(map(tuple, rows)), heads, alignments,
        blocks=True, widths=widths, spans=tuple(map(tuple, spans)),
    )  # fmt: skip


def _grid_cells(row: list[Line], corners: list[int]) -> tuple[Cell, ...]:
    edges = list(pairwise(corners))
    return tuple(tuple((start + one + 1, start + other) for start, _ in row) for one, other in edges)


def _by_colons(rule: str) -> str:
    left, right = rule.startswith(":"), rule.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""


def _is_rule(line: Line) -> bool:
    return bool(DASHES.fullmatch(line[1]))


def _closes(line: Line) -> bool:
    return _is_rule(line) or bool(FULL.fullmatch(line[1]))


def _blank(lines: Sequence[Line], number: int) -> bool:
    return number < 0 or not lines[number][1].strip()


def _last(lines: Sequence[Line], number: int) -> int:
    """The last line of a table whose rows begin at `number`: before an empty one, or a line of dashes."""
    while number < len(lines) and lines[number][1].strip():
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


def _end(line: Line) -> int:
    return line[0] + len(line[1])


def not_closed(manuscript: MarkdownSource, start: int) -> Diagnostic:
    """The problem of a grid whose lines do not meet."""
    message = "the grid of the table is not closed"
    hint = "make all its lines equally long, with a + at each crossing"
    return error("tables.grid", message, manuscript.place_of_line(start), hint, manuscript.excerpt(start))
