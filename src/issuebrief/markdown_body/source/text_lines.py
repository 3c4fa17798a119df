"""The lines of a text, each by what it is within its quotation or note.

In:  lines of Markdown, code in them masked.
Out: `SourceLine`, and what can be said of one line by itself: its indent, the sign of a list that it begins
     with, whether it is a rule or a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIGNS = "-*+"
"""The bullets of Markdown."""

ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?P<marker>[-*+•◦▪‣●○■◆➢➤►▶·–]|[o§](?=\t| {2})|(?P<number>\d{1,9})(?P<ending>[.)]))"
    r"[ \t]+(?P<word>\S+)"
)
RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
TABLE_RULE = re.compile(r" {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")
"""The line of hyphens below the head of a table."""

HEADING = re.compile(r"#{1,6}[ \t]")
WORD_WITH_HASH = re.compile(r"[^\s#\\](?P<hashes>#+)[ \t]*(?:\{[^{}\n]*\}[ \t]*)?$")
NUMBER_ALONE = re.compile(r"[ \t]*\d{1,9}(?P<ending>[.)])[ \t]+$")
QUOTE = re.compile(r" {0,3}> ?")
QUOTE_IN_ITEM = re.compile(r"[ \t]+> ?")


@dataclass(frozen=True)
class SourceLine:
    """A line: offsets of its beginning and of its own text, which begins behind what holds it.

    `prefix` is what must stand before an empty line above it, so that it is held by the same.
    """

    start: int
    offset: int
    text: str
    prefix: str = ""

    @cached_property
    def blanks(self) -> str:
        """The blanks that it begins with."""
        return self.text[: len(self.text) - len(self.text.lstrip(" \t"))]

    @cached_property
    def indent(self) -> int:
        """Their width, in characters."""
        return len(self.blanks.expandtabs(4))

    def within(self, at: int, prefix: str = "") -> SourceLine:
        """The same without the characters before `at`, which only say what holds it."""
        return SourceLine(self.start, self.offset + at, self.text[at:], prefix)

    @cached_property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not self.text.strip()

    @cached_property
    def item(self) -> re.Match[str] | None:
        """What it begins with if that is a sign of a list."""
        return None if RULE.match(self.text) else ITEM.match(self.text)

    @cached_property
    def ends_list(self) -> bool:
        """Whether it is a heading, a rule or a quotation at the margin, which belongs to no item."""
        return not self.indent and bool(
            HEADING.match(self.text) or RULE.match(self.text) or QUOTE.match(self.text)
        )

    def hashes_of_word(self, at: int) -> tuple[int, int] | None:
        """Where the number signs stand that end the heading from `at` on as part of a word, as in `C#`."""
        found = HEADING.match(self.text, at) and WORD_WITH_HASH.search(self.text, at)
        return found.span("hashes") if found else None

    @property
    def kind(self) -> str:
        """The kind of list that it is an item of: `*`, or what ends the number."""
        return (self.item and self.item["ending"]) or "*"

    @property
    def number(self) -> int:
        """The number that it begins with; below 0 where it has none."""
        return int(self.item["number"]) if self.item and self.item["number"] else -1

    @property
    def word(self) -> str:
        """The word behind the sign."""
        return self.item["word"] if self.item else ""

    @property
    def text_start(self) -> int:
        """Where its text begins, behind blanks and the sign of an item."""
        return self.item.start("word") if self.item else len(self.blanks)

    @property
    def content(self) -> int:
        """The column at which the text of an item begins."""
        return len(self.text[: self.text_start].expandtabs(4)) if self.item else self.indent


def end_of(lines: Sequence[SourceLine], number: int, belongs: Callable[[SourceLine], bool]) -> int:
    """The number of the first line from one on that does not belong to what it begins."""
    return next((n for n in range(number, len(lines)) if not belongs(lines[n])), len(lines))


GRID_RULE = re.compile(r"[ \t]*\+(?::?[-=]+:?\+)+[ \t]*")
"""A line between the rows of a table that is drawn as a grid."""


def is_table_head(lines: Sequence[SourceLine], number: int) -> bool:
    """Whether a line is the head of a table."""
    below = lines[number + 1].text if number + 1 < len(lines) else ""
    if GRID_RULE.fullmatch(lines[number].text) and below.lstrip().startswith("|"):
        return not number or "|" not in lines[number - 1].text
    return "|" in lines[number].text and "|" in below and bool(TABLE_RULE.fullmatch(below.strip()))


def is_last(lines: Sequence[SourceLine], number: int) -> bool:
    """Whether a paragraph ends with a line."""
    return number + 1 == len(lines) or lines[number + 1].empty
