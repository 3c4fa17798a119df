"""Signs that are set in the face of what stands beside them: as wide as they may become on any line."""

from __future__ import annotations

from array import array

import pytest

from issuebrief.layout.paragraphs.letters_of_any_script import widest_on_any_line

ALEF = "\u05d0"


def set_alone(text: str) -> array[float]:
    """Widths of letters in a text by itself: signs are wide before Hebrew, narrower alone, letters are 1."""
    sign = 5.0 if text[-1] == ALEF else 3.0
    return array("d", [1.0 if letter.isalpha() else sign for letter in text])


@pytest.mark.parametrize(
    ("text", "widths"),
    [
        (f"{ALEF}::", [1, 3, 3]),
        (f"{ALEF} :", [1, 3, 3]),
        (f"a: {ALEF}", [1, 5, 5, 1]),
        (f"1{ALEF}", [5, 1]),
        (f"{ALEF} {ALEF}", [1, 2, 1]),
        (f"{ALEF}:\u05b0a", [1, 3, 3, 1]),
        (ALEF, [1]),
        ("", []),
    ],
)
def test_signs_are_as_wide_as_alone_or_before_what_follows(text: str, widths: list[float]) -> None:
    within = array("d", [1.0 if letter.isalpha() else 2.0 for letter in text])
    found = widest_on_any_line(text, within, set_alone)
    assert list(found) == widths
    assert max(found, default=0.0) >= max(within, default=0.0)


def test_a_text_is_measured_in_time_that_grows_with_its_length() -> None:
    asked = []

    def measured(text: str) -> array[float]:
        asked.append(len(text))
        return set_alone(text)

    text = f"{ALEF}:: a " * 500
    widest_on_any_line(text, array("d", [1.0] * len(text)), measured)
    assert sum(asked) < 4 * len(text)
