"""Margins that meet come to the same white, and few of them are kept."""

from __future__ import annotations

import pytest
from weasyprint.layout import block

from issuebrief.layout.collapsed_margins import joined_margins


@pytest.mark.parametrize(
    "margins",
    [[], [4.0], [0.1 * n for n in range(40)], [-3.0] * 20, [(-1) ** n * n / 7 for n in range(30)]],
)
def test_margins_come_to_the_same_white(margins: list[float]) -> None:
    white = block.collapse_margin([*margins])
    with joined_margins():
        assert block.collapse_margin(margins) == white
        assert block.collapse_margin(margins) == white
        assert len(margins) <= 8


def test_weasyprint_is_as_before_afterwards() -> None:
    plain = block.collapse_margin
    with joined_margins():
        assert block.collapse_margin is not plain
    assert block.collapse_margin is plain
