"""Where figures stand so that they leave no holes."""

from __future__ import annotations

from issuebrief.compose.figure_places import Item, order_of

TEXT = Item(5)
HEADING = Item(1, above=1, splittable=False, together=True)


def figure(lines: int, *, spans: bool = False) -> Item:
    return Item(lines, above=1, below=1, splittable=False, moves=True, spans=spans)


def test_a_figure_that_fits_stays() -> None:
    assert order_of([TEXT, figure(10), TEXT], 40, 40, 2) == (0, 1, 2)


def test_text_comes_before_a_figure_that_fits_no_more() -> None:
    items = [Item(20), figure(30), TEXT, TEXT, TEXT, TEXT, TEXT]
    assert order_of(items, 40, 40, 1) == (0, 2, 3, 4, 5, 1, 6)


def test_a_small_rest_of_a_column_is_no_hole() -> None:
    assert order_of([Item(37), figure(30), TEXT, TEXT], 40, 40, 1) == (0, 1, 2, 3)


def test_figures_keep_their_order() -> None:
    order = order_of([Item(20), figure(30), figure(5), TEXT, TEXT, TEXT, TEXT], 40, 40, 1)
    assert order.index(1) < order.index(2)
    assert order[1] == 3


def test_a_heading_comes_with_its_text() -> None:
    order = order_of([Item(20), figure(30), HEADING, Item(15), TEXT], 40, 40, 1)
    assert order == (0, 2, 3, 1, 4)


def test_what_spans_the_columns_stands_below_level_columns() -> None:
    wide = figure(25, spans=True)
    assert order_of([Item(20), wide, TEXT], 40, 40, 2) == (0, 1, 2)
    assert order_of([Item(40), wide, Item(40), TEXT], 40, 40, 2) == (0, 2, 1, 3)


def test_a_table_that_breaks_leaves_no_hole() -> None:
    table = Item(60, 1, 1, splittable=True, moves=True)
    assert order_of([Item(20), table, TEXT], 40, 40, 1) == (0, 1, 2)


def test_where_no_text_follows_nothing_moves() -> None:
    assert order_of([Item(20), figure(30)], 40, 40, 1) == (0, 1)
