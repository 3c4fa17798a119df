"""What letters take of a line's excess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuebrief.compose.spacing import (
    HANGS_LEFT,
    HANGS_RIGHT,
    SPACE_SHRINK,
    SPACE_STRETCH,
    Fine,
    Spread,
    spread,
)

FINE = Fine(tracking=0.02, expansion=0.015)
SIZE = 12.0
LETTERS, WIDTH, SPACES = 40, 220.0, 27.0
MOST = FINE.tracking * SIZE * LETTERS + FINE.expansion * WIDTH
"""What all letters together can give, in px."""


def taken(excess: float, fine: Fine = FINE) -> Spread:
    return spread(excess, LETTERS, WIDTH, SPACES, SIZE, fine)


def given_by_letters(spread: Spread) -> float:
    return spread.letter * LETTERS + spread.expansion * WIDTH


def test_a_line_that_fits_is_left_alone() -> None:
    assert taken(0) == Spread(0, 0)


def test_without_leave_letters_take_nothing() -> None:
    assert taken(20, Fine(tracking=0, expansion=0)) == Spread(0, 0)


def test_letters_and_spaces_share_an_excess_by_what_each_can_give() -> None:
    elastic = SPACES * SPACE_STRETCH
    found = taken((MOST + elastic) / 2)
    assert found.letter == pytest.approx(FINE.tracking / 2 * SIZE)
    assert found.expansion == pytest.approx(FINE.expansion / 2)
    assert (MOST + elastic) / 2 - given_by_letters(found) == pytest.approx(elastic / 2)


def test_shrinking_spaces_give_less_than_stretching_ones() -> None:
    elastic = SPACES * SPACE_SHRINK
    found = taken(-(MOST + elastic) / 2)
    assert found.letter == pytest.approx(-FINE.tracking / 2 * SIZE)
    assert found.expansion == pytest.approx(-FINE.expansion / 2)


@pytest.mark.parametrize(("excess", "sign"), [(500, 1), (-500, -1)])
def test_beyond_their_bounds_letters_give_no_more(excess: float, sign: int) -> None:
    assert taken(excess) == Spread(sign * FINE.tracking * SIZE, sign * FINE.expansion)


def test_where_only_the_width_may_change_letters_are_not_set_apart() -> None:
    found = taken(500, Fine(tracking=0))
    assert found == Spread(0, FINE.expansion)


def test_a_line_without_spaces_takes_all_it_can_from_its_letters() -> None:
    found = spread(MOST / 2, LETTERS, WIDTH, 0, SIZE, FINE)
    assert given_by_letters(found) == pytest.approx(MOST / 2)


def test_where_nothing_can_give_nothing_is_taken() -> None:
    assert spread(10, 0, 0, 0, SIZE, FINE) == Spread(0, 0)


@given(
    excess=st.floats(-1e4, 1e4),
    letters=st.integers(0, 200),
    width=st.floats(0, 2000),
    spaces=st.floats(0, 500),
    size=st.floats(1, 100),
    tracking=st.floats(0, 0.05),
    expansion=st.floats(0, 0.05),
)
def test_letters_never_leave_their_bounds_nor_take_more_than_there_is(
    excess: float, letters: int, width: float, spaces: float, size: float, tracking: float, expansion: float
) -> None:
    found = spread(excess, letters, width, spaces, size, Fine(tracking, expansion))
    assert abs(found.letter) <= tracking * size * (1 + 1e-9)
    assert abs(found.expansion) <= expansion * (1 + 1e-9)
    assert found.letter * excess >= 0 and found.expansion * excess >= 0
    assert abs(found.letter * letters + found.expansion * width) <= abs(excess) * (1 + 1e-6) + 1e-9


def test_no_mark_hangs_out_further_than_it_is_wide() -> None:
    assert all(0 < share < 1 for share in (*HANGS_LEFT.values(), *HANGS_RIGHT.values()))


def test_only_single_marks_hang_and_no_letters() -> None:
    assert all(len(mark) == 1 and not mark.isalnum() for mark in (*HANGS_LEFT, *HANGS_RIGHT))
    assert {"-", "\u2010", ".", ",", "\u2019", "\u201d"} <= HANGS_RIGHT.keys()
    assert {"\u201c", "\u2018", "\u201e"} <= HANGS_LEFT.keys()
