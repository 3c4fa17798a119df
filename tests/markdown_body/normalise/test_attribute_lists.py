"""Braces that belong to nothing are told with what may be meant."""

from __future__ import annotations

import pytest
from written import written

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
