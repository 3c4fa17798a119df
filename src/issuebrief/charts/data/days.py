"""Days, months, quarters and years as people write them in tables.

In:  the texts of a column.
Out: `Period`s, each with what it was written to: a year, a quarter, a month or a day.

`3/4/2023` is a day in March in one country and in April in another. Where no cell of the column tells which,
none is taken for a day.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Precision(IntEnum):
    """How exactly a period is told."""

    YEAR = 1
    QUARTER = 2
    MONTH = 3
    DAY = 4


@dataclass(frozen=True, order=True)
class Period:
    """A day, the first of its month, quarter or year where no more is told."""

    day: datetime.date
    precision: Precision = Precision.DAY

    def at(self, precision: Precision) -> float:
        """Its number on an axis that counts years, quarters, months or days."""
        year, month = self.day.year, self.day.month - 1
        match precision:
            case Precision.YEAR:
                return float(year)
            case Precision.QUARTER:
                return float(4 * year + month // 3)
            case Precision.MONTH:
                return float(12 * year + month)
        return float(self.day.toordinal())


YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2}|2100)")
QUARTER = re.compile(r"([12][0-9]{3})[ -]?[QqKkTt]([1-4])|[QqKkTt]([1-4])[ /-]?([12][0-9]{3})")
MONTH = re.compile(r"([12][0-9]{3})[-/.](0?[1-9]|1[0-2])|(0[1-9]|1[0-2])[/.]([12][0-9]{3})")
ISO = re.compile(
    r"([12][0-9]{3})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?([12][0-9]{3})")
SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]([12][0-9]{3})")


def period_at(place: float, precision: Precision) -> Period:
    """The period that has a number on an axis."""
    number = round(place)
    match precision:
        case Precision.YEAR:
            day = datetime.date(number, 1, 1)
        case Precision.QUARTER:
            day = datetime.date(number // 4, 3 * (number % 4) + 1, 1)
        case Precision.MONTH:
            day = datetime.date(number // 12, number % 12 + 1, 1)
        case _:
            day = datetime.date.fromordinal(number)
    return Period(day, precision)


def periods_of(texts: Sequence[str]) -> list[Period] | None:
    """The periods that all texts say; None where one is no period, or may be two."""
    day_first = _day_first(texts)
    found = [_period(text.strip(), day_first) for text in texts]
    return None if None in found or not found else [period for period in found if period]


def is_ambiguous(texts: Sequence[str]) -> bool:
    """Whether a column has days of which nothing tells whether the day or the month comes first."""
    slashed = [text for text in texts if SLASHED.fullmatch(text.strip())]
    return bool(slashed) and len(slashed) == len(texts) and _day_first(texts) is None


def _day_first(texts: Sequence[str]) -> bool | None:
    """Whether the day comes first in `13/4/2023`; None where no text tells, or they contradict each other."""
    parts = [match for text in texts if (match := SLASHED.fullmatch(text.strip()))]
    first = any(int(match[1]) > 12 for match in parts)
    second = any(int(match[2]) > 12 for match in parts)
    return None if first == second else first


def _period(text: str, day_first: bool | None) -> Period | None:
    if YEAR.fullmatch(text):
        return Period(datetime.date(int(text), 1, 1), Precision.YEAR)
    if match := QUARTER.fullmatch(text):
        year, quarter = int(match[1] or match[4]), int(match[2] or match[3])
        return Period(datetime.date(year, 3 * quarter - 2, 1), Precision.QUARTER)
    if match := MONTH.fullmatch(text):
        return Period(datetime.date(int(match[1] or match[4]), int(match[2] or match[3]), 1), Precision.MONTH)
    if match := ISO.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := DOTTED.fullmatch(text):
        return _day(match[3], match[2], match[1])
    if (match := SLASHED.fullmatch(text)) and day_first is not None:
        day, month = (match[1], match[2]) if day_first else (match[2], match[1])
        return _day(match[3], month, day)
    return None


def _day(year: str, month: str, day: str) -> Period | None:
    try:
        return Period(datetime.date(int(year), int(month), int(day)))
    except ValueError:
        return None
