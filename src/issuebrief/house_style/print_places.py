"""Where on the pages the words stand that a rule of the house style found.

In:  problems with their places in the file, the brief's source, and the lines of its pages.
Out: the same problems, each with the line of print that its first word stands on, where that can be told.

A printed line knows on which line of the file its block begins. In the block a word is found by counting how
often it stands there before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import PageRegion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.source import Source
    from issuebrief.layout.inspect.facts import Line

WORD = re.compile(r"[^\W_]+")
MOST_LINES = 60
"""So many lines of the file behind the beginning of its block a word is counted at most."""


def with_spots(
    problems: Iterable[Diagnostic], source: Source, lines: Sequence[Line]
) -> tuple[Diagnostic, ...]:
    """The problems with their places in print."""
    blocks: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.source:
            blocks[line.source].append(line)
    starts = sorted(blocks)
    return tuple(_with_spot(problem, source, blocks, starts) for problem in problems)


def _with_spot(
    problem: Diagnostic, source: Source, blocks: dict[int, list[Line]], starts: list[int]
) -> Diagnostic:
    place = problem.place
    if place is None or place.path != source.path or not place.column:
        return problem
    number = bisect_right(starts, place.line) - 1
    word = WORD.search(source.line(place.line), place.column - 1)
    if number < 0 or word is None or place.line - starts[number] > MOST_LINES:
        return problem
    sought = word[0].casefold()
    before = [source.line(each) for each in range(starts[number], place.line)]
    before.append(source.line(place.line)[: word.start()])
    count = sum(_count(text, sought) for text in before)
    for line in blocks[starts[number]]:
        here = _count(line.text, sought)
        if here > count:
            rect = line.rect
            spot = PageRegion(
                line.page, *(round(each, 2) for each in (rect.x, rect.y, rect.width, rect.height))
            )
            return replace(problem, spots=(spot,))
        count -= here
    return problem


def _count(text: str, sought: str) -> int:
    return sum(word.casefold() == sought for word in WORD.findall(text))
