"""Where a text stands in the source of a drawing.

In:  the bytes of an SVG, and words that it shows.
Out: their line and column.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Mapping


def find_words(data: bytes, words: str) -> tuple[int, int]:
    """Line and column of a piece of text of an SVG, given without its white space; (0, 0) without it."""
    return _places_of_words(data).get(words, (0, 0))


@lru_cache(maxsize=1)
def _places_of_words(data: bytes) -> Mapping[str, tuple[int, int]]:
    """Where each piece of text of an SVG first stands, by its letters without white space."""
    parser = expat.ParserCreate()
    found: dict[str, tuple[int, int]] = {}
    piece: list[str] = []
    begun = [(0, 0)]

    def characters(text: str) -> None:
        if not piece:
            begun[0] = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        if text.strip() or piece:
            piece.append(text)

    def flush(*_: object) -> None:
        found.setdefault("".join("".join(piece).split()), begun[0])
        piece.clear()

    parser.CharacterDataHandler = characters
    parser.StartElementHandler = parser.EndElementHandler = flush
    with suppress(expat.ExpatError, LookupError, ValueError):
        parser.Parse(data, True)
    return found
