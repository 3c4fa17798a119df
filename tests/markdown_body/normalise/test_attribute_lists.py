"""Braces that belong to nothing are told with what may be meant."""

from __future__ import annotations

import pytest
from written import faults, written

PICTURE = "![A square in one colour](square.png)"
ROW = '![A quay](a.png "Before") ![A pier](b.png "After")\n'


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (ROW + "\nThe quay in March and in May. {#fig-quay .wide}", "take out the empty line between"),
        (ROW + "\nThe quay in March\nand in May. {#fig-quay}", "take out the empty line between"),
        (ROW + "\nProse.\n\nThe quay in May. {#fig-quay}", "put it right behind"),
        ("The quay in May. {#fig-quay}", "put it right behind"),
    ],
)
def test_a_name_behind_a_caption_that_is_parted_from_its_pictures(text: str, hint: str) -> None:
    (stray,) = [each for each in written(text)[1] if each.code == "markup.stray-attributes"]
    assert stray.hint.startswith(hint)


def test_right_below_the_pictures_it_is_theirs() -> None:
    _, problems = written(ROW + "The quay in March and in May. {#fig-quay .wide}")
    assert "markup.stray-attributes" not in {problem.code for problem in problems}


@pytest.mark.parametrize("caption", ["With *stress*", "With [a link](https://example.org)", "With `code`"])
def test_braces_with_markup_in_a_value_are_told(caption: str) -> None:
    typed = f'{PICTURE}{{width=50% caption="{caption}"}}'
    assert ("markup.stray-attributes", 1, len(PICTURE) + 1) in faults(typed)


@pytest.mark.parametrize("braces", ['{caption="Plain words"}', "{#fig-a_b .wide}", '{caption="2 * 3"}'])
def test_braces_that_are_read_are_not(braces: str) -> None:
    assert not [fault for fault in faults(f"{PICTURE}{braces}") if fault[0] == "markup.stray-attributes"]
