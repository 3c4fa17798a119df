"""Find where the passages of a source stand in the text of a deliverable.

In:  passages, and the text that a deliverable shows.
Out: `Sought` values: each passage with the parts of the text in which it was found, if it was.

Passages are looked for whole, as bare text, from where the last one was found; nearly all are there, and the
search costs next to nothing. What is not found so is looked for in parts, between its neighbours first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.preflight.wording.bare_text import bare, turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.preflight.wording.printed_words import Printed
    from issuebrief.preflight.wording.source_words import Passage

NEAR = 400
"""How far on, in bare characters, a passage is looked for before all else."""
SHORT = 24
"""A passage of fewer characters may stand anywhere by chance: it is looked for between its neighbours."""
PIECE = 10
"""The shortest beginning by which a place for the rest of a passage is looked for."""
WORD = 4
"""A passage of fewer characters has no place that is its own."""
PIECES = 12
"""Into how many parts a passage may fall."""
SLIP = 3
"""So many letters of what comes between may be those that the passage goes on with."""


@dataclass(slots=True)
class Sought:
    """A passage that is looked for, its bare text, and where that was found."""

    passage: Passage
    text: str
    spans: list[tuple[int, int]] = field(default_factory=list)


def seek(passages: Sequence[Passage], printed: Printed) -> list[Sought]:
    """Look for all passages; what is found is taken from the text, so that nothing is found twice."""
    sought = [Sought(passage, text) for passage in passages if (text := bare(passage.text))]
    # What is left of words from right to left may be two full stops, which stand anywhere.
    sought = [each for each in sought if not turns(each.passage.text) or any(map(str.isalnum, each.text))]
    _find_in_order(sought, printed)
    # Parts are looked for between neighbours of which all are known that stand there whole.
    _find_all_between(sought, printed, whole=True)
    if _find_out_of_order(sought, printed):
        _find_all_between(sought, printed, whole=True)
    _find_all_between(sought, printed, whole=False)
    for each in sought:
        if not each.spans:
            each.spans = _anywhere(each.text, printed)
            take(each.spans, printed)
    return sought


def _find_in_order(sought: Sequence[Sought], printed: Printed) -> None:
    """Find the passages that stand where the one before makes one expect them."""
    at = skipped = 0
    for each in sought:
        size = len(each.text)
        if size < SHORT and skipped:
            skipped += size
            continue
        reach = at + skipped + size + (NEAR if size >= SHORT else SHORT)
        start = printed.bare.find(each.text, at, reach)
        if start < 0 or (size < SHORT and not printed.is_whole(start, start + size)):
            skipped += size + SHORT
            continue
        at, skipped = start + size, 0
        each.spans = [(start, at)]
        printed.take(start, at)


def _find_all_between(sought: Sequence[Sought], printed: Printed, *, whole: bool) -> None:
    for number, each in enumerate(sought):
        if not each.spans:
            _find_between(sought, number, printed, whole=whole)


def _find_out_of_order(sought: Sequence[Sought], printed: Printed) -> bool:
    """Find longer passages where they stand alone, or where nothing but shorter ones were found.

    The only cell of a table, an "a", may have been found in the caption that is printed above it. What loses
    its place so is to be looked for again: says whether anything did.
    """
    placed = [each for each in sought if each.spans]
    displaced = False
    for each in sought:
        start = -1 if each.spans or len(each.text) < WORD else printed.bare.find(each.text)
        is_only = start >= 0 and printed.bare.find(each.text, start + 1) < 0
        while start >= 0 and not each.spans:
            end = start + len(each.text)
            whole = len(each.text) >= SHORT or printed.is_whole(start, end)
            within = _overlapping(placed, start, end) if whole else []
            shorter = within and all(len(other.text) < len(each.text) for other in within)
            if whole and (shorter or (is_only and printed.is_free(start, end))):
                for other in within:
                    give_back(other.spans, printed)
                    other.spans = []
                    placed.remove(other)
                each.spans = [(start, end)]
                take(each.spans, printed)
                displaced = displaced or bool(within)
            start = printed.bare.find(each.text, start + 1)
    return displaced


def _overlapping(placed: Sequence[Sought], start: int, end: int) -> list[Sought]:
    """The passages that were found, in part at least, between two places."""
    return [other for other in placed if any(one < end and start < two for one, two in other.spans)]


def _find_between(sought: Sequence[Sought], number: int, printed: Printed, *, whole: bool) -> None:
    """Find a passage between its neighbours, `whole` or in parts."""
    each, (left, right) = sought[number], window(sought, number, printed)
    start = _whole_place(each.text, left, right, printed) if whole else -1
    if start >= 0:
        each.spans = [(start, start + len(each.text))]
    elif not whole and len(each.text) > PIECE:
        each.spans = _in_parts(each.text, left, right, printed)
    take(each.spans, printed)


def window(sought: Sequence[Sought], number: int, printed: Printed) -> tuple[int, int]:
    """From where to where a passage should stand, by its neighbours that were found."""
    # What stands aside may stand anywhere, and so may what the front matter says, which comes first here.
    after = (each.spans[0][0] for each in sought[number + 1 :] if each.spans and not each.passage.aside)
    right = next(after, len(printed.bare))
    before = (each.spans[-1][1] for each in reversed(sought[:number]) if each.spans)
    return next((end for end in before if end <= right), 0), right


def _anywhere(text: str, printed: Printed) -> list[tuple[int, int]]:
    """Where a text stands that nothing else was found in, whole or in parts."""
    start = _whole_place(text, 0, len(printed.bare), printed)
    if start >= 0:
        return [(start, start + len(text))]
    if len(text) < 2 * PIECE:
        return []
    return _in_parts(text, 0, len(printed.bare), printed)


def _in_parts(text: str, left: int, right: int, printed: Printed) -> list[tuple[int, int]]:
    """The parts of a text, with something else between them; none if one is missing.

    They stand one behind the other, but for the cells of a row: what is too long for its page or column goes
    on behind the cells beside it.
    """
    parts: list[tuple[int, int]] = []
    first = left
    while text and len(parts) < PIECES:
        size = len(text)
        start = _whole_place(text, left, right, printed)
        if start < 0 and size > PIECE:
            start = free_place(text[:PIECE], left, right, printed)
        if start < 0 and left > first:
            left = first
            start = _beside(text[:PIECE] if size > PIECE else text, first, right, parts, printed)
        if start < 0:
            return []
        if not printed.bare.startswith(text, start):
            size = _common(text, printed.bare, start, right)
            size -= _slipped(text, size, start + size, right, printed)
        parts.append((start, start + size))
        text, left = text[size:], start + size
    # What stands there once is not found twice.
    ordered = sorted(parts)
    apart = all(before[1] <= after[0] for before, after in pairwise(ordered))
    return parts if not text and apart else []


def _beside(text: str, left: int, right: int, parts: Sequence[tuple[int, int]], printed: Printed) -> int:
    """Where a text stands before, between or behind parts that are found but not taken yet."""
    gaps = zip(
        [left, *(end for _, end in sorted(parts))],
        [*(start for start, _ in sorted(parts)), right],
        strict=True,
    )
    found = (
        _whole_place(text, one, two, printed, open_end=len(text) == PIECE) for one, two in gaps if one < two
    )
    return next((start for start in found if start >= 0), -1)


def _whole_place(text: str, left: int, right: int, printed: Printed, *, open_end: bool = False) -> int:
    """Where a text stands first that nothing was found in; one that is short stands there as whole words."""
    start = free_place(text, left, right, printed)
    while (
        start >= 0
        and len(text) < SHORT
        and not printed.is_whole(start, start if open_end else start + len(text))
    ):
        start = free_place(text, start + 1, right, printed)
    return start


def _slipped(text: str, size: int, left: int, right: int, printed: Printed) -> int:
    """How many letters of what comes between are those that a text of which `size` was found goes on with.

    The rest begins with a word, if it can: the "A" after "Exploration" is not that of "and Use".
    """
    places = [
        (slip, free_place(text[size - slip :][: 2 * PIECE], left, right, printed)) for slip in range(SLIP + 1)
    ]
    begun = [(slip, place) for slip, place in places if place >= 0]
    whole = [slip for slip, place in begun if printed.is_whole(place, place)]
    return next(iter(whole), begun[0][0] if begun else 0)


def free_place(text: str, left: int, right: int, printed: Printed) -> int:
    """Where a text stands first that nothing else was found in; below 0 where it does not."""
    start = printed.bare.find(text, left, right)
    while start >= 0 and not printed.is_free(start, start + len(text)):
        start = printed.bare.find(text, start + 1, right)
    return start


def _common(text: str, other: str, start: int, end: int) -> int:
    """How many characters a text has in common with another from a place on."""
    low, high = 0, min(len(text), end - start)
    while low < high:
        middle = (low + high + 1) // 2
        if other.startswith(text[:middle], start):
            low = middle
        else:
            high = middle - 1
    return low


def take(spans: Sequence[tuple[int, int]], printed: Printed) -> None:
    """Note that parts of the text were found."""
    for start, end in spans:
        printed.take(start, end)


def give_back(spans: Sequence[tuple[int, int]], printed: Printed) -> None:
    """Note that parts of the text were found wrongly."""
    for start, end in spans:
        printed.give_back(start, end)
