"""Pack a font as WOFF2.

In:  a font of outlines and tables (OpenType or TrueType) that is laid out as HarfBuzz writes it.
Out: the same tables, pressed with Brotli, in the container that all browsers read.

fontTools packs WOFF2 too, always with Brotli's slowest setting: that presses fonts of a few letters a tenth
smaller and takes thirty times as long, half as long as a whole brief takes to set. Tables are not
transformed, which the format allows and which fonts with CFF outlines never are.

Source: W3C, "WOFF File Format 2.0", sections 3 to 5.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

QUALITY = 5
"""Brotli's, from 0 to 11."""

KNOWN = (
    "cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern "
    "LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar "
    "bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat "
    "Gloc Feat Sill"
)
"""Tags that a directory may name by their number, in the order of the specification."""

NUMBERS = {KNOWN[start : start + 4]: start // 5 for start in range(0, len(KNOWN), 5)}
UNKNOWN = 63
UNTRANSFORMED = {"glyf": 3, "loca": 3}
"""The version of the transformation that means none; 0 for all other tables."""

HEADER = struct.Struct(">4s4sIHHIIHHIIIII")
SFNT_HEADER, SFNT_ENTRY = 12, 16


def pack(font: bytes) -> bytes:
    """The font as WOFF2."""
    import brotli

    tables = list(_tables(font))
    contents = b"".join(content for _, content in tables)
    pressed: bytes = brotli.compress(contents, mode=brotli.MODE_FONT, quality=QUALITY)
    directory = b"".join(_entry(tag, len(content)) for tag, content in tables)
    plain_size = SFNT_HEADER + sum(SFNT_ENTRY + _padded(len(content)) for _, content in tables)
    body = directory + pressed
    size = _padded(HEADER.size + len(body))
    header = HEADER.pack(
        b"wOF2", font[:4], size, len(tables), 0, plain_size, len(pressed), 0, 0, 0, 0, 0, 0, 0
    )
    return (header + body).ljust(size, b"\0")


def _tables(font: bytes) -> Iterator[tuple[str, bytes]]:
    """The font's tables in the order of its directory; `loca` comes right after `glyf`, as it must."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sIII", font, SFNT_HEADER + SFNT_ENTRY * n) for n in range(count))
    found = {tag.decode("latin-1"): font[start : start + length] for tag, _, start, length in entries}
    for tag, content in found.items():
        if tag != "loca":
            yield tag, content
        if tag == "glyf" and "loca" in found:
            yield "loca", found["loca"]


def _entry(tag: str, length: int) -> bytes:
    number = NUMBERS.get(tag, UNKNOWN)
    name = tag.encode("latin-1") if number == UNKNOWN else b""
    return bytes([number | UNTRANSFORMED.get(tag, 0) << 6]) + name + _base_128(length)


def _base_128(number: int) -> bytes:
    """A number in as many bytes of seven bits as it needs, all but the last with their eighth bit set."""
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(number & 0x7F | 0x80)
    return bytes(reversed(parts))


def _padded(length: int) -> int:
    return -(-length // 4) * 4
