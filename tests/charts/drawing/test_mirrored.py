"""Charts for readers from right to left."""

from __future__ import annotations

from typing import Any

import pytest
from charts import drawing, layers

from issuebrief.charts.drawing.marks import isolated
from issuebrief.charts.drawing.mirrored import mirrored
from issuebrief.charts.looks.text_width import AVERAGE, width_of


def places(found: Any) -> dict[str, tuple[float, str]]:
    """Where words stand, and on which side of that."""
    return {
        row["words"]: (round(row["x"], 2), layer["mark"]["align"])
        for layer in layers(found, "text")
        for row in layer["values"]
    }


def test_names_change_sides_and_bars_run_the_other_way() -> None:
    plain = drawing("type: bar", "n,v\na,1\nb,-2")
    turned = mirrored(plain)
    before, after = places(plain), places(turned)
    assert before["a"] == (0.0, "left")
    assert after["a"] == (round(plain.width, 2), "right")
    assert after["1"] == (round(plain.width - before["1"][0], 2), "right")
    (bars,) = layers(plain, "rect")
    (mirrored_bars,) = layers(turned, "rect")
    start, end = mirrored_bars["encoding"]["x"]["scale"]["range"]
    ends = bars["encoding"]["x"]["scale"]["range"]
    assert [plain.width - start, plain.width - end] == pytest.approx(ends)
    assert mirrored_bars["values"] == bars["values"]


@pytest.mark.parametrize("type_", ["line", "area", "small-multiples", "dot"])
def test_what_is_mirrored_twice_is_as_it_was(type_: str) -> None:
    plain = drawing(f"type: {type_}", "Year,a,b\n2019,1,2\n2020,3,4\n2021,2,5")
    twice = mirrored(mirrored(plain))
    assert twice.width == plain.width
    assert places(twice) == places(plain)
    assert twice.misfits == plain.misfits


def test_words_that_begin_from_right_to_left_are_isolated() -> None:
    assert isolated("GDP (2024)") == "GDP (2024)"
    assert isolated("2024") == "2024"
    assert isolated("(2024) \u05d0\u05d1 GDP") == "\u2067(2024) \u05d0\u05d1 GDP\u2069"


def test_letters_that_the_face_lacks_have_a_usual_width() -> None:
    from charts import look

    size = look().size
    assert width_of("\u0645\u0635\u0631", look()) == pytest.approx(3 * AVERAGE * size)
    assert width_of("\u6708\u7403", look()) == pytest.approx(2 * size)
    assert width_of("\u2067\u0645\u2069", look()) == pytest.approx(AVERAGE * size, rel=0.02)
