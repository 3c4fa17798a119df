"""Tables of dashes and of a grid, and captions that begin with a colon."""

from __future__ import annotations

import re

import pytest
from written import faults, html_of, with_lines, written

SIMPLE = """\
  Port       Ships   Tide   Depth
  ------ ---------  ------  -----
  Oban          12   low    3.5
  *Leith*      340   high   11
"""
MULTILINE = """\
----------------------------------
  Port    Ships  What is said
               n  of it
------- --------  ----------------
Oban          12  A small port,
                  and a *kind* one.

Leith        340  - none
----------------------------------
"""
GRID = """\
+---------+-------:+----------+
| Port    | Ships  | Kinds    |
+=========+=======:+:========:+
| Oban    | 12     | - small  |
|         |        | - kind   |
+---------+--------+----------+
| Leith^[It has a note.] | x  |
+---------+--------+----------+
"""


def cells(html: str) -> list[list[str]]:
    """The words of each cell of the first table, row by row."""
    rows = re.findall(r"<tr.*?</tr>", html, re.DOTALL)
    return [
        [
            " ".join(re.sub("<.*?>", " ", cell).split())
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
        ]
        for row in rows
    ]


def aligned(html: str) -> list[str]:
    """How the cells of the first row stand."""
    first = html[: html.index("</tr>")]
    return [
        (re.findall(r"text-align: (\w+)", cell) or [""])[0]
        for cell in re.findall("<t[hd](?![a-z])[^>]*>", first)
    ]


def test_a_simple_table() -> None:
    html = html_of(SIMPLE)
    assert cells(html) == [
        ["Port", "Ships", "Tide", "Depth"],
        ["Oban", "12", "low", "3.5"],
        ["Leith", "340", "high", "11"],
    ]
    assert aligned(html) == ["left", "right", "center", ""]
    assert html.count('<th scope="col"') + html.count('text-align: left;" scope') == 2


def test_a_table_without_a_head_takes_its_alignment_from_the_first_row() -> None:
    html = html_of("----  ----\nA        1\nB       22\n----  ----\n")
    assert cells(html) == [["A", "1"], ["B", "22"]]
    assert aligned(html) == ["left", "right"]
    assert "<thead>" not in html


def test_a_multiline_table() -> None:
    html = html_of(MULTILINE)
    assert cells(html) == [
        ["Port", "Ships n", "What is said of it"],
        ["Oban", "12", "A small port, and a kind one."],
        ["Leith", "340", "- none"],
    ]


def test_a_grid_holds_blocks_and_says_how_its_columns_stand() -> None:
    html = html_of("\n".join(GRID.splitlines()[:6]))
    assert cells(html) == [["Port", "Ships", "Kinds"], ["Oban", "12", "small kind"]]
    assert "<ul>\n<li>small</li>" in html
    assert aligned(html) == ["", "right", "center"]


def test_a_grid_whose_lines_do_not_meet_is_told() -> None:
    assert faults(GRID)[0] == ("tables.grid", 1, 1)


def test_notes_and_addresses_stand_in_cells() -> None:
    body, problems = written(
        "Port       Link\n---------  --------------------\nOban[^a]   https://a.org/b\n\n[^a]: N\n"
    )
    assert problems == ()
    assert [note.html for note in body.notes] == ["N"]
    assert 'href="https://a.org/b"' in body.html


def test_rows_know_their_lines() -> None:
    html = with_lines(SIMPLE)[0].html
    assert re.findall(r'<tr data-line="(\d+)"', html) == ["4", "6", "7"]


@pytest.mark.parametrize("table", [SIMPLE, MULTILINE, "| a | b |\n|---|---|\n| 1 | 2 |\n"])
@pytest.mark.parametrize("sign", [":", "Table:", "table:"])
def test_a_caption_stands_before_or_behind(table: str, sign: str) -> None:
    for text in (
        f"{table}\n{sign} All *ports* {{#tab-ports}}\n",
        f"{sign} All *ports* {{#tab-ports}}\n\n{table}",
    ):
        html = html_of(f"Before.\n\n{text}\nBehind.\n")
        assert 'id="tab-ports"' in html
        assert '<span class="caption">All <em>ports</em></span>' in html
        assert html.startswith("<p>Before.</p>") and html.endswith("<p>Behind.</p>")


@pytest.mark.parametrize(
    "edge",
    ["> ", "- ", "> > ", "- - ", "> - ", "1. "],
    ids=["quote", "list", "quotes", "lists", "both", "number"],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_caption_stands_below_its_table_in_a_quotation_and_in_a_list(edge: str, gap: str) -> None:
    lines = f"Of ports.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n{gap}: All *ports*\n".splitlines()
    rest = "".join(sign if sign in "> " else " " * 4 for sign in edge.replace(" ", "").replace("1.", "-"))
    rest = rest.replace(">", "> ")
    text = "\n".join([edge + lines[0], *(rest + line for line in lines[1:])])
    assert '<span class="caption">All <em>ports</em></span>' in html_of(f"{text}\n\nBehind.\n")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_second_line_goes_on_with_the_caption(gap: str) -> None:
    found = html_of(f"| a |\n|---|\n| 1 |\n\n: Ships of{gap}: last year\n\nText")
    assert "Ships of\nlast year</span>" in found
    assert "<p>Text</p>" in found


def test_each_of_two_tables_has_its_own_caption() -> None:
    pipe = "| a |\n|---|\n| 1 |\n"
    for text in (f"Table: A\n\n{pipe}\nTable: B\n\n{pipe}", f"{pipe}\n: A\n\n{pipe}\n: B\n"):
        assert re.findall('caption">(.)<', html_of(text)) == ["A", "B"]


@pytest.mark.parametrize(
    "text", ["A\n\n--- ---\n\nHead\n----\n\nB", "Head\n----\n\nB", "Term\n\n:   Meaning\n", "+1 and -1\n"]
)
def test_rules_headings_and_terms_are_no_tables(text: str) -> None:
    assert "<table" not in html_of(text)


def test_a_table_right_above_a_definition_is_its_term() -> None:
    result, problems = written("  Coast   Boats\n  ------ ------\n  East        7\n\n:   \n:   What it is.\n")
    assert problems == ()
    assert result.html.count("<table") == 1
    assert "East" in result.html and "What it is." in result.html


def test_a_row_that_ends_like_a_sentence_may_be_the_last_of_its_table() -> None:
    rule = "-" * 30
    rows = "Port        Trade\n----------- ------------------\nRiga        Timber and flax."
    found = html_of(f"{rule}\n{rows}\n{rule}")
    assert ">Timber and flax.</td>" in found


def test_a_pipe_in_the_code_of_a_cell_is_printed_without_its_backslash() -> None:
    html = html_of("| `a\\|b` | c |\n|---|---|\n| `x\\|y` and `d` | e\\|f |\n")
    assert "<code>a|b</code>" in html
    assert "<code>x|y</code> and <code>d</code>" in html
    assert "e|f</td>" in html
