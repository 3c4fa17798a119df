"""Rules for pictures and boxes that stand where they should not, on pages made of numbers."""

from __future__ import annotations

from typing import Any

import pytest
from proofs import AREA, LEFT, MEASURE, box, column, found, line, messages, picture

from issuebrief.layout.boxes.geometry import Rect

MM = 96 / 25.4


@pytest.mark.parametrize(
    ("rect", "area", "off"),
    [
        (Rect(LEFT, 200, 300, 300), AREA, ""),
        (Rect(LEFT, 200, 700 + 10 * MM, 300), AREA, "10.0 mm"),
        (Rect(LEFT, 200, 300, 900 + 20 * MM), AREA, "20.0 mm"),
        (Rect(-3 * MM, -3 * MM, 800 + 6 * MM, 300), None, ""),
        (Rect(-3 * MM, -3 * MM, 800 + 6 * MM, 300), AREA, "3.0 mm"),
        (Rect(-30 * MM, 0, 800, 300), None, "30.0 mm"),
    ],
)
def test_pictures_off_the_page(rect: Rect, area: Rect | None, off: str) -> None:
    """A picture of the text may not touch the edge, a cover may run over it by the bleed."""
    expected = [f"{off} of the picture a.png are outside the page"] if off else []
    assert messages("picture.off-page", picture(rect=rect, area=area)) == expected


@pytest.mark.parametrize(
    ("rect", "message"),
    [
        (Rect(LEFT, 200, MEASURE, 100), None),
        (Rect(LEFT, 200, MEASURE + 10 * MM, 100), "is 10.0 mm wider than its space"),
        (Rect(LEFT - 5 * MM, 200, MEASURE, 100), "is 5.0 mm wider than its space"),
        (Rect(LEFT, 200, MEASURE, 800 + 8 * MM), "reaches 8.0 mm below the foot of the page's text"),
    ],
)
def test_pictures_too_large_for_their_place(rect: Rect, message: str | None) -> None:
    room = Rect(LEFT, 150, MEASURE, 2000)
    expected = [f"the picture a.png {message}"] if message else []
    assert messages("picture.over-margin", picture(rect=rect, area=AREA, room=room)) == expected
    assert found("picture.over-margin", picture(rect=rect, area=None, room=room)) == []


def test_what_a_theme_moves_out_of_the_column_with_its_figure_is_let_pass() -> None:
    columns = column(1), column(2, left=LEFT + MEASURE + 50)
    out = Rect(LEFT, 200, MEASURE + 40, 100)
    assert found("picture.over-margin", *columns, picture(rect=out, area=AREA, room=out)) == []
    into = Rect(LEFT, 200, MEASURE + 50 + 10 * MM, 100)
    assert messages("picture.over-margin", *columns, picture(rect=into, area=AREA, room=into)) == [
        "the picture a.png is 10.0 mm wider than its space"
    ]


def test_what_is_off_the_page_is_not_told_of_as_over_its_margin_too() -> None:
    far = Rect(LEFT, 200, 900, 100)
    assert found("picture.over-margin", picture(rect=far, area=AREA)) == []
    assert found("boxes.over-margin", box(rect=far)) == []


def test_pictures_cut_by_a_box_are_found_in_the_text_alone() -> None:
    window = Rect(LEFT, 200, 96, 50)
    assert messages("picture.cut", picture(area=AREA, window=window)) == [
        "12.2 mm of the picture a.png are cut off"
    ]
    assert found("picture.cut", picture(area=None, window=window)) == []
    assert found("picture.cut", picture(area=AREA)) == []


@pytest.mark.parametrize(("kind", "name"), [("table", "the table"), ("box", "a box"), ("rule", "a rule")])
def test_boxes_off_the_page_and_over_their_margins(kind: str, name: str) -> None:
    def messages_of(code: str, **changes: Any) -> list[str]:
        return messages(code, box(kind, **changes))

    off = Rect(LEFT, 200, 700 + 4 * MM, 40)
    assert messages_of("boxes.off-page", rect=off) == [f"4.0 mm of {name} are outside the page"]
    assert messages_of("boxes.off-page", rect=off, area=None) == []
    wide = Rect(LEFT, 200, 600 + 4 * MM, 40)
    assert messages_of("boxes.over-margin", rect=wide) == [f"{name} is 4.0 mm wider than its space"]
    low = Rect(LEFT, 960, 200, 40 + 4 * MM)
    below = f"{name} reaches 4.0 mm below the foot of the page's text"
    assert messages_of("boxes.over-margin", rect=low) == [below]
    assert messages_of("boxes.over-margin", rect=Rect(LEFT, 200, 200, 40)) == []


def test_a_table_wider_than_the_block_it_stands_in_is_found_by_its_widest_words() -> None:
    room = Rect(LEFT, 150, MEASURE, 300)
    words = line(0, "Short", width=60, rank=12), line(1, "Incomprehensible", width=200, rank=13)
    table = box("table", Rect(LEFT, 200, MEASURE + 10, 60), room=room)
    (finding,) = found("boxes.over-margin", table, *words)
    assert finding.message == "the table is 2.6 mm wider than its space: “Incomprehensible”"
    assert (finding.source, finding.text) == (6, "Incomprehensible")
    assert found("boxes.over-margin", box("box", table.rect, room=room)) == []
