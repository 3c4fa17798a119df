"""Small fonts, drawn when a test asks for them: every character is a bar whose height tells which it is.

Names in them are all the same, as in the files that a service cuts one face into.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.ttLib.woff2 import WOFF2FlavorData

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

UNITS = 1000
ADVANCE, WIDTH = 600, 400
STILL = ((0, 0),) * 5
"""Points that do not move; the last four of a glyph are its sides."""

NAMES = {"familyName": "Bars", "styleName": "Regular", "psName": "Bars-Regular"}


def heights_of(characters: str, first: int = 100, step: int = 50) -> dict[str, int]:
    """A height for each character, one higher than the one before it."""
    return {character: first + step * number for number, character in enumerate(characters)}


def small_font(
    heights: Mapping[str, int], *, cff: bool = False, name: str = "Bars-Regular", square: str = ""
) -> bytes:
    """A font with a bar of so many units for each character; those in `square` are as wide as high."""
    builder = _begun(heights, cff)
    if cff:
        strings = {glyph: _charstring(height) for glyph, height in _bars(heights).items()}
        builder.setupCFF(name, {"FullName": name}, strings, {})
    else:
        builder.setupGlyf({glyph: _outline(height) for glyph, height in _bars(heights).items()})
    return _finished(builder, name, square)


def growing_font(heights: Mapping[str, int]) -> bytes:
    """A variable font: bars are 300 higher at weight 900 than at 100, and a width of 75 is 200 narrower."""
    builder = _begun(heights, False)
    builder.setupGlyf({glyph: _outline(height) for glyph, height in _bars(heights).items()})
    axes = [("wght", 100, 100, 900, "Weight"), ("wdth", 75, 100, 125, "Width")]
    styles = [{"location": {"wght": weight, "wdth": 100}, "stylename": str(weight)} for weight in (100, 900)]
    builder.setupNameTable(NAMES)
    builder.setupFvar(axes, styles)
    heavy = TupleVariation({"wght": (0.0, 1.0, 1.0)}, [*STILL[:2], (0, 300), (0, 300), *STILL[:4]])
    narrow = TupleVariation({"wdth": (-1.0, -1.0, 0.0)}, [*STILL[:5], (-200, 0), *STILL[:2]])
    builder.setupGvar({glyph: [heavy, narrow] for glyph in _bars(heights) if glyph != ".notdef"})
    return _finished(builder, "Bars-Regular")


def leaning_font(heights: Mapping[str, int]) -> bytes:
    """A variable font: bars are 300 higher where it leans, at a slant of -12."""
    builder = _begun(heights, False)
    builder.setupGlyf({glyph: _outline(height) for glyph, height in _bars(heights).items()})
    builder.setupNameTable(NAMES)
    builder.setupFvar([("slnt", -12, 0, 0, "Slant")], [])
    leaning = TupleVariation({"slnt": (-1.0, -1.0, 0.0)}, [*STILL[:2], (0, 300), (0, 300), *STILL[:4]])
    builder.setupGvar({glyph: [leaning] for glyph in _bars(heights) if glyph != ".notdef"})
    return _finished(builder, "Bars-Regular")


def packed(font: bytes, flavor: str, *, metadata: str = "") -> bytes:
    """A font as WOFF (`woff`) or WOFF2 (`woff2`), with metadata behind its tables, which are XML."""
    found, output = TTFont(BytesIO(font)), BytesIO()
    found.flavor = flavor
    if metadata:
        found.flavorData = WOFF2FlavorData()
        found.flavorData.metaData = metadata.encode()
    found.save(output)
    return output.getvalue()


def collection(*fonts: bytes) -> bytes:
    """Fonts in one file."""
    found, output = TTCollection(), BytesIO()
    found.fonts = [TTFont(BytesIO(font)) for font in fonts]
    found.save(output)
    return output.getvalue()


def written(folder: Path, name: str, font: bytes) -> Path:
    """The file of a font, written into a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(font)
    return path


def _bars(heights: Mapping[str, int]) -> dict[str, int]:
    return {".notdef": 50, **{f"u{ord(character):04X}": height for character, height in heights.items()}}


def _begun(heights: Mapping[str, int], cff: bool) -> FontBuilder:
    builder = FontBuilder(UNITS, isTTF=not cff)
    builder.setupGlyphOrder(list(_bars(heights)))
    builder.setupCharacterMap({ord(character): f"u{ord(character):04X}" for character in heights})
    return builder


def _finished(builder: FontBuilder, name: str, square: str = "") -> bytes:
    widths = dict.fromkeys(builder.font.getGlyphOrder(), (ADVANCE, 100))
    widths.update({f"u{ord(character):04X}": (UNITS, 100) for character in square})
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({**NAMES, "psName": name})
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-200, sCapHeight=700)
    builder.setupPost()
    output = BytesIO()
    builder.save(output)
    return output.getvalue()


def _draw(pen: Any, height: int) -> None:
    pen.moveTo((100, 0))
    pen.lineTo((100 + WIDTH, 0))
    pen.lineTo((100 + WIDTH, height))
    pen.lineTo((100, height))
    pen.closePath()


def _outline(height: int) -> Any:
    pen = TTGlyphPen(None)
    _draw(pen, height)
    return pen.glyph()


def _charstring(height: int) -> Any:
    pen = T2CharStringPen(ADVANCE, None)
    _draw(pen, height)
    return pen.getCharString()
