"""Columns understood: what tells the decimal sign, and cells that are no numbers."""

from __future__ import annotations

import pytest
from charts import table

from issuebrief.charts.data.columns import decimal_of, numbers_in


def numbers(text: str, own: str, asked: str = "") -> tuple[tuple[float | None, ...], list[str]]:
    found = table(text)
    cells = found.column("b")
    reading = decimal_of(found, cells, own, asked)
    if reading.clash:
        return (), [f"clash: {reading.clash.text}"]
    values, problems = numbers_in(cells, reading, lambda place: "")
    return values, [problem.code for problem in problems]


def test_one_cell_tells_the_sign_of_all_others() -> None:
    assert numbers("a;b\nx;1,234\ny;1,5", ".") == ((1.234, 1.5), [])
    assert numbers('a,b\nx,"1,234"\ny,"1,234.5"', ",") == ((1234.0, 1234.5), [])


def test_in_english_commas_part_thousands_unless_semicolons_part_cells() -> None:
    assert numbers('a,b\nx,"1,234"', ".") == ((1234.0,), [])


@pytest.mark.parametrize(
    ("text", "own"), [("a;b\nx;1,234", "."), ("a,b\nx,1.234", "."), ("a;b\nx;1,234", ",")]
)
def test_where_nothing_tells_the_author_is_asked(text: str, own: str) -> None:
    assert numbers(text, own) == ((None,), ["chart.doubtful-number"])
    assert numbers(text, own, "comma")[1] == []


def test_signs_that_contradict_each_other_are_told() -> None:
    assert numbers("a;b\nx;1,5\ny;2.5", ".")[1] == ["clash: 2.5"]


def test_cells_that_are_no_numbers_are_all_told_at_once_but_not_without_end() -> None:
    assert numbers("a,b\nx,two\ny,\nz,3 km\nw,4", ".") == ((None, None, None, 4.0), ["chart.cell"] * 2)
    rows = "\n".join(f"{n},bad" for n in range(500))
    assert len(numbers(f"a,b\n{rows}", ".")[1]) == 12
    assert numbers("a,b\nx,1%\ny,2", ".")[1] == ["chart.cell"]
    assert numbers("a,b\nx,12345678901234567", ".")[1] == ["chart.digits"]
