"""Lengths, sections, headings and abbreviations."""

from __future__ import annotations

from typing import Any

from styled import found, told


def messages(toml: str, body: str, lang: str = "en-GB", **front: Any) -> list[str]:
    return [each.message for each in found(toml, body, lang, **front)]


def test_parts_have_their_lengths() -> None:
    limits = (
        "[style.limits]\nwords = 12\ntitle = 2\nabstract = 3\nkey-points = 1\nkey-point = 2\nsentence = 6"
    )
    front: dict[str, Any] = {
        "title": "One two three",
        "abstract": "One two. Three four.",
        "key_points": ["One two three", "One"],
    }
    text = (
        "## A heading\n\nOne two three four five six seven. Dr. One met 3.5 men.[^1]\n\n[^1]: " + "word " * 20
    )
    assert messages(limits, text, **front) == [
        "the title has 3 words, and the house wants no more than 2",
        "the abstract has 4 words, and the house wants no more than 3",
        "a key point has 3 words, and the house wants no more than 2",
        "there are 2 key points, and the house wants no more than 1",
        "the text has 14 words, and the house wants no more than 12",
        "the sentence “One two three four five six…” has 7 words, and the house wants no more than 6",
    ]
    assert messages("[style.limits]\nfewest-words = 9\nparagraph = 3", "One two three four.") == [
        "the text has 4 words, and the house wants 9 or more",
        "a paragraph has 4 words, and the house wants no more than 3",
    ]


def test_long_quotations_are_blocks_and_short_ones_are_not() -> None:
    text = (
        "He said “one two three four five”.\n\n> One two.\n\nText.\n\n> One two three four "
        "five.\n\nText “a b”."
    )
    assert [typed for _, typed, _ in told("[style.limits]\nquotation = 4", text)] == [
        "“one two three four five”",
        "One two.",
    ]


def test_sections_are_there_and_in_order() -> None:
    rule = (
        '[[style.sections]]\nlang = "en"\nheadings = ["Introduction", "Results | Findings", "Conclusion"]\n'
    )
    text = "## Findings\n\nText.\n\n## 1. Introduction\n\nText."
    assert messages(rule, text) == [
        "the section “Findings” stands before “1. Introduction”",
        "there is no section “Conclusion”",
    ]
    assert messages(f"{rule}in-order = false", text) == ["there is no section “Conclusion”"]
    assert messages(rule, text, "de") == []


def test_headings_are_in_the_case_of_the_house() -> None:
    text = (
        "The policy of the European Union is new.\n\n## The Policy of the European Union\n\nText.\n\n"
        "## A new Policy\n\nText.\n\n## Policy in the EU: A look\n\nText.\n\n## Why everyone came.\n"
    )
    sentence = '[style.headings]\ncase = "sentence"\nfull-stop = "forbidden"'
    assert told(sentence, text, title="A title") == [
        ("heading-case", "The Policy of the European Union", None),
        ("heading-case", "A new Policy", None),
        ("heading-full-stop", ".", ""),
    ]
    title = '[style.headings]\ncase = "title"'
    assert [typed for _, typed, _ in told(title, text, title="A Title")] == [
        "A new Policy",
        "Policy in the EU: A look",
        "Why everyone came.",
    ]
    assert told(sentence, "## Die Politik der Union", "de", title="Die Politik") == []


def test_abbreviations_are_explained_once_and_where_they_are_first_used() -> None:
    rule = '[style.abbreviations]\nexplained = "required"\nknown = ["EU"]'
    text = (
        "NATO and the EU met. The European Central Bank (ECB) said so; the ECB did. The WTO met. The "
        "World Trade "
        "Organization (WTO) met. The World Bank (WB) and the WB. The World Bank (WB) again. The "
        "International "
        "Monetary Fund (IMF) came. The DPRK (Democratic People’s Republic of Korea), the DPRK. The "
        "USSR’s (Union of Soviet Socialist Republics) fall; the USSR. "
        "RD-180, COVID-19, G7, "
        "Part II, *BBC News*.\n\n| OECD |\n|---|\n| a |\n\n[^1]: UNESCO.\n"
    )
    assert [(code, typed) for code, typed, _ in told(rule, text)] == [
        ("abbreviation-unexplained", "NATO"),
        ("abbreviation-late", "WTO"),
        ("abbreviation-twice", "WB"),
        ("abbreviation-unused", "IMF"),
    ]
    again = told(rule, "The European Central Bank (ECB) and the ECB.", abstract="The ECB said so.")
    assert [code for code, _, _ in again] == ["abbreviation-unexplained"]


def test_names_of_documents_places_and_words_in_capitals_are_no_abbreviations() -> None:
    rule = '[style.abbreviations]\nexplained = "required"'
    text = (
        "FROM: The office, from which it came. ISO 14001 and Pittsburgh, PA. THE END OF ALL is near. "
        "The Bank of "
        "Norway (BON) met, and *the BON said so*."
    )
    assert told(rule, text) == []
