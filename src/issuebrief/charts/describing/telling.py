"""Sentences about the values of a chart.

In:  its `ChartData`, and the words of a language.
Out: the names of its values; sentences about extremes, courses, ranges and relations.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import Axis, AxisKind, ChartData, DataPoint, digits_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.words.chart_words import ChartWords

LEVEL = 0.03
"""The change, by the size of the values, below which nothing rises or falls."""
CLEAR = 0.5
"""The correlation from which on two measures are said to go together."""


@dataclass(frozen=True)
class Telling:
    """The data of a chart in words."""

    data: ChartData
    words: ChartWords

    def value(self, number: float) -> str:
        """A value, as it stands on its axis."""
        return self._on(self.data.value, number, self.data.digits_of(number))

    def key(self, number: float) -> str:
        """A key, as it stands on its axis."""
        keys = (point.key for point in self.data.points)
        return self._on(self.data.key, number, digits_shown(number, keys, self.data.key_decimals))

    def _on(self, axis: Axis, number: float, decimals: int) -> str:
        if axis.scale is AxisKind.NAMES:
            return axis.names[int(number)]
        if axis.scale is AxisKind.PERIODS and axis.precision is not None:
            return self.words.period(number, axis.precision)
        # A whole number is read out without zeros behind it.
        return self.words.number(number, 0 if round(number, decimals) == round(number) else decimals)

    def name(self, point: DataPoint) -> str:
        """What a value is called: by its key, its own name and its series."""
        return ", ".join(part for part in (self.key(point.key), point.label, point.series) if part)

    def each(self, point: DataPoint) -> str:
        """A value with its name."""
        if self.data.value.scale is AxisKind.PERIODS:
            return f"{self.name(point)} ({self.value(point.value or 0)})"
        return self.words.say("each", name=self.name(point), value=self.value(point.value or 0))

    def reach(self, name: str, low: float, high: float) -> str:
        """From where to where something goes."""
        return self.words.say("reach", name=name, low=self.value(low), high=self.value(high))

    def extremes(self, points: Sequence[DataPoint]) -> list[str]:
        """How many values there are, the highest and the lowest."""
        high = max(points, key=lambda point: point.value or 0)
        low = min(points, key=lambda point: point.value or 0)
        count = self.words.number(len(points), 0)
        found = [self.words.say("count", count=count)]
        for phrase, point in (("highest", high), ("lowest", low)):
            found.append(self.words.say(phrase, name=self.name(point), value=self.value(point.value or 0)))
        return found

    def courses(self, *, with_turns: bool) -> list[str]:
        """From where to where the keys go, and how each series goes between its first value and its last."""
        data = self.data
        there = sorted((p for p in data.points if p.value is not None), key=lambda point: point.key)
        low, high = self.key(there[0].key), self.key(there[-1].key)
        name = data.key.name
        span = self.words.say("reach", name=name, low=low, high=high) if name else f"{low}–{high}"
        found = [span]
        for series in data.series:
            points = [point for point in there if point.series == series]
            if points:
                course = self._course(points, with_turns=with_turns)
                found.append(f"{series}: {course}" if series else course)
        return found

    def _course(self, points: Sequence[DataPoint], *, with_turns: bool) -> str:
        first, last = points[0].value or 0.0, points[-1].value or 0.0
        if len(points) == 1:
            return self.words.say("single", value=self.value(first), at=self.key(points[0].key))
        size = max(abs(point.value or 0) for point in points) or 1.0
        trend = "level" if abs(last - first) <= LEVEL * size else "rising" if last > first else "falling"
        told = [self.words.say(trend, first=self.value(first), last=self.value(last))]
        high = max(points, key=lambda point: point.value or 0)
        low = min(points, key=lambda point: point.value or 0)
        for phrase, point in (("peak", high), ("trough", low)):
            if with_turns and point.value not in (first, last):
                value = self.value(point.value or 0)
                told.append(self.words.say(phrase, value=value, at=self.key(point.key)))
        return ", ".join(told)

    def relation(self, points: Sequence[DataPoint]) -> list[str]:
        """How many dots there are, how far they reach, and whether the two measures go together."""
        data, words = self.data, self.words
        keys, values = [point.key for point in points], [point.value or 0.0 for point in points]
        told = [words.say("count", count=words.number(len(points), 0))]
        for name, numbers, tell in ((data.key.name, keys, self.key), (data.value.name, values, self.value)):
            told.append(words.say("reach", name=name, low=tell(min(numbers)), high=tell(max(numbers))))
        # It loads fractions and decimals, and few charts tell how two measures go together.
        from statistics import StatisticsError, correlation

        try:
            found = correlation(keys, values) if len(points) > 2 else 0.0
        except StatisticsError:
            found = 0.0
        kind = "together" if found >= CLEAR else "opposed" if found <= -CLEAR else "unrelated"
        if len(points) > 2:
            told.append(words.say(kind, x=data.key.name, y=data.value.name))
        return told
