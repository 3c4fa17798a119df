"""Where columns end in a text whose blocks have their lengths."""

from __future__ import annotations

from issuebrief.pagination.column_ends import column_ends
from issuebrief.pagination.columns import ColumnBlock, Filling
from issuebrief.pagination.floats import Point


def block(lines: int, above: int = 0) -> ColumnBlock:
    return ColumnBlock(((lines, 0.0),), splittable=True, above=above)


def ends(blocks: list[ColumnBlock], *columns: int) -> list[Point]:
    lines = tuple(one.choices[0][0] for one in blocks)
    return column_ends(blocks, Filling(lines, 0.0, columns))


def test_a_column_ends_before_the_block_that_the_next_one_begins_with() -> None:
    assert ends([block(6), block(4), block(5)], 10, 5) == [Point(2, 0)]


def test_a_column_ends_after_some_lines_of_a_block() -> None:
    assert ends([block(6), block(8)], 10, 4) == [Point(1, 4)]


def test_a_block_goes_on_over_several_columns() -> None:
    assert ends([block(25)], 10, 10, 5) == [Point(0, 10), Point(0, 20)]


def test_white_above_a_block_takes_lines_of_the_column_that_it_stands_in() -> None:
    assert ends([block(6), block(8, above=2)], 10, 6) == [Point(1, 2)]


def test_the_last_column_has_no_end() -> None:
    assert ends([block(6)], 10) == []
