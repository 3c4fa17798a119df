"""Where floats stand: near their mention, in order, with the text running on."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from issuebrief.pagination.columns import DEFAULT_COSTS, ColumnBlock
from issuebrief.pagination.floats import Bar, Float, Heights, Placing, Point
from issuebrief.pagination.place_floats import place, place_cheaper

TALL = Heights(40, 40)


def text(*lines: int) -> list[ColumnBlock]:
    return [ColumnBlock(((n, 0.0),)) for n in lines]


def figure(lines: int) -> ColumnBlock:
    return ColumnBlock(((lines, 0.0),), above=1, below=1, splittable=False)


def in_columns(placing: Placing) -> list[tuple[int, int, str, int]]:
    """Each float at a head or foot: its page, its column, where in it, its number."""
    return [
        (band.page, number, where, n)
        for band in placing.bands
        for number, column in enumerate(band.columns)
        for where, floats in (("head", column.head), ("foot", column.foot))
        for n in floats
    ]


def test_a_small_figure_stands_where_it_is_typed() -> None:
    blocks = [*text(10), figure(8), *text(30)]
    placing = place(blocks, [Float(1, "figure", 8, Point(0, 9))], [], TALL, 2)
    assert placing.here == {0}
    assert in_columns(placing) == []


def test_what_a_text_begins_with_stays_near_its_beginning() -> None:
    blocks = [figure(20), *text(*(30 for _ in range(20)))]
    placing = place(blocks, [Float(0, "box", 20, Point(-1, 0), here=False)], [], TALL, 2)
    assert [page for page, *_ in in_columns(placing)] == [0]


def test_a_figure_that_does_not_fit_where_it_is_typed_leaves_no_hole_there() -> None:
    blocks = [*text(35), figure(12), *text(60)]
    placing = place(blocks, [Float(1, "figure", 12, Point(0, 9))], [], TALL, 2)
    assert [page for page, *_ in in_columns(placing)] == [0]
    rooms = [column.room for column in placing.bands[0].columns]
    assert sum(rooms) == 80 - 13


def test_a_large_figure_stands_at_a_head_or_a_foot_though_it_would_fit_where_it_is_typed() -> None:
    blocks = [*text(10), figure(25), *text(60)]
    placing = place(blocks, [Float(1, "figure", 25, Point(0, 9))], [], TALL, 2)
    assert placing.here == frozenset()
    assert [n for *_, n in in_columns(placing)] == [0]


@pytest.mark.parametrize("lines", range(60, 140, 7))
def test_no_figure_stands_on_a_page_before_its_mention(lines: int) -> None:
    blocks = [*text(*(10 for _ in range(lines // 10))), *text(lines % 10 + 1), figure(30), *text(50)]
    number = len(blocks) - 2
    placing = place(blocks, [Float(number, "figure", 30, Point(number - 1, 0))], [], TALL, 2)
    (page, *_) = in_columns(placing)[0]
    first_after = lines // (2 * 40 - 31)
    assert page >= min(first_after, lines // 80)
    assert page <= lines // 80 + 1


def test_a_table_that_divides_is_not_taken_for_the_text_of_a_mention_after_it() -> None:
    blocks = [*text(40), figure(16), *text(20, 22), figure(37), *text(4, 14), figure(18), *text(90)]
    blocks[4] = replace(blocks[4], splittable=True)
    floats = [
        Float(1, "table", 16, Point(0, 39), here=False),
        Float(4, "table", 37, Point(3, 21), head=False, foot=False),
        Float(7, "figure", 18, Point(6, 13)),
    ]
    placing = place(blocks, floats, [], Heights(20, 55), 2)
    # The first two pages hold 150 lines, and the mention stands below at least 152.
    assert [page for page, *_, n in in_columns(placing) if n == 2] == [2]


@pytest.mark.parametrize(("count", "last"), [(1, 5), (2, 2)])
def test_figures_that_the_text_does_not_part_fill_columns(count: int, last: int) -> None:
    blocks = [*text(10), *(figure(8) for _ in range(21))]
    floats = [Float(n, "figure", 8, Point(0, 9)) for n in range(1, 22)]
    placing = place(blocks, floats, [], TALL, count)
    assert len(placing.here) + len(in_columns(placing)) == 21
    assert placing.bands[-1].page == last
    assert all(len(column.head) == 4 for band in placing.bands[1:-1] for column in band.columns)


def test_figures_keep_their_order_and_tables_theirs() -> None:
    blocks, floats = text(10), []
    for n in range(8):
        floats.append(Float(len(blocks), "figure" if n % 3 else "table", 22, Point(len(blocks) - 1, 5)))
        blocks += [figure(22), *text(14)]
    placed = in_columns(place(blocks, floats, [], TALL, 2))
    numbers = [n for *_, n in placed]
    assert sorted(numbers) == list(range(8))
    for kind in ("figure", "table"):
        of_kind = [n for n in numbers if floats[n].kind == kind]
        assert of_kind == sorted(of_kind)


def test_what_spans_all_columns_takes_room_from_each() -> None:
    blocks = [*text(20), figure(15), *text(150)]
    wide = Float(1, "figure", 15, Point(0, 9), spans=True, here=False)
    bands = place(blocks, [wide], [], TALL, 2).bands
    (band,) = (band for band in bands if band.head or band.foot)
    assert [column.room for column in band.columns] == [24, 24]


def test_a_place_that_is_asked_for_is_kept() -> None:
    blocks = [*text(10), figure(8), *text(100)]
    for asked, where in (({"foot": False}, "head"), ({"head": False}, "foot")):
        one = Float(1, "figure", 8, Point(0, 9), here=False, **asked)
        assert [place_ for _, _, place_, _ in in_columns(place(blocks, [one], [], TALL, 2))] == [where]


def test_a_page_of_its_own_has_no_text() -> None:
    blocks = [*text(10), figure(30), *text(100)]
    alone = Float(1, "figure", 30, Point(0, 9), spans=True, here=False, head=False, foot=False, alone=True)
    bands = place(blocks, [alone], [], TALL, 2).bands
    (band,) = (band for band in bands if band.head)
    assert [column.room for column in band.columns] == [0, 0]


def test_columns_above_what_keeps_its_place_across_them_are_level() -> None:
    bands = place(text(20, 30), [], [Bar(1, 10)], TALL, 2).bands
    assert [(band.page, band.top, band.lines, band.level) for band in bands] == [
        (0, 0, 10, True),
        (0, 22, 15, True),
    ]


def test_what_divides_across_columns_begins_where_some_of_it_has_room() -> None:
    whole, divided = Bar(1, 24), Bar(1, 24, divides=5, repeated=3)
    bands = [place(text(40, 40), [], [bar], TALL, 2).bands[1] for bar in (whole, divided)]
    assert [(band.page, band.top) for band in bands] == [(1, 25), (1, 9)]
    assert not divided.begins_on(40, 35) and divided.begins_on(40, 34) and whole.begins_on(40, 0)


def test_places_are_the_same_where_heights_are_counted_in_half_lines() -> None:
    def places(unit: int) -> list[tuple[int, int, str, int]]:
        def halves(block: ColumnBlock) -> ColumnBlock:
            lines = tuple((number * unit, cost) for number, cost in block.choices)
            return replace(block, choices=lines, above=block.above * unit, below=block.below * unit)

        blocks = [halves(block) for block in (*text(15), figure(14), *text(30), figure(9), *text(70))]
        floats = [
            Float(1, "figure", 14 * unit, Point(0, 14 * unit), white=unit),
            Float(3, "figure", 9 * unit, Point(2, 28 * unit), white=unit),
        ]
        heights = Heights(40 * unit, 40 * unit)
        return in_columns(place(blocks, floats, [], heights, 1, DEFAULT_COSTS.times(unit)))

    assert places(2) == places(1)


def test_all_floats_are_placed_where_the_text_ends_before_them() -> None:
    blocks = [*text(5), *(figure(30) for _ in range(5))]
    floats = [Float(n + 1, "figure", 30, Point(0, 0)) for n in range(5)]
    placing = place(blocks, floats, [], TALL, 2)
    assert len(in_columns(placing)) + len(placing.here) == 5


def test_what_has_to_stand_where_it_is_typed_takes_no_other_float_out() -> None:
    blocks = [*text(10), figure(12), *text(12), ColumnBlock(((50, 0.0),)), *text(30)]
    wide = Float(1, "table", 12, Point(0, 2), spans=True, here=False)
    fixed = Float(3, "table", 50, Point(2, 2), head=False, foot=False)
    placing = place(blocks, [wide, fixed], [], TALL, 2)
    assert placing.here == {1}
    assert [n for band in placing.bands for n in (*band.head, *band.foot)] == [0]


@pytest.mark.parametrize("seed", range(12))
def test_any_text_with_any_floats_is_placed_whole(seed: int) -> None:
    chance = Random(seed)
    blocks, floats = text(3), []
    for _ in range(chance.randint(1, 60)):
        if chance.random() < 0.4:
            lines = chance.choice((3, 10, 25, 39, 40, 55))
            spans = chance.random() < 0.4
            mention = Point(chance.randrange(len(blocks)), 0)
            kind = chance.choice(("figure", "table", "box"))
            floats.append(Float(len(blocks), kind, lines, mention, spans=spans, here=not spans))
            blocks.append(figure(lines))
        else:
            blocks += text(chance.randint(1, 15))
    placing = place(blocks, floats, [], Heights(chance.choice((2, 15, 40)), 40), chance.choice((1, 2, 3)))
    across = [n for band in placing.bands for n in (*band.head, *band.foot)]
    placed = [*across, *(n for *_, n in in_columns(placing)), *placing.here]
    assert sorted(placed) == list(range(len(floats)))


def test_what_spans_the_columns_stands_at_their_foot_though_others_of_its_kind_stand_above_it() -> None:
    blocks = [*text(30), figure(6), *text(10), figure(6), *text(10), figure(6), *text(6), figure(5), *text(8)]
    floats = [Float(n, "table", 6, Point(n - 1, 2)) for n in (1, 3, 5)]
    floats.append(Float(7, "table", 5, Point(6, 2), spans=True, here=False))
    placing = place(blocks, floats, [], Heights(60, 60), 2)
    assert [(band.page, band.head, band.foot) for band in placing.bands] == [(0, (), (3,))]
    assert placing.here == {0, 1, 2}


def test_what_runs_off_the_page_stands_first_at_its_head_or_last_at_a_full_foot() -> None:
    blocks = [*text(*(10 for _ in range(12))), figure(18), *text(*(10 for _ in range(12)))]
    one = Float(12, "figure", 12, Point(3, 0), spans=True, here=False, runs_off=6)
    at_head = place(blocks, [replace(one, foot=False)], [], Heights(30, 40), 2)
    assert [(band.page, band.top) for band in at_head.bands if band.head] == [(1, 0)]
    at_foot = place(blocks, [replace(one, head=False)], [], Heights(30, 40), 2)
    ((lines, level),) = [(band.lines, band.level) for band in at_foot.bands if band.foot]
    assert not level and lines + 13 in (30, 40)


@pytest.mark.parametrize(("joins", "lines"), [(False, 3), (True, 5)])
def test_what_stays_together_without_a_figure_between_is_planned_so(joins: bool, lines: int) -> None:
    blocks = [*text(10, 8), figure(10), *text(3)]
    float_ = Float(2, "figure", 10, Point(0, 0), here=False, foot=False, joins=joins)
    placing = place(blocks, [float_], [], Heights(20, 20), 1)
    assert placing.bands[-1].columns[0].room == lines


@pytest.mark.parametrize(("above", "lines"), [(None, 2), (1, 3)])
def test_the_white_below_a_figure_that_moves_is_planned_as_it_is_then(above: int | None, lines: int) -> None:
    blocks = [*text(14), figure(10), *text(8)]
    float_ = Float(1, "figure", 10, Point(0, 0), here=False, foot=False, above=above)
    placing = place(blocks, [float_], [], Heights(20, 20), 1)
    assert placing.bands[-1].columns[0].room == lines


def test_a_table_keeps_its_order_with_a_wide_one_that_text_without_it_would_reach_sooner() -> None:
    blocks = [*text(20), figure(14), *text(12), *text(40)]
    floats = [Float(1, "table", 14, Point(0, 9), here=False)]
    placing = place(blocks, floats, [Bar(3, 10, kind="table")], Heights(30, 60), 1)
    above = next(band for band in placing.bands if band.level)
    assert (above.page, above.lines) == (1, 17)


def test_what_is_empty_below_the_rows_of_each_page_is_counted() -> None:
    rows = Bar(1, 103, divides=13, repeated=3, ends=tuple(float(end) for end in range(13, 104, 10)))
    # Two rows on the first page, three on each after it: the last two stand on the fourth, below the head.
    assert Heights(40, 40).past(rows, 0, 10) == (3, 24)
    assert Heights(40, 40).past(replace(rows, lines=83), 0, 10) == (2, 34)
    assert Heights(40, 40).past(replace(rows, lines=83, ends=()), 0, 10) == (2, 21)


def test_a_row_that_is_higher_than_a_page_breaks_where_the_page_ends() -> None:
    row = Bar(1, 60, divides=5, repeated=3, ends=(60.0,))
    assert Heights(40, 40).past(row, 0, 10) == Heights(40, 40).past(replace(row, ends=()), 0, 10)


def test_no_float_stands_above_a_wide_table_before_which_it_is_not_mentioned() -> None:
    blocks = [*text(25, 5), figure(4), *text(60)]
    placing = place(blocks, [Float(2, "figure", 4, Point(1, 4), here=False)], [Bar(1, 8)], Heights(40, 40), 1)
    above, *_ = placing.bands
    assert not [*above.head, *above.foot, *above.columns[0].head, *above.columns[0].foot]


def test_no_other_table_stands_above_one_that_goes_on_overleaf() -> None:
    blocks = [*text(15), figure(30), *text(3), figure(5), *text(40)]
    blocks[1] = replace(blocks[1], splittable=True, least=4, again=3)
    floats = [
        Float(1, "table", 30, Point(0, 9), head=False, foot=False),
        Float(3, "table", 5, Point(2, 0), spans=True, here=False),
    ]
    placing = place(blocks, floats, [], TALL, 1)
    second = placing.bands[1]
    assert (second.page, second.head) == (1, ())


def test_a_figure_that_moves_may_stand_before_one_that_must_stay() -> None:
    blocks = [*text(10, 2), figure(11), figure(20), *text(12)]
    moves = Float(2, "figure", 11, Point(1, 0), spans=True, joins=True)
    stays = Float(3, "unnumbered", 20, Point(1, 0), here=True, head=False, foot=False, joins=True)
    placing = place(blocks, [moves, stays], [], TALL, 2)
    assert 1 in placing.here
    assert 0 in placing.here or any(0 in (*band.head, *band.foot) for band in placing.bands)


def test_nothing_takes_the_room_of_what_must_stay_and_is_as_high_as_a_page() -> None:
    blocks = [*text(13), figure(40), figure(20), figure(24), figure(12), *text(5)]
    stays = Float(1, "figure", 40, Point(0, 12), here=True, head=False, foot=False)
    boxes = [Float(n, "box", lines, Point(n - 1, 0)) for n, lines in ((2, 20), (3, 24), (4, 12))]
    placing = place(blocks, [stays, *boxes], [], TALL, 1)
    assert 0 in placing.here
    assert [column.room for band in placing.bands[:2] for column in band.columns] == [40, 40]


def test_a_cheaper_placing_is_the_same_and_none_is_found_where_none_is_cheaper() -> None:
    blocks = [*text(30, 5), figure(25), *text(60, 7), figure(33), *text(90)]
    floats = [Float(n, "figure", blocks[n].choices[0][0], Point(n - 1, 0)) for n in (2, 5)]
    best = place(blocks, floats, [], TALL, 2)
    assert best.cost > 0
    assert place_cheaper(blocks, floats, [], TALL, 2, DEFAULT_COSTS, best.cost + 0.1) == best
    assert place_cheaper(blocks, floats, [], TALL, 2, DEFAULT_COSTS, best.cost) is None
