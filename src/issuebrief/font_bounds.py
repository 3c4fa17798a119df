"""How much a font claims to hold, before anything native or slow believes it.

In:  the bytes of a font that is not compressed.
Out: nothing; `Unusable` says why a font would take endless time or memory.

A table of a few bytes can claim billions of characters, or let thousands of entries share the same bytes.
Programs that read fonts, fontconfig and FreeType among them, walk through all that is claimed.

Source: OpenType 1.9.1, "Font file", `cmap` and `name`.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COLLECTION = b"ttcf"
HEADER, ENTRY = 12, 16
MOST_FONTS = 200
"""Fonts of a collection; those of all weights of Chinese, Japanese and Korean are some 50."""
MOST_TABLES = 200
MOST_CHARACTERS = 1_200_000
"""Characters that one list of a font may claim; Unicode has room for 1,114,112."""
MOST_GROUPS = 200_000
MOST_LISTS = 50
MOST_NAMES = 2_000_000
"""Bytes of all names of a font together, counting shared ones each time."""
GROUPED = (8, 12, 13)
"""Formats of `cmap` that claim characters in groups of any size."""
GROUPS_BEHIND = {8: 8204, 12: 12, 13: 12}
"""Where their number of groups stands."""


class Unusable(ValueError):
    """What is wrong with a file of a font."""


def refuse_endless(content: bytes) -> None:
    """Raise `Unusable` for a font that claims far more than any font has, or is cut off."""
    try:
        for start in _starts(content):
            _refuse_font(content, start)
    except struct.error:
        raise Unusable("it is cut off") from None


def _starts(content: bytes) -> tuple[int, ...]:
    """Where the fonts of a file begin."""
    if content[:4] != COLLECTION:
        return (0,)
    (count,) = struct.unpack_from(">I", content, 8)
    if count > MOST_FONTS:
        raise Unusable(f"it is damaged: it claims {count:,} fonts")
    return struct.unpack_from(f">{count}I", content, HEADER)


def _refuse_font(content: bytes, start: int) -> None:
    (count,) = struct.unpack_from(">H", content, start + 4)
    if count > MOST_TABLES:
        raise Unusable(f"it is damaged: it claims {count:,} tables")
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", content, start + HEADER + ENTRY * number)
        table = memoryview(content)[offset : offset + length]
        if tag == b"cmap":
            _refuse_characters(table)
        elif tag == b"name":
            refuse_endless_names(table)


def _refuse_characters(table: memoryview) -> None:
    (count,) = struct.unpack_from(">H", table, 2)
    offsets = {struct.unpack_from(">HHI", table, 4 + 8 * number)[2] for number in range(count)}
    if len(offsets) > MOST_LISTS:
        raise Unusable(f"it is damaged: it claims {len(offsets):,} lists of characters")
    for offset in offsets:
        claimed = sum(last - first + 1 for first, last in _groups(table[offset:]) if last >= first)
        if claimed > MOST_CHARACTERS:
            raise Unusable(f"it is damaged: it claims {claimed:,} characters")


def _groups(table: memoryview) -> Iterator[tuple[int, int]]:
    """The first and last characters of the groups of a list, in the formats that claim any number of them."""
    (form,) = struct.unpack_from(">H", table)
    if form == 4:
        twice = struct.unpack_from(">H", table, 6)[0] & ~1
        ends = struct.unpack_from(f">{twice // 2}H", table, 14)
        yield from zip(struct.unpack_from(f">{twice // 2}H", table, 16 + twice), ends, strict=True)
    elif form in GROUPED:
        at = GROUPS_BEHIND[form]
        (count,) = struct.unpack_from(">I", table, at)
        if count > MOST_GROUPS:
            raise Unusable(f"it is damaged: it claims {count:,} groups of characters")
        for number in range(count):
            first, last, _ = struct.unpack_from(">III", table, at + 4 + 12 * number)
            yield first, last


def refuse_endless_names(table: bytes | memoryview) -> None:
    """Raise `Unusable` for a table of names that claims far more letters than any has."""
    (count,) = struct.unpack_from(">H", table, 2)
    lengths = (struct.unpack_from(">H", table, 6 + 12 * number + 8)[0] for number in range(count))
    if (claimed := sum(lengths)) > MOST_NAMES:
        raise Unusable(f"it is damaged: it claims names of {claimed:,} bytes")
