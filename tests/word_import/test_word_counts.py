"""Words that are missing from a brief are found, and markup is not taken for words."""

from __future__ import annotations

from issuebrief.word_import.word_counts import lost_words, plain_text, words_in


def test_markup_is_no_word() -> None:
    text = "See [](#fig-1), [the *report*](https://x.org/a) and [Welt]{lang=de}.[^n1]\n\n[^n1]: A \\[note\\]."
    assert words_in(plain_text(text)) == ["See", "the", "report", "and", "Welt", "A", "note"]


def test_a_word_that_formatting_divides_is_not_lost() -> None:
    assert lost_words({1: "CO2 and H2O"}, "CO~2~ and H~2~O", []) == (3, 3, [])


def test_lost_words_are_told_with_their_paragraph() -> None:
    assert lost_words({1: "all here", 2: "gone for good"}, "all here for", []) == (
        5,
        3,
        [(2, ["gone", "good"])],
    )


def test_what_is_known_to_be_gone_counts_on_neither_side() -> None:
    assert lost_words({1: "Table 1. Levels"}, "Levels", ["Table 1. "]) == (1, 1, [])
