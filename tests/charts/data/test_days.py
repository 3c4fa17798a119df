"""Days, months, quarters and years in tables."""

from __future__ import annotations

import datetime

from issuebrief.charts.data.days import Period, Precision, is_ambiguous, period_at, periods_of


def test_periods_are_read_as_exactly_as_they_are_written() -> None:
    found = periods_of(
        ["2019", "2019-06", "2019Q3", "Q4 2019", "2019-12-24", "24.12.2019", "2019-12-24T10:00Z"]
    )
    assert found is not None
    assert [period.precision for period in found] == [
        Precision.YEAR, Precision.MONTH, Precision.QUARTER, Precision.QUARTER, Precision.DAY, Precision.DAY,
        Precision.DAY,
    ]  # fmt: skip
    assert [period.day.month for period in found] == [1, 6, 7, 10, 12, 12, 12]


def test_a_day_that_may_be_read_two_ways_is_none_until_another_tells() -> None:
    assert periods_of(["3/4/2023", "5/4/2023"]) is None
    assert is_ambiguous(["3/4/2023", "5/4/2023"])
    assert periods_of(["3/4/2023", "15/4/2023"]) == [
        Period(datetime.date(2023, 4, 3)),
        Period(datetime.date(2023, 4, 15)),
    ]
    assert periods_of(["4/15/2023"]) == [Period(datetime.date(2023, 4, 15))]


def test_what_is_no_day_is_none() -> None:
    assert periods_of(["2023-02-30"]) is None
    assert periods_of(["2023", "soon"]) is None
    assert periods_of([]) is None


def test_places_on_an_axis_lead_back_to_their_periods() -> None:
    for precision, day in (
        (Precision.YEAR, datetime.date(1999, 1, 1)),
        (Precision.QUARTER, datetime.date(1999, 10, 1)),
        (Precision.MONTH, datetime.date(1999, 12, 1)),
        (Precision.DAY, datetime.date(1999, 12, 31)),
    ):
        period = Period(day, precision)
        assert period_at(period.at(precision), precision) == period
