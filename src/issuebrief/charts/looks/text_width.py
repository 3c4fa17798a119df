"""How wide words are in a font.

In:  the bytes of a font, a size and words.
Out: their width in the unit of the size, kerned as the page sets them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import category, combining, east_asian_width

if TYPE_CHECKING:
    from issuebrief.charts.looks.look import ChartLook

AVERAGE = 0.55
"""The width of a letter by its size, where there is no font to measure."""


def width_of(words: str, look: ChartLook, *, bold: bool = False) -> float:
    """The width of words in px, at the size of all words of a chart."""
    return _ems(words, look.bold if bold else look.regular) * look.size


@lru_cache(maxsize=4096)
def _ems(words: str, font: bytes) -> float:
    if not font or not words:
        return AVERAGE * len(words)
    import uharfbuzz as harfbuzz

    buffer = harfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    loaded, scale = _loaded(font)
    harfbuzz.shape(loaded, buffer)
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return sum(
        position.x_advance / scale if info.codepoint else _usual(words[info.cluster])
        for info, position in glyphs
    )


def _usual(letter: str) -> float:
    """The width by its size of a letter that the font lacks, and another face sets."""
    if combining(letter) or category(letter) == "Cf":
        return 0.0
    return 1.0 if east_asian_width(letter) in ("W", "F") else AVERAGE


@lru_cache(maxsize=8)
def _loaded(font: bytes) -> tuple[Any, int]:
    import uharfbuzz as harfbuzz

    face = harfbuzz.Face(harfbuzz.Blob(font))
    return harfbuzz.Font(face), int(face.upem)
