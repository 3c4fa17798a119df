"""Towers that are made smaller, where nothing else fills the pages."""

from __future__ import annotations

from issuebrief.pagination.columns import DEFAULT_COSTS, ColumnBlock
from issuebrief.pagination.floats import Float, Heights, Point
from issuebrief.pagination.scale_floats import place_scaled

PAGE = Heights(50, 50)


def tower(lines: int) -> ColumnBlock:
    return ColumnBlock(((lines, 0.0),), above=1, below=1, splittable=False)


def test_a_tower_for_which_the_page_has_too_little_room_is_made_smaller() -> None:
    # Text of 30 lines that mentions it at its end: the tower would leave 20 lines of the page empty.
    blocks = [ColumnBlock(((30, 0.0),)), tower(26)]
    floats = [Float(1, "figure", 26, Point(0, 29))]
    placing, scaled = place_scaled(blocks, floats, [], PAGE, 1, {0})
    assert list(scaled) == [0]
    assert scaled[0] <= 50 - 30 - 1
    assert len({band.page for band in placing.bands}) == 1


def test_what_cannot_be_made_smaller_is_left_alone() -> None:
    blocks = [ColumnBlock(((30, 0.0),)), tower(26)]
    floats = [Float(1, "table", 26, Point(0, 29))]
    assert place_scaled(blocks, floats, [], PAGE, 1, ())[1] == {}


def test_a_tower_that_fits_keeps_its_size() -> None:
    blocks = [ColumnBlock(((20, 0.0),)), tower(26), ColumnBlock(((60, 0.0),))]
    floats = [Float(1, "figure", 26, Point(0, 10))]
    assert place_scaled(blocks, floats, [], PAGE, 1, {0})[1] == {}


def test_beside_a_line_or_two_on_an_empty_page_it_stays_larger_than_half() -> None:
    blocks = [ColumnBlock(((1, 0.0),)), tower(40)]
    floats = [Float(1, "figure", 40, Point(0, 0))]
    placing, scaled = place_scaled(blocks, floats, [], PAGE, 2, {0})
    assert len({band.page for band in placing.bands}) == 1
    assert scaled.get(0, 40) >= 20


def test_a_tower_takes_whole_lines_where_heights_count_in_halves() -> None:
    blocks = [ColumnBlock(((60, 0.0),)), ColumnBlock(((54, 0.0),), above=2, below=2, splittable=False)]
    floats = [Float(1, "figure", 54, Point(0, 58), white=2)]
    _, scaled = place_scaled(blocks, floats, [], Heights(100, 100), 1, {0}, DEFAULT_COSTS.times(2))
    assert scaled[0] % 2 == 0
