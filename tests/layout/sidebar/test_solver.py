"""Where sidebar blocks stand, by hand-worked cases and against brute force."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from issuebrief.layout.sidebar.solver import FreeStretch, Item, ItemPosition, SidebarGrid, place

GRID = SidebarGrid(step=10, gap=10)
PAGE = [FreeStretch(0, 0, 500), FreeStretch(1, 0, 500), FreeStretch(2, 0, 500)]


def tops(items: list[Item], rooms: list[FreeStretch] = PAGE) -> list[tuple[int, float]]:
    spots = place(items, rooms, GRID)
    assert spots is not None
    return [(spot.page, spot.top) for spot in spots]


def test_a_quote_alone_stands_beside_its_passage_on_the_grid() -> None:
    assert tops([Item(1, 123, 80)]) == [(1, 120)]


def test_no_items_need_no_spots() -> None:
    assert place([], PAGE, GRID) == ()


def test_a_quote_near_the_foot_of_the_page_moves_up_until_it_is_whole() -> None:
    assert tops([Item(0, 480, 100)]) == [(0, 400)]


def test_two_quotes_that_would_overlap_part_around_their_passages() -> None:
    assert tops([Item(0, 200, 90), Item(0, 200, 90)]) == [(0, 150), (0, 250)]


def test_quotes_of_two_columns_stand_in_the_order_of_their_heights() -> None:
    assert tops([Item(0, 400, 50), Item(0, 100, 50)]) == [(0, 400), (0, 100)]


def test_data_and_key_points_stand_above_all_that_follows_them() -> None:
    assert tops([Item(0, 100, 50, leads=True), Item(0, 0, 50)]) == [(0, 20), (0, 80)]


def test_a_page_with_more_quotes_than_are_tried_in_every_order_has_them_by_height() -> None:
    wishes = [400.0, 350, 300, 250, 200, 150, 100, 0]
    assert tops([Item(0, wish, 30) for wish in wishes]) == [(0, wish) for wish in wishes]


def test_dozens_of_small_quotes_share_a_page() -> None:
    wishes = [20.0 * number for number in range(24)]
    assert tops([Item(0, wish, 5) for wish in wishes]) == [(0, wish) for wish in wishes]


def test_one_that_cannot_fit_goes_to_the_next_pages_sidebar() -> None:
    assert tops([Item(0, 0, 300), Item(0, 100, 300)]) == [(0, 0), (1, 0)]


def test_it_goes_further_when_the_next_page_is_full_as_well() -> None:
    assert tops([Item(0, 0, 400), Item(0, 0, 400), Item(0, 0, 400)]) == [(0, 0), (1, 0), (2, 0)]


def test_a_quote_stays_beside_its_passage_although_the_one_before_was_moved_to_its_page() -> None:
    assert tops([Item(0, 0, 400), Item(0, 0, 300), Item(1, 0, 100)]) == [(0, 0), (1, 110), (1, 0)]


@pytest.mark.parametrize("wish", [130, 240, 350])
def test_a_quote_that_comes_late_stands_as_high_as_the_others_leave_room(wish: float) -> None:
    late = [Item(0, 0, 450), Item(0, 0, 100), Item(1, wish, 100)]
    assert tops(late) == [(0, 0), (1, 0), (1, wish)]


def test_no_quote_stands_on_a_page_before_its_passage() -> None:
    quotes = [Item(1, 0, 150), Item(1, 0, 150)]
    assert place(quotes, [FreeStretch(0, 0, 500), FreeStretch(1, 0, 200)], GRID) is None
    assert tops(quotes, [FreeStretch(0, 0, 500), FreeStretch(1, 0, 200), FreeStretch(2, 0, 200)]) == [
        (1, 0),
        (2, 0),
    ]


def test_a_room_that_furniture_parts_in_two_is_used_on_both_sides() -> None:
    rooms = [FreeStretch(0, 0, 120), FreeStretch(0, 300, 500)]
    assert tops([Item(0, 20, 100), Item(0, 50, 100)], rooms) == [(0, 20), (0, 300)]


def test_the_grid_is_the_pages_own() -> None:
    assert tops([Item(0, 123, 80)], [FreeStretch(0, 0, 500, origin=4)]) == [(0, 124)]


def test_heavy_items_hold_their_ground() -> None:
    assert tops([Item(0, 100, 90, weight=1e4), Item(0, 100, 90)]) == [(0, 100), (0, 200)]


def test_too_much_for_all_pages_is_refused() -> None:
    assert place([Item(0, 0, 400)] * 4, PAGE, GRID) is None


ITEMS = st.lists(
    st.builds(
        Item,
        page=st.integers(0, 2),
        wish=st.integers(0, 12).map(lambda n: n * 10.0),
        height=st.integers(1, 6).map(lambda n: n * 10.0),
    ),
    max_size=4,
)
SMALL = [FreeStretch(0, 0, 100), FreeStretch(1, 20, 100), FreeStretch(2, 0, 60)]


@given(ITEMS)
def test_nothing_is_lost_overlaps_or_leaves_its_room(items: list[Item]) -> None:
    items = sorted(items, key=lambda item: item.page)
    spots = place(items, SMALL, GRID)
    if spots is None:
        return
    assert len(spots) == len(items)
    for item, spot in zip(items, spots, strict=True):
        room = SMALL[spot.page]
        assert spot.page >= item.page
        assert room.top <= spot.top and spot.top + item.height <= room.bottom
        assert spot.top % 10 == pytest.approx(0)
    assert [spot.page for spot in spots] == sorted(spot.page for spot in spots)
    assert _apart(items, spots, white=10)


@settings(max_examples=examples(60), deadline=None)
@given(ITEMS.filter(lambda items: len(items) <= 3))
def test_no_other_arrangement_comes_nearer(items: list[Item]) -> None:
    items = sorted(items, key=lambda item: item.page)
    spots = place(items, SMALL, GRID)
    choices = [ItemPosition(room.page, float(top)) for room in SMALL for top in range(0, 110, 10)]
    legal = [chosen for chosen in product(choices, repeat=len(items)) if _legal(items, chosen)]
    if spots is None:
        assert not legal
        return
    ahead, near = _distance(items, spots)
    best_ahead, best_near = min(_distance(items, chosen) for chosen in legal)
    assert ahead == best_ahead
    assert near == best_near


def _legal(items: list[Item], chosen: tuple[ItemPosition, ...]) -> bool:
    for item, spot in zip(items, chosen, strict=True):
        room = SMALL[spot.page]
        if spot.page < item.page or not room.top <= spot.top <= room.bottom - item.height:
            return False
    pages = [spot.page for spot in chosen]
    return pages == sorted(pages) and _apart(items, chosen, white=10)


def _apart(items: list[Item], spots: tuple[ItemPosition, ...], white: float) -> bool:
    stretches = sorted(
        (spot.page, spot.top, spot.top + item.height) for item, spot in zip(items, spots, strict=True)
    )
    return all(a[0] < b[0] or a[2] + white <= b[1] for a, b in pairwise(stretches))


def _distance(items: list[Item], spots: tuple[ItemPosition, ...]) -> tuple[int, float]:
    ahead = sum(spot.page - item.page for item, spot in zip(items, spots, strict=True))
    near = sum(
        (spot.top - item.wish) ** 2 for item, spot in zip(items, spots, strict=True) if spot.page == item.page
    )
    return ahead, near
