"""sRGB and its light, against the values that the standards give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuebrief.srgb import contrast, encoded, hexadecimal, linear, luminance

PARTS = st.floats(0, 1)


@given(PARTS)
def test_light_is_encoded_as_it_was_read(part: float) -> None:
    assert encoded(linear(part)) == pytest.approx(part, abs=1e-6)


def test_middle_grey_has_about_a_fifth_of_the_light_of_white() -> None:
    assert luminance((1.0, 1.0, 1.0)) == pytest.approx(1)
    assert luminance((128 / 255,) * 3) == pytest.approx(0.2159, abs=1e-4)


def test_the_order_of_two_colours_does_not_change_their_contrast() -> None:
    black, white = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)


def test_colours_are_written_in_six_figures() -> None:
    assert hexadecimal((0.0, 128 / 255, 1.0)) == "#0080ff"
