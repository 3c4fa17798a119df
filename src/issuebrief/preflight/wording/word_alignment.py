"""A passage beside the text that may stand in its place, word by word.

In:  a passage as it was typed, and a part of the text that a deliverable shows.
Out: `Facing`: the tokens of both, and what makes the ones of the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.preflight.wording.bare_text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.preflight.wording.printed_words import Printed

ALIKE = 0.5
"""How much of a passage must stand in its place for it to be changed rather than lost."""
LONG_RUN = 20
"""So many bare characters on end that stand in its place are no accident."""
TOKEN = re.compile(r"(?:(?<=^)|(?<=\n))[ \t>\u200b\u2060]*\d+[.)](?=\s)|[^\W\d_]+|\d+|\S")
"""The number of a list's entry, a word, a number, a sign."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign, bare; where it stands in its text, and from where on in all bare text."""

    text: str
    start: int
    end: int
    at: int = 0

    @property
    def numbers(self) -> bool:
        """Whether it is the number of a list's entry."""
        return self.text[-1:] in (".", ")") and self.text[:-1].isdigit()


def tokens(text: str, offset: int = 0, at: int = 0) -> Iterator[Token]:
    """The tokens of a text that stands at an offset of a longer one, and `at` a place in all bare text."""
    for match in TOKEN.finditer(text):
        if letters := bare(match[0]):
            yield Token(letters, offset + match.start(), offset + match.end(), at)
            at += len(letters)


@dataclass(frozen=True)
class Facing:
    """A passage as it is typed, and what nothing was found in where it may stand."""

    typed: str
    ours: list[Token]
    shown: str
    theirs: list[Token]
    page: int

    @cached_property
    def operations(self) -> Sequence[tuple[str, int, int, int, int]]:
        """What makes their tokens of ours; the numbers of entries may be drawn apart, and are no help."""
        ours = ["" if token.numbers else token.text for token in self.ours]
        theirs = [token.text for token in self.theirs]
        return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()

    @property
    def alike(self) -> bool:
        """Whether it is the passage, changed: half of it stands there, or many letters on end, or all."""
        ours, theirs = ("".join(token.text for token in side) for side in (self.ours, self.theirs))
        equal = [self.ours[first:last] for name, first, last, *_ in self.operations if name == "equal"]
        runs = [sum(len(token.text) for token in run) for run in equal]
        return sum(runs) >= len(ours) * ALIKE or max(runs, default=0) >= LONG_RUN or ours in theirs


def facing(passage: str, left: int, right: int, printed: Printed) -> Facing:
    """A passage and what nothing was found in between two places."""
    text = ""
    theirs: list[Token] = []
    for first, last in printed.free_between(left, right):
        start, end = max(first, left), min(last, right)
        if start < end:
            part = printed.text(start, end)
            theirs += tokens(part, len(text), start)
            text += f"{part}\n"
    return Facing(passage, list(tokens(passage)), text, theirs, printed.page(left))


def joined(
    operations: Sequence[tuple[str, int, int, int, int]], ours: Sequence[Token]
) -> Iterator[tuple[int, int, int, int]]:
    """Where the tokens differ: differences with nothing but signs between them are one."""
    begun: tuple[int, int, int, int] | None = None
    for name, first, last, one, two in operations:
        if name in ("equal", "insert"):
            continue
        if begun and not any(token.text.isalnum() for token in ours[begun[1] : first]):
            begun = (begun[0], last, begun[2], two)
            continue
        if begun:
            yield begun
        begun = (first, last, one, two)
    if begun:
        yield begun
