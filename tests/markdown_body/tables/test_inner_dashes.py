"""Tables between lines of hyphens are tables within other blocks, too."""

from __future__ import annotations

import pytest
from written import faults, html_of, written

TABLE = ["  Port   Boats", "------ -------", "Ebb          3", "Flood        2"]
ROWS = ["<th", ">Port</th>", ">Boats</th>", ">Ebb</td>", ">3</td>", ">Flood</td>", ">2</td>"]


def held(first: str, below: str) -> str:
    return "\n".join([first, "", *(f"{below}{line}" for line in TABLE)])


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"> {line}" for line in TABLE),
        "\n".join(f">   {line}" for line in ["Text.", "", *TABLE, "", "More."]),
        held("- One", "  "),
        held("- One", "    ") + "\n\n- Two",
        held("- One\n  - Two", "      "),
        held("9. Nine\n10. Ten", "    "),
        held("Ebb\n:   Falls.", "    "),
        "> - One\n>\n" + "\n".join(f">   {line}" for line in TABLE),
        "\n".join(["::: note", *TABLE, ":::"]),
        "\n".join(["- ::: note", *(f"  {line}" for line in TABLE), "  :::"]),
    ],
)
def test_a_table_of_hyphens_is_set_in_another_block(text: str) -> None:
    html = html_of(text)
    places = [html.find(row) for row in ROWS]
    assert -1 not in places
    assert places == sorted(places)
    assert html.count("<table") == 1
    assert not faults(text)


def test_a_table_of_hyphens_is_set_in_a_note() -> None:
    body, problems = written(held("Text.[^a]\n\n[^a]: Note.", "    "))
    assert all(row in body.notes[0].html for row in ROWS)
    assert not problems


def test_rows_of_several_lines_are_whole_in_a_quotation() -> None:
    rule = "> ------------"
    text = f"{rule}\n> Port   Boats\n> ----- ------\n> Ebb        3\n> tide\n>\n> Flood      2\n{rule}"
    html = html_of(text)
    assert "Ebb tide</td>" in html.replace("\n", " ")
    assert html.count("<tr") == 3


def test_a_caption_below_it_belongs_to_it() -> None:
    html = html_of(held("- One", "  ") + "\n\n  Table: Boats by tide.")
    assert "<figcaption" in html
    assert "Boats by tide." in html


@pytest.mark.parametrize("text", ["- One\n\n  ----\n\n  Two", "> One - two\n> -- three"])
def test_rules_and_dashes_in_other_blocks_are_no_tables(text: str) -> None:
    assert "<table" not in html_of(text)
