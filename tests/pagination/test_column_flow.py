"""The layout engine in numbers fills columns as the real one does, by hand-worked cases."""

from __future__ import annotations

from small_columns import HEADING, text, used

from issuebrief.pagination.column_flow import flow
from issuebrief.pagination.columns import ColumnBlock, Fault


def test_a_paragraph_runs_on_into_the_next_column() -> None:
    assert used(text(14), [[10], [20]]) == (10, 4)


def test_one_line_goes_over_with_the_last_so_that_it_is_no_widow() -> None:
    assert used(text(11), [[10], [20]]) == (9, 2)


def test_a_paragraph_whose_first_line_alone_would_stand_goes_over_whole() -> None:
    assert used(text(9, 6), [[10], [20]]) == (9, 6)


def test_a_paragraph_of_three_lines_is_not_split() -> None:
    assert used(text(8, 3), [[10], [20]]) == (8, 3)


def test_a_heading_goes_over_with_the_paragraph_that_cannot_begin_under_it() -> None:
    assert used([*text(6), HEADING, *text(8)], [[11], [20]]) == (6, 10)


def test_a_heading_stays_with_two_lines_under_it() -> None:
    assert used([*text(5), HEADING, *text(8)], [[11], [20]]) == (11, 6)


def test_headings_that_follow_each_other_go_over_together() -> None:
    blocks = [*text(6), HEADING, HEADING, *text(8)]
    assert used(blocks, [[14], [20]]) == (6, 13)


def kept(*lines: int) -> list[ColumnBlock]:
    """Paragraphs with a list after them, which no column ends between."""
    return [ColumnBlock(((n, 0.0),), keep_with_next=True) for n in lines]


def test_the_last_two_lines_of_a_paragraph_go_over_with_the_list_that_follows_it() -> None:
    assert used([*text(4), *kept(6), *text(3)], [[10], [20]]) == (8, 5)


def test_a_paragraph_that_is_too_short_for_that_goes_over_whole() -> None:
    assert used([*text(7), *kept(3), *text(3)], [[10], [20]]) == (7, 6)


def test_a_heading_goes_over_with_such_a_paragraph() -> None:
    assert used([*text(4), HEADING, *kept(3), *text(3)], [[10], [20]]) == (4, 8)


def test_lines_under_a_heading_that_stay_are_enough_for_it() -> None:
    assert flow([*text(3), HEADING, *kept(4), *text(3)], [3, 1, 4, 3], [[10], [20]]) == ((9, 5), [])


def test_white_is_dropped_at_the_top_and_at_the_foot_of_a_column() -> None:
    spaced = [ColumnBlock(((5, 0.0),), above=3, below=3)] * 2
    assert used(spaced, [[5], [20]]) == (5, 5)


def test_of_two_whites_that_meet_the_larger_counts() -> None:
    assert used([ColumnBlock(((3, 0.0),), below=2), ColumnBlock(((3, 0.0),), above=1)], [[20]]) == (8,)


def test_a_figure_goes_over_whole() -> None:
    assert used([*text(6), ColumnBlock(((5, 0.0),), splittable=False)], [[10], [20]]) == (6, 5)


def test_a_figure_higher_than_a_column_overflows_it() -> None:
    figure = ColumnBlock(((12, 0.0),), splittable=False)
    assert flow([*text(6), figure, *text(4)], [6, 12, 4], [[10]]) == ((6, 12, 4), [Fault(1, "overflow")])


def test_a_heading_over_a_figure_as_high_as_the_column_is_stranded() -> None:
    figure = ColumnBlock(((10, 0.0),), splittable=False)
    assert flow([HEADING, figure], [1, 10], [[10]]) == ((1, 10), [Fault(0, "stranded")])


def test_a_heading_over_a_line_that_is_all_it_has_in_its_column_is_stranded() -> None:
    blocks = [*text(4), HEADING, *text(1, 5)]
    assert flow(blocks, [4, 1, 1, 5], [[9], [20]]) == ((9, 5), [Fault(0, "stranded")])


def test_a_heading_over_the_last_line_of_the_text_is_not() -> None:
    assert flow([*text(4), HEADING, *text(1)], [4, 1, 1], [[20]]) == ((9,), [])


def test_the_last_page_is_balanced() -> None:
    assert used(text(9, 5), [[20, 20]]) == (7, 7)


def test_a_balanced_page_splits_no_paragraph_badly() -> None:
    assert used(text(3), [[20, 20]]) == (3, 0)
    assert used(text(8, 5), [[20, 20]]) == (6, 7)


def test_columns_of_two_heights_are_balanced_as_far_as_the_lower_goes() -> None:
    assert used(text(30), [[5, 40]]) == (5, 25)


def test_columns_of_a_line_have_widows_and_orphans_but_come_to_an_end() -> None:
    columns, faults = flow(text(3), [3], [[0], [1]])
    assert columns == (1, 1, 1)
    assert faults == [Fault(0, "orphan"), Fault(1, "orphan")]


def table(lines: int) -> ColumnBlock:
    """A table with a head of two lines that is there again, which goes on below five lines at the least."""
    return ColumnBlock(((lines, 0.0),), least=5, again=2)


def test_what_is_there_again_overleaf_takes_lines() -> None:
    assert used([*text(4), table(12)], [[10], [20]]) == (10, 12 - 6 + 2)


def test_a_table_goes_over_whole_where_too_little_of_it_would_stand() -> None:
    assert used([*text(6), table(12)], [[10], [20]]) == (6, 12)


def test_a_table_comes_to_an_end_in_columns_lower_than_its_head() -> None:
    assert used([table(4)], [[2]]) == (2, 2, 2)
