"""Letters that join over the edge of an element.

In:  the pieces of text of a block, which stand in elements of their own.
Out: the same pieces, with a joiner on both sides of each edge at which two letters join.

Pieces are shaped one by one, so that the letters at their edges would be those of a word's beginning and end:
`وال**كتاب**` is one word. The joiner (U+200D) shows nothing; it says that something to join with is there.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.markdown_body.source.html_tree import Text

JOINER = "\u200d"
JOINING = re.compile("[\u0620-\u06ff]")
FORMS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
"""Where Unicode has the shapes that letters take in a word."""


def join_pieces(pieces: Sequence[Text]) -> None:
    """Put joiners at the edges of pieces, in place."""
    for one, other in pairwise(pieces):
        if not JOINING.search(one.value[-2:]) or not JOINING.match(other.value):
            continue
        before = next((each for each in reversed(one.value) if not unicodedata.combining(each)), "")
        if before in _shaped("<initial>") and other.value[0] in _shaped("<final>"):
            one.value, other.value = one.value + JOINER, JOINER + other.value


@cache
def _shaped(form: str) -> frozenset[str]:
    """The letters that have a shape for that place in a word."""
    found = set()
    for first, last in FORMS:
        for code in range(first, last + 1):
            kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
            if kind == form and len(letters) == 1:
                found.add(chr(int(letters[0], 16)))
    return frozenset(found)
