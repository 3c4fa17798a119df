"""Asterisks within words that stand for themselves: “Lehrer*innen”.

In:  a masked text.
Out: where they are. An asterisk within a word opens no emphasis that another one in the same word does not
     close; it closes what was opened before, as in `*bold*ness`. In Hebrew and Arabic it opens emphasis like
     any other: articles and prepositions are written to the word that is emphasised. So it does beside
     Chinese, Japanese, Korean and Thai, which have no space there: `這是**一個 API**的`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.normalise.invisible import RIGHT_TO_LEFT
from issuebrief.markdown_body.source.phrases import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
RUN = re.compile(r"(?<![\\*])\*{1,3}(?!\*)")
PARTNER = re.compile(r"\w+(\*{1,3})(?!\*)")
"""What follows an asterisk that opens emphasis within a word."""
ENDING = re.compile(r"(?:in|innen)(?:(?P<more>\*)|(?!\w))")
"""What an asterisk is put before in German, for all genders."""
IN_WORD = re.compile(r"(?<!\w)\*{1,3}\w+\Z")
"""What stands before an asterisk that closes what opened at the beginning of its word."""
WITHOUT_SPACES = re.compile(f"[{UNSPACED}]")
LONGEST = 60


def inner_asterisks(masked: str) -> Iterator[re.Match[str]]:
    """Runs of asterisks within words that neither open nor close emphasis."""
    for block in BLOCK.finditer(masked):
        if "*" in block[0]:
            yield from _in_block(masked, *block.span())


def _in_block(masked: str, start: int, end: int) -> Iterator[re.Match[str]]:
    opened = 0
    for run in RUN.finditer(masked, start, end):
        before, after = masked[run.start() - 1 : run.start()], masked[run.end() : run.end() + 1]
        inner = _within_word(before, after)
        ending = ENDING.match(masked, run.end()) if inner else None
        if ending and (ending["more"] or not _closes_word(masked, start, run.start())):
            yield run
        elif inner and not opened:
            partner = PARTNER.match(masked, run.end())
            if partner and partner[1] == run[0]:
                opened += 1
            else:
                yield run
        elif inner or (opened and before.strip()):
            opened -= 1
        elif after.strip():
            opened += 1


def _within_word(before: str, after: str) -> bool:
    is_spaced = not RIGHT_TO_LEFT.match(before) and not WITHOUT_SPACES.search(before + after)
    return is_spaced and _is_letter(before) and _is_letter(after)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _closes_word(masked: str, start: int, at: int) -> bool:
    return bool(IN_WORD.search(masked, max(start, at - LONGEST), at))
