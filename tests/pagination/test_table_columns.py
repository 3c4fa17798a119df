"""Widths with which a table is as low as can be."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from issuebrief.pagination.table_columns import (
    CellText,
    TableColumn,
    Word,
    by_area,
    levelled,
    lines_of,
    lowest,
    raised,
)


def column(*cells: str, least: float = 4, beside: float = 0) -> TableColumn:
    """A column whose letters, and the spaces between its words, are one wide."""
    texts = tuple((row, (text(cell, beside),)) for row, cell in enumerate(cells))
    return TableColumn(texts, least, max(len(cell) for cell in cells) + beside)


def text(cell: str, beside: float = 0) -> CellText:
    return CellText(tuple(Word(len(word), 1) for word in cell.split()), beside)


def height(columns: list[TableColumn], widths: list[float]) -> int:
    rows: dict[int, int] = {}
    for each, width in zip(columns, widths, strict=True):
        for row, cell in each.cells:
            lines = sum(lines_of(text.words, width - text.beside)[0] for text in cell)
            rows[row] = max(rows.get(row, 0), lines)
    return sum(rows.values())


def test_words_fill_lines() -> None:
    assert lines_of(text("one two three four").words, 7) == (3, 0)
    assert lines_of(text("one two three four").words, 18) == (1, 0)


def test_a_word_that_is_wider_than_its_line_is_divided_at_its_parts() -> None:
    word = Word(12, 1, (4, 5, 5))
    assert lines_of((Word(3, 1), word), 9) == (3, 1)
    assert lines_of((word,), 10) == (2, 1)


def test_what_has_no_parts_is_cut_anywhere() -> None:
    assert lines_of((Word(25, 1),), 10) == (3, 1)


def test_the_column_with_most_text_gets_most_room() -> None:
    columns = [column("a", "b"), column("a long cell with many words in it", "another such cell with words")]
    few, many = lowest(columns, 30)
    assert many > 2 * few
    assert few + many == pytest.approx(30)


def test_a_head_gives_way_to_the_many_rows_below_it() -> None:
    columns = [column(*["a harbour in the north"] * 20), column("tonnes in thousands", *["12"] * 19)]
    widths = lowest(columns, 34)
    assert widths[0] >= 22


def test_no_column_is_under_its_least_width_and_all_fill_the_room() -> None:
    columns = [column("a b c d e f g", least=9), column("one two three four five six seven", least=5)]
    widths = lowest(columns, 24)
    assert widths[0] >= 9
    assert widths[1] >= 5
    assert sum(widths) == pytest.approx(24)


@pytest.mark.parametrize("seed", range(12))
def test_no_other_widths_make_a_small_table_lower(seed: int) -> None:
    random = Random(seed)
    words = ["a", "port", "tide", "harbour", "measures", "the", "of", "water"]
    columns = [
        column(*(" ".join(random.choices(words, k=random.randint(1, 9))) for _ in range(5)), least=8)
        for _ in range(3)
    ]
    every = (
        (first, second, 60 - first - second)
        for first, second in product(range(8, 45), repeat=2)
        if 60 - first - second >= 8
    )
    best = min(height(columns, [*map(float, widths)]) for widths in every)
    assert height(columns, lowest(columns, 60)) <= best + 1


def test_what_a_table_does_not_need_is_shared() -> None:
    assert lowest([column("abcd"), column("abcd")], 40) == pytest.approx([20, 20])


def test_areas_share_by_the_roots_of_what_they_add_up_to() -> None:
    columns = [column(*["a " * 100] * 4), column(*["a " * 25] * 4, "a " * 100)]
    first, second = by_area(columns, [2, 2], 42)
    assert first > second


def test_as_many_columns_as_can_be_keep_their_words_whole() -> None:
    assert raised([10, 10, 10], [30, 12, 15], 40) == [13, 12, 15]


def test_what_is_left_over_is_shared() -> None:
    assert raised([10, 10], [12, 14], 30) == [14, 16]


def test_long_cells_get_the_room_that_short_ones_leave() -> None:
    assert levelled([10, 10, 10], [10, 100, 200], 70) == pytest.approx([10, 20, 40])
