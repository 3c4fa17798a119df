"""The alternative text of a chart, made from its data.

In:  the type of a chart, its `ChartData`, the words of the brief's language, its caption and unit.
Out: what a reader who cannot see it should know: what is shown, and every value where there are few; else the
     range, the extremes and the course. It reads as language: where it would be mostly numbers, less is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.charts.data.chart_data import AxisKind
from issuebrief.charts.describing.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.charts.data.chart_data import ChartData, DataPoint
    from issuebrief.charts.words.chart_words import ChartWords

FEW = 16
"""So many values, and no more, are all told."""
MOST_SERIES = 12
"""Series whose course is told one by one, at the most."""
LANGUAGE = 0.52
"""The share of letters from which on a text reads as language, and not as a column of numbers."""
MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`]+|\[\^[^\]]*\]|\[@[^\]]*\]|\^\[[^\]]*\]")
"""Marks of Markdown in a caption, and its notes."""


def alternative_text(type_: str, data: ChartData, words: ChartWords, caption: str, unit: str) -> str:
    """What a chart shows, in a few sentences."""
    telling = Telling(data, words)
    shown = without_marks(caption).rstrip(".") or data.value.name or ", ".join(data.series)
    head = [f"{words.types[type_]}: {shown}"]
    if unit and unit.rstrip(".") != shown:
        head.append(words.say("unit", unit=unit.rstrip(".")))
    missing = [telling.name(point) for point in data.points if point.value is None]
    foot = []
    if missing and type_ != "range":
        names = ", ".join(missing[:FEW]) + (" …" if len(missing) > FEW else "")
        foot.append(words.say("missing", names=names))
    texts = [_sentences((*head, *body, *foot)) for body in _bodies(type_, data, telling)]
    return next((text for text in texts if _reads_as_language(text)), texts[-1])


def without_marks(text: str) -> str:
    """Markdown without its marks."""
    return " ".join(MARKS.sub(lambda found: found[1] or "", text).split())


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts if part)


def _reads_as_language(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= LANGUAGE * len(text)


def _bodies(type_: str, data: ChartData, telling: Telling) -> list[list[str]]:
    """What may be told of a chart, from the most to the least."""
    there = [point for point in data.points if point.value is not None]
    extremes = telling.extremes(there)
    if type_ == "range":
        spans = [telling.reach(telling.key(p.key), p.low or 0, p.value or 0) for p in there]
        return [["; ".join(spans[:FEW]) + (" …" if len(spans) > FEW else "")], extremes]
    if type_ == "scatter":
        return [[*telling.relation(there), *_each_dot(telling, there)], telling.relation(there), extremes]
    if type_ == "slope" or data.key.scale is not AxisKind.NAMES:
        if len(data.series) > MOST_SERIES:
            return [extremes]
        return [telling.courses(with_turns=True), telling.courses(with_turns=False), extremes]
    if len(there) <= FEW:
        return [["; ".join(telling.each(point) for point in there)], extremes]
    return [extremes]


def _each_dot(telling: Telling, points: Sequence[DataPoint]) -> list[str]:
    """The dots that have names, where they are few."""
    if len(points) > FEW or not all(point.label for point in points):
        return []
    return ["; ".join(f"{p.label} ({telling.key(p.key)}, {telling.value(p.value or 0)})" for p in points)]
