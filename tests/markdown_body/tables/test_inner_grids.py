"""Tables drawn as a grid in notes, lists, definitions and quotations."""

from __future__ import annotations

import re

import pytest
from written import faults, html_of, written

GRID = ("+----+----+", "| a  | b  |", "+====+====+", "| 10 | 20 |", "|    | 21 |", "+----+----+")
WORDS = ["a", "b", "10", "20", "21"]


def below(first: str, further: str) -> str:
    return "\n".join((first + GRID[0], *(further + line for line in GRID[1:]))) + "\n"


def cells(html: str) -> list[str]:
    inner = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", html, re.DOTALL)
    return [word for cell in inner for word in re.findall(r"\w+", re.sub(r"<[^>]*>", " ", cell))]


@pytest.mark.parametrize(
    "text",
    [
        "- One\n\n" + below("    ", "    "),
        "- One\n" + below("    ", "    "),
        "- One\n" + below("  ", "  "),
        below("- ", "  "),
        "1. One\n\n" + below("   ", "   ") + "\n2. Two\n",
        "Term\n" + below(":   ", "    "),
        below("> ", "> "),
        "> Words\n" + below("> ", "> "),
        "> - One\n>\n" + below(">     ", ">     "),
    ],
)
def test_a_grid_in_another_block_is_a_table(text: str) -> None:
    html = html_of(text)
    assert cells(html) == WORDS
    assert html.count("<table>") == 1


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("indent", ["    ", ""])
def test_a_grid_in_a_note_is_a_table(gap: str, indent: str) -> None:
    if gap and not indent:
        return
    body, problems = written(f"A[^n].\n\n[^n]: Words\n{gap}{below(indent, indent)}")
    assert problems == ()
    assert cells(body.notes[0].html) == WORDS
    assert "Words" in body.notes[0].html


def test_a_grid_in_code_is_printed_as_it_is_typed() -> None:
    assert "<table>" not in html_of("Code:\n\n" + below("    ", "    "))
    assert "<table>" not in html_of("- One\n\n  ```\n" + below("  ", "  ") + "  ```\n")


def test_a_grid_in_a_list_that_is_not_closed_is_told_where_it_begins() -> None:
    assert faults("- One\n\n    +---+---+\n    | a | b |\n    | 1 |\n    +---+---+\n") == [
        ("tables.grid", 3, 5)
    ]
