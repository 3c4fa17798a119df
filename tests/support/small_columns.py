"""Texts as blocks of lines, small enough to be filled by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.pagination.column_flow import flow
from issuebrief.pagination.columns import ColumnBlock, ColumnCosts

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE = ColumnCosts(short_line=1000.0)


def text(*lines: int) -> list[ColumnBlock]:
    return [ColumnBlock(((n, 0.0),)) for n in lines]


def varied(*lines: int) -> list[ColumnBlock]:
    """Paragraphs that can also be a line longer, at 10, or a line shorter, at 20."""
    return [ColumnBlock(((n, 0.0), (n + 1, 10.0), (n - 1, 20.0))) for n in lines]


HEADING = ColumnBlock(((1, 0.0),), above=2, below=1, splittable=False, keep_with_next=True)


def used(blocks: Sequence[ColumnBlock], capacities: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The columns of blocks that cannot vary."""
    return flow(blocks, [block.choices[0][0] for block in blocks], capacities)[0]
