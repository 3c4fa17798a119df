"""Braces that nothing takes."""

from __future__ import annotations

import pytest
from written import faults

PICTURE = "![A square in one colour](square.png)"


@pytest.mark.parametrize("caption", ["With *stress*", "With [a link](https://example.org)", "With `code`"])
def test_braces_with_markup_in_a_value_are_told(caption: str) -> None:
    typed = f'{PICTURE}{{width=50% caption="{caption}"}}'
    assert ("markup.stray-attributes", 1, len(PICTURE) + 1) in faults(typed)


@pytest.mark.parametrize("braces", ['{caption="Plain words"}', "{#fig-a_b .wide}", '{caption="2 * 3"}'])
def test_braces_that_are_read_are_not(braces: str) -> None:
    assert not [fault for fault in faults(f"{PICTURE}{braces}") if fault[0] == "markup.stray-attributes"]
