"""Pages cut shorter where a column on them ends early."""

from __future__ import annotations

from issuebrief.pagination.columns import ColumnBlock, Filling
from issuebrief.pagination.cut_pages import PageCut, fill_level, fill_whole, next_cut, torn_columns, whites_of

ROOMS = [[20, 20], [20, 20]]


def text(*lines: int, above: int = 0) -> list[ColumnBlock]:
    return [ColumnBlock(((n, 0.0),), above=above) for n in lines]


def filled(blocks: list[ColumnBlock], *columns: int) -> Filling:
    return Filling(tuple(block.choices[0][0] for block in blocks), 0.0, columns)


def test_white_counts_in_the_column_that_it_stands_in() -> None:
    blocks = text(8, 8, 30, above=1)
    assert whites_of(blocks, filled(blocks, 20, 20, 8, 0)) == [2, 0, 0, 0]


def test_a_page_is_cut_so_that_its_columns_end_within_a_line() -> None:
    blocks = text(17, 20, 30)
    assert next_cut(blocks, filled(blocks, 17, 20, 15, 15), ROOMS, 0) == PageCut(0, 2)


def test_white_takes_the_lines_that_are_missing() -> None:
    blocks = text(5, 5, 5, 20, 30, above=1)
    assert next_cut(blocks, filled(blocks, 17, 20, 15, 15), ROOMS, 0) is None


def test_a_column_that_ends_far_too_early_cuts_nothing() -> None:
    blocks = text(8, 20, 30)
    assert next_cut(blocks, filled(blocks, 8, 20, 15, 15), ROOMS, 0) is None


def test_the_page_on_which_the_text_ends_is_balanced_and_not_cut() -> None:
    blocks = text(20, 20, 17, 20)
    assert next_cut(blocks, filled(blocks, 20, 20, 17, 20), ROOMS, 0) is None


def cut(page: int, lines: int) -> list[int]:
    return [room - lines for room in ROOMS[page]]


HEADING = ColumnBlock(((2, 0.0),), above=1, splittable=False, keep_with_next=True)


def test_a_page_is_cut_by_as_many_lines_as_leave_it_level() -> None:
    blocks = [*text(16), HEADING, *text(40), *text(20)]
    filling, cuts = fill_level(blocks, [*ROOMS, [20, 20]], cut)
    assert cuts == {0: 3}
    assert filling.columns[:2] == (16, 17)


def test_a_page_of_notes_ends_with_one_where_it_can_be_cut_for_that() -> None:
    blocks = text(*(5 for _ in range(12)))
    filling, cuts = fill_whole(blocks, [[17, 17], [17, 17]])
    assert cuts == {0: 1}
    assert filling.columns[:2] == (15, 15)
    assert 1 not in torn_columns(blocks, filling)


def test_a_note_that_goes_on_for_long_is_torn_and_the_page_is_full() -> None:
    blocks = text(4, 60, 30)
    filling, cuts = fill_whole(blocks, [[18, 18], [18, 18]])
    assert cuts == {}
    assert torn_columns(blocks, filling) >= {0, 1}
