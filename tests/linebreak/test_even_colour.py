"""What letters take of the slack of their lines, so that neighbours look alike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuebrief.linebreak.even_colour import Slack, letter_shares
from issuebrief.linebreak.spacing import Microtypography

FINE = Microtypography(tracking=0.02, expansion=0.015)
SIZE, LETTERS, SPACES = 12.0, 40, 8
MOST = LETTERS * SIZE * (FINE.tracking + 0.5 * FINE.expansion)
"""What all letters of a line can give, in px."""
WIDE = SPACES * SIZE * 0.233
"""How wide its spaces are together, in px."""


def line(excess: float) -> Slack:
    """A line of common length that lacks so many px to its measure."""
    return Slack(excess, MOST, WIDE)


def share(excess: float, fine: Microtypography = FINE) -> float:
    (found,) = letter_shares([line(excess)], fine)
    return found


def gap(excess: float, share: float) -> float:
    """A space of the line as a share of itself, but for what letters set apart add to it."""
    return 1 + (excess - share * MOST) / WIDE


def test_a_line_that_fits_is_left_alone() -> None:
    assert share(0) == 0


def test_letters_and_spaces_give_together() -> None:
    assert 0.1 < share(5) < 0.8
    assert -0.8 < share(-5) < -0.1
    assert gap(5, share(5)) > 1 > gap(-5, share(-5))


@pytest.mark.parametrize(("excess", "all_they_can"), [(500, 1), (-500, -1)])
def test_beyond_their_bounds_letters_give_no_more(excess: float, all_they_can: int) -> None:
    assert share(excess) == all_they_can


def test_without_leave_letters_give_nothing() -> None:
    assert letter_shares([line(20), line(-5)], Microtypography(tracking=0, expansion=0)) == [0, 0]


def test_a_line_without_spaces_takes_what_it_can_from_its_letters() -> None:
    assert letter_shares([Slack(MOST / 2, MOST, 0), Slack(9, 0, 0)], FINE) == [0.5, 0]


def test_no_lines_have_no_shares() -> None:
    assert letter_shares([], FINE) == []


def test_a_tight_line_and_a_loose_one_come_to_meet_each_other() -> None:
    apart = share(12) - share(-8)
    tight, loose = letter_shares([line(-8), line(12)], FINE)
    assert share(-8) < tight < loose < share(12)
    assert loose - tight < 0.75 * apart


def test_a_line_between_others_is_drawn_to_both() -> None:
    alone = share(10)
    first, middle, last = letter_shares([line(-6), line(10), line(-6)], FINE)
    _, beside_one = letter_shares([line(-6), line(10)], FINE)
    assert first == pytest.approx(last, abs=0.05)
    assert middle < beside_one < alone


def test_neighbours_that_are_alike_are_left_as_they_are() -> None:
    assert letter_shares([line(3), line(4), line(2)], FINE) == [share(3), share(4), share(2)]


@given(st.lists(st.floats(-9, 16), min_size=2, max_size=12))
def test_neighbours_are_no_more_unlike_than_they_were_and_no_space_leaves_its_bounds_for_it(
    excesses: list[float],
) -> None:
    alone = [share(excess) for excess in excesses]
    found = letter_shares([line(excess) for excess in excesses], FINE)
    assert all(-1 <= each <= 1 for each in found)

    def unlike(shares: list[float]) -> float:
        return sum(max(0.0, abs(one - other) - 0.65) ** 2 for one, other in pairwise(shares))

    assert unlike(found) <= unlike(alone) + 1e-6
    for excess, before, after in zip(excesses, alone, found, strict=True):
        low, high = sorted((gap(excess, before), 1.0))
        assert min(low, 0.7) - 0.05 <= gap(excess, after) <= max(high, 1.45) + 0.05
