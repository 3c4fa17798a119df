"""Rules for text that is not where it should be, on pages made of numbers."""

from __future__ import annotations

from typing import Any

import pytest
from proofs import AREA, LEFT, MEASURE, SIZE, box, column, found, line, messages

from issuebrief.layout.boxes.geometry import Rect


@pytest.mark.parametrize(
    ("left", "width", "off"),
    [(LEFT, MEASURE, 0), (700, 99, 0), (700, 120, 1), (-5, 50, 1)],
)
def test_text_outside_the_page_is_found(left: float, width: float, off: int) -> None:
    room = Rect(left, 0, width, 1000)
    assert len(found("text.off-page", line(left=left, width=width, room=room))) == off


def test_how_far_text_is_off_is_said_in_millimetres() -> None:
    assert messages("text.off-page", line(0, "Far out", left=700, width=100 + 96 / 2.54)) == [
        "text runs 10.0 mm outside the page: “Far out”"
    ]


def test_a_line_wider_than_its_room_is_found_and_hanging_punctuation_is_not() -> None:
    assert found("text.over-margin", line(width=MEASURE + 0.4 * SIZE)) == []
    assert messages("text.over-margin", line(0, "Wide", width=MEASURE + 96 / 25.4 * 3)) == [
        "a line is 3.0 mm wider than its space: “Wide”"
    ]


def test_a_first_line_may_stand_out_to_the_left_and_others_may_not() -> None:
    out: dict[str, Any] = {"left": LEFT - 20, "width": MEASURE}
    assert found("text.over-margin", line(**out)) == []
    assert len(found("text.over-margin", line(first=False, **out))) == 1


def test_what_is_off_the_page_is_told_of_once() -> None:
    wide = line(left=700, width=200)
    assert len(found("text.off-page", wide)) == 1
    assert found("text.over-margin", wide) == []


def test_lines_of_one_block_are_told_of_together() -> None:
    lines = [line(number, f"Line {number}", width=MEASURE + 20 + number, source=12) for number in range(3)]
    (finding,) = found("text.over-margin", *lines)
    assert finding.message == "a line is 5.8 mm wider than its space: “Line 0”"
    assert len(finding.spots) == 3
    assert finding.source == 12


def test_text_in_a_window_too_small_for_it_is_cut() -> None:
    window = Rect(LEFT, 100, MEASURE, 20)
    assert found("text.cut", line(0, window=window)) == []
    assert messages("text.cut", line(1, "Gone", window=window)) == ["3.2 mm of a text are cut off: “Gone”"]
    assert found("text.cut", line(1)) == []


def test_a_line_of_the_text_beyond_its_area_is_found_though_its_own_box_is_as_wide() -> None:
    wide: dict[str, Any] = {"left": LEFT + 500, "width": 130, "room": Rect(LEFT + 500, 0, 130, 1000)}
    assert found("text.over-margin", line(**wide)) == []
    assert messages("text.over-margin", line(0, "Wide", area=AREA, **wide)) == [
        "a line is 7.9 mm wider than its space: “Wide”"
    ]


def test_a_line_that_reaches_into_the_column_beside_it_is_found() -> None:
    columns = column(1), column(2, left=LEFT + MEASURE + 20)
    fits: dict[str, Any] = {"room": Rect(LEFT, 0, 500, 1000), "area": AREA}
    assert found("text.over-margin", *columns, line(width=MEASURE + 19, **fits)) == []
    assert messages("text.over-margin", *columns, line(0, "Wide", width=MEASURE + 58, **fits)) == [
        "a line is 10.1 mm wider than its space: “Wide”"
    ]


def test_a_line_below_the_foot_of_the_text_is_found() -> None:
    assert found("text.over-margin", line(55, area=AREA)) == []
    assert messages("text.over-margin", line(58, "Low", area=AREA)) == [
        "text runs 10.6 mm below the foot of the page's text: “Low”"
    ]


def test_the_lines_of_a_table_that_is_told_of_are_not_told_of_too() -> None:
    table = box("table", Rect(LEFT, 80, 900, 40))
    assert found("text.off-page", table, line(1, left=700, width=300, rank=12)) == []
    assert len(found("text.off-page", table, line(1, left=700, width=300, rank=30))) == 1
