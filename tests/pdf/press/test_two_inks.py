"""The nearest colour of one ink or two."""

from __future__ import annotations

from math import atan2, degrees, hypot

import pytest
from coated_inks import COATED

from issuebrief.pdf.press.two_inks import candidates, difference, nearest_in_two, with_less_black
from issuebrief.theming.small_text import prints_at, prints_at_any_size

COLOURS = [
    (0.85, 0.5, 0, 0.7),
    (0, 0.9, 0.8, 0.22),
    (0.75, 0, 0.5, 0.53),
    (0.55, 0.85, 0.2, 0.6),
    (0.6, 0.5, 0.5, 0.9),
]


@pytest.mark.parametrize("inks", COLOURS)
def test_it_can_be_printed_at_any_size_and_is_about_as_light(inks: tuple[float, float, float, float]) -> None:
    found = nearest_in_two(inks, COATED.looks)
    assert prints_at_any_size(found)
    wanted, seen = COATED.looks([inks, found])
    assert abs(wanted[0] - seen[0]) < 8


def test_a_colour_stays_one_and_a_black_becomes_black_alone() -> None:
    red = COATED.looks([nearest_in_two((0, 0.9, 0.8, 0.22), COATED.looks)])[0]
    assert hypot(*red[1:]) > 40
    assert nearest_in_two((0.6, 0.5, 0.5, 0.9), COATED.looks)[3] > 0.9


@pytest.mark.parametrize("inks", [(0.3, 0.6, 0.7, 0.4), (0.4, 0.3, 1, 0.3), (0.9, 0.3, 0.45, 0.2)])
def test_its_hue_is_not_turned_into_another(inks: tuple[float, float, float, float]) -> None:
    wanted, found = COATED.looks([inks, nearest_in_two(inks, COATED.looks)])
    turned = abs(degrees(atan2(wanted[2], wanted[1]) - atan2(found[2], found[1])))
    assert hypot(*found[1:]) < 8 or min(turned, 360 - turned) <= 55


def test_all_that_is_tried_may_be_printed_small() -> None:
    assert all(map(prints_at_any_size, candidates()))
    assert len(candidates()) == len(set(candidates())) > 1500


def test_lightness_counts_twice_and_like_colours_do_not_differ() -> None:
    assert difference((50, 10, 0), (50, 10, 0)) == 0
    assert difference((50, 0, 0), (40, 0, 0)) == 20


@pytest.mark.parametrize("inks", [(0.85, 0.5, 0, 0.7), (0.75, 0, 0.5, 0.53), (0.55, 0.85, 0.2, 0.6)])
def test_a_rich_black_becomes_the_same_colour_with_less_black(
    inks: tuple[float, float, float, float],
) -> None:
    found = with_less_black(inks, COATED.looks)
    assert found
    assert prints_at(found, 9)
    assert difference(*COATED.looks([inks, found])) <= 10


def test_a_black_that_needs_its_black_is_left_to_two_inks() -> None:
    assert with_less_black((0.2, 0.1, 0.1, 1), COATED.looks) is None
