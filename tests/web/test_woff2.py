"""Fonts packed as WOFF2, read back by fontTools."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from setting import ROOT

from issuebrief.web.woff2 import pack

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = sorted(ROOT.glob("styles/fonts/*/*.otf"))


def tables(font: bytes) -> dict[str, bytes]:
    read = TTFont(BytesIO(font), lazy=True)
    return {tag: bytes(read.reader[tag]) for tag in read.reader.tables}


@pytest.mark.parametrize("path", SHIPPED[::5], ids=lambda path: path.stem)
def test_every_table_comes_back_as_it_was(path: Path) -> None:
    font = path.read_bytes()
    packed = pack(font)
    assert packed.startswith(b"wOF2OTTO")
    assert tables(packed) == tables(font)
    assert len(packed) < 0.75 * len(font)


def test_a_font_with_truetype_outlines_comes_back_too() -> None:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 0))
    pen.lineTo((250, 700))
    pen.closePath()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    target = BytesIO()
    builder.save(target)
    read = TTFont(BytesIO(pack(target.getvalue())))
    assert read.sfntVersion == "\0\1\0\0"
    assert read["glyf"]["A"].numberOfContours == 1
    assert read.getBestCmap() == {65: "A"}


def test_the_length_that_the_head_tells_is_that_of_the_file() -> None:
    packed = pack(SHIPPED[0].read_bytes())
    assert int.from_bytes(packed[8:12], "big") == len(packed)
    assert len(packed) % 4 == 0
