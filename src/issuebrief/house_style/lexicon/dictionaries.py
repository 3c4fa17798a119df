"""Hunspell dictionaries, where they are installed.

In:  a language tag and the folder of the house.
Out: a `SpellingDictionary`; None where there is none, or nothing that reads it.

They are looked for in the house's folder, in those of the system, and in what comes with Spylls, which reads
them (https://spylls.readthedocs.io/). All files come through the one gate.
"""

from __future__ import annotations

import gc
import io
import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuebrief.file_access import read

if TYPE_CHECKING:
    from collections.abc import Iterator

SYSTEM = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
REGIONS = {
    "en": "GB",
    "de": "DE",
    "fr": "FR",
    "sv": "SE",
    "nb": "NO",
    "nn": "NO",
    "da": "DK",
    "cs": "CZ",
    "uk": "UA",
}
"""The region that a language without one means; of others, the one of its own name."""
MOST = 40_000_000
"""Bytes of the largest file of a dictionary."""
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßåéèêàçôîïë'"
MOST_TRIED = 20
"""Longer words than these are not mended letter by letter."""


@dataclass
class SpellingDictionary:
    """Which words a language has; each is looked up once."""

    lookup: Any
    name: str
    known: dict[str, bool] = field(default_factory=dict)

    def has(self, word: str) -> bool:
        """Whether a word is spelled right."""
        if word not in self.known:
            self.known[word] = bool(self.lookup(word))
        return self.known[word]

    def near(self, word: str) -> Iterator[str]:
        """Words that differ from one by a letter, or by two that are exchanged."""
        if len(word) <= MOST_TRIED:
            yield from dict.fromkeys(each for each in _variants(word) if self.has(each))


def find_dictionary(lang: str, folder: str | None) -> SpellingDictionary | None:
    """The dictionary of a language tag, or else of its language."""
    if not can_read():
        return None
    places = (*((folder,) if folder else ()), *SYSTEM, *_shipped(lang))
    for name in _names(lang):
        for place in places:
            if os.path.isfile(f"{place}/{name}.aff") and os.path.isfile(f"{place}/{name}.dic"):  # noqa: PTH113
                return _loaded(place, name)
    return None


def can_read() -> bool:
    """Whether Spylls is installed."""
    return find_spec("spylls") is not None


def _names(lang: str) -> tuple[str, ...]:
    """What the files of a language may be called, the most exact first."""
    language, _, region = lang.replace("_", "-").partition("-")
    language = language.lower()
    usual = REGIONS.get(language, language.upper())
    exact = (f"{language}_{region.upper()}", f"{language}-{region.upper()}") if region else ()
    others = (
        f"{language}_{usual}",
        language,
        "en_US" if language == "en" else f"{language}_{language.upper()}",
    )
    return tuple(dict.fromkeys((*exact, *others)))


def _shipped(lang: str) -> tuple[str, ...]:
    """The folder of the dictionary that comes with Spylls, for the languages that it has."""
    spec = find_spec("spylls")
    roots = spec.submodule_search_locations if spec else None
    language = lang.lower().partition("-")[0]
    return (f"{next(iter(roots))}/hunspell/data/{language}",) if roots else ()


@lru_cache(maxsize=4)
def _loaded(folder: str, name: str) -> SpellingDictionary | None:
    """A dictionary; None where its files cannot be read."""
    from spylls.hunspell.algo.lookup import Lookup
    from spylls.hunspell.readers import read_aff, read_dic
    from spylls.hunspell.readers.file_reader import BaseReader

    class GatedReader(BaseReader):  # type: ignore[misc]
        """Reads bytes that came through the gate, in whichever encoding the dictionary says."""

        def __init__(self, data: bytes, encoding: str = "Windows-1252") -> None:
            self.data = data
            super().__init__(self._text(encoding))

        def _text(self, encoding: str) -> io.TextIOWrapper:
            return io.TextIOWrapper(io.BytesIO(self.data), encoding, errors="surrogateescape")

        def reset_encoding(self, encoding: str) -> None:
            """Go on in another encoding."""
            self.reset_io(self._text(encoding))

    # A dictionary of the system is often a link to another of its folders.
    roots = (Path(folder), *(Path(place) for place in SYSTEM if folder in SYSTEM))
    try:
        rules, words = (read(Path(folder, f"{name}{ending}"), roots, MOST) for ending in (".aff", ".dic"))
        with _uncollected():
            aff, context = read_aff(GatedReader(rules))
            dic = read_dic(GatedReader(words, context.encoding), aff=aff, context=context)
            return SpellingDictionary(Lookup(aff, dic), name)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no cycles while the block runs: all that a dictionary is made of stays."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _variants(word: str) -> Iterator[str]:
    pairs = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1] + right[0] + right[2:] for left, right in pairs if len(right) > 1)
    yield from (left + right[1:] for left, right in pairs if right)
    yield from (
        left + letter + right[1:]
        for left, right in pairs
        if right
        for letter in LETTERS
        if letter != right[0]
    )
    yield from (left + letter + right for left, right in pairs for letter in LETTERS)
