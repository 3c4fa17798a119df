"""What is told of data that can be drawn, and may be wrong."""

from __future__ import annotations

import pytest
from charts import assembled

from issuebrief.charts.data.chart_data import digits_shown
from issuebrief.charts.data_doubts import is_index


def told(values: str, text: str) -> list[tuple[str, str]]:
    """The codes and messages of an assembled chart."""
    return [(problem.code, problem.message) for problem in assembled(values, text)[1]]


@pytest.mark.parametrize(
    ("values", "text", "name"),
    [
        ("type: bar", "Region,n\nNorth,10.2\nSouth,20.1\nEast,5\nTotal,35.4", "Total"),
        ("type: bar", "Region;Männer;Frauen\nNord;1;2\nSüd;3;4\nInsgesamt;4;6", "Insgesamt"),
        ("type: dot", "Län,n\nNorr,1\nSyd,2\nSumma,3", "Summa"),
        ("type: stacked", "Region,Coal,Gas,Both\nN,1,2,3\nS,2,3,5", "Both"),
        ("type: area", "Year,Coal,Gas,Both\n2020,1,2,3\n2021,2,3,5", "Both"),
    ],
)
def test_a_total_among_its_parts_is_told(values: str, text: str, name: str) -> None:
    ((code, message),) = told(values, text)
    assert code == "chart.total"
    assert message.startswith(f"“{name}” is the sum of the others")


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ("type: bar", "n,v\na,1\nb,2\nc,3"),
        ("type: bar", "n,v\na,1\nb,2\nTotal,7"),
        ("type: bar", "n,v\nTotal,7\nOther,7"),
        ("type: stacked", "n,a,b,c\nx,1,2,3\ny,1,2,4"),
        ("type: line", "Year,a,b,All\n2020,1,2,3\n2021,2,3,5"),
    ],
)
def test_what_only_looks_like_a_total_is_not(values: str, text: str) -> None:
    assert told(values, text) == []


def test_per_cent_that_the_chart_does_not_mention_is_told() -> None:
    ((code, message),) = told("type: bar", "n,Share\na,12%\nb,13 %")
    assert code == "chart.unit"
    assert "“Share” are in per cent" in message
    for said in ("unit: Per cent", "unit: Anteil in Prozent", "caption: Part des voix, en pour cent"):
        assert told(f"type: bar\n{said}", "n,Share\na,12%\nb,13%") == []
    assert told("type: bar", "n,Share (%)\na,12%\nb,13%") == []


def test_a_first_column_without_a_name_holds_names_unless_it_counts_rows() -> None:
    data, problems = assembled("type: bar", ",a\nx,1\ny,2")
    assert (problems, data and data.key.names) == ((), ("x", "y"))
    data, problems = assembled("type: bar", ",n,v\n1,x,7\n2,y,8")
    assert (problems, data and data.key.names) == ((), ("x", "y"))
    assert is_index(["0", "1", "2"])
    assert not is_index(["1", "2", "4"])


def test_other_columns_without_a_name_are_told() -> None:
    ((code, message),) = told("type: bar", "n,v,\na,1,9\nb,2,8")
    assert code == "chart.left-out"
    assert message.startswith("column 3 of ")
    assert told("type: bar", "n,v,\na,1,\nb,2,") == []


def test_times_that_are_not_told_alike_are_an_error() -> None:
    ((code, message),) = told("type: line", "d,v\n2019,1\n2019-06,2\n2020-01,3")
    assert code == "chart.cell"
    assert message.startswith("“2019” (column 1) is told less exactly")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("(1234)", "write a minus"),
        ("(1,234.5)", "write a minus"),
        ("12.5*", "mark of the footnote"),
        ("13.1 (e)", "mark of the footnote"),
        ("14²", "mark of the footnote"),
        ("15 b", "mark of the footnote"),
        ("15 km", "leave the unit out"),
    ],
)
def test_numbers_with_signs_around_them_are_refused_with_what_to_do(text: str, hint: str) -> None:
    (problem,) = assembled("type: bar", f'n,v\na,"{text}"\nb,2.5')[1]
    assert problem.code == "chart.cell"
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("value", "among", "decimals", "shown"),
    [
        (-29.17974, (-49.8661, 68.3), 5, 2), (0.4725, (0.4725, 0.5), 4, 4), (784.55, (784.55,), 2, 1),
        (12345.6, (12345.6,), 1, 1), (7, (7, 8), 0, 0), (0.00001, (0.00002,), 5, 5), (0.004, (123.4,), 3, 3),
        (0.0, (0.0,), 0, 0),
    ],
)  # fmt: skip
def test_so_many_digits_are_written(
    value: float, among: tuple[float, ...], decimals: int, shown: int
) -> None:
    assert digits_shown(value, among, decimals) == shown
