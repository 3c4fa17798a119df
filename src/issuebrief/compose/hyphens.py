"""Where words may be hyphenated.

In:  a text and its language.
Out: the offsets at which a hyphen may be added: at least two letters before and three after it, by
     the patterns of the language; no URLs, no codes, and names (capitalised words, but in German)
     only if they are asked for.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from issuebrief.compose.patterns import patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_]{5,}")
BESIDE = re.compile(r"[\w/@.\u200b\u2060]")
CAPITALISING = ("de", "lb")
"""Languages whose nouns have capitals, so that a capital does not mean a name."""
VOWELS, CONSONANTS = frozenset("aeiouyøæœı"), frozenset("bcdfghjklmnpqrstvwxzðþłđħß")
SHORTEST_PART = 8
"""Letters that a part of a compound with hyphens must have to be hyphenated once more."""


def hyphenations(text: str, lang: str, *, names: bool = False) -> Iterator[int]:
    """The offsets in `text` before which a hyphen and a line break may stand; in names, or in all else."""
    dictionary = patterns(lang)
    if dictionary is None:
        return
    capitals = lang.lower().startswith(CAPITALISING)
    for match in WORD.finditer(text):
        word = match.group()
        is_name = not capitals and word[0].isupper()
        if is_name != names or _left_whole(text, match.start(), match.end(), word):
            continue
        for position in dictionary.positions(word):
            yield match.start() + position


def divisions(text: str, lang: str) -> Iterator[int]:
    """The offsets of all hyphenations, also in what is left whole where it can be.

    Words of a language without patterns are divided before a consonant and its vowel, which is right in
    Finnish and seldom wrong where letters are Latin.
    """
    dictionary = patterns(lang)
    for match in WORD.finditer(text):
        word = match.group()
        for position in dictionary.positions(word) if dictionary else _open_syllables(word):
            yield match.start() + position


def _open_syllables(word: str) -> Iterator[int]:
    plain = [unicodedata.normalize("NFD", letter)[0].lower() for letter in word]
    for position in range(2, len(word) - 2):
        before, here, after = "".join(plain[:position]), plain[position], plain[position + 1]
        if after in VOWELS and here in CONSONANTS and not VOWELS.isdisjoint(before):
            yield position


def _left_whole(text: str, start: int, end: int, word: str) -> bool:
    """Whether a word is left whole: an abbreviation, a part of a URL or of a short compound."""
    if not word[1:].islower():
        return True
    if text[end : end + 1] == ":" and text[end + 1 : end + 2] in tuple("/\u200b\u2060"):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if BESIDE.match(before) or (BESIDE.match(after) and BESIDE.match(text[end + 1 : end + 2])):
        return True
    return "-" in (before, after) and len(word) < SHORTEST_PART
