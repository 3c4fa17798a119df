"""The map from the codes of a font to the characters they stand for, as a file has it.

In:  the text of each code.
Out: a stream in the language of character maps (ISO 32000-1, 9.10.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.engine.protocols import PdfStream

LONGEST_BLOCK = 100
"""So many entries a block of a character map may have (Adobe Technical Note 5014)."""
HEAD = (
    b"/CIDInit /ProcSet findresource begin",
    b"12 dict begin",
    b"begincmap",
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    b"/CMapName /Adobe-Identity-UCS def",
    b"/CMapType 2 def",
    b"1 begincodespacerange",
    b"<0000> <ffff>",
    b"endcodespacerange",
)
FOOT = (b"endcmap", b"CMapName currentdict /CMap defineresource pop", b"end", b"end")


def character_map(texts: Mapping[int, str], compress: bool) -> PdfStream:
    """The stream for codes of two bytes; `compress` as pydyf takes it."""
    entries = [
        f"<{code:04x}> <{text.encode('utf-16-be').hex()}>".encode() for code, text in sorted(texts.items())
    ]
    lines = [*HEAD]
    for start in range(0, len(entries), LONGEST_BLOCK):
        block = entries[start : start + LONGEST_BLOCK]
        lines += [b"%d beginbfchar" % len(block), *block, b"endbfchar"]
    stream: PdfStream = pydyf.Stream([*lines, *FOOT], compress=compress)
    return stream
