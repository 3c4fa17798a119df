"""The parts of notes that cite works: titles, years, pages, addresses, days of access.

In:  a block of a note, and the same as it was typed.
Out: `CitedWork`s, one for each work that the note cites: works are parted by semicolons.

What a note says besides is not understood, and no part is found where two could be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.house_style.dates import date_pattern
from issuebrief.house_style.prose import SPACE, count_words, is_inside, shown
from issuebrief.markdown_body.source.urls import trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.house_style.prose import Block
    from issuebrief.house_style.quoted import Span

WORDS_OF_ACCESS = {
    "accessed": "en",
    "retrieved": "en",
    "visited": "en",
    "viewed": "en",
    "abgerufen": "de",
    "aufgerufen": "de",
    "zugriff": "de",
    "consulté": "fr",
    "hämtad": "sv",
    "besökt": "sv",
}
"""The words that say when a page was read, each with its language."""
ACCESS = re.compile(
    rf"(?P<before>(?:\b(?:last|zuletzt|senast|dernier){SPACE})?)"
    rf"\b(?P<word>{'|'.join(WORDS_OF_ACCESS)}e?)\b(?P<after>(?::|{SPACE}(?:on|am|le|den))?){SPACE}",
    re.IGNORECASE,
)
URL = re.compile(r"https?://[^\s<>\"”]+")
ARCHIVES = re.compile(
    r"https?://(?:web\.archive\.org|archive\.(?:org|ph|today|is|md|li|vn)|perma\.cc)/", re.IGNORECASE
)
YEAR = re.compile(r"(?<![\w./–-])(?:1[5-9]|20)\d\d(?![\w/]|[.,]\d|[–-]\d)")
PAGE = re.compile(r"(?<!\w)(?:pp?|S|s)\.[ \u00a0]?\d+")
LONGEST_WORK = 80
"""Words of what may cite a work; more is a remark."""


@dataclass(frozen=True)
class CitedWork:
    """What a note cites, from where to where in its block; `typed` is the whole block as it was typed."""

    block: Block
    typed: str
    start: int
    end: int

    @cached_property
    def titles(self) -> tuple[Span, ...]:
        """What stands in quotation marks or italics, and no longer than titles are."""
        spans = self.block.titles
        first, last = bisect_left(spans, (self.start, 0)), bisect_left(spans, (self.end, 0))
        return tuple(span for span in spans[first:last] if span[1] <= self.end)

    @cached_property
    def addresses(self) -> tuple[Span, ...]:
        """Addresses of the work itself that are in print; words may hide where they lead."""
        return tuple(span for span in self._links if self.typed[max(span[0] - 2, 0) : span[0]] != "](")

    @cached_property
    def _links(self) -> tuple[Span, ...]:
        return tuple(span for span in self._found(URL) if not ARCHIVES.match(self.typed, span[0]))

    @cached_property
    def copies(self) -> tuple[Span, ...]:
        """Addresses of archived copies."""
        return tuple(span for span in self._found(URL) if ARCHIVES.match(self.typed, span[0]))

    @cached_property
    def access(self) -> tuple[re.Match[str], re.Match[str]] | None:
        """The words that say when a page was read, and the day."""
        for match in ACCESS.finditer(self.block.text, self.start, self.end):
            if day := date_pattern(self.block.lang).match(self.block.text, match.end(), self.end):
                return match, day
        return None

    @cached_property
    def years(self) -> tuple[Span, ...]:
        """Years outside titles, addresses and the day of access."""
        taken = sorted((*self.titles, *self._found(URL)))
        until = self.access[0].start() if self.access else self.end
        found = (match.span() for match in YEAR.finditer(self.block.text, self.start, until))
        return tuple(span for span in found if not is_inside(*span, taken))

    @cached_property
    def pages(self) -> tuple[Span, ...]:
        """Numbers of pages with their sign, outside titles."""
        found = (match.span() for match in PAGE.finditer(self.block.text, self.start, self.end))
        return tuple(span for span in found if not is_inside(*span, self.titles))

    def _found(self, pattern: re.Pattern[str]) -> list[Span]:
        matches = pattern.finditer(self.typed, self.start, self.end)
        return [(match.start(), match.start() + len(trim(match[0]))) for match in matches]

    @cached_property
    def title(self) -> str:
        """The first title in small letters, without its marks; nothing where there is none."""
        if not self.titles:
            return ""
        return " ".join(re.findall(r"\w+", shown(self.block.text[slice(*self.titles[0])]).casefold()))

    @property
    def is_full(self) -> bool:
        """Whether it is cited with its year or its address, and not in short."""
        return bool(self.years or self.address)

    @cached_property
    def address(self) -> str:
        """The first address without what makes no difference; nothing where there is none."""
        if not self._links:
            return ""
        bare = re.sub(r"^https?://(?:www\.|dx\.)?", "", self.typed[slice(*self._links[0])])
        return bare.partition("#")[0].rstrip("/").casefold()


def cited_works(block: Block, typed: str) -> Iterator[CitedWork]:
    """The works that a block of a note cites."""
    start = 0
    for end in (*_semicolons(block, typed), len(block.text)):
        work = CitedWork(block, typed, start, end)
        start = end + 1
        if count_words(block.text[work.start : work.end]) <= LONGEST_WORK:
            yield work


def _semicolons(block: Block, typed: str) -> Iterator[int]:
    """Where semicolons stand outside titles, addresses and brackets."""
    taken = sorted((*block.titles, *(match.span() for match in URL.finditer(typed))))
    depth = 0
    for match in re.finditer(r"[()\[\];]", block.text):
        if is_inside(*match.span(), taken):
            continue
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(match[0], 0)
        if match[0] == ";" and depth <= 0:
            yield match.start()
