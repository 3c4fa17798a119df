"""Where the lines of unjustified text end, by hand-worked cases and against every way there is."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from small_paragraphs import paragraph, paragraphs, ways

from issuebrief.linebreak.model import Break, Composition, LineBreakCosts
from issuebrief.linebreak.ragged import MOST_VARIED, ragged, ragged_alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence


def shortfall(breaks: Sequence[Break], way: tuple[int, ...], width: float, *, balance: bool) -> float:
    cost = 0.0
    for begin, end in pairwise((-1, *way)):
        natural = breaks[end].width - (breaks[begin].next_width if begin >= 0 else 0)
        ends = end == len(breaks) - 1 or breaks[end].penalty == -inf
        alone = begin < 0 or breaks[begin].penalty == -inf
        if natural > width:
            return inf
        if balance or not ends:
            cost += (100 * (width - natural) / width) ** 2
        elif natural < width / 4 - 1e-6 and not alone:
            cost += LineBreakCosts().short_last
        elif natural < width / 3 and not alone:
            cost += (100 / 3 - 100 * natural / width) ** 2
        if not alone and breaks[begin].hyphen:
            last = end == len(breaks) - 1
            cost += (
                LineBreakCosts().final_hyphen if last else LineBreakCosts().double_hyphen * breaks[end].hyphen
            )
        if not ends:
            cost += breaks[end].penalty * abs(breaks[end].penalty)
    return cost


@given(paragraphs(), st.integers(6, 24), st.booleans())
@settings(max_examples=examples(150), deadline=None)
def test_ragged_lines_are_as_even_as_can_be(breaks: tuple[Break, ...], width: int, balance: bool) -> None:
    found = ragged(breaks, width, balance=balance)
    best = min(shortfall(breaks, way, width, balance=balance) for way in ways(breaks))
    if best < inf:
        assert found.demerits == pytest.approx(best)
        assert shortfall(breaks, found.breaks, width, balance=balance) == pytest.approx(best)
    assert set(found.ratios) == {0.0}


@given(paragraphs(), st.integers(6, 24), st.booleans(), st.integers(1, 2))
@settings(max_examples=examples(150), deadline=None)
def test_alternatives_are_the_most_even_with_their_number_of_lines(
    breaks: tuple[Break, ...], width: int, balance: bool, spread: int
) -> None:
    best = ragged(breaks, width, balance=balance)
    found = ragged_alternatives(breaks, width, spread=spread, balance=balance)
    assert found[best.lines] == best
    every = list(ways(breaks))
    for lines in range(best.lines - spread, best.lines + spread + 1):
        costs = [shortfall(breaks, way, width, balance=balance) for way in every if len(way) == lines]
        least = min(costs, default=inf)
        if lines != best.lines:
            assert (lines in found) == (least < inf)
        if lines in found and least < inf:
            assert found[lines].lines == lines
            assert found[lines].demerits == pytest.approx(least)
            assert shortfall(breaks, found[lines].breaks, width, balance=balance) == pytest.approx(least)


# --- by hand ---------------------------------------------------------------------------------------------


def test_no_breaks_make_no_lines() -> None:
    assert ragged([], 10, balance=True) == Composition((), (), 0.0)
    assert ragged_alternatives([], 10, balance=True) == {0: Composition((), (), 0.0)}


def test_a_forbidden_break_is_never_taken() -> None:
    tied = [at._replace(penalty=inf) if at.offset == 1 else at for at in paragraph("aaa bbb ccc ddd")]
    assert 1 not in ragged(tied, 8, balance=True).breaks


def test_a_balanced_title_has_lines_of_one_length() -> None:
    # Greedy would set three words and one: 15 5, balanced 10 and 10.
    assert ragged(paragraph("aaaa bbbb cccc dddd"), 17, balance=True).breaks == (1, 3)


def test_a_last_line_may_be_a_little_short_of_a_third_for_the_sake_of_the_lines_before_it() -> None:
    # "cc dd" is 6 of 20 wide and lacks 3 1/3 per cent; with one word fewer the first line is 60 short.
    text = paragraph("aaaaaaaa bbbbbbbb cc dd")
    assert ragged(text, 20, balance=False).breaks == (1, 3)


def test_a_pretty_quote_leaves_no_word_alone() -> None:
    text = paragraph("aaaa bbbb cccc dddd")
    assert ragged(text, 17, balance=False).breaks == (1, 3)
    # 6 of 17 are more than a third: then the first line is as full as it can be.
    assert ragged(paragraph("aaaa bbbb cccc dddddd"), 17, balance=False).breaks == (2, 3)


def test_a_wide_word_stands_alone_in_ragged_text_too() -> None:
    assert ragged(paragraph("aaa bbb cccccccccccc ddd eee"), 8, balance=False).breaks == (1, 2, 4)


def test_another_line_makes_all_lines_shorter_alike() -> None:
    # Eight words: on 22 the best are four and four (22 each), in four lines two each; twelve short is too
    # much for a line of one word, so that in three lines two have three words.
    text = paragraph("aaaa bbbb cccc dddd eeee ffff gggg hhhh")
    found = ragged_alternatives(text, 22, spread=2, balance=True)
    assert list(found) == [2, 3, 4]
    assert (found[2].breaks, found[4].breaks) == ((3, 7), (1, 3, 5, 7))
    assert sorted(b - a for a, b in pairwise((-1, *found[3].breaks))) == [2, 3, 3]


def test_nonsense_has_one_length() -> None:
    text = paragraph("a " * (MOST_VARIED + 5))
    assert list(ragged_alternatives(text, 30, balance=False)) == [ragged(text, 30, balance=False).lines]


# --- always --------------------------------------------------------------------------------------------


@given(paragraphs(), st.floats(-5, 40), st.booleans())
@settings(max_examples=examples(200), deadline=None)
def test_whatever_the_measure_the_breaks_go_forward_to_the_end(
    breaks: tuple[Break, ...], width: float, balance: bool
) -> None:
    found = ragged(breaks, width, balance=balance)
    assert list(found.breaks) == sorted(set(found.breaks))
    assert found.breaks[-1] == len(breaks) - 1
    assert len(found.ratios) == found.lines
    assert {at.offset for at in breaks if at.penalty == -inf} <= set(found.breaks)
    assert not {at.offset for at in breaks[:-1] if at.penalty == inf} & set(found.breaks)
