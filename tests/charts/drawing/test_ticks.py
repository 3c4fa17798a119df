"""Where ticks stand."""

from __future__ import annotations

import pytest

from issuebrief.charts.data.days import Period, Precision
from issuebrief.charts.drawing.ticks import number_ticks, period_ticks


@pytest.mark.parametrize(
    ("low", "high", "count", "places", "decimals"),
    [
        (0, 87, 3, (0, 50, 100), 0),
        (-3.2, 15, 5, (-5, 0, 5, 10, 15), 0),
        (0.12, 0.31, 5, (0.1, 0.15, 0.2, 0.25, 0.3, 0.35), 2),
        (1040.5, 2210.75, 4, (1000, 1500, 2000, 2500), 0),
        (5, 5, 3, (2.5, 5, 7.5), 1),
    ],
)
def test_ticks_are_round_numbers_around_all_values(
    low: float, high: float, count: int, places: tuple[float, ...], decimals: int
) -> None:
    found = number_ticks(low, high, count)
    assert found.places == pytest.approx(places)
    assert found.decimals == decimals


def test_extreme_numbers_have_ticks_too() -> None:
    for low, high in ((0, 1e300), (-1e-12, 1e-12), (0, 0), (1e15, 1e15 + 1)):
        found = number_ticks(low, high, 4).places
        assert len(found) >= 2
        assert found[0] <= low <= high <= found[-1]


def shown(low: str, high: str, precision: Precision, count: int) -> list[str]:
    import datetime

    ends = [Period(datetime.date.fromisoformat(day)).at(precision) for day in (low, high)]
    found = period_ticks(ends[0], ends[1], precision, count)
    return [str(period.day)[: 4 if period.precision is Precision.YEAR else 7] for _, period in found]


def test_years_quarters_and_months_begin_where_they_are_labelled() -> None:
    assert shown("2000-01-01", "2020-01-01", Precision.YEAR, 5) == ["2000", "2005", "2010", "2015", "2020"]
    assert shown("2019-03-05", "2023-08-01", Precision.DAY, 6) == ["2020", "2021", "2022", "2023"]
    assert shown("2021-01-01", "2022-07-01", Precision.MONTH, 4) == [
        "2021-01",
        "2021-07",
        "2022-01",
        "2022-07",
    ]
    assert shown("2021-01-01", "2021-10-01", Precision.QUARTER, 4) == [
        "2021-01",
        "2021-04",
        "2021-07",
        "2021-10",
    ]
    assert len(shown("2023-01-02", "2023-01-20", Precision.DAY, 4)) == 3
