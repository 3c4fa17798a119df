"""Numbers, dates and money."""

from __future__ import annotations

import pytest
from styled import told


def mends(rule: str, text: str, lang: str = "en-GB") -> list[tuple[str, str | None]]:
    return [(typed, mend) for _, typed, mend in told(f"[style.numbers]\n{rule}", text, lang)]


def test_small_numbers_that_count_something_are_in_words() -> None:
    text = (
        "We met 5 new states. 3 of them paid 5 km, 7 per cent and 6 million. Figure 3 shows Luna 5; "
        "pages 5 and 6, "
        "Article 5, 10 000 men, 12 men, 4 May, 3–4 men, between 3 and 5 years, No. 7 seeds. “He saw 5 men.”"
    )
    assert mends("words-below = 10", text) == [("5", "five"), ("3", "Three")]
    assert mends("words-below = 10", "Es sind 5 Länder nach Artikel 5 Absatz 2 dabei.", "de") == [
        ("5", "fünf")
    ]
    assert mends("words-below = 10", "Il y a 5 pays et 1 livre.", "fr") == [("5", "cinq"), ("1", None)]
    assert mends("words-below = 101", "We met 42 states.") == [("42", "forty-two")]


def test_thousands_are_parted_and_names_and_decimals_are_left() -> None:
    text = (
        "It had 25000 seats, 12.345.678 pens, 1.234 litres, 10 000 men in 2024, ISO "
        "14001.[^1]\n\n[^1]: Doc 25000."
    )
    assert mends('thousands = "comma"', text) == [
        ("25000", "25,000"),
        ("12.345.678", "12,345,678"),
        ("10 000", "10,000"),
    ]
    assert mends('thousands = "space"', "Es waren 1.234.567 und 1,5 und 25 000.", "de") == [
        ("1.234.567", "1\u00a0234\u00a0567")
    ]


@pytest.mark.parametrize(
    ("lang", "text", "typed", "mend"),
    [
        ("en-GB", "5 % and 5 per cent", " %", " per cent"),
        ("en-US", "5% and 5 percent", "%", " percent"),
        ("de", "5 % und 5 Prozent", " %", " Prozent"),
        ("fr", "5 % et 5 pour cent", " %", " pour cent"),
    ],
)
def test_per_cent_is_a_word_or_a_sign(lang: str, text: str, typed: str, mend: str) -> None:
    assert mends('percent = "word"', text, lang) == [(typed, mend)]
    sign = "%" if lang.startswith("en") else " %"
    assert mends('percent = "sign"', text, lang) == [(mend, sign)]


def test_ranges_decades_and_money() -> None:
    assert mends('ranges = "en-dash"', "From 1990–1995, between 5-10 men, 3-4 men.") == [
        ("From 1990–1995", "From 1990 to 1995"),
        ("between 5-10", "between 5 and 10"),
    ]
    assert mends('decades = "1990s"', "The 1990's, the 90's, the ’80s and the 1970s.") == [
        ("1990's", "1990s"),
        ("90's", None),
        ("’80s", None),
    ]
    assert mends('currency = "before"', "It cost 100 € and €5.") == [("100 €", "€100")]
    assert mends('currency = "after"', "Es kostete €5 und €5 Milliarden.", "de") == [
        ("€5", "5 €"),
        ("€5", None),
    ]


@pytest.mark.parametrize(
    ("lang", "rule", "text", "mend"),
    [
        ("en-GB", "day-first", "March 5, 2024", "5 March 2024"),
        ("en-GB", "day-first", "1st May 2024", "1 May 2024"),
        ("en-GB", "day-first", "Sept. 3, 2021", "3 September 2021"),
        ("en-GB", "day-first", "2024-05-06", "6 May 2024"),
        ("en-GB", "day-first", "13/04/2024", "13 April 2024"),
        ("en-GB", "day-first", "03/04/2024", None),
        ("en-US", "month-first", "5 March 2024", "March 5, 2024"),
        ("en-GB", "iso", "5 March 2024", "2024-03-05"),
        ("de", "day-first", "1.3.2024", "1. März 2024"),
        ("de", "day-first", "01. März 2024", "1. März 2024"),
        ("fr", "day-first", "1 mars 2024", "1er mars 2024"),
        ("sv", "day-first", "2024-03-01", "1 mars 2024"),
    ],
)
def test_dates_have_one_form(lang: str, rule: str, text: str, mend: str | None) -> None:
    assert mends(f'dates = "{rule}"', f"Am {text}.", lang) == [(text, mend)]
    if mend:
        assert mends(f'dates = "{rule}"', f"Am {mend}.", lang) == []


def test_dates_in_titles_addresses_and_code_are_left() -> None:
    text = (
        "On 5 March. It may 3 times, 30 February 2024.[^1]\n\n"
        "[^1]: “May 5, 2020”, *March 3, 2021*, `May 5, 2020`, https://x.org/2024-05-06."
    )
    assert mends('dates = "day-first"', text) == []
