"""The words of tables that are drawn with signs, cell by cell.

In:  Markdown, its code masked.
Out: where each table stands whose rows may have several lines, and the words of each of its cells with the
     place where they begin.

The lines of a cell stand below each other, with those of its neighbours beside them; a page has one cell
after the other.
"""

from __future__ import annotations

import re
from itertools import pairwise

RULED = r" {0,3}-{2,}(?: +-{2,})+ *\n"
WORDED = r"(?! {0,3}-{2,}(?: +-{2,})* *\n)[^\S\n]*\S.*\n"
"""A line of words. It matches in one way only, lest the ways of many lines multiply."""
MARK = r"(?:(?:[-*+]|\d{1,9}[.)]|:|\[\^[^\[\]\n]+\]:)[ \t]+)"
"""What begins the block that a grid stands in, on its first line."""
TABLE = re.compile(
    # A grid; between lines of hyphens, rows of several lines with a head above them, or without one. What has
    # more lines than tables have is none, so that a text full of hyphens is not read over and over.
    rf"^(?:[ \t]*>)*[ \t]*{MARK}?\+[-=:+]+\+ *\n(?:(?:[ \t]*>)*[ \t]*[|+].*(?:\n|\Z))+"
    rf"|^ {{0,3}}-{{3,}} *\n(?:{WORDED}){{1,20}}?{RULED}(?:.*\n){{0,400}}? {{0,3}}-{{3,}} *$"
    rf"|(?:(?<=\n\n)|(?<=\A\n)|\A){RULED}(?:{WORDED}){{1,40}}(?:\n(?:{WORDED}){{1,40}}){{1,200}}?"
    r" {0,3}-{2,}(?: +-{2,})* *$",
    re.MULTILINE,
)
GRID = re.compile(rf"[ \t>]*{MARK}?\+")
RULE = re.compile(r"[-=:+ ]*(?:--|==)[-=:+ ]*")
COLUMNS = re.compile(RULED, re.MULTILINE)

Cell = tuple[int, str]
"""Where a cell begins, and its words, line by line."""


def drawn_tables(text: str) -> list[tuple[tuple[int, int], list[Cell]]]:
    """Where each table begins and ends, and its cells as a page has them."""
    return [(match.span(), _cells(match[0], match.start())) for match in TABLE.finditer(text)]


def _cells(table: str, start: int) -> list[Cell]:
    ruled = None if GRID.match(table) else COLUMNS.search(table)
    edges = [group.start() for group in re.finditer("-+", ruled[0])] if ruled else []
    found: list[Cell] = []
    opened: dict[int, list[tuple[int, str]]] = {}

    def close(*columns: int) -> None:
        for column in sorted(columns):
            pieces = opened.pop(column, [])
            if words := "\n".join(piece for _, piece in pieces):
                found.append((pieces[0][0], words))

    for line in table.split("\n"):
        pieces = _at_edges(line, edges) if edges else _between_strokes(line)
        if not line.strip() or RULE.fullmatch(line):
            close(*opened)
        for column, piece in pieces:
            if RULE.fullmatch(piece):
                close(column)
            elif piece.strip():
                opened.setdefault(column, []).append((start + column, piece))
        start += len(line) + 1
    close(*opened)
    return found


def _between_strokes(line: str) -> list[tuple[int, str]]:
    """The pieces of a line of a grid, and where they begin."""
    return [(match.start(), match[0]) for match in re.finditer(r"(?<=[|+])[^|+\n]+(?=[|+])", line)]


def _at_edges(line: str, edges: list[int]) -> list[tuple[int, str]]:
    """The pieces of a line whose columns begin at some places; words may reach to the left of those."""
    parts = [0, *(edge if line[edge - 1 : edge] in ("", " ") else -1 for edge in edges[1:]), len(line)]
    places = [place for place in parts if place >= 0]
    return [(one, line[one:two]) for one, two in pairwise(places) if two > one]
