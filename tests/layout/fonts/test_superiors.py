"""Superiors and inferiors are the face's own where it has them, and made of its letters elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from composing import FONTS, SIZE, compose, leaves

if TYPE_CHECKING:
    from pathlib import Path

STYLE = """
sup { font-variant-position: super } sub { font-variant-position: sub }
sup, sub { font-size: 1em; line-height: 0; vertical-align: baseline }
p { text-align: left }
"""
SANS = f"""
@font-face {{ font-family: Other; src: url({FONTS.as_uri()}/source-sans/SourceSans3-Regular.otf) }}
span {{ font-family: Other; line-height: 0 }}
"""
OWN, MADE = "super", "normal"


def scripts(folder: Path, html: str, style: str = "") -> dict[str, Any]:
    """The text boxes of a paragraph, by what they say."""
    setting = compose(folder, f"<p>Salt {html} on the quay</p>", STYLE + style)
    assert len(setting.lines) == 1
    line = setting.lines[0]
    assert line.height == pytest.approx(16)
    return {leaf.text: leaf for leaf in leaves(line)}


@pytest.mark.parametrize("letters", ["2", "th", "er", "Mme", "(12)", "10-12"])
def test_what_the_face_has_is_its_own(tmp_path: Path, letters: str) -> None:
    leaf = scripts(tmp_path, f"x<sup>{letters}</sup>")[letters]
    assert leaf.style["font_variant_position"] == OWN
    assert leaf.style["font_size"] == SIZE


@pytest.mark.parametrize("letters", ["2n+1", "\u22126", "2\u03b1"])
def test_of_what_the_face_lacks_a_letter_all_is_made(tmp_path: Path, letters: str) -> None:
    found = scripts(tmp_path, f"x<sup>{letters}</sup>")
    leaf, around = found[letters], found["Salt x"]
    assert leaf.style["font_variant_position"] == MADE
    assert leaf.style["font_size"] == pytest.approx(0.62 * SIZE)
    rise = around.position_y + around.baseline - leaf.position_y - leaf.baseline
    assert rise == pytest.approx(0.34 * SIZE, abs=0.05)


def test_inferiors_are_lowered_where_they_are_made(tmp_path: Path) -> None:
    found = scripts(tmp_path, "CO<sub>2</sub>, x<sub>max</sub>")
    assert found["2"].style["font_variant_position"] == "sub"
    leaf, around = found["max"], found["Salt CO"]
    assert leaf.style["font_variant_position"] == MADE
    assert around.position_y + around.baseline < leaf.position_y + leaf.baseline


def test_an_exponents_exponent_is_made_smaller_and_higher(tmp_path: Path) -> None:
    found = scripts(tmp_path, "x<sup>2<sup>n</sup></sup>")
    lower, upper = found["2"], found["n"]
    assert lower.style["font_size"] == pytest.approx(0.62 * SIZE)
    assert upper.style["font_size"] == pytest.approx(0.62 * 0.62 * SIZE)
    assert upper.position_y + upper.baseline < lower.position_y + lower.baseline


def test_a_theme_says_how_they_are_made(tmp_path: Path) -> None:
    style = "html { --script-size: 0.7em; --superior-rise: 0.5em }"
    found = scripts(tmp_path, "x<sup>n+1</sup>", style)
    assert found["n+1"].style["font_size"] == pytest.approx(0.7 * SIZE)


def test_the_same_letters_are_judged_by_the_face_they_are_set_in(tmp_path: Path) -> None:
    found = scripts(tmp_path, "x<sup>n+1</sup> <span>x<sup>n+2</sup></span>", SANS)
    assert found["n+1"].style["font_variant_position"] == MADE
    assert found["n+2"].style["font_variant_position"] == OWN
