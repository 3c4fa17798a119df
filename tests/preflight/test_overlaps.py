"""Rules for what is printed over something else, on pages made of numbers."""

from __future__ import annotations

from typing import Any

import pytest
from proofs import AREA, LEFT, MEASURE, SHEET, SIZE, SQUARE, box, found, line, messages, picture

from issuebrief.layout.boxes.geometry import Rect


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


def test_letters_over_each_other_are_told_of_once_a_paragraph() -> None:
    crowded = [line(number, "Ebb and flood", crowded="flood", paragraph=1) for number in range(2)]
    (finding,) = found("text.overprinted", *crowded, line(3, paragraph=2))
    assert finding.message == "letters or words of a line are printed over each other: “flood”"
    assert len(finding.spots) == 2


def test_text_on_a_picture_is_found() -> None:
    over = picture(rect=Rect(LEFT, 105, 50, 300))
    beside = picture(rect=Rect(LEFT - 60, 105, 50, 300))
    below = picture(rect=Rect(LEFT, 114, 50, 300))
    assert messages("text.overprinted", line(0, "Words"), over) == [
        "text overlaps the picture a.png: “Words”"
    ]
    inside = picture(rect=Rect(LEFT, 105, 50, 10), paragraph=1000)
    assert found("text.overprinted", line(0), beside, below, inside) == []


def test_a_picture_that_is_too_tall_is_not_told_of_as_one_with_text_on_it() -> None:
    tall = picture(rect=Rect(LEFT, 105, 50, 2000), area=AREA)
    assert found("text.overprinted", line(0), tall) == []
    assert len(found("picture.off-page", tall)) == 1


FRAME = {"is_filled": False}
DECORATION = {"is_decoration": True}


@pytest.mark.parametrize(
    ("what", "painted", "message"),
    [
        ({}, 1, "text overlaps a box that is not its own: “Words”"),
        ({}, 9, "text is hidden under a box: “Words”"),
        (FRAME, 9, "text overlaps a box that is not its own: “Words”"),
        (DECORATION, 1, None),
        (DECORATION, 9, "text is hidden under a box: “Words”"),
        (DECORATION | FRAME, 9, None),
    ],
)
def test_text_on_or_under_the_box_of_another(what: dict[str, Any], painted: int, message: str | None) -> None:
    """What only decorates may lie under text, and only what is filled and painted later hides it."""
    text = line(0, "Words", rank=30, order=((3, 0, 30),))
    other = box(rect=Rect(LEFT, 105, 50, 300), order=((painted, 0, 10),), **what)
    assert messages("text.overprinted", text, other) == ([message] if message else [])


def test_text_in_its_own_box_or_around_it_is_not_told_of() -> None:
    own = box(rect=Rect(LEFT, 105, 50, 300))
    assert found("text.overprinted", line(0, rank=12), own) == []
    assert found("text.overprinted", line(0, rank=30, paragraph=4), box(rect=own.rect, paragraph=4)) == []


def test_a_rule_through_a_line_is_found_and_one_below_it_is_not() -> None:
    through, below = Rect(LEFT, 108, MEASURE, 0.5), Rect(LEFT, 115, MEASURE, 0.5)
    text = line(0, rank=30)
    assert len(found("text.overprinted", text, box("rule", through))) == 1
    assert found("text.overprinted", text, box("rule", below)) == []


def test_pictures_over_each_other_are_found() -> None:
    one, beside = picture(name="a.png"), picture(name="b.png", rect=Rect(SQUARE.right, 200, 96, 96))
    over = picture(name="c.png", rect=Rect(150, 250, 96, 96))
    assert found("picture.overprinted", one, beside) == []
    assert messages("picture.overprinted", one, over) == [
        "two pictures are printed over each other: a.png and c.png"
    ]
    elsewhere = picture(name="c.png", rect=over.rect, page=2)
    assert found("picture.overprinted", one, elsewhere, sheets=(SHEET, SHEET)) == []


def test_a_picture_on_the_box_of_another_is_found() -> None:
    assert messages("picture.overprinted", picture(rank=30), box("table")) == [
        "the picture a.png and the table are printed over each other"
    ]
    assert found("picture.overprinted", picture(rank=12), box("table")) == []
    assert found("picture.overprinted", picture(rank=30, order=((3, 0, 30),)), box(is_decoration=True)) == []


def test_lines_that_run_aslant_below_each_other_are_not_over_each_other() -> None:
    aslant = {"paragraph": 1, "slant": ((4, 0, 7),)}
    one, two = line(0, "Upper", **aslant), line(0, "Lower", baseline=112 + 0.4 * SIZE, **aslant)
    assert found("text.overprinted", one, two) == []
    assert len(found("text.overprinted", one, line(0, "Level", paragraph=2))) == 1
