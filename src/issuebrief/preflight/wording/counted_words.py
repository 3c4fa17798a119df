"""Words that were not found where they were looked for, and yet stand in a deliverable.

In:  differences, all passages of the source, and the text that a deliverable shows.
Out: the differences without those whose words a deliverable shows as often as they were typed.

A short passage, such as the cell "b" of a table that floats, may be taken for that of another place. Numbers
and signs are not counted: the product prints some of its own. But in words from right to left numbers are
nearly all that is compared in order, and a number is soon taken for another: there they are counted.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from issuebrief.preflight.wording.bare_text import INKLESS, bare, turns, typed
from issuebrief.preflight.wording.difference import Difference, DifferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.preflight.wording.printed_words import Printed
    from issuebrief.preflight.wording.source_words import Passage

FEW = 3
"""More words than these do not stand in several places by chance."""

_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_NUMBER = re.compile(r"[^\W\d_]+|\d+")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\u200b+(?=\d)")
"""Where the numbers of two boxes meet, such as cells of a row."""
_NO_INK = {code: "" for first, last in INKLESS if first > ord(" ") for code in range(first, last + 1)}


def uncounted(found: Sequence[Difference], passages: Iterable[Passage], printed: Printed) -> list[Difference]:
    """The differences whose words stand in the deliverable less often than they were typed."""
    doubtful = [each for each in found if _is_short(each)]
    if not doubtful:
        return list(found)
    missing = Counter(word for passage in passages for word in _words(typed(passage.text)))
    missing -= Counter(word for _, line in printed.lines for word in _words(line))
    there = {id(each) for each in doubtful if not any(missing[word] for word in _words(each.typed))}
    return [each for each in found if id(each) not in there]


def _is_short(difference: Difference) -> bool:
    """Whether words that are lost or changed are few, and nothing but words that can be counted."""
    if difference.kind not in (DifferenceKind.LOST, DifferenceKind.CHANGED):
        return False
    words = typed(difference.typed).translate(_NO_INK).split()
    counted = _WORD_OR_NUMBER if turns(difference.passage.text) else _WORD
    return 0 < len(words) <= FEW and all(map(counted.fullmatch, words))


def _words(text: str) -> list[str]:
    """The words and numbers of a text, these in European digits."""
    found = _WORD_OR_NUMBER.findall(_BETWEEN_NUMBERS.sub(" ", text).translate(_NO_INK).casefold())
    return [bare(each) if each.isdecimal() else each for each in found]
