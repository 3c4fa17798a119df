"""Where words may be hyphenated.

In:  a text, its language, and the words that a house divides in its own way (`OwnDivisions`).
Out: the offsets at which a hyphen may be added, by the patterns of the language. Addresses, codes,
     abbreviations and names (capitalised words, but in German) stay whole, and a compound that is written
     with a hyphen is divided at that hyphen alone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from issuebrief.linebreak.hyphenation_patterns import patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_]{5,}")
SHORTEST = 5
"""Letters that a word must have to be divided by patterns."""
LONGEST_ABBREVIATION = 7
"""Letters from which on a word among others in capitals is no abbreviation."""
NEAR = 30
"""Letters among which the word beside another is looked for."""
ANY_WORD = re.compile(r"[^\W\d_]+")
BESIDE = re.compile(r"[\w/@.=&?#%~+*:\u200b\u2060]")
"""What stands beside a part of an address, of a code or of a word for all genders (Leser:innen)."""
HYPHENS = ("-", "\u2010", "\u00ad")
"""What a word ends in that goes on in the next line."""
JOINTS = "-\u2010\u2011\u2013\u00ad"
"""The hyphens of compounds, the dash that joins as one, and the soft hyphen, by which an author divides."""
CAPITALISING = ("de", "lb")
"""Languages whose nouns have capitals, so that a capital does not mean a name."""
VOWELS, CONSONANTS = frozenset("aeiouyøæœı"), frozenset("bcdfghjklmnpqrstvwxzðþłđħß")


@dataclass(frozen=True)
class OwnDivisions:
    """The words that a house divides in its own way, each with hyphens where it may be divided.

    A word without hyphens is never divided. Capitals do not matter.
    """

    words: tuple[str, ...] = ()

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Where each word may be divided, by its letters."""
        return dict(map(_places, self.words))

    @cached_property
    def has_other_signs(self) -> bool:
        """Whether a word is not letters alone, but has an apostrophe or a vowel sign in it."""
        return not all(map(ANY_WORD.fullmatch, self.places))

    def of(self, word: str) -> tuple[int, ...] | None:
        """Where a word of a text may be divided; None where the house says nothing of it."""
        return self.places.get(_key(word)) if self.words else None


BY_PATTERNS = OwnDivisions()


def hyphenations(
    text: str, lang: str, own: OwnDivisions = BY_PATTERNS, *, reluctant: bool = False
) -> Iterator[int]:
    """The offsets in `text` before which a hyphen and a line break may stand.

    Those in names, those among words in capitals, and those that leave only two letters before them where the
    language wants three, are `reluctant`; they are given instead of all others where they are asked for.
    """
    dictionary, scant = patterns(lang), reluctant and patterns(lang, scant=True)
    if dictionary is None and not own.words:
        return
    capitals = lang.lower().startswith(CAPITALISING)
    for match in _words(text, own):
        word, start = match.group(), match.start()
        known = own.of(word)
        if known is not None:
            if not reluctant and not _in_address(text, start, match.end()):
                yield from (start + place for place in known)
            continue
        if dictionary is None or len(word) < SHORTEST:
            continue
        is_name = word.isupper() or (not capitals and word[0].isupper())
        if is_name and not reluctant:
            continue
        places = dictionary.positions(word)
        if reluctant and not is_name:
            places = [place for place in scant.positions(word) if place not in places] if scant else []
        if places and not _left_whole(text, start, match.end(), word):
            yield from (start + place for place in places)


def _words(text: str, own: OwnDivisions) -> Iterator[re.Match[str]]:
    """The words of a text that may be divided: all where a house has its own, otherwise the long ones."""
    start = 0
    for whole in _words_with_signs().finditer(text) if own.has_other_signs else ():
        if own.of(whole.group()) is not None:
            yield from ANY_WORD.finditer(text, start, whole.start())
            yield whole
            start = whole.end()
    yield from (ANY_WORD if own.words else WORD).finditer(text, start)


@cache
def _words_with_signs() -> re.Pattern[str]:
    """What finds words in which apostrophes or combining signs stand, as vowels of Hindi are."""
    marks = "".join(sign for sign in map(chr, range(0x300, 0x20000)) if unicodedata.category(sign)[0] == "M")
    return re.compile(rf"[^\W\d_](?:[^\W\d_]|['\u2019](?=[^\W\d_])|[{marks}])*")


def divisions(text: str, lang: str, own: OwnDivisions = BY_PATTERNS) -> Iterator[int]:
    """The offsets of all hyphenations, also in what is left whole where it can be.

    Words of a language without patterns are divided before a consonant and its vowel, which is seldom wrong
    where letters are Latin.
    """
    dictionary = patterns(lang)
    for match in _words(text, own):
        word = match.group()
        places = own.of(word)
        if not places and len(word) < SHORTEST:
            continue
        for position in places or (dictionary.positions(word) if dictionary else _open_syllables(word)):
            yield match.start() + position


def _places(word: str) -> tuple[str, tuple[int, ...]]:
    """A word's letters, and where it may be divided."""
    parts = re.split("[-\u2010\u00ad]", unicodedata.normalize("NFC", word.strip()))
    ends = [sum(map(len, parts[:count])) for count in range(1, len(parts))]
    return _key("".join(parts)), tuple(ends)


def _key(word: str) -> str:
    """A word without its capitals, as long as it was; its apostrophes are those that are printed."""
    return "".join(sign.lower()[:1] for sign in word).replace("'", "\u2019")


def _open_syllables(word: str) -> Iterator[int]:
    plain = [unicodedata.normalize("NFD", letter)[0].lower() for letter in word]
    for position in range(2, len(word) - 2):
        before, here, after = "".join(plain[:position]), plain[position], plain[position + 1]
        if after in VOWELS and here in CONSONANTS and not VOWELS.isdisjoint(before):
            yield position


def _left_whole(text: str, start: int, end: int, word: str) -> bool:
    """Whether a word is left whole: an abbreviation, a part of an address or of a compound with a hyphen."""
    if _joined(text, start, end) or not (word[1:].islower() or _among_capitals(text, start, end)):
        return True
    return _in_address(text, start, end)


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether a word is in capitals since what stands around it is: too long for an abbreviation."""
    if not text[start:end].isupper() or end - start < LONGEST_ABBREVIATION:
        return False
    beside = (*text[max(0, start - NEAR) : start].split()[-1:], *text[end : end + NEAR].split()[:1])
    return any(len(word) > 1 and word.isupper() for word in beside)


def _joined(text: str, start: int, end: int) -> bool:
    """Whether a hyphen stands beside a word."""
    return (start > 0 and text[start - 1] in JOINTS) or (end < len(text) and text[end] in JOINTS)


def _in_address(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] == ":" and text[end + 1 : end + 2] in tuple("/\u200b\u2060"):
        return True
    if start and BESIDE.match(text, start - 1):
        return True
    return bool(BESIDE.match(text, end) and BESIDE.match(text, end + 1))
