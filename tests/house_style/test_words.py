"""Preferred words, English spelling, the first person, the serial comma, capitals."""

from __future__ import annotations

from typing import Any

from styled import told

PREFERRED = """[style.words]
preferred = [
    { write = "Kyiv", not = ["Kiev"], why = "the Ukrainian name" },
    { write = "policymaker", not = ["policy maker", "policy-maker"] },
    { write = "email", not = ["e-mail"] },
    { write = "United Nations Security Council", not = ["Security Council"] },
    { write = "Zeitenwende", not = ["Wende"], lang = "de" },
    { not = ["very"] },
]
"""


def test_whole_words_are_found_in_prose_and_nowhere_else() -> None:
    text = (
        "Kiev’s Kiev-based men, KIEV and kiev; **Kiev** and [Kiev](https://kiev.ua/Kiev). Kievan, `Kiev`, "
        "https://x.org/Kiev, a@kiev.org, www.kiev.ua, “in Kiev”, \\Kiev\n\n> Kiev said.\n\n```\nKiev\n```\n"
    )
    assert told(PREFERRED, text) == [("preferred-word", "Kiev", "Kyiv")] * 2 + [
        ("preferred-word", "KIEV", "KYIV"),
        ("preferred-word", "Kiev", "Kyiv"),
        ("preferred-word", "Kiev", "Kyiv"),
        ("preferred-word", "Kiev", "Kyiv"),
    ]


def test_a_phrase_keeps_its_ending_and_its_capital_over_the_end_of_a_line() -> None:
    text = (
        "Policy makers and policy\nmakers, E-mails. The United Nations Security Council, the "
        "Security\nCouncil."
    )
    assert told(PREFERRED, text) == [
        ("preferred-word", "Policy makers", "Policymakers"),
        ("preferred-word", "policy\nmakers", "policymakers"),
        ("preferred-word", "E-mails", "Emails"),
        ("preferred-word", "Security\nCouncil", "United Nations Security Council"),
    ]


def test_a_word_without_another_for_it_is_only_told() -> None:
    assert told(PREFERRED, "It is very good, every day.") == [("avoided-word", "very", None)]


def test_titles_of_works_and_quotations_are_spared_unless_the_house_wants_them() -> None:
    text = 'He said “Kiev”.[^1]\n\n[^1]: *Kiev at War*, “In Kiev”, "A Kiev", Kiev 2020.'
    assert [word for _, word, _ in told(PREFERRED, text)] == ["Kiev"]
    both = f"{PREFERRED}in-quotations = true\nin-titles = true\n"
    assert [word for _, word, _ in told(both, text)] == ["Kiev"] * 5


def test_a_word_of_one_language_is_looked_for_in_that_language() -> None:
    text = "The Wende of 1989, [die Wende]{lang=de}, <span lang=de>die Wende</span>."
    assert [word for _, word, _ in told(PREFERRED, text)] == ["Wende"] * 2
    assert [word for _, word, _ in told(PREFERRED, "Die Wende.", "de")] == ["Wende"]


def test_the_front_matter_is_read_with_its_own_quotation_marks() -> None:
    front: dict[str, Any] = {
        "title": "Kiev: a city",
        "abstract": "In Kiev\n\nand Kiev.",
        "key_points": ["Kiev", "Lviv"],
    }
    assert len(told(PREFERRED, "Text.", **front)) == 4


def test_english_has_one_spelling_and_names_keep_theirs() -> None:
    def respelled(spelling: str, text: str, lang: str = "en-GB") -> list[str | None]:
        return [mend for _, _, mend in told(f'[style.words]\nenglish = "{spelling}"', text, lang)]

    text = "Organize the center; colors fade in the Department of Labor. Analyze the program, seize the size."
    assert respelled("british", text) == ["Organise", "centre", "colours", "Analyse"]
    assert respelled("oxford", text) == ["centre", "colours", "Analyse"]
    assert respelled("by-lang", "The labour programme analysed it.", "en-US") == [
        "labor",
        "program",
        "analyzed",
    ]
    assert respelled("american", "The Labour Party said “colour”; franchise, exercise, advise.") == []
    assert respelled("british", "Das center.", "de") == []


def test_the_first_person_is_told_outside_quotations_and_names() -> None:
    rule = '[style.words]\nfirst-person = "forbidden"'
    text = "We think I may. World War I was long; the US said “we agree”. Part I is ours."
    assert [word for _, word, _ in told(rule, text)] == ["We", "I", "ours"]
    assert [word for _, word, _ in told(rule, "Wir und unsere Leute.", "de")] == ["Wir", "unsere"]


def test_the_serial_comma_is_looked_for_in_lists_of_words() -> None:
    required = '[style.words]\nserial-comma = "required"'
    text = (
        "It needs food, water and shelter. In Germany, France and Italy it was. However, slowly and "
        "surely it went."
    )
    assert [word for _, word, _ in told(required, text)] == ["water"]
    clauses = (
        "By the deadline, create and provide it. It is open, adaptable and with care. In media, "
        "whether or not, it ends. The cost of land, security and privacy rules, speed."
    )
    assert told(required, clauses) == []
    forbidden = required.replace("required", "forbidden")
    assert len(told(forbidden, "It needs food, water, and shelter. Poland, which is large, and Italy.")) == 1


def test_rows_of_capitals_are_told() -> None:
    rule = "[style.words]\ncapitals = 2"
    text = "THE WHOLE WORLD KNOWS. The EU, NATO and the USA.\n\n## ALL OF IT"
    assert [word for _, word, _ in told(rule, text)] == ["THE WHOLE WORLD KNOWS", "ALL OF IT"]


def test_capitals_alone_signs_and_apostrophes_are_told_apart() -> None:
    rule = """[style.words]
preferred = [
    { write = "internet", not = ["Internet"] },
    { write = "Moon", not = ["moon"] },
    { write = "Xi’an", not = ["Xi'an Fu", "Sian"] },
    { write = "and others", not = ["& co."] },
]
"""
    text = (
        "Internet users on the Internet; the moon, the Moon. Moon rocks. Xi’an Fu and Xi'an\nFu. Doe "
        "& co. came."
    )
    assert told(rule, text) == [
        ("preferred-word", "Internet", "internet"),
        ("preferred-word", "moon", "Moon"),
        ("preferred-word", "Xi’an Fu", "Xi’an"),
        ("preferred-word", "Xi'an\nFu", "Xi’an"),
        ("preferred-word", "& co.", "and others"),
    ]
