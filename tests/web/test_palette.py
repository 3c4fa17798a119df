"""Colours by day and by night."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from setting import ROOT
from web_pages import THEMES

from issuebrief.resources import search_path
from issuebrief.srgb import contrast
from issuebrief.theming.legibility import from_lch, legible, to_lch
from issuebrief.theming.theme import find_theme
from issuebrief.web.palette import WHITE, Palette, make_palette

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def rgb(written: str) -> tuple[float, float, float]:
    red, green, blue = (int(written[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def pairs(palette: Palette) -> list[tuple[str, str, str, float]]:
    """Time of day, letters, ground and contrast of all that is printed on each other."""
    on_paper = [
        (name, ground)
        for name in ("--ink", "--quiet", "--brand", "--accent")
        for ground in ("--paper", "--tint")
    ]
    on_band = [(name, "--band") for name in ("--on-brand", "--on-brand-quiet")]
    return [
        (time, name, ground, contrast(rgb(colours[name]), rgb(colours[ground])))
        for time, colours in (("day", palette.day), ("night", palette.night))
        for name, ground in (*on_paper, *on_band)
    ]


def test_black_on_white_has_the_highest_contrast_and_equals_have_none() -> None:
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
    assert contrast(rgb("#777777"), WHITE) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_a_shipped_themes_own_colours_stand_unchanged_by_day(theme: str) -> None:
    found = find_theme(theme, search_path(ROOT))
    assert found
    day = make_palette(found.tokens).day
    for name in ("--ink", "--quiet", "--brand", "--accent", "--tint", "--on-brand"):
        assert day[name] == found.tokens[name]


@pytest.mark.parametrize("theme", THEMES)
def test_every_letter_of_a_shipped_theme_can_be_read_by_day_and_by_night(theme: str) -> None:
    found = find_theme(theme, search_path(ROOT))
    assert found
    assert [pair for pair in pairs(make_palette(found.tokens)) if pair[3] < 4.5] == []


@given(COLOURS, COLOURS, COLOURS)
def test_any_brand_accent_and_tint_can_be_read_by_day_and_by_night(
    brand: str, accent: str, tint: str
) -> None:
    palette = make_palette({"--brand": brand, "--accent": accent, "--tint": tint})
    assert [pair for pair in pairs(palette) if pair[3] < 4.5] == []


@given(COLOURS)
def test_the_hue_of_an_accent_stays_as_it_is_made_legible(accent: str) -> None:
    before, after = to_lch(rgb(accent)), to_lch(legible(rgb(accent), WHITE, 4.6))
    if min(before[1], after[1]) > 0.03:
        assert abs((before[2] - after[2] + 3.1416) % 6.2832 - 3.1416) < 0.12


@given(COLOURS)
def test_a_colour_comes_back_from_oklab_as_it_was(written: str) -> None:
    assert from_lch(*to_lch(rgb(written))) == pytest.approx(rgb(written), abs=0.004)


def test_a_token_may_be_made_of_another_and_written_in_any_way() -> None:
    day = make_palette({"--navy": "rgb(18 48 79)", "--brand": "var(--navy)", "--accent": "darkred"}).day
    assert day["--brand"] == "#12304f"
    assert day["--accent"] == "#8b0000"


def test_a_colour_may_be_given_in_any_space() -> None:
    assert make_palette({"--brand": "oklch(40% 0.1 250)"}).day["--brand"] == "#124a7b"


@pytest.mark.parametrize("value", ["", "none", "currentcolor", "var(--missing)", "12pt"])
def test_what_is_no_colour_gives_way_to_the_shipped_one(value: str) -> None:
    assert make_palette({"--brand": value}).day["--brand"] == "#12304f"
