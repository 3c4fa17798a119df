"""Tables whose cells would be lost, or that would be no tables, are told."""

from __future__ import annotations

import re

import pytest
from written import faults, html_of, written

HEAD = "| A | B |\n| - | -: |\n"


def told(text: str) -> list[tuple[int, str]]:
    _, problems = written(text)
    return [(problem.place.line - 3, problem.code) for problem in problems if problem.place]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "| 1 | 2 |\n|  | 2 |\n",
        "A | B\n- | -\n1 | 2\n",
        HEAD + "| `a|b` | c \\| d |\n",
        "| A |\n| - |\n| 1 |\n",
        HEAD + "| 1 | 2 |\n\nTable: All. {#tab-a}\nSource: Own.\n",
        "```\n| A | B |\n| 1 | 2 |\n```\n",
        "    | A | B |\n    | 1 | 2 |\n",
        "Either a | b\nor c | d is meant.\n",
        "One line | alone |\n",
        "Text first\n| A | B |\n",
    ],
)
def test_a_whole_table_and_what_is_none_have_nothing_wrong(text: str) -> None:
    assert told(text) == []


def test_cells_beyond_the_last_column_are_an_error_since_they_are_not_printed() -> None:
    text = HEAD + "| 1 | 2 | 3 |\n"
    _, problems = written(text)
    assert told(text) == [(3, "tables.too-many-cells")]
    assert problems[0].message == "the row has 3 cells and the table 2 columns: what is beyond is not printed"
    assert problems[0].excerpt == "| 1 | 2 | 3 |"
    assert "3" not in html_of(HEAD + "| 1 | 2 |\n")


@pytest.mark.parametrize(
    "text",
    [
        "## Depths\n" + HEAD + "| 1 | 2 | 3 |\n",
        "<p>Depths</p>\n" + HEAD + "| 1 | 2 | 3 |\n",
        "::: note\n" + HEAD + "| 1 | 2 | 3 |\n:::\n",
        re.sub("(?m)^", "> ", "[!NOTE]\n" + HEAD + "| 1 | 2 | 3 |"),
    ],
)
def test_a_table_below_other_lines_of_its_block_is_looked_at_as_well(text: str) -> None:
    assert told(text) == [(4, "tables.too-many-cells")]


def test_a_row_that_ends_early_is_a_warning() -> None:
    text = HEAD + "| 1 |\n| 1 | 2 |\n1\n"
    _, problems = written(text)
    assert told(text) == [(3, "tables.too-few-cells")]
    assert problems[0].message == "the row has 1 of 2 columns: the last cells are left empty"


def test_rows_without_a_line_of_hyphens_are_printed_with_their_strokes_and_so_are_an_error() -> None:
    text = "| A | B |\n| 1 | 2 |\n"
    _, problems = written(text)
    assert told(text) == [(1, "tables.unruled")]
    assert problems[0].hint == "write below its head: | --- | --- |"
    assert "<table>" not in html_of("A | B\n1 | 2\n")


def test_a_line_of_hyphens_that_does_not_fit_the_head_makes_no_table() -> None:
    text = "| A | B | C |\n| - | - |\n| 1 | 2 | 3 |\n"
    _, problems = written(text)
    assert told(text) == [(2, "tables.unruled")]
    assert problems[0].message == "the line of hyphens has 2 columns, the head of the table 3"
    assert problems[0].hint == "let it have as many as the head: | --- | --- | --- |"


@pytest.mark.parametrize(
    "text",
    [
        "Harbour;Cost;Gain\nNorth;12,5;13\nSouth;14,0;15\n",
        "Harbour,Cost,Gain\nNorth,12,13\nSouth,14,15\n",
    ],
)
def test_lines_pasted_from_a_spreadsheet_are_told(text: str) -> None:
    assert told(text) == [(1, "markup.table-like")]


@pytest.mark.parametrize("signs", ["1. 2.", "a) b)", "• •", "- o", "(i) (ii)"])
def test_a_tab_behind_the_sign_of_an_item_parts_no_cells(signs: str) -> None:
    first, second = signs.split()
    assert told(f"{first}\tNorth quay\n{second}\tSouth quay\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "One, two, three\nand four, five, six\nor seven, eight, nine\n",
        "It cost 1,200 in all;\nit cost 1,300 once;\nand 1,400 twice;\n",
        "A\tline with a tab\nand one without\n",
    ],
)
def test_prose_with_commas_and_tabs_is_no_table(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Text right above:\n", "\n"),
        ("", "Text right below.\n"),
        ("- An entry\n", "\n"),
        ("Text above\n", "Text below.\n"),
        ("**Bold words**\n", "*Words below*\n"),
    ],
)
@pytest.mark.parametrize("rows", ["| A | B |\n|---|---|\n| x | y |\n", "A | B\n--|--\nx | y\n"])
def test_a_table_right_below_or_above_text_is_a_table(before: str, after: str, rows: str) -> None:
    html = html_of(before + rows + after)
    assert html.count("<table") == 1 and html.count("<tr") == 2
    for words in (before, after):
        if bare := words.strip("-*\n ."):
            assert bare in html.replace(html[html.index("<table") : html.index("</table>")], "")


def test_a_table_right_below_quoted_words_stays_in_the_quotation() -> None:
    html = html_of("> Quoted words\n> | A | B |\n> |---|---|\n> | x | y |\n")
    assert html.index("<blockquote") < html.index("<table") < html.index("</blockquote")


@pytest.mark.parametrize(
    "text",
    [
        "- | A | B |\n  |---|---|\n  | 1 | 2 |",
        "1. | A | B |\n   |---|--:|\n   | 1 | 2 |\n2. Two",
        "> - | A | B |\n>   |---|---|\n>   | 1 | 2 |",
    ],
)
def test_an_item_may_begin_with_a_table(text: str) -> None:
    html = html_of(text)
    assert html.count("<table") == html.count("<tbody") == 1
    assert re.search(r"<li>\s*<figure[^>]*><table>", html)
    assert not faults(text)
