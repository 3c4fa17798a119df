"""Which inks small text may be printed in."""

from __future__ import annotations

import pytest

from issuebrief.theming.small_text import inks_used, is_rich_black, prints_at, prints_at_any_size

NAVY, RED, PETROL, BLACK = (0.85, 0.5, 0, 0.7), (0, 0.9, 0.8, 0.22), (0.65, 0, 0, 0.49), (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("inks", "size", "fits"),
    [
        (NAVY, 8, False),
        (NAVY, 12, False),
        (NAVY, 12.5, True),
        (RED, 8.9, False),
        (RED, 9, True),
        (PETROL, 5, True),
        (BLACK, 5, True),
        ((0.3, 0, 0, 0.6), 8, False),
        ((0.29, 0, 0, 0.6), 8, True),
    ],
)
def test_small_text_takes_two_inks_and_no_rich_black(
    inks: tuple[float, float, float, float], size: float, fits: bool
) -> None:
    assert prints_at(inks, size) == fits


def test_inks_have_names_and_traces_of_them_none() -> None:
    assert inks_used((0.5, 0.001, 0, 1)) == ("cyan", "black")
    assert inks_used((0, 0, 0, 0)) == ()
    assert is_rich_black(NAVY)
    assert not prints_at_any_size(RED)
