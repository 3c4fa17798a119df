"""Pandoc's tables of dashes and of a grid, found in the source.

In:  the manuscript.
Out: each table with its rows, the pieces of the source that each cell is made of, and the alignment of its
     columns; problems: a grid that is not closed.

A grid table is drawn in full; `dashed_tables.py` reads the others.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.markdown_body.tables.dashed_tables import dashed_table
from issuebrief.markdown_body.tables.grid_spans import read_grid
from issuebrief.markdown_body.tables.text_table import Cell, Line, TextTable, end_of_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

GRID = re.compile(r" {0,3}\+(?::?[-=]+:?\+)+ *")
GRID_ROW = re.compile(r" {0,3}[|+].*[|+] *")


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
            found, after = dashed_table(lines, number)
        if found:
            tables.append(found)
        number = after
    return tuple(tables), problems


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
        block[0][0], end_of_line(block[-1]), tuple(rows), heads, alignments, blocks=True, widths=widths
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
        block[0][0], end_of_line(block[-1]), tuple(map(tuple, rows)), heads, alignments,
        blocks=True, widths=widths, spans=tuple(map(tuple, spans)),
    )  # fmt: skip


def _grid_cells(row: list[Line], corners: list[int]) -> tuple[Cell, ...]:
    edges = list(pairwise(corners))
    return tuple(tuple((start + one + 1, start + other) for start, _ in row) for one, other in edges)


def _by_colons(rule: str) -> str:
    left, right = rule.startswith(":"), rule.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""


def not_closed(manuscript: MarkdownSource, start: int) -> Diagnostic:
    """The problem of a grid whose lines do not meet."""
    message = "the grid of the table is not closed"
    hint = "make all its lines equally long, with a + at each crossing"
    return error("tables.grid", message, manuscript.place_of_line(start), hint, manuscript.excerpt(start))
