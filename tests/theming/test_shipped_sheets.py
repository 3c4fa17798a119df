"""Which style sheets ship with the program, and which are a house's own in the same folder."""

from __future__ import annotations

import pytest

from issuebrief.resources import shipped
from issuebrief.theming.shipped_sheets import NAMES, is_shipped

STYLES = shipped("styles")


def test_the_sheets_that_ship_are_those_of_the_folder() -> None:
    assert {sheet.relative_to(STYLES).as_posix() for sheet in STYLES.rglob("*.css")} == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_shipped_sheet_is_known(name: str) -> None:
    assert is_shipped(STYLES / name)


@pytest.mark.parametrize("name", ["themes/house.css", "tokens-of-the-house.css", "web/themes/house.css"])
def test_a_sheet_beside_the_shipped_ones_is_a_house_s_own(name: str) -> None:
    assert not is_shipped(STYLES / name)
