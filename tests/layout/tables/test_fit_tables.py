"""Columns of tables that share the measure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from setting import facts_of, paragraph, set_text

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


def test_what_would_be_cut_is_set_smaller_first(tmp_path: Path) -> None:
    years = " | ".join(str(year) for year in range(2012, 2024))
    numbers = " | ".join(f"{year},234,567" for year in range(1, 13))
    table = f"| Port | {years} |\n|---{'|---:' * 12}|\n| Harbour | {numbers} |\n"
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{table}\n{paragraph(2)}")
    sizes = {round(line.size, 1) for line in facts.on(0) if "234,567" in line.text}
    assert len(sizes) == 1
    assert 6.2 <= sizes.pop() < 7.6


def test_widths_that_are_asked_for_are_kept_to(tmp_path: Path) -> None:
    words = "many words that need more than one line in a column of this brief"
    cols = '<col width="25%"><col width="75%">'
    rows = f"<thead><tr><th>One</th><th>Two</th></tr></thead><tr><td>{words}</td><td>{words}</td></tr>"
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n<table>{cols}{rows}</table>\n\n{paragraph(2)}")
    one, two = (next(line for line in facts.on(0) if line.text == text) for text in ("One", "Two"))
    assert two.x - one.x == pytest.approx(66 * MM / 4, abs=1)


def test_the_room_goes_where_the_text_is(tmp_path: Path) -> None:
    words = "many words that need more than one line in a column of this brief"
    table = f"| One | Two |\n|---|---|\n| few | {words} |\n| few | {words} |\n"
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{table}\n{paragraph(2)}")
    one, two = (next(line for line in facts.on(0) if line.text == text) for text in ("One", "Two"))
    assert two.x - one.x < 66 * MM / 3


def test_what_heads_a_row_or_a_column_is_left_whole_where_the_table_fits_so(tmp_path: Path) -> None:
    words = "many words that fill three lines or four in a narrow column of this brief"
    head = "| Deliverable | Standard | Level | Method |\n|---|---|---|---|\n"
    names = ("Accessibility", "Documented")
    rows = "".join(f"| **{name}** | {words} | {words} | {words} |\n" for name in names)
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{head}{rows}\n{paragraph(2)}")
    printed = {word for line in facts.on(0) for word in line.text.split()}
    assert {"Deliverable", *names} <= printed


def test_rows_of_one_line_are_as_high_as_a_line_of_the_grid(tmp_path: Path) -> None:
    rows = "".join(f"| row{number} | words |\n" for number in range(5))
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n| Name | Two |\n|---|---|\n{rows}\n{paragraph(2)}")
    lines = [next(line for line in facts.on(0) if line.text == f"row{number}") for number in range(5)]
    steps = [below.baseline - above.baseline for above, below in pairwise(lines)]
    assert steps == pytest.approx([12.5] * 4, abs=0.01)


def test_a_word_that_is_cut_in_a_head_is_told_with_its_line(tmp_path: Path) -> None:
    outcome, _ = set_text(tmp_path, f"{paragraph(1)}\n\n| B{'z' * 160} | C |\n|---|---|\n| 1 | 2 |\n")
    cut = [problem for problem in outcome.problems if problem.code == "compose.word-cut"]
    lines = (tmp_path / "brief.md").read_text("utf-8").splitlines()
    assert [problem.place.line for problem in cut if problem.place] == [
        number for number, line in enumerate(lines, 1) if line.startswith("| Bzzz")
    ]
    assert len(cut) == 1


def test_a_table_that_fits_nowhere_is_told_once(tmp_path: Path) -> None:
    years = " | ".join(str(year) for year in range(2000, 2022))
    numbers = " | ".join(f"{year},000,000" for year in range(1, 23))
    table = f"| Port | {years} |\n|---{'|---:' * 22}|\n| Harbour | {numbers} |\n"
    outcome, _ = set_text(tmp_path, f"{paragraph(1)}\n\n{table}\n{paragraph(2)}")
    assert [problem.code for problem in outcome.problems] == ["tables.too-wide"]
