"""Where the ticks of an axis stand.

In:  the least and the greatest of what the axis shows, and about how many ticks there is room for.
Out: round numbers, or beginnings of years, quarters, months or days; how many digits the numbers need.

Source: P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems (1990).
"""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass

from issuebrief.charts.data.days import Period, Precision, period_at

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
MONTH_STEPS = (1, 2, 3, 6, 12)
DAY_STEPS = (1, 2, 7, 14)
DAYS_OF_MONTH, DAYS_OF_YEAR = 30.44, 365.25
LONG = 2.5
"""Years from which on an axis shows years alone."""
PER_YEAR = {Precision.YEAR: 1.0, Precision.QUARTER: 4.0, Precision.MONTH: 12.0, Precision.DAY: DAYS_OF_YEAR}
"""How many units of an axis a year has."""


@dataclass(frozen=True)
class Ticks:
    """Ticks in their order, and how many digits behind the decimal sign their labels have."""

    places: tuple[float, ...]
    decimals: int = 0


def number_ticks(low: float, high: float, count: int) -> Ticks:
    """Round numbers from at or below `low` to at or above `high`, no more than `count` or so."""
    if high <= low:
        low, high = (low - 1, high + 1) if low == 0 else sorted((low - abs(low) / 2, high + abs(high) / 2))
    step = _step((high - low) / max(count - 1, 1))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    if round(step * 10**decimals, 9) != round(step * 10**decimals):
        decimals += 1
    return Ticks(tuple(round(number * step, decimals + 2) for number in range(first, last + 1)), decimals)


def _step(least: float) -> float:
    """The least round step that is as large."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in STEPS if step * power >= least * (1 - 1e-9))


def period_ticks(
    low: float, high: float, precision: Precision, count: int
) -> tuple[tuple[float, Period], ...]:
    """Beginnings of years, quarters, months or days between `low` and `high`, no more than `count`.

    Each has its place on the axis; the period says how exactly it is labelled.
    """
    years = (high - low) / PER_YEAR[precision]
    if precision is Precision.YEAR or years >= min(count - 1, LONG):
        return _years(low, high, precision, count)
    if precision is Precision.QUARTER:
        return _quarters(low, high, count)
    if precision is Precision.MONTH or years * 12 >= count - 1:
        found = _months(low, high, precision, count)
        if len(found) > 1:
            return found
    return _days(low, high, count)


def _years(low: float, high: float, precision: Precision, count: int) -> tuple[tuple[float, Period], ...]:
    per_year = PER_YEAR[precision]
    span = (high - low) / per_year
    least = max(span / max(count - 1, 1), 1)
    step = next((step for step in YEAR_STEPS if step >= least), math.ceil(least))
    first = period_at(low, precision).day.year
    last = period_at(high, precision).day.year
    years = [year for year in range(first, last + 1) if year % step == 0]
    found = [Period(datetime.date(year, 1, 1), Precision.YEAR) for year in years if 1 <= year <= 9999]
    return tuple((period.at(precision), period) for period in found if low <= period.at(precision) <= high)


def _quarters(low: float, high: float, count: int) -> tuple[tuple[float, Period], ...]:
    step = next((step for step in (1, 2, 4) if (high - low) / step <= count - 1), 4)
    return tuple(
        (float(number), period_at(number, Precision.QUARTER))
        for number in range(math.ceil(low), math.floor(high) + 1)
        if number % step == 0
    )


def _months(low: float, high: float, precision: Precision, count: int) -> tuple[tuple[float, Period], ...]:
    first, last = (period_at(end, precision).at(Precision.MONTH) for end in (low, high))
    step = next((step for step in MONTH_STEPS if (last - first) / step <= count - 1), 12)
    months = [period_at(n, Precision.MONTH) for n in range(int(first), int(last) + 1) if n % step == 0]
    return tuple((month.at(precision), month) for month in months if low <= month.at(precision) <= high)


def _days(low: float, high: float, count: int) -> tuple[tuple[float, Period], ...]:
    step = next((step for step in DAY_STEPS if (high - low) / step <= count - 1), 14)
    numbers = range(math.ceil(low), math.floor(high) + 1, step)
    return tuple((float(number), period_at(number, Precision.DAY)) for number in numbers)
