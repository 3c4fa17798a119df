"""White between letters of Chinese and Japanese and what stands beside them.

In:  letters, and whether each is as wide as high in its face.
Out: their classes, and the white that is added or left out between two of them, in em.

After Requirements for Japanese Text Layout, 3.1 and 3.2, and Requirements for Chinese Text Layout, 3.1 and
3.2 (W3C working group notes); CSS Text 4 has the same as `text-autospace` and `text-spacing-trim`.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache

from issuebrief.linebreak.spacing import CENTRED, CLOSING, HALF, OPENING, STOPS

AUTOSPACE = 0.25
"""The white between an ideograph and a letter or digit of another script, in em."""
QUOTES_OPEN, QUOTES_CLOSE = "\u201c\u2018", "\u201d\u2019"
"""Quotation marks that Chinese shares with Latin; in faces for Chinese they are as wide as ideographs."""
MIDDLE = "\u30fb\uff1a\uff1b"
"""Marks in the middle of their square."""
IDEOGRAPHIC = re.compile(
    "[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""A letter of Chinese or Japanese that is no mark: Han or kana."""


class CharacterClass(Enum):
    """What a letter is to the letters beside it."""

    IDEOGRAPH = auto()
    OTHER_SCRIPT = auto()
    OPENING = auto()
    CLOSING = auto()
    MIDDLE = auto()
    SPACE = auto()
    ELSE = auto()


@lru_cache(maxsize=4096)
def class_of(letter: str, is_square: bool, lang: str) -> CharacterClass:
    """The class of a letter in a text of a language; a mark that is no square has no white to leave out."""
    if letter in " \u00a0":
        return CharacterClass.SPACE
    if IDEOGRAPHIC.match(letter):
        return CharacterClass.IDEOGRAPH
    if letter >= "\u3000" or letter in QUOTES_OPEN + QUOTES_CLOSE:
        return _class_of_mark(letter, lang) if is_square else CharacterClass.ELSE
    return (
        CharacterClass.OTHER_SCRIPT
        if unicodedata.category(letter)[0] in "LM" or letter.isdecimal()
        else CharacterClass.ELSE
    )


def _class_of_mark(letter: str, lang: str) -> CharacterClass:
    if letter in OPENING or letter in QUOTES_OPEN:
        return CharacterClass.OPENING
    if letter in CLOSING or letter in QUOTES_CLOSE:
        return CharacterClass.CLOSING
    if letter in STOPS:
        return CharacterClass.MIDDLE if lang.lower().startswith(CENTRED) else CharacterClass.CLOSING
    return CharacterClass.MIDDLE if letter in MIDDLE else CharacterClass.ELSE


def white_between(before: CharacterClass, after: CharacterClass, autospace: float = AUTOSPACE) -> float:
    """The white that is added between two letters, in em; below 0 where half of a mark is left out."""
    if {before, after} == {CharacterClass.IDEOGRAPH, CharacterClass.OTHER_SCRIPT}:
        return autospace
    if before is CharacterClass.CLOSING and after in (
        CharacterClass.OPENING,
        CharacterClass.CLOSING,
        CharacterClass.MIDDLE,
        CharacterClass.SPACE,
    ):
        return -HALF
    if after is CharacterClass.OPENING and before in (
        CharacterClass.OPENING,
        CharacterClass.MIDDLE,
        CharacterClass.SPACE,
    ):
        return -HALF
    return 0.0
