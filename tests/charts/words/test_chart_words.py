"""The words and signs of charts in each language."""

from __future__ import annotations

import re
import tomllib

import pytest

from issuebrief.charts.data.days import Precision
from issuebrief.charts.specification import TYPES
from issuebrief.charts.words.chart_words import FOLDER, chart_words

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_phrase_with_the_same_places(lang: str) -> None:
    own, english = chart_words(lang), chart_words("en")
    assert own.lang == lang
    assert set(own.types) == set(TYPES)
    assert len(own.months) == 12
    for name, phrase in english.phrases.items():
        assert set(re.findall(r"\{\w+\}", own.phrases[name])) == set(re.findall(r"\{\w+\}", phrase)), name
    assert set(tomllib.loads((FOLDER / f"{lang}.toml").read_text("utf-8"))) == set(
        tomllib.loads((FOLDER / "en.toml").read_text("utf-8"))
    )


def test_the_languages_that_are_promised_are_there() -> None:
    assert {"en", "sv", "da", "nb", "de", "fr", "es", "it", "nl", "pl"} <= set(LANGUAGES)


def test_numbers_are_written_as_the_language_has_them() -> None:
    assert chart_words("en-US").number(-1234567.5, 1) == "\u22121,234,567.5"
    assert chart_words("sv").number(12345.5, 1) == "12\u202f345,5"
    assert chart_words("de-CH").number(1234.5, 1) == "1234.5"
    assert chart_words("de").number(-0.04, 1) == "0,0"
    assert chart_words("pl").number(1234, 0) == "1234"


def test_a_language_without_words_has_its_own_signs_and_english_words() -> None:
    words = chart_words("fi")
    assert (words.lang, words.decimal, words.phrases["annex"]) == ("en", ",", "Data of the figures")


@pytest.mark.parametrize(
    ("lang", "number", "year"),
    [
        ("fa", "−۱٬۲۳۴٫۵", "۲۰۲۳"),
        ("ar", "−1,234.5", "2023"),
        ("ar-MA", "−1\u202f234,5", "2023"),
        ("de-AT", "−1234,5", "2023"),
        ("pt-BR", "−1234,5", "2023"),
        ("en-US", "−1,234.5", "2023"),
        ("es-MX", "−1234.5", "2023"),
    ],
)
def test_numbers_have_the_digits_and_the_signs_of_language_and_region(
    lang: str, number: str, year: str
) -> None:
    found = chart_words(lang)
    assert (found.number(-1234.5, 1), found.period(2023, Precision.YEAR)) == (number, year)


def test_ties_are_rounded_away_from_zero() -> None:
    words = chart_words("en")
    assert [words.number(value, 1) for value in (98765.25, -0.25, 2.35, 1e300)][:3] == [
        "98,765.3",
        "−0.3",
        "2.4",
    ]
    assert words.number(2.5, 0) == "3"
    assert words.number(-0.04, 1) == "0.0"
