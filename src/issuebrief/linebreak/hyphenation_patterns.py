"""Hyphenation patterns that are read one by one, as words ask for them.

In:  a language that pyphen has a dictionary for, or that is divided by its syllables.
Out: pyphen's hyphenation for it, which gives the same places as ever, or that of `syllables.py`.

pyphen takes all patterns of a dictionary apart when it opens it, which lasts longer than composing a page; a
brief needs a tenth of them. Dictionaries with more than plain patterns in them are left to pyphen.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

import pyphen

from issuebrief.linebreak.syllables import BY_SYLLABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LEAST = (3, 3)
"""The least letters before and after a hyphen."""
TWO_BEFORE = (
    *("af", "be", "bg", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fr", "gl", "hr", "hu", "is"),
    *("it", "lb", "lt", "lv", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv"),
    "uk",
)
"""Languages whose rules let a prefix or an open syllable of two letters stand before a hyphen."""
WRITTEN_AS = {"bs": "sr-Latn", "cnr": "sr-Latn", "no": "nb", "sh": "sr-Latn"}
"""Languages whose patterns go by another tag: Norwegian is taken for Bokmål, Bosnian divides like Serbian."""
WITHOUT_DIGITS = str.maketrans("", "", "0123456789")
MORE_THAN_PATTERNS = ("/", "^^")
"""What stands in a dictionary that changes letters at a hyphen, or spells them in hexadecimal."""


Values = tuple[int, tuple[int, ...]]
"""Where the values of a pattern begin among its letters, and they themselves."""


class Patterns(dict[str, "str | Values | None"]):
    """Patterns by their letters; one is taken apart when it is asked for first."""

    # As narrow as pyphen asks: with texts, and never for a pattern that is still in one piece.
    def get(self, letters: str, default: Values | None = None) -> Values | None:  # type: ignore[override]
        """The place of a pattern's first value, and its values; none where it says nothing."""
        found = super().get(letters, default)
        if isinstance(found, str):
            found = self[letters] = _taken_apart(found)
        return found


class Dictionary(pyphen.HyphDict):  # type: ignore[misc]
    """A dictionary as pyphen has it, of patterns that are not yet taken apart."""

    def __init__(self, lines: list[str]) -> None:
        self.patterns = Patterns((line.translate(WITHOUT_DIGITS), line) for line in lines)
        self.cache: dict[str, list[int]] = {}
        self.maxlen = max(map(len, self.patterns))


def dictionary(tag: str) -> str | None:
    """The name of the dictionary for a language tag, if there is one."""
    language, *parts = tag.replace("_", "-").split("-")
    name: str | None = pyphen.language_fallback(
        "-".join((WRITTEN_AS.get(language.lower(), language), *parts))
    )
    return name


def is_divided(tag: str) -> bool:
    """Whether words of a language can be divided."""
    return dictionary(tag) is not None or _language(tag) in BY_SYLLABLES


class Hyphenator(Protocol):
    """What knows where words may be divided."""

    def positions(self, word: str) -> Sequence[int]:
        """The offsets before which a word may be divided."""


@lru_cache(maxsize=16)
def patterns(lang: str, *, scant: bool = False) -> Hyphenator | None:
    """The hyphenation of a language tag, if there is any; `scant` leaves two letters before a hyphen."""
    name = dictionary(lang) if lang else None
    if not name:
        return BY_SYLLABLES.get(_language(lang))
    path = pyphen.LANGUAGES[name]
    if path not in pyphen.hdcache and (lines := _plain_lines(path)):
        pyphen.hdcache[path] = Dictionary(lines)
    two = scant or _language(lang) in TWO_BEFORE
    found: Hyphenator = pyphen.Pyphen(lang=name, left=2 if two else LEAST[0], right=LEAST[1])
    return found


def _language(tag: str) -> str:
    return tag.lower().replace("_", "-").partition("-")[0]


def _plain_lines(path: Path) -> list[str]:
    """The patterns of a dictionary, if all of them are plain."""
    encoding, _, rest = path.read_bytes().partition(b"\n")
    name = encoding.decode().strip()
    text = rest.decode("cp1251" if name.lower() == "microsoft-cp1251" else name)
    found = map(str.strip, text.split("\n"))
    lines = [line for line in found if line and not line.startswith(pyphen.ignored)]
    return [] if any(mark in line for mark in MORE_THAN_PATTERNS for line in lines) else lines


def _taken_apart(pattern: str) -> Values | None:
    """Where a pattern's values begin among its letters, and the values, without the zeros around them."""
    pairs = pyphen.parse(pattern)
    values = [int(digit or "0") for digit, _ in pairs]
    if not any(values):
        return None
    start, end = 0, len(values)
    while not values[start]:
        start += 1
    while not values[end - 1]:
        end -= 1
    return start, tuple(values[start:end])
