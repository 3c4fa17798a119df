"""Rules for text that is not where it should be, on pages made of numbers."""

from __future__ import annotations

import pytest
from proofs import LEFT, MEASURE, SIZE, found, line, messages, picture

from issuebrief.typeset.geometry import Rect


@pytest.mark.parametrize(
    ("left", "width", "off"),
    [(LEFT, MEASURE, 0), (700, 99, 0), (700, 120, 1), (-5, 50, 1)],
)
def test_text_outside_the_page_is_found(left: float, width: float, off: int) -> None:
    room = Rect(left, 0, width, 1000)
    assert len(found("text.off-page", line(left=left, width=width, room=room))) == off


def test_how_far_text_is_off_is_said_in_millimetres() -> None:
    assert messages("text.off-page", line(0, "Far out", left=700, width=100 + 96 / 2.54)) == [
        "text stands 10.0 mm outside the page: “Far out”"
    ]


def test_a_line_wider_than_its_room_is_found_and_hanging_punctuation_is_not() -> None:
    assert found("text.over-margin", line(width=MEASURE + 0.4 * SIZE)) == []
    assert messages("text.over-margin", line(0, "Wide", width=MEASURE + 96 / 25.4 * 3)) == [
        "a line is 3.0 mm wider than the room it has: “Wide”"
    ]


def test_a_first_line_may_stand_out_to_the_left_and_others_may_not() -> None:
    out = {"left": LEFT - 20, "width": MEASURE}
    assert found("text.over-margin", line(**out)) == []
    assert len(found("text.over-margin", line(first=False, **out))) == 1


def test_what_is_off_the_page_is_told_of_once() -> None:
    wide = line(left=700, width=200)
    assert len(found("text.off-page", wide)) == 1
    assert found("text.over-margin", wide) == []


def test_lines_of_one_block_are_told_of_together() -> None:
    lines = [line(number, f"Line {number}", width=MEASURE + 20 + number, source=12) for number in range(3)]
    (finding,) = found("text.over-margin", *lines)
    assert finding.message == "a line is 5.8 mm wider than the room it has: “Line 0”"
    assert len(finding.spots) == 3
    assert finding.source == 12


def test_text_in_a_window_too_small_for_it_is_cut() -> None:
    window = Rect(LEFT, 100, MEASURE, 20)
    assert found("text.cut", line(0, window=window)) == []
    assert messages("text.cut", line(1, "Gone", window=window)) == ["3.2 mm of a text are cut off: “Gone”"]
    assert found("text.cut", line(1)) == []


def test_texts_over_each_other_are_found() -> None:
    one, two = line(0, "Under", paragraph=1), line(0, "Over", paragraph=2, left=LEFT + 200, column=2)
    (finding,) = found("text.overprinted", one, two)
    assert finding.message == "two texts are printed over each other: “Under” and “Over”"
    assert len(finding.spots) == 2


def test_texts_beside_and_below_each_other_are_not() -> None:
    beside = line(0, paragraph=2, left=LEFT + MEASURE + 2)
    below = line(1, paragraph=3)
    tight = line(0, paragraph=4, baseline=112 + 0.8 * SIZE)
    assert found("text.overprinted", line(0, paragraph=1), beside, below) == []
    assert found("text.overprinted", line(0, paragraph=1), tight) == []


def test_text_that_is_cut_off_is_printed_over_nothing() -> None:
    window = Rect(LEFT, 0, MEASURE, 100)
    assert found("text.overprinted", line(0, paragraph=1, window=window), line(0, paragraph=2)) == []


def test_texts_on_different_pages_are_not_over_each_other() -> None:
    assert found("text.overprinted", line(0, paragraph=1), line(0, paragraph=2, page=2)) == []


def test_two_paragraphs_over_each_other_are_told_of_once() -> None:
    lines = [line(number % 3, paragraph=1 + number // 3) for number in range(6)]
    (finding,) = found("text.overprinted", *lines)
    assert len(finding.spots) == 3


def test_text_on_a_picture_is_found() -> None:
    over = picture(rect=Rect(LEFT, 105, 50, 300))
    beside = picture(rect=Rect(LEFT - 60, 105, 50, 300))
    below = picture(rect=Rect(LEFT, 114, 50, 300))
    assert messages("text.overprinted", line(0, "Words"), over) == [
        "text stands on the picture a.png: “Words”"
    ]
    inside = picture(rect=Rect(LEFT, 105, 50, 10), paragraph=1000)
    assert found("text.overprinted", line(0), beside, below, inside) == []
