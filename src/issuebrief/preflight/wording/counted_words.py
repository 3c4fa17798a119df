"""Words that were not found where they were looked for, and yet stand in a deliverable.

In:  differences, all passages of the source, and the text that a deliverable shows.
Out: the differences without those whose words a deliverable shows as often as they were typed.

A short passage, such as the cell "b" of a table that floats, may be taken for that of another place. Numbers
and signs are not counted: the product prints some of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from issuebrief.preflight.wording.bare_text import INKLESS, typed
from issuebrief.preflight.wording.difference import Difference, DifferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.preflight.wording.printed_words import Printed
    from issuebrief.preflight.wording.source_words import Passage

FEW = 3
"""More words than these do not stand in several places by chance."""

_WORD = re.compile(r"[^\W\d_]+")
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
    """Whether words that are lost or changed are few, and nothing but words."""
    if difference.kind not in (DifferenceKind.LOST, DifferenceKind.CHANGED):
        return False
    words = typed(difference.typed).translate(_NO_INK).split()
    return 0 < len(words) <= FEW and all(map(_WORD.fullmatch, words))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_NO_INK).casefold())
