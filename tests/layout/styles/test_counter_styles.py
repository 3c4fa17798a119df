"""A style that repeats its signs gives way to digits before a number fills pages."""

from __future__ import annotations

import pytest

from issuebrief.layout.styles.counter_styles import BoundedCounterStyle

DIGITS = {"system": (None, "numeric", None), "symbols": tuple(("string", sign) for sign in "0123456789")}
STARS = {"system": (None, "symbolic", None), "symbols": (("string", "*"), ("string", "+"))}
SUMS = {"system": (None, "additive", None), "additive_symbols": ((5, ("string", "V")), (1, ("string", "I")))}
SAID = ("negative", "prefix", "suffix", "range", "pad", "fallback", "symbols", "additive_symbols", "system")


def counters(digits: str = "latn") -> BoundedCounterStyle:
    styles = BoundedCounterStyle(digits=digits)
    for name, said in (("decimal", DIGITS), ("stars", STARS), ("sums", SUMS)):
        styles[name] = dict.fromkeys(SAID) | said
    styles["more-stars"] = dict.fromkeys(SAID) | {"system": ("extends", "stars", None)}
    return styles


@pytest.mark.parametrize(
    ("number", "style", "signs"),
    [
        (3, "stars", "**"),
        (400, "stars", "+" * 200),
        (401, "stars", "401"),
        (10**9, "stars", str(10**9)),
        (4, "more-stars", "++"),
        (10**9, "more-stars", str(10**9)),
        (7, "sums", "VII"),
        (10**9, "sums", str(10**9)),
        (10**9, "decimal", str(10**9)),
    ],
)
def test_a_number_takes_no_more_than_two_hundred_signs(number: int, style: str, signs: str) -> None:
    assert counters().render_value(number, style) == signs


def test_copies_are_bounded_as_well() -> None:
    assert counters().copy().render_value(10**9, "stars") == str(10**9)


def test_figures_are_in_the_digits_of_the_brief_and_signs_stay() -> None:
    persian = counters("arabext")
    assert persian.copy().render_value(120, "decimal") == "۱۲۰"
    assert persian.render_value(401, "stars") == "۴۰۱"
    assert (persian.render_value(7, "sums"), persian.render_value(2, "stars")) == ("VII", "+")
