"""Tables that are drawn with signs: their words cell by cell, and lines of hyphens that are none."""

from __future__ import annotations

import pytest

from issuebrief.preflight.wording.drawn_tables import drawn_tables

HEADLESS = """------- -------
One     First
half    line

Two     Second
------- -------
"""


def cells(text: str) -> list[list[str]]:
    return [[" ".join(words.split()) for _, words in found] for _, found in drawn_tables(text)]


def test_the_lines_of_a_cell_are_read_below_each_other() -> None:
    assert cells(HEADLESS) == [["One half", "First line", "Two", "Second"]]


@pytest.mark.parametrize(
    "line", ["few words stand in every line of it\n", "--- ---\nwords and words\n\n", "---\n", "--- ---\n"]
)
def test_lines_that_never_become_a_table_are_read_once(line: str) -> None:
    assert cells(f"--- ---\n{line * 2_000}") == []
