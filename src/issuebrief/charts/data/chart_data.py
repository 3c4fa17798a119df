"""The values of a chart, in the terms of what is drawn.

In:  what `assemble.py` makes of a table.
Out: `ChartData`: points by category or along an axis, in series.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.charts.data.days import Precision


COUNTING = 4
"""Digits that count in the largest number of a chart, where its numbers are not whole."""


class AxisKind(Enum):
    """What an axis shows: names side by side, numbers, or periods (as days from the first of year 1)."""

    NAMES = "names"
    NUMBERS = "numbers"
    PERIODS = "periods"


@dataclass(frozen=True)
class Axis:
    """An axis: the name of its column, what it shows, the names on it, or how exact its periods are."""

    name: str
    scale: AxisKind
    names: tuple[str, ...] = ()
    precision: Precision | None = None


@dataclass(frozen=True)
class DataPoint:
    """A value: where it stands on the key axis (of a name, its number), how much, of which series.

    `value` is None where it is missing; `low` is the other end of a range. `label` is its own name.
    """

    key: float
    value: float | None
    series: str = ""
    label: str = ""
    low: float | None = None


@dataclass(frozen=True)
class ChartData:
    """The points of a chart on the axes of their keys and values; `series` in their order.

    `decimals` is how many digits behind the decimal sign the values have.
    """

    key: Axis
    value: Axis
    points: tuple[DataPoint, ...]
    series: tuple[str, ...]
    decimals: int = 0
    key_decimals: int = 0
    ends: tuple[str, str] = ("", "")
    """What the two ends of ranges are called."""

    def of(self, series: str) -> tuple[DataPoint, ...]:
        """The points of a series, in their order."""
        return tuple(point for point in self.points if point.series == series)

    def digits_of(self, value: float) -> int:
        """How many digits behind the decimal sign a value is written with."""
        return digits_shown(value, self.values, self.decimals)

    @property
    def values(self) -> tuple[float, ...]:
        """All values that there are, both ends of ranges."""
        found = (number for point in self.points for number in (point.value, point.low))
        return tuple(number for number in found if number is not None)


def digits_shown(value: float, among: Iterable[float], decimals: int) -> int:
    """How many of its `decimals` a number is written with, so that the largest has four digits that count.

    One that would be nothing but zeros has as many as show its first digit that counts.
    """
    most = max(map(abs, among), default=0.0)
    whole = math.floor(math.log10(most)) + 1 if most else 1
    shown = min(decimals, max(COUNTING - whole, 1))
    if value and not round(value, shown):
        shown = min(decimals, -math.floor(math.log10(abs(value))))
    return shown
