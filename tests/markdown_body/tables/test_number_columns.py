"""Columns of numbers: which they are, and where they are aligned."""

from __future__ import annotations

import pytest
from written import html_of

from issuebrief.markdown_body.source.html_tree import Element, parse, walk
from issuebrief.markdown_body.tables.table_numbers import decimal_sign, is_amount, is_missing, tail

ROW = "| Name | Value |\n|---|---|\n"


def column_of(*cells: str, rule: str = "---", lang: str = "en-GB") -> list[Element]:
    rows = "".join(f"| row | {cell} |\n" for cell in cells)
    html = html_of(f"| Name | Value |\n|---|{rule}|\n{rows}", lang=lang)
    return [found for found in walk(parse(html)) if found.tag == "td"][1::2]


@pytest.mark.parametrize(
    "text",
    [
        "7", "7.5", "1,234", "1.234.567,8", "1 234,5", "1\u202f234", "12'345.60", "\u221212", "-3", "+4,5",
        "€ 12", "12,50 €", "3.4 %", "12%", "US$ 5", "2.1 bn", "4 Mio.", "10–20", "1.5 – 2.5", "(3.2)",
        "<0.1", "~40", "5*", ".5", "12 km²",
    ],
)  # fmt: skip
def test_these_are_numbers(text: str) -> None:
    assert is_amount(text)


@pytest.mark.parametrize("text", ["", "none", "2026 onwards", "A4", "1/2 of it", "3-year plan"])
def test_these_are_no_numbers(text: str) -> None:
    assert not is_amount(text)


@pytest.mark.parametrize("text", ["", "–", "-", "n/a", "n.a.", "k. A.", "…", "..."])
def test_these_stand_for_a_missing_number(text: str) -> None:
    assert is_missing(text)


@pytest.mark.parametrize(
    ("texts", "lang", "sign"),
    [
        (["1,234", "2,345"], "en", "."),
        (["1,234", "2,345"], "de", ","),
        (["1.234", "2.345"], "de", ","),
        (["1.234", "2.345", "1.234.567"], "en", ","),
        (["1.5", "2"], "de", "."),
        (["1,5", "2"], "en", ","),
        (["1.234,50"], "en", ","),
        (["1,234.5"], "de", "."),
        (["0,125"], "en", ","),
        (["1250.375"], "de", "."),
        (["7"], "de-CH", "."),
        (["7"], "fr", ","),
    ],
)
def test_the_decimal_sign_is_seen_from_the_numbers_or_the_language(
    texts: list[str], lang: str, sign: str
) -> None:
    assert decimal_sign(texts, lang) == sign


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,234.50 %", ".50 %"), ("12%", "%"), ("980", ""), ("n/a", ""), ("1.5–2.25", ".25"), ("7 km", " km")],
)
def test_what_stands_behind_the_point(text: str, expected: str) -> None:
    assert tail(text, ".") == expected


def test_numbers_say_how_much_of_them_is_behind_the_point() -> None:
    cells = column_of("1.25", "10.5", "7", "–")
    assert [cell.attributes.get("data-tail") for cell in cells] == ["3", "2", "0", "0"]
    assert [cell.classes for cell in cells] == [
        ["number"],
        ["number", "short-1"],
        ["number", "short-2", "no-sign"],
        ["number", "short-2", "no-sign"],
    ]


def test_a_head_over_numbers_says_so() -> None:
    html = html_of(ROW + "| a | 7 |\n| b | 8 |\n")
    assert '<th scope="col" class="over-numbers">Value</th>' in html
    assert '<th scope="col">Name</th>' in html


@pytest.mark.parametrize("rule", [":---", ":---:"])
def test_a_column_that_is_aligned_otherwise_is_left_alone(rule: str) -> None:
    assert all("number" not in cell.classes for cell in column_of("1.5", "22", rule=rule))


def test_a_column_set_right_is_aligned_at_the_sign_too() -> None:
    assert all("number" in cell.classes for cell in column_of("1.5", "22", rule="---:"))


@pytest.mark.parametrize("cells", [("7", "seven"), ("2019", "2020"), ("2019–20", "2020–2021"), ("–", "–")])
def test_words_years_and_nothing_make_no_column_of_numbers(cells: tuple[str, ...]) -> None:
    assert all("number" not in cell.classes for cell in column_of(*cells))


def test_the_first_column_names_the_rows() -> None:
    html = html_of("| No. | Port |\n|---|---|\n| 1 | North |\n| 2 | South |\n")
    assert "number" not in html


def test_marks_of_notes_do_not_count() -> None:
    html = html_of(ROW + "| a | 1.5[^a] |\n| b | 2.25 |\n\n[^a]: Provisional.")
    assert 'class="number short-1" data-tail="2">1.5' in html
