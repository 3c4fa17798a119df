"""Where lines end, by hand-worked cases and against every way there is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from math import inf
from random import Random
from typing import TYPE_CHECKING

import pytest
from examples import examples, further
from hypothesis import given, settings
from hypothesis import strategies as st
from small_paragraphs import paragraph, paragraphs, ways

from issuebrief.linebreak import knuth_plass
from issuebrief.linebreak.knuth_plass import MOST_ACTIVE_AT_LAST
from issuebrief.linebreak.model import MOST_ACTIVE, Break, Composition, LineBreakCosts
from issuebrief.linebreak.total_fit import EMERGENCY, alternatives, compose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PLAIN = LineBreakCosts(tolerance=3, final_hyphen=0, double_hyphen=0, contrast=0)
"""Badness and penalties only, for cases worked by hand."""


# --- by hand ---------------------------------------------------------------------------------------------


def test_no_breaks_make_no_lines() -> None:
    assert compose([], 10) == Composition((), (), 0.0)
    assert alternatives([], 10) == {0: Composition((), (), 0.0)}


def test_a_short_paragraph_is_one_line_at_its_natural_width() -> None:
    # Three words of 2 and two spaces of 2 are 10 wide; the line is the last: (10 + 0)² = 100.
    assert compose(paragraph("aa bb cc"), 100) == Composition((2,), (0.0,), 100.0)


def test_the_last_line_shrinks_if_it_must() -> None:
    # 10 wide, 9 to fill, 2 to shrink: ratio -1/2, badness 12.5, (10 + 12.5)² = 506.25.
    assert compose(paragraph("aa bb cc"), 9) == Composition((2,), (-0.5,), 506.25)


def test_lines_that_fit_exactly_are_neither_stretched_nor_shrunk() -> None:
    # 3 + 2 + 3 = 8, twice: two lines of (10 + 0)².
    assert compose(paragraph("aaa bbb ccc ddd"), 8) == Composition((1, 3), (0.0, 0.0), 200.0)


def test_an_earlier_line_is_set_looser_for_the_sake_of_a_later_one() -> None:
    # The measure is 12. Greedy takes "aa bb cc" (10, ratio 1, badness 100: 12100) and then "dd eeeeee"
    # (10, one space, ratio 2, badness 800: 656100), then "ff". Shrinking "aa bb cc dd" (14, three spaces
    # give 3, ratio -2/3, badness 800/27: 1570.5) leaves "eeeeee ff" (10, the last line: 100).
    found = compose(paragraph("aa bb cc dd eeeeee ff"), 12, PLAIN)
    assert found.breaks == (3, 5)
    assert found.ratios == pytest.approx((-2 / 3, 0))
    assert found.demerits == pytest.approx((10 + 800 / 27) ** 2 + 100)


def test_greedy_is_not_followed_where_it_ends_badly() -> None:
    # Measure 12. "aa bb cc" fills 10 (ratio 1: 12100), "ddddddd" alone cannot be stretched. So the first
    # line is "aa bb" (6, one space, ratio 6: too loose) or takes nothing but three words; "cc ddddddd" is
    # 11 (ratio 1: 12100). Within tolerance 6 the only way is aa bb / cc ddddddd / eeeeeeeeeeee.
    found = compose(paragraph("aa bb cc ddddddd eeeeeeeeeeee"), 12, replace(PLAIN, tolerance=6))
    assert found.breaks == (1, 3, 4)
    assert found.ratios == (6.0, 1.0, 0.0)


def test_a_penalty_counts_by_its_square() -> None:
    # "aaa bbb-" is 9 wide, as the measure is: 100 + 50². Without the hyphen "aaa" alone cannot stretch.
    found = compose(paragraph("aaa bbb-bbb"), 9, PLAIN)
    assert found == Composition((1, 2), (0.0, 0.0), 100 + 2500 + 100)


def test_a_hyphen_is_avoided_where_a_looser_line_costs_less() -> None:
    # Measure 12. "aaa bbb ccc" is 13 (two spaces, ratio -1/2: 506.25) and leaves "ddd". "aaa bbb cc-" is 12:
    # 100 + 50² = 2600.
    found = compose(paragraph("aaa bbb cc-c ddd"), 12, PLAIN)
    assert found.breaks == (3, 4)
    assert found.demerits == 506.25 + 100


def test_a_reward_takes_its_square_away() -> None:
    liked = [at._replace(penalty=-5) if at.offset == 1 else at for at in paragraph("aaa bbb ccc ddd")]
    assert compose(liked, 8).demerits == 175


def test_a_forced_break_is_taken_and_its_line_not_stretched() -> None:
    assert compose(paragraph("a|b|c d"), 50) == Composition((0, 1, 3), (0.0, 0.0, 0.0), 300.0)


def test_a_forbidden_break_is_never_taken() -> None:
    free = paragraph("aaa bbb ccc ddd")
    tied = [at._replace(penalty=inf) if at.offset == 1 else at for at in free]
    assert 1 in compose(free, 8).breaks
    assert 1 not in compose(tied, 8).breaks


def test_the_end_is_forced_whatever_it_says() -> None:
    text = paragraph("aaa bbb")
    assert compose([*text[:-1], text[-1]._replace(penalty=0)], 8) == compose(text, 8)
    assert compose([*text[:-1], text[-1]._replace(penalty=inf)], 8) == compose(text, 8)


def test_the_first_line_may_begin_further_on() -> None:
    # A quotation mark of 1 hangs in the margin: the line is one narrower than its letters.
    assert compose(paragraph("aaa bbb"), 7, start=(1, 0, 0)) == Composition((1,), (0.0,), 100.0)


def test_a_line_may_have_a_measure_of_its_own() -> None:
    # An indent leaves 8 of 13 for the first line.
    found = compose(paragraph("aaa bbb ccc ddd eee"), lambda line: 13 if line else 8)
    assert (found.breaks, found.ratios) == ((1, 4), (0.0, 0.0))


# --- what is not wanted ----------------------------------------------------------------------------------


def test_a_word_wider_than_the_measure_stands_alone() -> None:
    found = compose(paragraph("aaa bbb cccccccccccc ddd eee"), 8)
    assert found.breaks == (1, 2, 4)
    assert found.ratios == (0.0, -inf, 0.0)


def test_a_wide_word_is_divided_where_it_can_be() -> None:
    assert compose(paragraph("aaa bbb ccccccc-ccccc d"), 8).breaks == (1, 2, 4)


def test_a_measure_without_any_width_still_makes_lines() -> None:
    # Marks that hang beyond the edge leave a line narrower than nothing.
    breaks = [at._replace(width=at.width - 20, may_fall_short=True) for at in paragraph("aaa bbb ccc")]
    assert compose(breaks, 0).breaks[-1] == 2


def test_nothing_that_stretches_still_makes_lines() -> None:
    # "aaaa bbb" is 9, "cccc dddd" would be 10: "aaaa" or "cccc" stays alone, 5 short with nothing to stretch.
    found = compose(paragraph("aaaa bbb cccc dddd", stretch=0, shrink=0), 9)
    assert (found.breaks, found.ratios) in (((0, 2, 3), (inf, 0.0, 0.0)), ((1, 2, 3), (0.0, inf, 0.0)))


def test_the_tolerance_is_raised_only_as_far_as_needed() -> None:
    # Within 3 there is no way; 4 is reached at one and a half times 3: "aa bb" 6 of 10, one space.
    assert compose(paragraph("aa bb ccccccc"), 10).ratios == (4.0, 0.0)


def test_a_runt_is_avoided() -> None:
    text, costs = paragraph("aaa bbb cc dd ee f", shrink=0.5), LineBreakCosts(tolerance=5)
    # "aaa bbb cc dd ee" fills 20 but leaves "f" alone; "aaa bbb cc dd" (16, three spaces: 4/3) does not.
    assert compose(text, 20, costs).breaks == (4, 5)
    assert compose(text, 20, replace(costs, least_last=4, short_last=1e6)).breaks == (3, 5)


def test_a_single_line_is_no_runt() -> None:
    assert compose(paragraph("a"), 20, LineBreakCosts(least_last=8)).demerits == 100


def test_a_hyphen_before_the_last_line_costs() -> None:
    text = paragraph("aaa bbb-bbb")
    assert compose(text, 9, replace(PLAIN, final_hyphen=5000)).demerits == 2700 + 5000


LADDER = "aaa bbb-bbb bbb-bbb bbb-bbb ccc"
"""On a measure of 9 every line but the last can end in a hyphen, and there is little else."""


def hyphens_in_a_row(breaks: Sequence[Break], found: Composition) -> int:
    most = run = 0
    for place in found.breaks:
        run = run + 1 if breaks[place].hyphen else 0
        most = max(most, run)
    return most


def test_beyond_what_letters_give_a_line_gets_worse_faster() -> None:
    # Measure 12. "aa bb cc" and "dd ee ff" are 10 (two spaces, ratio 1), "aa bb" alone is 6 (ratio 6).
    # At ratio 2 ("aa bbbbbb", one space) badness is that of 1 + 1 x 3 = 4.
    text = paragraph("aa bbbbbb cccccccccccc")
    assert compose(text, 12, PLAIN).demerits == pytest.approx((10 + 100 * 2**3) ** 2 + 100)
    assert compose(text, 12, replace(PLAIN, beyond=3)).demerits == pytest.approx((10 + 100 * 4**3) ** 2 + 100)


def test_so_does_a_line_that_begins_to_look_crowded() -> None:
    # Measure 9: "aaa bbb cc" is 12 and gives 4 at most: ratio -3/4, as if -1/2 - 1/4 x 3.
    text, costs = paragraph("aaa bbb cc ddddddddd", shrink=2), replace(PLAIN, beyond=3, tight=0.5)
    assert compose(text, 9, costs).ratios == pytest.approx((-0.75, 0))
    assert compose(text, 9, costs).demerits == pytest.approx((10 + 100 * 1.25**3) ** 2 + 100)


def test_hyphens_in_a_row_cost_and_ladders_ten_times_as_much() -> None:
    # aaa bbb- / bbb bbb- / bbb bbb- / bbb ccc: 4 x 100 + 3 x 50², then one double and one third in a row.
    text = paragraph(LADDER)
    costs = replace(PLAIN, tolerance=1)
    free = compose(text, 9, costs)
    assert (hyphens_in_a_row(text, free), free.demerits) == (3, 400 + 7500 + 2500 - 2500)
    dear = compose(text, 9, replace(costs, double_hyphen=10))
    assert dear.demerits == free.demerits + 10 + 100


def test_a_ladder_is_avoided_where_there_is_another_way() -> None:
    text = paragraph("a bb-bb cc dd-dd ee ff-ff gg hh-hh ii jj-jj kk ll-ll mm nn-nn oo", penalty=0)
    careless = [
        hyphens_in_a_row(text, compose(text, width, replace(PLAIN, tolerance=6))) for width in MEASURES
    ]
    careful = [
        hyphens_in_a_row(text, compose(text, width, LineBreakCosts(tolerance=6))) for width in MEASURES
    ]
    assert max(careless) >= 3
    assert max(careful) <= 2


MEASURES = range(9, 30)


def test_a_tight_line_beside_a_very_loose_one_costs() -> None:
    # Measure 8, "aaa bbbb" is 9 (ratio -1), "c dd" 5 (ratio 3, as bad as 1.75), the last line is as it is and
    # beside none: (2.75 - 0.5)².
    text = paragraph("aaa bbbb c dd eeeeeeee")
    assert compose(text, 8, PLAIN).breaks == (1, 3, 4)
    minded = replace(PLAIN, contrast=1, alike=0.5)
    assert compose(text, 8, minded).demerits - compose(text, 8, PLAIN).demerits == 2.25**2


def test_neighbours_that_are_nearly_alike_cost_nothing() -> None:
    # Measure 9: "aaa bbb" is 8 (ratio 1), "ccc dddd" 9 (ratio 0).
    text, minded = paragraph("aaa bbb ccc dddd eeee"), replace(PLAIN, contrast=1, alike=1)
    assert compose(text, 9, minded).demerits == compose(text, 9, PLAIN).demerits


# --- one line more or fewer ------------------------------------------------------------------------------


def test_alternatives_have_one_line_more_and_fewer() -> None:
    # Four words and three spaces are 18. On 18 the eight words make two such lines: 100 + 100. Three lines
    # are three words (13 and two spaces, which give 4 each: 5/8), four words and one.
    text = paragraph("aaa bbb ccc ddd eee fff ggg hhh", stretch=4)
    found = alternatives(text, 18, LineBreakCosts(tolerance=3, contrast=0))
    assert list(found) == [2, 3]
    assert found[2] == Composition((3, 7), (0.0, 0.0), 200.0)
    assert found[3].breaks == (2, 6, 7)
    assert found[3].demerits == pytest.approx((10 + 100 * (5 / 8) ** 3) ** 2 + 200)


def test_without_spread_there_is_only_the_best() -> None:
    text = paragraph("aaa bbb ccc ddd eee fff ggg hhh", stretch=3)
    assert list(alternatives(text, 14, spread=0).values()) == [compose(text, 14)]


# --- against every way there is --------------------------------------------------------------------------


def ratio_of(breaks: Sequence[Break], begin: int, end: int, width: float) -> float:
    first, last = (breaks[begin] if begin >= 0 else Break(0, 0, 0, 0, 0, 0, 0)), breaks[end]
    spare = width - (last.width - first.next_width)
    if abs(spare) < 1e-6:
        return 0.0
    if spare > 0:
        if end == len(breaks) - 1 or last.penalty == -inf:
            return 0.0
        give = last.stretch - first.next_stretch
    else:
        give = last.shrink - first.next_shrink
    return spare / give if give > 0 else inf if spare > 0 else -inf


def price(
    breaks: Sequence[Break],
    way: tuple[int, ...],
    width: Callable[[int], float],
    costs: LineBreakCosts,
    limit: float,
) -> float:
    """TeX's demerits of one way, inf if a line's ratio is out of bounds; written apart from the code."""
    ratios = [ratio_of(breaks, b, e, width(n)) for n, (b, e) in enumerate(pairwise((-1, *way)))]
    if any(ratio > limit or ratio < -1 - 1e-9 for ratio in ratios):
        return inf
    penalties = [0.0 if breaks[at].penalty == -inf else breaks[at].penalty for at in way[:-1]] + [0.0]
    cost = sum(
        (costs.line_penalty + 100 * felt(ratio, costs) ** 3) ** 2 + (p * p if p > 0 else -p * p)
        for ratio, p in zip(ratios, penalties, strict=True)
    )
    classes = [min(int(4 * (r + 1)), 11) for r in ratios if r < inf]
    forced = [at == len(breaks) - 1 or breaks[at].penalty == -inf for at in way]
    for line in range(1, len(way)):
        if not (forced[line] and ratios[line] == 0):
            apart = abs(classes[line] - classes[line - 1]) / 4 - costs.alike
            cost += costs.contrast * max(0, apart) ** 2
    hyphens = [breaks[at].hyphen for at in way]
    for line in range(1, len(way)):
        if hyphens[line] and hyphens[line - 1]:
            cost += costs.double_hyphen * (10 if line > 1 and hyphens[line - 2] else 1)
    if len(way) > 1 and breaks[way[-2]].penalty > -inf:
        natural = breaks[-1].width - breaks[way[-2]].next_width
        lacks = max(0.0, costs.least_last - natural) / (costs.least_last or 1)
        cost += costs.final_hyphen * hyphens[-2] + costs.short_last * lacks**2
    return cost


def felt(ratio: float, costs: LineBreakCosts) -> float:
    """How far a line seems to be stretched or shrunk: past a bound more than it is."""
    bound = costs.tight if ratio < 0 else 1
    return min(abs(ratio), bound) + max(0, abs(ratio) - bound) * costs.beyond


COSTS = st.builds(
    LineBreakCosts,
    tolerance=st.sampled_from([1.0, 2.0, 4.0]),
    line_penalty=st.sampled_from([1.0, 10.0]),
    double_hyphen=st.sampled_from([0.0, 3000.0, 40_000.0]),
    final_hyphen=st.sampled_from([0.0, 5000.0]),
    contrast=st.sampled_from([0.0, 3000.0, 50_000.0]),
    alike=st.sampled_from([0.0, 0.6]),
    least_last=st.sampled_from([0, 4]),
    beyond=st.sampled_from([1.0, 3.0]),
    tight=st.sampled_from([0.5, 0.7]),
)


@given(paragraphs(), st.integers(6, 24), COSTS)
@settings(max_examples=examples(150), deadline=None)
def test_the_optimum_is_the_optimum(breaks: tuple[Break, ...], width: int, costs: LineBreakCosts) -> None:
    found = compose(breaks, width, costs)
    for limit in (costs.tolerance * factor for factor in (1, 1.5, 3)):
        best = min(price(breaks, way, lambda _: width, costs, limit) for way in ways(breaks))
        if best < inf:
            assert found.demerits == pytest.approx(best)
            assert price(breaks, found.breaks, lambda _: width, costs, limit) == pytest.approx(best)
            return
    assert overflow(breaks, found.breaks, width) == pytest.approx(
        min(overflow(breaks, way, width) for way in ways(breaks))
    )


def overflow(breaks: Sequence[Break], way: tuple[int, ...], width: float) -> float:
    """By how much the lines of this way are wider than the measure, each as if by a hundredth of it more."""
    total = 0.0
    for begin, end in pairwise((-1, *way)):
        first, last = (breaks[begin] if begin >= 0 else Break(0, 0, 0, 0, 0, 0, 0)), breaks[end]
        least = last.width - first.next_width - (last.shrink - first.next_shrink)
        total += least - width + width / 100 if least > width + 1e-6 else 0
    return total


@given(paragraphs(), st.lists(st.integers(6, 24), min_size=13, max_size=13), COSTS)
@settings(max_examples=examples(100), deadline=None)
def test_it_is_with_other_measures_for_other_lines(
    breaks: tuple[Break, ...], widths: list[int], costs: LineBreakCosts
) -> None:
    best = min(price(breaks, way, widths.__getitem__, costs, costs.tolerance) for way in ways(breaks))
    found = compose(breaks, widths.__getitem__, costs)
    if best < inf:
        assert found.demerits == pytest.approx(best)
    else:
        assert found.breaks[-1] == len(breaks) - 1


@given(paragraphs(), st.integers(6, 24), COSTS, st.integers(1, 2))
@settings(max_examples=examples(100), deadline=None)
def test_alternatives_are_the_best_with_their_number_of_lines(
    breaks: tuple[Break, ...], width: int, costs: LineBreakCosts, spread: int
) -> None:
    found = alternatives(breaks, width, costs, spread)
    best = compose(breaks, width, costs)
    assert found[best.lines] == best
    every = list(ways(breaks))
    for lines in range(best.lines - spread, best.lines + spread + 1):
        if lines != best.lines:
            limit = 1.5 * costs.tolerance
            least = min(
                (price(breaks, w, lambda _: width, costs, limit) for w in every if len(w) == lines),
                default=inf,
            )
            assert (lines in found) == (least < inf)
            if lines in found:
                assert found[lines].demerits == pytest.approx(least)
                assert found[lines].lines == lines


# --- always --------------------------------------------------------------------------------------------


@given(paragraphs(), st.floats(-5, 40))
@settings(max_examples=examples(200), deadline=None)
def test_whatever_the_measure_the_breaks_go_forward_to_the_end(
    breaks: tuple[Break, ...], width: float
) -> None:
    found = compose(breaks, width)
    assert list(found.breaks) == sorted(set(found.breaks))
    assert found.breaks[-1] == len(breaks) - 1
    assert len(found.ratios) == found.lines
    assert {at.offset for at in breaks if at.penalty == -inf} <= set(found.breaks)
    assert not {at.offset for at in breaks[:-1] if at.penalty == inf} & set(found.breaks)


@given(paragraphs(), st.integers(6, 24))
def test_twice_the_same_is_the_same(breaks: tuple[Break, ...], width: int) -> None:
    assert compose(breaks, width) == compose(list(breaks), float(width))
    assert alternatives(breaks, width) == alternatives(breaks, width)


@given(paragraphs(), st.integers(6, 24))
def test_the_unit_does_not_matter(breaks: tuple[Break, ...], width: int) -> None:
    scaled = [
        Break(b.offset, b.width * 64, b.stretch * 64, b.shrink * 64, b.next_width * 64, b.next_stretch * 64,
              b.next_shrink * 64, b.penalty, b.hyphen)
        for b in breaks
    ]  # fmt: skip
    assert compose(scaled, width * 64) == compose(breaks, width)


def long_text(words: int) -> tuple[Break, ...]:
    dice = Random(4)
    return paragraph(
        " ".join(
            "a" * dice.randint(2, 6) + "-" * dice.randint(0, 1) + "a" * dice.randint(3, 6)
            for _ in range(words)
        )
    )


MOST_WEIGHED = MOST_ACTIVE * len(EMERGENCY) + MOST_ACTIVE_AT_LAST
"""Lines that are weighed for each break, in all passes together, at the most."""


class Counted(float):
    """A width that counts how often a line that ends there is weighed."""

    weighed = 0

    def __rsub__(self, other: float) -> float:
        Counted.weighed += 1
        return float(other) - float(self)


def weighed(breaks: Sequence[Break], measure: float) -> int:
    """How many lines are weighed while breaks are chosen; the last break is always among the chosen."""
    Counted.weighed = 0
    found = compose([at._replace(width=Counted(at.width)) for at in breaks], measure)
    assert found.breaks[-1] == len(breaks) - 1
    return Counted.weighed


@pytest.mark.parametrize("measure", [40, 1e6, *further(4, 90, 2000)])
def test_the_lines_that_are_weighed_grow_with_the_text_and_no_faster(measure: float) -> None:
    short, long = long_text(1100), long_text(3300)
    assert weighed(long, measure) <= 1.1 * max(3 * weighed(short, measure), MOST_WEIGHED * len(long))


def test_breaks_without_any_width_between_them_are_weighed_with_few_beginnings() -> None:
    nothing = [Break(place, 0, 0, 0, 0, 0, 0) for place in range(5000)]
    assert weighed([*nothing, Break(5000, 99, 0, 0, 99, 0, 0)], 50) <= MOST_WEIGHED * 5001


def test_ways_that_stray_far_from_the_best_are_not_looked_at_in_a_long_paragraph(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked = Counter[int]()
    plain = knuth_plass._undominated

    def counting(nodes: list[knuth_plass.BreakNode], contrasts: list[list[float]]) -> object:
        looked[nodes[0][3]] += 1
        return plain(nodes, contrasts)

    monkeypatch.setattr(knuth_plass, "_undominated", counting)
    letters = [Break(n, n, n * 0.1, n * 0.1, n, n * 0.1, n * 0.1) for n in range(1, 1500)]
    found = alternatives(letters, 20.5, LineBreakCosts(tolerance=1))
    assert len(found) == 3
    assert max(looked.values()) <= 2 * knuth_plass.ABOUT + 2
