"""Labels made to fit."""

from __future__ import annotations

import pytest
from charts import look

from issuebrief.charts.drawing.fit_labels import spread, wrapped
from issuebrief.charts.looks.text_width import width_of


def test_words_go_onto_as_many_lines_as_they_need() -> None:
    house = look()
    lines = wrapped("United States of America", house, 45)
    assert " ".join(lines) == "United States of America"
    assert len(lines) == 3
    assert all(width_of(line, house) <= 45 for line in lines)
    assert wrapped("Indivisible", house, 5) == ["Indivisible"]
    assert width_of("", house) == 0


def test_labels_that_do_not_touch_stay_where_they_are() -> None:
    assert spread([10, 50], [10, 10], 0, 100) == [10, 50]


def test_labels_that_touch_move_apart_around_their_middle_and_keep_their_order() -> None:
    assert spread([50, 52, 51], [10, 10, 10], 0, 100) == pytest.approx([41, 61, 51])


def test_labels_stay_within_their_bounds() -> None:
    assert spread([0, 1, 99], [10, 10, 10], 0, 100) == pytest.approx([5, 15, 95])
    crowded = spread([1, 2, 3, 4], [10] * 4, 0, 30)
    assert crowded[0] == 5
    assert crowded == sorted(crowded)
