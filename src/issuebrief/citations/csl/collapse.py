"""The cites of one citation in a row: those of one author brought together, and what they share written once.

In:  the cites as they are made, in their order, and the options of the style.
Out: their runs with what stands between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.citations.csl.runs import Run, Runs, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FEWEST_IN_RANGE = 3
"""Numbers and letters that follow each other are a range from so many on."""


@dataclass(frozen=True)
class MadeCite:
    """A cite in its citation.

    `whose` says whose work it is, None where no names are printed; `alone` is the cite without them. `number`
    and `letter` are those of the work, where it is cited by a number or with a letter behind the year.
    `stands_alone` is a cite with a place, or with words around it.
    """

    runs: Runs
    alone: Runs
    whose: object = None
    number: int = 0
    letter: str = ""
    has_place: bool = False
    stands_alone: bool = False
    prefix: str = ""


def in_row(cites: Sequence[MadeCite], options: Mapping[str, str], delimiter: str, dash: str) -> Runs:
    """The cites with what stands between them."""
    rule = options.get("collapse", "")
    if rule == "citation-number":
        return _numbered(cites, delimiter, dash)
    if not rule and "cite-group-delimiter" not in options:
        return _joined([(cite, cite.runs, delimiter) for cite in cites])
    between = options.get("cite-group-delimiter", ", ")
    behind = options.get("after-collapse-delimiter", delimiter)
    pieces: list[tuple[MadeCite, Runs, str]] = []
    is_group = False
    for group in _grouped(cites):
        follows = behind if rule and is_group else delimiter
        is_group = len(group) > 1
        pieces.append((group[0], group[0].runs, follows))
        for before, cite in pairwise(group):
            gap = behind if cite.has_place or before.has_place else between
            pieces.append((cite, cite.alone if rule else cite.runs, gap))
    if rule.startswith("year-suffix"):
        letters = options.get("year-suffix-delimiter", delimiter)
        pieces = _by_letters(pieces, letters, dash if rule.endswith("ranged") else "")
    return _joined(pieces)


def _joined(pieces: Sequence[tuple[MadeCite, Runs, str]]) -> Runs:
    runs: Runs = []
    for cite, made, delimiter in pieces:
        if made:
            # Words before a cite that begin with a mark need no other.
            gap = "" if not runs or cite.prefix[:1] in tuple(",.;:") else delimiter
            runs = [*runs, *([Run(gap)] if gap else []), *made]
    return runs


def _grouped(cites: Sequence[MadeCite]) -> list[list[MadeCite]]:
    """Cites of one author together, where the first of them stands; none goes past words around a cite."""
    groups: list[list[MadeCite]] = []
    places: dict[object, list[MadeCite]] = {}
    for cite in cites:
        group = places.get(cite.whose) if cite.whose is not None and not cite.prefix else None
        if group is None:
            group = []
            groups.append(group)
            if cite.whose is not None:
                places[cite.whose] = group
        group.append(cite)
        if cite.stands_alone and not cite.has_place:
            places.clear()
    return groups


def _by_letters(
    pieces: Sequence[tuple[MadeCite, Runs, str]], delimiter: str, dash: str
) -> list[tuple[MadeCite, Runs, str]]:
    """Works of one author and year as their letters: 2019a, b; with a dash, three that follow are a range."""
    found: list[tuple[MadeCite, Runs, str]] = []
    run: list[tuple[MadeCite, Runs, str]] = []
    for piece in pieces:
        if run and not _continues(run[-1][0], piece[0]):
            found += _letters(run, delimiter, dash)
            run = []
        run.append(piece)
    return [*found, *_letters(run, delimiter, dash)]


def _continues(before: MadeCite, cite: MadeCite) -> bool:
    """Whether a cite differs from the one before by its letter alone."""
    if cite.whose is None or cite.whose != before.whose or not (cite.letter and before.letter):
        return False
    if cite.stands_alone or before.stands_alone:
        return False
    mine, its = plain(cite.alone), plain(before.alone)
    return mine.removesuffix(cite.letter) == its.removesuffix(before.letter) != its


def _letters(
    run: Sequence[tuple[MadeCite, Runs, str]], delimiter: str, dash: str
) -> list[tuple[MadeCite, Runs, str]]:
    found = list(run[:1])
    place = 1
    while place < len(run):
        last = place
        while dash and last + 1 < len(run) and _follows(run[last][0].letter, run[last + 1][0].letter):
            last += 1
        starts = _follows(run[place - 1][0].letter, run[place][0].letter)
        is_range = dash and starts and last - place + 2 >= FEWEST_IN_RANGE
        place = last if is_range else place
        cite = run[place][0]
        found.append((cite, [Run(cite.letter)], dash if is_range else delimiter))
        place += 1
    return found


def _follows(one: str, other: str) -> bool:
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def _numbered(cites: Sequence[MadeCite], delimiter: str, dash: str) -> Runs:
    """Works that are cited by numbers; three or more that follow each other are a range."""
    pieces: list[tuple[MadeCite, Runs, str]] = []
    place = 0
    while place < len(cites):
        last = place
        while last + 1 < len(cites) and _counts_on(cites[last], cites[last + 1]):
            last += 1
        pieces.append((cites[place], cites[place].runs, delimiter))
        if last - place + 1 >= FEWEST_IN_RANGE:
            pieces.append((cites[last], cites[last].runs, dash))
            place = last
        place += 1
    return _joined(pieces)


def _counts_on(one: MadeCite, other: MadeCite) -> bool:
    return other.number == one.number + 1 and not (one.stands_alone or other.stands_alone)
