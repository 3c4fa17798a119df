"""The prose of a brief, block by block, as it was typed.

In:  the `Source` of a brief as its author typed it, and its language.
Out: `Prose`: blocks of the front matter and of the text, each with its kind, its language and its offset in
     the file. A block is as long as what was typed: struck out are markup, code, addresses and words in other
     languages, which are blocks of their own.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.house_style.quoted import Span, emphasised_spans, joined, quoted_spans
from issuebrief.preflight.wording.nothing import BREAK, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.source import Source

WORD = re.compile(r"[^\W_]+(?:['’\-‑.,][^\W_]+)*")
"""A word as words are counted: with its apostrophes and hyphens, or a number with its signs."""
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]⁠]*(?=[\s⁠]+[\"'“‘«„(\[⁠]*(?:[^\W\d_a-zß-ÿ]|\d)|[\s⁠]*\Z)")
NO_END = re.compile(
    r"(?:\b[^\W\d_]|\b\d{1,3}|\b(?i:mr|mrs|ms|dr|prof|st|vs|cf|no|nr|vol|ed|eds|fig|pp|ca|approx|bzw|dr|hr|fr|bl|"
    r"art|abs|par|sec|ch|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|gen|col|lt|maj|sen|rep|gov|inc|ltd|co|bros|"
    r"jr|sr|e\.g|i\.e|u\.s|u\.k|z\.b|d\.h|t\.ex|bl\.a))\Z"
)
"""What ends in a full stop that seldom ends a sentence."""
STRUCK = "\ue000"
"""Stands for a character that is no prose, and is in print."""
BEFORE_SENTENCE = f" \t\n{NOTHING}*“‘«„\"'(["
"""What may stand before the first word of a sentence."""
SPACE = rf"[\s{NOTHING}]+"
"""White space between two words of a paragraph, lines and the signs before them included."""


class Kind(StrEnum):
    """What a block is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    ABSTRACT = "abstract"
    KEY_POINT = "key point"
    FIELD = "field"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    QUOTATION = "quotation"
    TABLE = "table"
    NOTE = "note"
    ASIDE = "aside"
    """What stands aside from the text, such as a pull-quote, which repeats words of it."""


OF_BODY = (Kind.HEADING, Kind.TEXT, Kind.ITEM, Kind.QUOTATION, Kind.TABLE)
RUNNING = (Kind.TEXT, Kind.ITEM, Kind.ABSTRACT, Kind.KEY_POINT, Kind.NOTE)
"""Blocks that are made of sentences of the brief's own."""


@dataclass(frozen=True)
class Block:
    """Prose without a break: `text` is as long as what was typed from the offset `start` of the file on.

    A heading has a `level`. What `is_part` stands in another block, in whose language it is not.
    """

    kind: Kind
    text: str
    start: int
    lang: str
    level: int = 0
    is_part: bool = False
    opens: bool = False
    """Whether it is the first of a note."""

    @property
    def language(self) -> str:
        """The language without its region, in small letters."""
        return self.lang.lower().partition("-")[0]

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.text)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """Where quotations stand in it, with their marks; a quotation that is a block is one as a whole."""
        if self.kind is Kind.QUOTATION:
            return ((0, len(self.text)),)
        return quoted_spans(self.text)

    @cached_property
    def titles(self) -> tuple[Span, ...]:
        """Where it has what may be the title of a work, in italics or quotation marks."""
        return joined((*quoted_spans(self.text), *emphasised_spans(self.text)))

    def begins_sentence(self, offset: int) -> bool:
        """Whether a sentence begins at an offset, or with the blanks and marks before it."""
        while offset and self.text[offset - 1] in BEFORE_SENTENCE:
            offset -= 1
        return not offset or offset in self._ends

    def sentence_start(self, offset: int) -> int:
        """Where the sentence begins that an offset lies in."""
        number = bisect_right(self.sentences, (offset, sys.maxsize)) - 1
        return self.sentences[number][0] if number >= 0 else 0

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(end for _, end in self.sentences)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences, from where to where."""
        found, start = [], 0
        for match in SENTENCE_END.finditer(self.text):
            if match[0][0] == "." and NO_END.search(self.text, max(match.start() - 12, 0), match.start()):
                continue
            found.append((start, match.end()))
            start = match.end()
        if self.text[start:].strip():
            found.append((start, len(self.text)))
        return tuple(found)


@dataclass(frozen=True)
class Prose:
    """All blocks of a brief, those of the front matter first."""

    source: Source
    lang: str
    blocks: tuple[Block, ...]
    sets_dashes: bool = True
    """Whether a hyphen between two numbers is printed as an en dash."""
    people: tuple[str, ...] = ()
    """The names of people and of the institute in the front matter."""

    def of(self, *kinds: Kind) -> Iterable[Block]:
        """The blocks of some kinds, without parts of others."""
        return (block for block in self.blocks if block.kind in kinds and not block.is_part)

    def typed(self, start: int, end: int) -> str:
        """What was typed between two offsets of the file."""
        return self.source.text[start:end]

    def place(self, start: int, end: int) -> SourceRange:
        """The place of what stands between two offsets of the file."""
        return self.source.place(*self._spot(start), *self._spot(end))

    def _spot(self, offset: int) -> tuple[int, int]:
        number = bisect_right(self._starts, offset) - 1
        return number + 1, offset - self._starts[number] + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.source.text))]


def count_words(text: str) -> int:
    """How many words a text has; what was struck out counts for nothing."""
    return sum(1 for _ in WORD.finditer(text.replace(NOTHING, "")))


def phrase(words: str) -> str:
    """A regular expression for words as they may stand in a paragraph, over lines and markup."""
    return SPACE.join(re.escape(word) for word in words.split())


def is_inside(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether a piece lies in one of some spans, which are in order and apart."""
    number = bisect_right(spans, (start, sys.maxsize)) - 1
    return number >= 0 and end <= spans[number][1]


def shown(text: str) -> str:
    """What was typed, on one line, as a message repeats it."""
    return " ".join(text.replace(NOTHING, "").replace(BREAK, " ").split())


def struck_out(text: str, spans: Iterable[Span], sign: str) -> str:
    """A text with a sign in place of each character in some spans, which are in order and apart."""
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts += (text[last:start], sign * (end - start))
        last = end
    return "".join((*parts, text[last:]))
