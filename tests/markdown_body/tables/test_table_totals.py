"""Rows of totals."""

from __future__ import annotations

from written import html_of

from issuebrief.markdown_body.source.html_tree import parse, text_of, walk

HEAD = "| Port | Ships |\n|---|---|\n"


def totals(body: str) -> list[str]:
    """The first words of the rows that are totals."""
    rows = (found for found in walk(parse(html_of(body))) if found.tag == "tr" and "total" in found.classes)
    return [text_of(row).split()[0] for row in rows]


def test_a_last_row_whose_first_cell_alone_is_bold_is_a_total() -> None:
    assert totals(HEAD + "| North | 7 |\n| South | 8 |\n| **Both** | 15 |\n") == ["Both"]


def test_a_table_whose_rows_all_have_bold_names_has_no_total() -> None:
    assert totals(HEAD + "| **North** | 7 |\n| **South** | 8 |\n| **Both** | 15 |\n") == []


def test_a_row_says_that_it_is_a_total() -> None:
    assert totals(HEAD + "| North | 7 |\n| Part {.total} | 7 |\n| South | 8 |\n") == ["Part"]


def test_a_bold_row_in_the_middle_is_none() -> None:
    assert totals(HEAD + "| North | 7 |\n| **South** | 8 |\n| East | 15 |\n") == []


def test_a_foot_stands_after_the_body() -> None:
    rows = "<tfoot><tr><td>All</td></tr></tfoot><tbody><tr><td>North</td></tr></tbody>"
    html = html_of(f"<table><thead><tr><th>Port</th></tr></thead>{rows}</table>")
    assert html.index("North") < html.index("All")
