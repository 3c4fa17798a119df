"""The outer edges of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

MM = 72 / 25.4
HEAD = (
    '<thead><tr><th rowspan="2">Port</th><th colspan="2">Ships</th><th rowspan="2">Remark</th></tr>'
    "<tr><th>First</th><th>Second</th></tr></thead>"
)
TABLE = f"<table>{HEAD}<tr><td>Oban</td><td>12</td><td>15</td><td>none so far</td></tr></table>"


def test_the_last_cell_of_a_row_below_one_that_reaches_down_keeps_its_white(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{TABLE}\n\n{paragraph(2)}")
    letters = next(line for line in facts.on(0) if line.text.endswith("Remark")).letters
    start = next(place for place, letter in enumerate(letters) if letter.char == "R")
    before = [letter for letter in letters[:start] if letter.char.strip()]
    assert letters[start].x - before[-1].right >= 5.9


@pytest.mark.parametrize(
    ("theme", "edge"), [("isdp", 124 * MM), ("policy-note", 132 * MM - 5), ("report", 192 * MM)]
)
def test_numbers_in_the_last_column_end_at_the_edge(tmp_path: Path, theme: str, edge: float) -> None:
    table = "| Port | Ships |\n|---|---|\n| Oban | 12345 |\n| Leith | 67890 |\n"
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{table}\n\n{paragraph(2)}", theme=theme)
    number = next(line for line in facts.lines if line.text == "12345")
    assert number.right == pytest.approx(edge, abs=0.5)
