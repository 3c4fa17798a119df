"""Where a word may be hyphenated, and which words are left whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuebrief.linebreak.hyphens import BY_PATTERNS, OwnDivisions, divisions, hyphenations


def parts(text: str, lang: str = "en") -> str:
    """The text with a middle dot wherever a hyphen may be added."""
    marks = set(hyphenations(text, lang))
    return "".join("\u00b7" * (place in marks) + letter for place, letter in enumerate(text))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "official hyphenation", "offi\u00b7cial hyphen\u00b7a\u00b7tion"),
        ("de", "die Donaudampfschifffahrt", "die Do\u00b7nau\u00b7dampf\u00b7schiff\u00b7fahrt"),
        ("sv", "upphovsrätt", "upp\u00b7hovs\u00b7rätt"),
        ("fr", "développement", "dé\u00b7ve\u00b7lop\u00b7pe\u00b7ment"),
        ("fi", "kansainvälisyys", "kan\u00b7sain\u00b7vä\u00b7li\u00b7syys"),
        ("fi", "hallitusohjelma", "hal\u00b7li\u00b7tus\u00b7oh\u00b7jelma"),
        ("fi-FI", "energiakriisi", "ener\u00b7gia\u00b7kriisi"),
        ("tr", "güvenlik kontrolü", "gü\u00b7ven\u00b7lik kont\u00b7rolü"),
        ("ka", "დამოკიდებულია საქართველო", "და\u00b7მო\u00b7კი\u00b7დე\u00b7ბუ\u00b7ლია სა\u00b7ქართველო"),
        ("ka", "სასურსათო უსაფრთხოება", "სა\u00b7სურ\u00b7სათო უსაფრთხოება"),
        ("tr", "uluslararası", "ulus\u00b7la\u00b7ra\u00b7rası"),
    ],
)
def test_words_are_divided_by_the_patterns_of_their_language(lang: str, text: str, expected: str) -> None:
    assert parts(text, lang) == expected


@pytest.mark.parametrize("word", ["London", "Pyongyang", "UNESCO", "iPhone", "McDonald"])
def test_names_and_abbreviations_are_left_whole(word: str) -> None:
    assert parts(f"about {word} there") == f"about {word} there"


def reluctant(text: str, lang: str = "en", own: OwnDivisions = BY_PATTERNS) -> list[str]:
    """The two letters before each hyphen that is set where nothing else will do."""
    return [text[place - 2 : place] for place in hyphenations(text, lang, own, reluctant=True)]


def test_names_are_divided_where_nothing_else_will_do() -> None:
    assert reluctant("considerations of Pyongyang and UNESCO") == ["gy"]
    assert reluctant("die Wissenschaft", "de") == []


def test_two_letters_stand_before_an_english_hyphen_where_nothing_else_will_do() -> None:
    assert reluctant("to announce it") == ["an"]
    assert parts("to announce it") == "to announce it"


@pytest.mark.parametrize("lang", ["en", "de"])
def test_long_words_among_others_in_capitals_are_divided_where_nothing_else_will_do(lang: str) -> None:
    text = "THE GENERAL CONVENTION OF ALL HARBOURMASTERS"
    assert not list(hyphenations(text, lang))
    found = {text[:place].split()[-1] + "-" for place in hyphenations(text, lang, reluctant=True)}
    assert "HARBOUR-" in found
    assert not list(hyphenations("The HARBOURMASTERS meet", lang, reluctant=True))


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
        "example.org/?considerations=preliminary&conversational",
        "considerate:preliminary",
        "considerate*preliminary",
    ],
)
def test_addresses_and_codes_are_left_whole(text: str) -> None:
    assert parts(text) == text


@pytest.mark.parametrize(
    "text", ["considerations.", "(considerations)", "considerations, and", "considerations/"]
)
def test_marks_beside_a_word_do_not_keep_it_whole(text: str) -> None:
    assert "\u00b7" in parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "self-considerations",
        "ocean-going",
        "considerations\u2010independent",
        "considerations\u2011independent",
        "considerations\u2013preliminaries",
        "pre- and postconsider\u00adations",
    ],
)
def test_a_compound_with_a_hyphen_is_divided_at_the_hyphen_alone(text: str) -> None:
    assert parts(text) == text
    assert reluctant(text) == []


def test_a_language_without_patterns_is_not_hyphenated() -> None:
    assert list(hyphenations("considerations", "xx")) == []
    assert list(hyphenations("considerations", "")) == []


def test_a_tag_with_a_region_has_the_patterns_of_its_language() -> None:
    assert "\u00b7" in parts("Wissenschaft", "de-AT")
    assert "\u00b7" in parts("considerations", "en-GB")


@given(
    st.lists(st.text(st.characters(categories=["Ll", "Lu", "Mn"]), max_size=20), max_size=8),
    st.sampled_from(["en", "en-US", "cy", "de", "fr", "sv"]),
)
def test_three_letters_stand_on_both_sides_of_a_hyphen_or_two_before_it(words: list[str], lang: str) -> None:
    text, before = " ".join(words), 2 if lang in ("de", "fr", "sv") else 3
    for place in hyphenations(text, lang):
        assert text[place - before : place].isalpha() and len(text[place - before : place]) == before
        assert text[place : place + 3].isalpha() and len(text[place : place + 3]) == 3


OWN = OwnDivisions(("mani-fold", "Pyong-yang", "considerations", "AB-CDE", "con-sid"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a manifold of it", "a mani\u00b7fold of it"),
        ("Manifold and MANIFOLD", "Mani\u00b7fold and MANI\u00b7FOLD"),
        ("to Pyongyang", "to Pyong\u00b7yang"),
        ("no considerations", "no considerations"),
        ("the abcde", "the ab\u00b7cde"),
        ("manifolds, preliminary", "man\u00b7i\u00b7folds, pre\u00b7lim\u00b7in\u00b7ary"),
        ("manifold.example.org/manifold", "manifold.example.org/manifold"),
    ],
)
def test_a_house_divides_words_in_its_own_way(text: str, expected: str) -> None:
    marks = set(hyphenations(text, "en", OWN))
    assert "".join("\u00b7" * (place in marks) + letter for place, letter in enumerate(text)) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("d'ac-cord", "bien d\u2019accord, l\u2019accord", "bien d\u2019ac\u00b7cord, l\u2019ac\u00b7cord"),
        ("au-jourd\u2019hui", "Aujourd'hui", "Au\u00b7jourd'hui"),
        (
            "\u0939\u093f\u0928\u094d-\u0926\u0940",
            "\u0939\u093f\u0928\u094d\u0926\u0940 \u0939\u0948",
            "\u0939\u093f\u0928\u094d\u00b7\u0926\u0940 \u0939\u0948",
        ),
        (
            "\u0130s-tan-bul",
            "\u0130stanbul, \u0130STANBUL",
            "\u0130s\u00b7tan\u00b7bul, \u0130S\u00b7TAN\u00b7BUL",
        ),
        ("e\u0301co-le", "\u00e9cole", "\u00e9co\u00b7le"),
    ],
)
def test_a_word_of_the_house_may_have_apostrophes_and_signs_above_its_letters(
    word: str, text: str, expected: str
) -> None:
    marks = set(hyphenations(text, "xx", OwnDivisions((word, "ac-cord"))))
    assert "".join("\u00b7" * (place in marks) + letter for place, letter in enumerate(text)) == expected


def test_a_word_of_the_house_is_never_divided_otherwise() -> None:
    assert reluctant("Pyongyang", own=OWN) == reluctant("considerations", own=OWN) == []


def test_a_house_has_its_own_words_in_a_language_without_patterns_too() -> None:
    assert list(hyphenations("manifold manifest", "xx", OWN)) == [4]


def test_a_word_that_fits_no_line_is_divided_as_the_house_has_it() -> None:
    assert list(divisions("manifold", "en", OWN)) == [4]
    assert list(divisions("considerations", "en", OWN)) == list(divisions("considerations", "en"))


@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "sv", "xx", ""]))
def test_any_text_at_all_can_be_asked_for(text: str, lang: str) -> None:
    places = list(hyphenations(text, lang))
    assert places == sorted(set(places))
    assert all(0 < place < len(text) for place in places)
