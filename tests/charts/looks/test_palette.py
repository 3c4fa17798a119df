"""The colours of series."""

from __future__ import annotations

import pytest
from charts import look

from issuebrief.charts.looks.palette import (
    alike,
    legible_name,
    muted_colour,
    readable_on,
    rgb_of,
    series_colours,
)
from issuebrief.srgb import contrast


@pytest.mark.parametrize("theme", ["isdp", "policy-note", "report"])
def test_four_series_are_told_apart_by_everyone_in_every_theme_that_ships(theme: str) -> None:
    house = look(theme)
    colours = series_colours(house.brand, house.accent, house.quiet, 4)
    assert colours[:2] == (house.brand, house.accent)
    assert alike(colours) is None
    assert alike((house.accent, muted_colour(house.brand))) is None


def test_two_colours_that_differ_in_hue_alone_are_told() -> None:
    assert alike(("#12304f", "#c2352b", "#bf3a2b")) == (1, 2)
    assert alike(("#12304f",)) is None


def test_words_can_be_read_on_areas_and_in_the_colour_of_their_series() -> None:
    assert readable_on("#12304f", "#1b1f24") == "#ffffff"
    assert readable_on("#a5c8ef", "#1b1f24") == "#1b1f24"
    assert contrast(rgb_of(legible_name("#a5c8ef")), (1.0, 1.0, 1.0)) >= 4.4
