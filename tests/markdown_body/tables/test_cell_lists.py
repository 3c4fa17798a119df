"""Lists that are typed into cells with breaks between their items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of
from written import html_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("- one<br>- two<br>- three", 3),
        ("• one<br/>• two", 2),
        ("* one<br>* two", 2),
        ("– eins<br>– zwei", 2),
        ("1. one<br>2. two", 2),
        ("3) three<br>4) four", 2),
        ("Measures:<br>- one<br>- two", 2),
        ("- one<br>- two<br>In all", 2),
        ("- **one** of two<br>- [two](https://example.org)<br>- `three`", 3),
        ("- one", 0),
        ("one<br>two", 0),
        ("- one<br>two", 0),
        ("- 5<br>- 6", 0),
        ("- 5,2 %<br>- 6,1 %", 0),
        ("-one<br>-two", 0),
        ("1990. Year<br>1992. Year", 0),
        ("- one<br>• two", 0),
    ],
)
def test_lines_of_a_cell_that_begin_alike_are_a_list(cell: str, items: int) -> None:
    assert html_of(f"| a | b |\n|---|---|\n| {cell} | x |").count("<li>") == items


def test_a_list_in_a_cell_has_its_signs_and_numbers_on_the_page(tmp_path: Path) -> None:
    body = (
        "| a | b |\n|---|---|\n| Both:<br>- one[^n]<br>- two<br>So. | 3. three<br>4. four |\n\n"
        "[^n]: In a note:\n\n    | c | d |\n    |---|---|\n    | - five<br>- six | y |"
    )
    facts = facts_of(tmp_path, body)
    shown = " ".join(facts.text.split())
    assert "Both: – one1 – two So. 3. three 4. four" in shown
    assert "– five – six" in shown
