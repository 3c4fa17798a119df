"""Columns end level: by hand-worked cases, and against every choice on short texts."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import pytest
from examples import examples
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small_columns import HEADING, ONE, text, used, varied

from issuebrief.pagination import column_fill, last_page
from issuebrief.pagination.column_fill import fill
from issuebrief.pagination.column_flow import flow, set_block
from issuebrief.pagination.column_search import BEAM
from issuebrief.pagination.columns import ColumnBlock, ColumnCosts

if TYPE_CHECKING:
    from collections.abc import Sequence


def test_lengths_that_fill_their_columns_are_left_alone() -> None:
    filling = fill(varied(10, 10, 8), [[10], [20]], ONE)
    assert (filling.lines, filling.cost) == ((10, 10, 8), 0.0)


def test_a_paragraph_is_set_longer_where_its_column_would_end_a_line_short() -> None:
    filling = fill([*varied(9), *text(12)], [[10], [20]], ONE)
    assert (filling.lines, filling.cost, filling.columns) == ((10, 12), 10.0, (10, 12))


def test_it_is_set_shorter_where_that_is_cheaper() -> None:
    filling = fill([ColumnBlock(((11, 0.0), (12, 30.0), (10, 20.0))), *text(8)], [[10], [20]], ONE)
    assert (filling.lines, filling.cost, filling.columns) == ((10, 8), 20.0, (10, 8))


def test_a_line_missing_is_accepted_where_no_length_helps() -> None:
    filling = fill(text(9, 8), [[10], [20]], ONE)
    assert (filling.cost, filling.columns) == (1000.0, (9, 8))


def test_two_missing_lines_cost_four_times_as_much() -> None:
    assert fill([*text(8), *text(3, 5)], [[10], [20]], ONE).cost == 4000.0


def test_a_price_higher_than_the_missing_line_is_not_paid() -> None:
    blocks = [ColumnBlock(((9, 0.0), (10, 1500.0))), *text(8)]
    assert fill(blocks, [[10], [20]], ONE).lines == (9, 8)


def test_a_paragraph_on_the_first_page_is_changed_for_the_sake_of_the_second() -> None:
    # The heading would come to stand at the foot of the second column; only the first block can give.
    blocks = [ColumnBlock(((12, 0.0), (13, 5.0))), *text(4), HEADING, *text(12)]
    filling = fill(blocks, [[10], [9], [20]], ONE)
    assert (
        filling.columns[:2] == used([*text(filling.lines[0], 4), HEADING, *text(12)], [[10], [9], [20]])[:2]
    )
    assert filling.cost == best_by_trying(blocks, [[10], [9], [20]], ONE)


def test_a_last_page_of_two_lines_is_drawn_onto_the_page_before() -> None:
    shorter = [*text(12), ColumnBlock(((10, 0.0), (8, 40.0)))]
    filling = fill(shorter, [[10, 10]], ONE)
    assert (filling.columns, filling.cost) == ((10, 10), 40.0)


def test_or_given_more_lines_where_that_is_cheaper() -> None:
    filling = fill(varied(12, 10), [[10, 10]], ONE)
    assert (filling.columns, filling.cost) == ((10, 10, 2, 2), 20.0)


def test_the_last_pages_capacities_go_on_for_as_many_pages_as_it_takes() -> None:
    assert fill(text(50), [[4, 4], [10, 10]], ONE).columns == (4, 4, 10, 10, 10, 10, 2, 0)


def test_no_text_needs_no_columns() -> None:
    assert fill([], [[10]]).columns == ()


@pytest.mark.parametrize("capacities", [[], [[]], [[0]], [[0, 0], [1, 1]], [[-3]]])
def test_columns_without_room_come_to_an_end(capacities: list[list[int]]) -> None:
    filling = fill(
        [*varied(3, 4), HEADING, ColumnBlock(((3, 0.0),), splittable=False), *text(5)], capacities, ONE
    )
    assert len(filling.lines) == 5


def test_a_brief_of_five_hundred_blocks_takes_bounded_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0

    def counted(*arguments: Any) -> Any:
        nonlocal steps
        steps += 1
        return set_block(*arguments)

    for module in (column_fill, last_page):
        monkeypatch.setattr(module, "set_block", counted)
    blocks = varied(*(3 + i * 7 % 9 for i in range(500)))
    filling = fill(blocks, [[11, 11], [56, 56]])
    # A way that costs more than another that was found before is not followed.
    assert steps < 500 * BEAM / 2, steps
    assert filling.columns[:-2] == (11, 11, *[56] * (len(filling.columns) - 4))


# ---- Against every choice


def places_filled(
    blocks: Sequence[ColumnBlock], lines: Sequence[int], heights: Sequence[int]
) -> list[list[tuple[int, int]]]:
    """The (block, line) pairs of each column, by looking for the last place where a column may end.

    Written another way than the module's: the text is a list of lines, and a column ends at the
    furthest of the places where it may, or where it must if there is none.
    """
    everything = [(b, i) for b, n in enumerate(lines) for i in range(n)]
    columns: list[list[tuple[int, int]]] = []
    start = 0
    while start < len(everything):
        height = heights[len(columns)]
        fits = ends_that_fit(blocks, everything, start, height)
        allowed = [end for end in fits if may_end(blocks, lines, everything, start, end)]
        if not allowed:
            allowed = [must_end(blocks, everything, start, fits)]
        columns.append(everything[start : allowed[-1]])
        start = allowed[-1]
    return columns


def ends_that_fit(
    blocks: Sequence[ColumnBlock], lines: Sequence[tuple[int, int]], start: int, height: int
) -> list[int]:
    """Where a column may end for its height; more lines are never less high, so a misfit is the last."""
    fits: list[int] = []
    for end in range(start + 1, len(lines) + 1):
        if stack(blocks, lines[start:end]) > height:
            break
        fits.append(end)
    return fits


def stack(blocks: Sequence[ColumnBlock], lines: Sequence[tuple[int, int]]) -> int:
    """The height of lines that stand in a column."""
    order = sorted({b for b, _ in lines})
    return len(lines) + sum(max(blocks[a].below, blocks[b].above) for a, b in pairwise(order))


def may_end(
    blocks: Sequence[ColumnBlock],
    lines: Sequence[int],
    everything: list[tuple[int, int]],
    start: int,
    end: int,
) -> bool:
    if end == len(everything):
        return True
    last, following = everything[end - 1], everything[end]
    if last[0] != following[0]:
        return not blocks[last[0]].keep_with_next
    block = last[0]
    stay = sum(1 for b, _ in everything[start:end] if b == block)
    return blocks[block].splittable and stay >= 2 and lines[block] - following[1] >= 2


def must_end(
    blocks: Sequence[ColumnBlock], everything: list[tuple[int, int]], start: int, fits: list[int]
) -> int:
    """Where a column ends that cannot end well: before what does not fit whole, else amid it."""
    whole = [end for end in fits if everything[end - 1][0] != everything[end][0]]
    if whole:
        return whole[-1]
    block = everything[start][0]
    if blocks[block].splittable:
        return fits[-1]
    return next((e for e in range(start, len(everything)) if everything[e][0] != block), len(everything))


def tried(
    blocks: Sequence[ColumnBlock],
    lines: Sequence[int],
    capacities: Sequence[Sequence[int]],
    costs: ColumnCosts,
) -> float:
    """What lengths cost, by setting the text as `places_filled` does."""
    pages = [list(capacities[min(p, len(capacities) - 1)]) for p in range(sum(lines) + 1)]
    starts = [sum(len(page) for page in pages[:p]) for p in range(len(pages))]
    heights = [h for page in pages for h in page]
    full = places_filled(blocks, lines, heights)
    last = max(p for p, first in enumerate(starts) if first < len(full))
    cost = sum(full_cost(blocks, lines, column, heights[i]) for i, column in enumerate(full[: starts[last]]))
    endings = []
    for height in range(1, max(pages[last]) + 1):
        held = [min(height, h) for h in pages[last]]
        balanced = places_filled(
            blocks, lines, [*heights[: starts[last]], *held, *heights[starts[last] + len(held) :]]
        )
        on_page = balanced[starts[last] :]
        if len(on_page) <= len(held):
            endings.append(last_cost(blocks, lines, on_page, held, first=not last))
    return costs.short_line * (cost + min(endings)) + sum(
        dict(block.choices)[n] for block, n in zip(blocks, lines, strict=True)
    )


def full_cost(
    blocks: Sequence[ColumnBlock], lines: Sequence[int], column: list[tuple[int, int]], height: int
) -> float:
    missing = height - stack(blocks, column)
    return (missing**2 if missing >= 0 else 10_000) + 10_000 * faulty(blocks, lines, column)


def last_cost(
    blocks: Sequence[ColumnBlock],
    lines: Sequence[int],
    page: list[list[tuple[int, int]]],
    held: list[int],
    *,
    first: bool,
) -> float:
    stacks = [stack(blocks, column) for column in page] + [0] * (len(held) - len(page))
    cost = sum(0.01 * max(0, h - n - 1) ** 2 if n <= h else 10_000 for n, h in zip(stacks, held, strict=True))
    cost += sum(10_000 * faulty(blocks, lines, column) for column in page)
    return cost + (0.25 if not first and sum(stacks) < 4 else 0)


def faulty(blocks: Sequence[ColumnBlock], lines: Sequence[int], column: list[tuple[int, int]]) -> bool:
    """Whether a column ends badly: with an orphan or a widow, or with what is to stay with what follows."""
    block, line = column[-1]
    if (block, line) == (len(blocks) - 1, lines[-1] - 1):
        return False
    if line + 1 < lines[block]:
        stay = sum(1 for b, _ in column if b == block)
        if stay < 2 or lines[block] - line - 1 < 2:
            return True
    elif blocks[block].keep_with_next:
        return True
    headings = [i for i, (b, _) in enumerate(column) if is_heading(blocks[b])]
    return bool(headings) and len(column) - 1 - headings[-1] < 2


def is_heading(block: ColumnBlock) -> bool:
    return block.keep_with_next and not block.splittable


def best_by_trying(
    blocks: Sequence[ColumnBlock], capacities: Sequence[Sequence[int]], costs: ColumnCosts
) -> float:
    ways = product(*([n for n, _ in block.choices] for block in blocks))
    return min(tried(blocks, lines, capacities, costs) for lines in ways)


@st.composite
def paragraphs(draw: st.DrawFn) -> ColumnBlock:
    best = draw(st.integers(1, 7))
    others = draw(st.lists(st.sampled_from([-1, 1, 2]), max_size=2, unique=True))
    prices = st.integers(0, 300).map(float)
    choices = [(best, 0.0), *((best + n, draw(prices)) for n in others if best + n > 0)]
    above, below = draw(st.integers(0, 1)), draw(st.integers(0, 1))
    return ColumnBlock(tuple(choices), above=above, below=below, keep_with_next=draw(st.integers(0, 5)) == 0)


def test_headings_that_are_higher_than_the_column_they_go_over_to_stay_together_at_a_price() -> None:
    headings = [ColumnBlock(((1, 0.0),), 1, 1, splittable=False, keep_with_next=True)] * 3
    filling = fill([*text(1), *headings, *text(3)], [[7, 4], [9]], ONE)
    assert filling.columns == (1, 5, 3)
    assert filling.cost > best_by_trying(text(1, 3), [[7, 4], [9]], ONE) + 10_000


def test_a_caption_is_not_parted_from_its_table_so_that_columns_end_level() -> None:
    table = ColumnBlock(((7, 0.0),), least=7)
    caption = ColumnBlock(((3, 0.0),), keep_with_next=True)
    assert fill([caption, table], [[20, 20]], ONE).columns == (10, 0)


headings = st.builds(
    ColumnBlock, st.just(((1, 0.0),)), st.integers(0, 2), st.integers(0, 1), st.just(False), st.just(True)
)
figures = st.builds(lambda n: ColumnBlock(((n, 0.0),), 1, 1, splittable=False), st.integers(1, 4))
texts = st.lists(
    st.one_of(paragraphs(), paragraphs(), paragraphs(), headings, figures), min_size=1, max_size=6
).filter(lambda blocks: not blocks[-1].keep_with_next)
measures = st.lists(st.lists(st.integers(4, 9), min_size=1, max_size=3), min_size=1, max_size=3)


def highest_run(blocks: Sequence[ColumnBlock]) -> int:
    """The lines of the highest run of blocks that stay with what follows them, at their longest."""
    highest = run = 0
    for before, block in pairwise([ColumnBlock(((1, 0.0),)), *blocks]):
        gap = max(before.below, block.above) if run else 0
        run = run + gap + max(n for n, _ in block.choices) if block.keep_with_next else 0
        highest = max(highest, run)
    return highest


@settings(max_examples=examples(300), deadline=None)
@given(texts, measures)
def test_no_other_choice_is_cheaper(blocks: list[ColumnBlock], capacities: list[list[int]]) -> None:
    assume(highest_run(blocks) <= min(map(min, capacities)))
    costs = ColumnCosts(short_line=1000.0)
    assert fill(blocks, capacities, costs).cost == pytest.approx(best_by_trying(blocks, capacities, costs))


@settings(max_examples=examples(200), deadline=None)
@given(texts, measures)
def test_what_is_promised_is_what_greedy_filling_gives(
    blocks: list[ColumnBlock], capacities: list[list[int]]
) -> None:
    filling = fill(blocks, capacities)
    assert flow(blocks, filling.lines, capacities)[0] == filling.columns
    assert all(n in dict(block.choices) for block, n in zip(blocks, filling.lines, strict=True))


@settings(max_examples=examples(200), deadline=None)
@given(texts, measures)
def test_full_columns_end_level_wherever_any_choice_makes_them(
    blocks: list[ColumnBlock], capacities: list[list[int]]
) -> None:
    def level(lines: Sequence[int]) -> bool:
        columns, faults = flow(blocks, lines, capacities)
        heights = [list(capacities[min(p, len(capacities) - 1)]) for p in range(len(columns))]
        full: list[int] = []
        while len(full) + len(heights[0]) < len(columns):
            full += heights.pop(0)
        return not faults and list(columns[: len(full)]) == full

    if any(level(lines) for lines in product(*([n for n, _ in block.choices] for block in blocks))):
        assert level(fill(blocks, capacities).lines)


@settings(max_examples=examples(200), deadline=None)
@given(
    st.lists(st.one_of(paragraphs(), headings, figures), max_size=6),
    st.lists(st.lists(st.integers(-1, 3)), max_size=3),
)
def test_columns_of_any_height_come_to_an_end(blocks: list[ColumnBlock], capacities: list[list[int]]) -> None:
    filling = fill(blocks, capacities)
    assert len(filling.lines) == len(blocks)
    assert flow(blocks, filling.lines, capacities)[0] == filling.columns
