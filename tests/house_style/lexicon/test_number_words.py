"""Numbers in words."""

from __future__ import annotations

from issuebrief.house_style.lexicon.number_words import in_words


def test_english_has_words_up_to_a_hundred() -> None:
    words = [in_words(number, "en") for number in (0, 7, 12, 19, 20, 21, 99, 100, 101)]
    assert words == [
        "zero", "seven", "twelve", "nineteen", "twenty", "twenty-one", "ninety-nine", "one hundred", "",
    ]  # fmt: skip


def test_a_word_that_depends_on_what_is_counted_is_left_open() -> None:
    assert [in_words(1, language) for language in ("en", "de", "fr", "sv")] == ["one", "", "", ""]
    assert [in_words(12, language) for language in ("de", "fr", "sv", "fi")] == ["zwölf", "douze", "tolv", ""]
    assert [in_words(17, language) for language in ("de", "fr", "sv")] == ["", "", ""]
