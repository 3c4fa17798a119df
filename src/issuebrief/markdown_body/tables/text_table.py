"""The shape of a table that is drawn with signs in the source.

In:  nothing.
Out: `TextTable`, and the lines and cells that it is made of.
"""

from __future__ import annotations

from dataclasses import dataclass

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


def end_of_line(line: Line) -> int:
    """The offset behind a line."""
    return line[0] + len(line[1])
