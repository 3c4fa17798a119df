"""The alternative text of a chart, made from its data.

In:  the type of a chart, its `ChartData`, the words of the brief's language, its caption and unit.
Out: what a reader who cannot see it should know: what is shown, and every value where there are few; else the
     range, the extremes and the course.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import StatisticsError, correlation
from typing import TYPE_CHECKING

from issuebrief.charts.chart_data import Axis, ChartData, Point, Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.chart_words import ChartWords

FEW = 16
"""So many values are all told, and no more."""
MOST_SERIES = 12
"""Series whose course is told one by one, at the most."""
LEVEL = 0.03
"""The change, by the size of the values, below which nothing rises or falls."""
CLEAR = 0.5
"""The correlation from which on two measures are said to go together."""
MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`]+|\[\^[^\]]*\]|\[@[^\]]*\]|\^\[[^\]]*\]")
"""Marks of Markdown in a caption, and its notes."""
MOST_DECIMALS = 4


@dataclass(frozen=True)
class _Telling:
    data: ChartData
    words: ChartWords

    def value(self, number: float) -> str:
        return self._on(self.data.value, number, self.data.decimals)

    def key(self, number: float) -> str:
        return self._on(self.data.key, number, self.data.key_decimals)

    def _on(self, axis: Axis, number: float, decimals: int) -> str:
        if axis.scale is Scale.NAMES:
            return axis.names[int(number)]
        if axis.scale is Scale.MOMENTS and axis.precision is not None:
            return self.words.moment(number, axis.precision)
        return self.words.number(number, min(decimals, MOST_DECIMALS))


def alternative_text(type_: str, data: ChartData, words: ChartWords, caption: str, unit: str) -> str:
    """What a chart shows, in a few sentences."""
    telling = _Telling(data, words)
    shown = without_marks(caption).rstrip(".") or data.value.name or ", ".join(data.series)
    told = [f"{words.types[type_]}: {shown}"]
    if unit and unit.rstrip(".") != shown:
        told.append(words.say("unit", unit=unit.rstrip(".")))
    there = [point for point in data.points if point.value is not None]
    if type_ == "range":
        told += _ranges(telling, there)
    elif type_ == "scatter":
        told += _relation(telling, there)
    elif type_ == "slope" or data.key.scale is not Scale.NAMES:
        told += _courses(telling)
    elif len(there) <= FEW:
        told += _all(telling, there)
    else:
        told += _extremes(telling, there)
    missing = [_name(telling, point) for point in data.points if point.value is None]
    if missing and type_ != "range":
        told.append(
            words.say("missing", names=", ".join(missing[:FEW]) + (" …" if len(missing) > FEW else ""))
        )
    return " ".join(f"{sentence}." for sentence in told)


def without_marks(text: str) -> str:
    """Markdown without its marks."""
    return " ".join(MARKS.sub(lambda found: found[1] or "", text).split())


def _name(telling: _Telling, point: Point) -> str:
    """What a value is called: its own name, or its key and series."""
    key = telling.key(point.key)
    return ", ".join(part for part in (key, point.label, point.series) if part)


def _all(telling: _Telling, points: Sequence[Point]) -> list[str]:
    """Every value, by what it is a value of; those of one key or series together."""
    if len(telling.data.series) > 1 and not any(point.label for point in points):
        groups = [
            f"{telling.key(key)}: "
            + ", ".join(f"{p.series} {telling.value(p.value or 0)}" for p in points if p.key == key)
            for key in dict.fromkeys(point.key for point in points)
        ]  # fmt: skip
        return ["; ".join(groups)]
    return ["; ".join(f"{_name(telling, point)}: {telling.value(point.value or 0)}" for point in points)]


def _extremes(telling: _Telling, points: Sequence[Point]) -> list[str]:
    words = telling.words
    high = max(points, key=lambda point: point.value or 0)
    low = min(points, key=lambda point: point.value or 0)
    return [
        words.say("count", count=words.number(len(points), 0)),
        words.say("highest", name=_name(telling, high), value=telling.value(high.value or 0)),
        words.say("lowest", name=_name(telling, low), value=telling.value(low.value or 0)),
    ]


def _courses(telling: _Telling) -> list[str]:
    """How each series goes from its first value to its last."""
    data, _words = telling.data, telling.words
    if len(data.series) > MOST_SERIES:
        return _extremes(telling, [point for point in data.points if point.value is not None])
    found = []
    for name in data.series:
        points = sorted((p for p in data.of(name) if p.value is not None), key=lambda point: point.key)
        if points:
            course = _course(telling, points)
            found.append(f"{name}: {course}" if name else course[0].upper() + course[1:])
    return found


def _course(telling: _Telling, points: Sequence[Point]) -> str:
    words = telling.words
    first, last = points[0], points[-1]
    if first is last:
        return f"{telling.value(first.value or 0)} ({telling.key(first.key)})"
    start, end = first.value or 0.0, last.value or 0.0
    size = max(abs(point.value or 0) for point in points) or 1.0
    trend = "level" if abs(end - start) <= LEVEL * size else "rising" if end > start else "falling"
    course = words.say(
        "course", first=telling.value(start), last=telling.value(end), to=telling.key(last.key),
        **{"from": telling.key(first.key)},
    )  # fmt: skip
    told = [course, words.phrases[trend]]
    high = max(points, key=lambda point: point.value or 0)
    low = min(points, key=lambda point: point.value or 0)
    if high.value not in (start, end):
        told.append(words.say("peak", value=telling.value(high.value or 0), at=telling.key(high.key)))
    if low.value not in (start, end):
        told.append(words.say("trough", value=telling.value(low.value or 0), at=telling.key(low.key)))
    return ", ".join(told)


def _ranges(telling: _Telling, points: Sequence[Point]) -> list[str]:
    data, words = telling.data, telling.words
    spans = [
        f"{telling.key(point.key)}: "
        + words.say("span", low=telling.value(point.low), high=telling.value(point.value or 0))
        for point in points
        if point.low is not None
    ]
    ends = " – ".join(data.ends)
    return [ends, "; ".join(spans[: 2 * FEW]) + (" …" if len(spans) > 2 * FEW else "")]


def _relation(telling: _Telling, points: Sequence[Point]) -> list[str]:
    """How many dots there are, how far they reach, and whether the two measures go together."""
    data, words = telling.data, telling.words
    keys, values = [point.key for point in points], [point.value or 0.0 for point in points]
    told = [words.say("count", count=words.number(len(points), 0))]
    for name, numbers, tell in ((data.key.name, keys, telling.key), (data.value.name, values, telling.value)):
        told.append(f"{name}: {words.say('span', low=tell(min(numbers)), high=tell(max(numbers)))}")
    try:
        found = correlation(keys, values) if len(points) > 2 else 0.0
    except StatisticsError:
        found = 0.0
    kind = "together" if found >= CLEAR else "opposed" if found <= -CLEAR else "unrelated"
    sentence = words.say(kind, x=data.key.name, y=data.value.name)
    if len(points) > 2:
        told.append(sentence[0].upper() + sentence[1:])
    if any(point.label for point in points) and len(points) <= FEW:
        told.append(
            "; ".join(
                f"{p.label or '–'}: {telling.key(p.key)}, {telling.value(p.value or 0)}" for p in points
            )
        )
    return told
