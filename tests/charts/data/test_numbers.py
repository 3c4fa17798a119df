"""Numbers as people of several countries write them."""

from __future__ import annotations

import pytest

from issuebrief.charts.data.numbers import decimal_signs, is_doubtful, is_exact, is_missing, number_of


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("1,234", ".", 1234.0),
        ("1,234", ",", 1.234),
        ("1.234.567,5", ",", 1234567.5),
        ("1 234,5", ",", 1234.5),
        ("1\u202f234.5", ".", 1234.5),
        ("1'000", ".", 1000.0),
        ("\u22125", ".", -5.0),
        ("\u20135,5", ",", -5.5),
        ("12%", ".", 12.0),
        ("1e3", ".", 1000.0),
        (".5", ".", 0.5),
    ],
)
def test_a_number_is_what_its_country_means(text: str, decimal: str, number: float) -> None:
    assert number_of(text, decimal) == number


@pytest.mark.parametrize(
    ("text", "decimal"),
    [
        ("0,123", "."), ("12,34,567", "."), ("1,2345", "."), ("1.234,5", "."), ("5.", "."), ("1e999", "."),
        ("nan", "."), ("inf", "."), ("$3", "."), ("4 km", "."), ("two", "."), ("1.2.3", "."), ("1 23", "."),
    ],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str, decimal: str) -> None:
    assert number_of(text, decimal) is None


def test_the_cells_tell_which_sign_is_the_decimal_one() -> None:
    assert decimal_signs(["1,5"]) == {","}
    assert decimal_signs(["1.234,5"]) == {","}
    assert decimal_signs(["1.234.567"]) == {","}
    assert decimal_signs(["1,234", "7", "2023-10-16", "words, and more."]) == set()
    assert is_doubtful("1,234")
    assert not is_doubtful("0,234")


def test_signs_for_no_value_and_numbers_too_long_to_be_kept() -> None:
    assert all(map(is_missing, ("", " - ", "n/a", "N.A.", "…", ":", "–")))
    assert not any(map(is_missing, ("0", "x", "no")))
    assert is_exact("123456789012345")
    assert not is_exact("1234567890123456")
