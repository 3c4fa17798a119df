"""From colours to inks."""

from __future__ import annotations

import pytest
from coated_inks import COATED, NAVY, THIN, profile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from issuebrief.pdf.press.greys import grey_inks
from issuebrief.pdf.press.separation import Inks, limited

part = st.floats(0, 1)
colour = st.tuples(part, part, part)


def rgb(text: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(text)
    return (red / 255, green / 255, blue / 255)


def test_black_is_black_alone_and_white_is_paper() -> None:
    assert COATED.inks((0, 0, 0)) == (0, 0, 0, 1)
    assert COATED.inks((1, 1, 1)) == (0, 0, 0, 0)


def test_greys_are_tints_of_black_the_darker_the_more() -> None:
    tints = [COATED.inks((value / 255,) * 3) for value in range(256)]
    assert {tint[:3] for tint in tints} == {(0, 0, 0)}
    blacks = [tint[3] for tint in tints]
    assert blacks == sorted(blacks, reverse=True)
    assert len(set(blacks)) > 100
    assert blacks[128] == pytest.approx(0.6, abs=0.08)


def test_what_is_nearly_grey_is_grey_and_what_is_not_is_not() -> None:
    assert COATED.inks(rgb("808283"))[:3] == (0, 0, 0)
    assert max(COATED.inks(rgb("80868c"))[:3]) > 0


def test_a_colour_whose_inks_are_given_has_these() -> None:
    assert COATED.inks(rgb("12304f")) == (0.85, 0.5, 0, 0.7)
    assert COATED.inks(rgb("123050")) != (0.85, 0.5, 0, 0.7)


def test_inks_that_are_given_keep_to_the_limit_too() -> None:
    rich = Inks(profile(), {NAVY: (1, 0.8, 0.5, 0.9)}, 2.3)
    assert sum(rich.inks(rgb("12304f"))) == pytest.approx(2.3)
    assert rich.inks(rgb("12304f"))[3] == 0.9


def test_a_red_is_magenta_and_yellow() -> None:
    cyan, magenta, yellow, _ = COATED.inks((0.9, 0.1, 0.1))
    assert cyan < 0.05
    assert min(magenta, yellow) > 0.8


@given(colour)
def test_no_colour_takes_more_ink_than_allowed(value: tuple[float, float, float]) -> None:
    assert sum(COATED.inks(value)) <= 3.0
    assert sum(THIN.inks(value)) <= 2.2 + 1e-9


@given(st.tuples(part, part, part, part), st.floats(1, 4))
def test_what_is_taken_off_is_coloured_ink_in_equal_shares(
    inks: tuple[float, float, float, float], limit: float
) -> None:
    found = limited(inks, limit)
    assert sum(found) <= max(limit, sum(found[3:])) + 1e-9
    assert found[3] == inks[3]
    if sum(inks) <= limit:
        assert found == inks
    else:
        assert found[0] * inks[1] == pytest.approx(found[1] * inks[0])
        assert found[1] * inks[2] == pytest.approx(found[2] * inks[1])


def test_a_gradient_between_colours_goes_by_the_colours_between_them() -> None:
    blend = COATED.blend(rgb("2040c0"), rgb("e0d020"))
    assert len(blend) == 9
    assert (blend[0], blend[-1]) == (COATED.inks(rgb("2040c0")), COATED.inks(rgb("e0d020")))
    red, green, blue = ((a + b) / 2 for a, b in zip(rgb("2040c0"), rgb("e0d020"), strict=True))
    assert blend[4] == COATED.inks((red, green, blue))


def test_a_gradient_from_a_grey_or_a_given_colour_has_no_inks_but_theirs() -> None:
    assert COATED.blend(rgb("808080"), rgb("c02020")) == [
        COATED.inks(rgb("808080")),
        COATED.inks(rgb("c02020")),
    ]
    assert COATED.blend(rgb("c02020"), rgb("12304f"))[-1] == (0.85, 0.5, 0, 0.7)


def test_pictures_are_brought_down_when_they_are_far_above_and_never_up() -> None:
    assert [COATED.reduction(dots) for dots in (10, 150, 300, 350, 450)] == [1.0] * 5
    assert COATED.reduction(700) == 0.5
    assert COATED.reduction(451) == pytest.approx(350 / 451)


def test_the_shipped_profile_keeps_its_limit_by_itself() -> None:
    assert 2.9 < COATED.heaviest <= 3.0


def test_greys_are_spread_evenly_between_paper_and_solid_black() -> None:
    lights = [100 - 84 * ink / 255 for ink in range(256)]  # a black that is not very black
    inks = grey_inks(lights)
    assert (inks[0], inks[255]) == (255, 0)
    assert inks[119] == pytest.approx(128, abs=2)  # L* 50


def test_inks_of_another_condition_are_those_of_this_one_as_they_look() -> None:
    picture = Image.new("CMYK", (1, 1), (0, 230, 210, 50))
    from PIL import ImageCms

    again = ImageCms.applyTransform(picture, COATED.from_inks(COATED.profile.data))
    assert again is not None
    assert list(again.tobytes()) == pytest.approx([0, 230, 210, 50], abs=8)


def test_small_text_has_the_inks_that_the_theme_gives_it_or_the_nearest_two() -> None:
    own = Inks(profile(), {NAVY: (0.85, 0.5, 0, 0.7)}, 3.0, {NAVY: (0.25, 0, 0, 0.95)})
    assert own.text_inks(rgb("12304f"), 8) == (0.25, 0, 0, 0.95)
    assert own.text_inks(rgb("12304f"), 20) == (0.85, 0.5, 0, 0.7)
    found = own.text_inks(rgb("207040"), 8)
    assert found != own.inks(rgb("207040"))
    assert sum(ink > 0 for ink in found) <= 2
    assert own.text_inks((0, 0, 0), 6) == (0, 0, 0, 1)


def test_middling_text_in_a_rich_black_keeps_its_colour_with_less_black() -> None:
    own = Inks(profile(), {NAVY: (0.85, 0.5, 0, 0.7)}, 3.0, {NAVY: (0.25, 0, 0, 0.95)})
    cyan, magenta, yellow, black = own.text_inks(rgb("12304f"), 11)
    assert black < 0.5
    assert cyan > 0.85
    assert magenta > 0.5
    assert yellow == 0
    assert own.text_inks(rgb("12304f"), 8.5) == (0.25, 0, 0, 0.95)
