"""Where a word may be hyphenated, and which words are left whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuebrief.compose.hyphens import hyphenations


def parts(text: str, lang: str = "en") -> str:
    """The text with a middle dot wherever a hyphen may be added."""
    marks = set(hyphenations(text, lang))
    return "".join("\u00b7" * (place in marks) + letter for place, letter in enumerate(text))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "official hyphenation", "of\u00b7fi\u00b7cial hy\u00b7phen\u00b7a\u00b7tion"),
        ("de", "die Donaudampfschifffahrt", "die Do\u00b7nau\u00b7dampf\u00b7schiff\u00b7fahrt"),
        ("sv", "upphovsrätt", "upp\u00b7hovs\u00b7rätt"),
        ("fr", "développement", "dé\u00b7ve\u00b7lop\u00b7pe\u00b7ment"),
    ],
)
def test_words_are_divided_by_the_patterns_of_their_language(lang: str, text: str, expected: str) -> None:
    assert parts(text, lang) == expected


@pytest.mark.parametrize("word", ["London", "Pyongyang", "UNESCO", "iPhone", "McDonald"])
def test_names_and_abbreviations_are_left_whole(word: str) -> None:
    assert parts(f"about {word} there") == f"about {word} there"


def test_names_are_divided_where_they_are_asked_for_and_then_nothing_else() -> None:
    text = "official Pyongyang of UNESCO"
    assert [text[:place][-2:] for place in hyphenations(text, "en", names=True)] == ["Py", "gy"]
    assert list(hyphenations("die Wissenschaft", "de", names=True)) == []


def test_german_nouns_are_no_names() -> None:
    assert "\u00b7" in parts("Wissenschaft", "de")
    assert "\u00b7" not in parts("Wissenschaft", "en")


def test_german_abbreviations_are_left_whole_all_the_same() -> None:
    assert parts("UNESCO GmbHen", "de") == "UNESCO GmbHen"


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/considerations/preliminary",
        "example.org/considerations/preliminary",
        "www.considerations.org",
        "someone@considerations.org",
        "preliminary_considerations",
        "folder/considerations",
        "https:\u200b//considerations",
        "//\u200bexample.\u200bconsiderations",
        "considerations2024",
        "considerations.html",
    ],
)
def test_addresses_and_codes_are_left_whole(text: str) -> None:
    assert parts(text) == text


@pytest.mark.parametrize(
    "text", ["considerations.", "(considerations)", "considerations, and", "considerations/"]
)
def test_marks_beside_a_word_do_not_keep_it_whole(text: str) -> None:
    assert "\u00b7" in parts(text)


def test_short_parts_of_a_compound_are_left_whole_and_long_ones_are_not() -> None:
    assert parts("ocean-going") == "ocean-going"
    assert parts("self-considerations") == "self-con\u00b7sid\u00b7er\u00b7a\u00b7tions"


def test_a_language_without_patterns_is_not_hyphenated() -> None:
    assert list(hyphenations("considerations", "xx")) == []
    assert list(hyphenations("considerations", "")) == []


def test_a_tag_with_a_region_has_the_patterns_of_its_language() -> None:
    assert "\u00b7" in parts("Wissenschaft", "de-AT")
    assert "\u00b7" in parts("considerations", "en-GB")


@given(
    st.lists(st.text(st.characters(categories=["Ll", "Lu", "Mn"]), max_size=20), max_size=8),
    st.sampled_from(["en", "de", "fr", "sv"]),
)
def test_two_letters_at_least_stand_before_a_hyphen_and_three_after_it(words: list[str], lang: str) -> None:
    text = " ".join(words)
    for place in hyphenations(text, lang):
        assert text[place - 2 : place].isalpha() and len(text[place - 2 : place]) == 2
        assert text[place : place + 3].isalpha() and len(text[place : place + 3]) == 3


@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "sv", "xx", ""]))
def test_any_text_at_all_can_be_asked_for(text: str, lang: str) -> None:
    places = list(hyphenations(text, lang))
    assert places == sorted(set(places))
    assert all(0 < place < len(text) for place in places)
