"""Rules for pictures, hairlines and contrast, on pages made of numbers."""

from __future__ import annotations

import pytest
from proofs import BLACK, WHITE, found, ink, messages, picture, stroke

from issuebrief.diagnostics.limits import Limits
from issuebrief.layout.boxes.geometry import Rect
from issuebrief.srgb import contrast


@pytest.mark.parametrize(
    ("dpi", "coarse", "low"), [(None, 0, 0), (300, 0, 0), (299, 0, 1), (150, 0, 1), (149, 1, 0)]
)
def test_pictures_want_three_hundred_dots_and_need_half_of_them(
    dpi: float | None, coarse: int, low: int
) -> None:
    assert len(found("picture.coarse", picture(dpi))) == coarse
    assert len(found("picture.low-resolution", picture(dpi))) == low


def test_how_large_a_picture_should_be_is_said() -> None:
    (finding,) = found("picture.low-resolution", picture(200, Rect(0, 0, 960, 400)))
    assert finding.message == "the picture a.png has 200 dots per inch at its printed size"
    assert finding.hint == "use one that is 3,000 pixels wide or wider, or set it smaller"


def test_rules_thinner_than_a_quarter_of_a_point_are_hairlines() -> None:
    strokes = [stroke(0.25), stroke(0.2), stroke(0.1), stroke(0.2, page=2)]
    findings = found("rules.hairline", *strokes, sheets=())
    assert [(finding.message, len(finding.spots)) for finding in findings] == [
        ("a rule of 0.1 pt is too thin to print", 1),
        ("a rule of 0.2 pt is too thin to print", 2),
    ]
    assert found("rules.hairline", *strokes, limits=Limits(hairline=0.05)) == []


def test_words_below_five_points_are_told_and_single_signs_are_not() -> None:
    words, sign, large = ink(text="Words", size=2.0), ink(text="th", size=4.0), ink(text="Words", size=5.0)
    (finding,) = found("text.too-small", words, sign, large)
    assert finding.message == "text of 2 pt is too small to be read: “Words”"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        # The grey that is known as the lightest one on white that passes.
        ((0x76 / 255,) * 3, WHITE, 4.54),
        ((1.0, 0.0, 0.0), WHITE, 4.0),
        ((0.0, 0.0, 1.0), BLACK, 2.44),
    ],
)
def test_contrast_is_that_of_wcag(one: object, other: object, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one)  # type: ignore[arg-type]
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)  # type: ignore[arg-type]


GREY = (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("size", "bold", "faint"),
    [(9, False, 1), (17.9, False, 1), (18, False, 0), (14, True, 0), (13.9, True, 1)],
)
def test_large_text_needs_less_contrast(size: float, bold: bool, faint: int) -> None:
    assert len(found("contrast.low", ink(GREY, size=size, bold=bold))) == faint


def test_a_pair_of_colours_is_told_of_once_with_all_its_spots() -> None:
    (finding,) = found("contrast.low", ink(GREY), ink(GREY, page=2), ink(BLACK), ink(GREY, BLACK, size=30))
    assert finding.message == "text in #808080 on #ffffff has a contrast of 3.98, less than 4.5: “Text”"
    assert [spot.page for spot in finding.spots] == [1, 2]


def test_the_ground_of_a_picture_is_not_judged() -> None:
    assert messages("contrast.low", ink(WHITE, None)) == []
