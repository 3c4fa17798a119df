"""Words that stand elsewhere in a deliverable than they were typed.

In:  passages that were looked for, and the text in which they were found.
Out: `Difference` values for those that are out of the order in which running text was typed.

Figures, tables, boxes and notes have places of their own, and are not looked at. Of the rest, the longest row
of passages that follow each other as they were typed stands where it should (Fredman, On computing the length
of longest increasing subsequences, Discrete Mathematics 11, 1975); what is in none of its gaps was moved.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.preflight.wording.bare_text import bare
from issuebrief.preflight.wording.difference import Difference, DifferenceKind
from issuebrief.preflight.wording.find_words import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.preflight.wording.find_words import Sought
    from issuebrief.preflight.wording.printed_words import Printed

Piece = tuple[int, int, "Sought", int]
"""Where words stand in the printed text, from where to where; their passage; how far on in it they are."""
BEFORE = 40
"""So many bare characters before moved words are said to stand there."""


def moved(sought: Sequence[Sought], printed: Printed) -> Iterator[Difference]:
    """Words of running text that stand behind what they were typed before, or before what is above them."""
    pieces = list(_pieces(sought))
    if all(one[0] <= two[0] for one, two in pairwise(pieces)):
        return
    kept = _longest_rising([start for start, *_ in pieces])
    for number, (start, end, each, offset) in enumerate(pieces):
        words = printed.bare[start:end]
        # What stands there twice may have been found in the wrong place.
        if number in kept or len(words) < SHORT or printed.bare.count(words) > 1:
            continue
        shown = " ".join(_plain(printed.text(start, end)))
        behind = " ".join(_plain(printed.text(max(start - BEFORE, 0), start))[1:])
        place = _place(each.passage.text, offset)
        yield Difference(DifferenceKind.MOVED, each.passage, place, shown, behind, printed.page(start))


def _pieces(sought: Sequence[Sought]) -> Iterator[Piece]:
    """Where the running text was found, in the order in which it was typed."""
    for each in sought:
        offset = 0
        if each.passage.flows and len(each.text) >= SHORT:
            for start, end in each.spans:
                yield start, end, each, offset
                offset += end - start


def _longest_rising(values: Sequence[int]) -> set[int]:
    """The places of the longest row of values that rise."""
    lasts: list[int] = []
    lowest: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(lowest, value)
        before.append(lasts[length - 1] if length else -1)
        lasts[length:] = [place, *lasts[length + 1 :]]
        lowest[length:] = [value, *lowest[length + 1 :]]
    found = set()
    place = lasts[-1] if lasts else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def _plain(text: str) -> list[str]:
    """The words of a text, without the signs that stand where a box begins."""
    return text.replace("\u200b", " ").split()


def _place(text: str, count: int) -> int:
    """The offset in a text behind so many of its bare characters."""
    for offset, character in enumerate(text):
        if count <= 0 and bare(character):
            return offset
        count -= len(bare(character))
    return 0
