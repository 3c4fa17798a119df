"""How different colours look, to everyone."""

from __future__ import annotations

import pytest

from issuebrief.charts.looks.colour_differences import ciede2000, difference, in_grey, least_difference


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_formula_gives_the_values_of_its_authors_test_data(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)
    assert ciede2000(other, one) == pytest.approx(expected, abs=1e-4)


def test_red_and_green_of_one_lightness_are_alike_to_some() -> None:
    red, green = (0.75, 0.25, 0.2), (0.35, 0.5, 0.15)
    assert difference(red, green) > 40
    assert least_difference(red, green) < 12
    assert in_grey((1.0, 1.0, 1.0)) == pytest.approx((1.0, 1.0, 1.0))
