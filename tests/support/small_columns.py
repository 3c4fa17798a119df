"""Texts as blocks of lines, small enough to be filled by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.pagination.column_flow import flow
from issuebrief.pagination.columns import Block, Manners

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE = Manners(short_line=1000.0)


def text(*lines: int) -> list[Block]:
    return [Block(((n, 0.0),)) for n in lines]


def varied(*lines: int) -> list[Block]:
    """Paragraphs that can also be a line longer, at 10, or a line shorter, at 20."""
    return [Block(((n, 0.0), (n + 1, 10.0), (n - 1, 20.0))) for n in lines]


HEADING = Block(((1, 0.0),), above=2, below=1, splittable=False, keep_with_next=True)


def used(blocks: Sequence[Block], capacities: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The columns of blocks that cannot vary."""
    return flow(blocks, [block.choices[0][0] for block in blocks], capacities)[0]
