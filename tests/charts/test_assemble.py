"""From a table to the values of a chart, and what keeps them from being drawn."""

from __future__ import annotations

import pytest
from charts import assembled

from issuebrief.charts.data.chart_data import AxisKind


def codes(values: str, text: str) -> list[str]:
    return [problem.code for problem in assembled(values, text)[1]]


def test_without_names_the_first_column_has_the_keys_and_the_others_the_values() -> None:
    data, problems = assembled("type: bar", "Country,2010,2020\nSweden,1,2\nFinland,3,4.25")
    assert problems == ()
    assert data is not None
    assert data.key.names == ("Sweden", "Finland")
    assert data.series == ("2010", "2020")
    assert [(p.key, p.series, p.value) for p in data.points] == [
        (0, "2010", 1), (1, "2010", 3), (0, "2020", 2), (1, "2020", 4.25),
    ]  # fmt: skip
    assert data.decimals == 2


def test_a_column_may_name_the_series() -> None:
    data, _ = assembled("type: line\nx: Year\nseries: Who", "Who,Year,n\nA,2001,1\nA,2000,2\nB,2000,3")
    assert data is not None
    assert data.key.scale is AxisKind.PERIODS
    assert [(p.key, p.value) for p in data.of("A")] == [(2000, 2), (2001, 1)]


def test_series_come_in_the_order_that_is_asked_for() -> None:
    text = "Port,Year,State\nA,2001,lost\nB,2002,kept\nC,2003,sold"
    data, _ = assembled("type: dot\nx: Year\ny: Port\nseries: State\norder: [kept, sold]", text)
    assert data is not None
    assert data.series == ("kept", "sold", "lost")


def test_dots_may_lie_along_either_column() -> None:
    one, _ = assembled("type: dot\nx: v\ny: n", "n,v\na,1\nb,2")
    other, _ = assembled("type: dot\nx: n\ny: v", "n,v\na,1\nb,2")
    assert one == other


@pytest.mark.parametrize(
    ("values", "text", "expected"),
    [
        ("type: bar\nx: Countr", "Country,n\na,1", "chart.no-column"),
        ("type: bar\nhighlight: b", "Country,n\na,1", "chart.no-column"),
        ("type: line\nhighlight: 2000", "Year,n\n2000,1\n2001,1", "chart.no-column"),
        ("type: line\norder: c", "Year,a,b\n2000,1,2\n2001,1,2", "chart.no-column"),
        ("type: bar", "Country\na", "chart.no-column"),
        ("type: line\nseries: s\ny: [a, b]", "x,s,a,b\n1,2,3,4", "chart.no-column"),
        ("type: range\ny: a", "x,a\n1,2", "chart.no-column"),
        ("type: bar", "Country,n\na,1\na,2", "chart.cell"),
        ("type: bar", "Country,n\na,1\n,2", "chart.cell"),
        ("type: scatter", "x,y\na,1", "chart.cell"),
        ("type: line", "d,n\n3/4/2023,1\n5/4/2023,2", "chart.cell"),
        ("type: bar", "Country,n", "chart.nothing-to-draw"),
        ("type: bar", "Country,n\na,\nb,-", "chart.nothing-to-draw"),
        ("type: range", "Country,low,high\na,1,\nb,,2", "chart.nothing-to-draw"),
        ("type: stacked", "x,a,b\na,1,-2", "chart.unfit"),
        ("type: slope", "x,a\n1,1\n2,2\n3,3", "chart.unfit"),
        ("type: range", "x,a,b\na,2,1", "chart.unfit"),
        ("type: line", "Year,n\n2000,1", "chart.unfit"),
        ("type: area", "Year,a,b\n2000,1,2\n2001,,2\n2002,1,1", "chart.unfit"),
        ("type: bar", "n,v\n" + "\n".join(f"r{n},{n}" for n in range(61)), "chart.too-much"),
        ("type: bar", "n," + ",".join("abcde") + "\nr,1,2,3,4,5", "chart.too-much"),
    ],
)
def test_what_cannot_be_drawn_is_told(values: str, text: str, expected: str) -> None:
    data, problems = assembled(values, text)
    assert data is None
    assert [problem.code for problem in problems if problem.code != "chart.missing-values"] == [expected]
    assert all(problem.hint for problem in problems)


def test_a_missing_value_is_a_remark() -> None:
    data, (problem,) = assembled("type: line", "Year,n\n2000,1\n2001,\n2002,3")
    assert data is not None
    assert (problem.code, problem.severity.name) == ("chart.missing-values", "INFO")
    assert problem.message.startswith("1 of 3 values in data.csv")


def test_the_nearest_name_is_suggested() -> None:
    _, (problem,) = assembled("type: bar\ny: Lanchings", "Country,Launchings\na,1")
    assert problem.hint == "did you mean “Launchings”?"


@pytest.mark.parametrize("last", ["65+", "65–74", "65 - 74", "≥ 65"])
def test_classes_of_numbers_are_names_also_among_numbers(last: str) -> None:
    data, problems = assembled("type: line", f"Age,n\n12,1\n13,2\n14,3\n{last},4")
    assert problems == ()
    assert data is not None
    assert (data.key.scale, data.key.names[-1]) == (AxisKind.NAMES, last)
