"""The digits of languages and regions."""

from __future__ import annotations

import unicodedata

import pytest

from issuebrief.numbering_systems import (
    DEFAULT,
    EUROPEAN,
    NATIVE,
    SYSTEMS,
    default_system,
    in_system,
    native_system,
)


@pytest.mark.parametrize("name", sorted(SYSTEMS))
def test_a_system_has_ten_digits_in_their_order(name: str) -> None:
    assert [unicodedata.digit(digit) for digit in SYSTEMS[name].digits] == list(range(10))
    assert in_system("p. 1905", name) == "p. " + "".join(
        SYSTEMS[name].digits[value] for value in (1, 9, 0, 5)
    )


@pytest.mark.parametrize(
    ("lang", "default", "native"),
    [
        ("en", "latn", "latn"),
        ("ar", "latn", "arab"),
        ("ar-EG", "arab", "arab"),
        ("ar-sa", "arab", "arab"),
        ("ar-MA", "latn", "arab"),
        ("ar-Arab-LB", "arab", "arab"),
        ("fa", "arabext", "arabext"),
        ("prs", "arabext", "arabext"),
        ("fa-Latn", "latn", "latn"),
        ("hi-IN", "latn", "deva"),
        ("mr", "deva", "deva"),
        ("bn-Beng-BD", "beng", "beng"),
        ("ur-PK", "latn", "arabext"),
        ("ur-IN", "arabext", "arabext"),
        ("uz-Arab", "arabext", "arabext"),
        ("uz", "latn", "latn"),
        ("he", "latn", "latn"),
        ("ja", "latn", "latn"),
    ],
)
def test_a_language_has_the_digits_of_its_region_and_some_have_their_own(
    lang: str, default: str, native: str
) -> None:
    assert (default_system(lang), native_system(lang)) == (default, native)


def test_every_system_that_a_language_has_is_known() -> None:
    assert set(NATIVE.values()) == SYSTEMS.keys()
    assert set(DEFAULT.values()) <= {*SYSTEMS, EUROPEAN}
    assert in_system("2023", "latn") == "2023"
