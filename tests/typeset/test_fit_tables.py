"""Columns of tables that share the measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

MM = 72 / 25.4


def test_long_words_in_a_column_are_divided_and_none_runs_into_the_next(tmp_path: Path) -> None:
    head = "| Agency | Telecommunications | Notes |\n|---|---|---|\n"
    table = f"{head}| Intergovernmentalism | Regulation | Infrastructure |\n"
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{table}\n{paragraph(2)}")
    cells = [line for line in facts.on(0) if line.size < 8 and line.left < 130 * MM]
    assert {"Telecommunications", "Intergovernmentalism"} & {line.text for line in cells} == set()
    for one in cells:
        for other in cells:
            if one is not other and abs(one.baseline - other.baseline) < 0.5 and one.left < other.left:
                assert one.right <= other.left


def test_numbers_stay_whole(tmp_path: Path) -> None:
    numbers = ["1,234,567", "2,345,678", "3,456,789"]
    head = "| Kraftfahrzeughaftpflichtversicherung | A | B | C |\n|---|--:|--:|--:|\n"
    table = f"{head}| Rechtsschutzversicherungsgesellschaften | {' | '.join(numbers)} |\n"
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{table}\n{paragraph(2)}", lang="de")
    assert all(number in facts.copied(0) for number in numbers)


@pytest.mark.parametrize("cell", ["https://example.org/statistics/throughput/of/all/ports/2023/figures.xlsx"])
def test_addresses_break_to_fit_their_cell(tmp_path: Path, cell: str) -> None:
    table = f"| Port | Year | Source |\n|---|---|---|\n| Harbour | 2023 | {cell} |\n"
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{table}\n{paragraph(2)}")
    assert max(line.right for line in facts.on(0) if line.size < 8) <= 196 * MM + 0.1
