"""Text from right to left in a PDF.

In:  WeasyPrint, while it draws text boxes, and what the glyphs of a leftward one stand for.
Out: marks in the stream which say that glyphs are shown against the order of reading (ISO 32000-1,
     14.8.2.5.3, ReversedChars); and single characters for glyphs that several letters were drawn as.

Boxes are drawn in the order in which they are read; the glyphs of each stand from left to right, as programs
that read text out of a PDF expect. These turn letters round one by one, and with them the two letters that
a ligature is read as: so a ligature is read as the one character that Unicode has for it, where it has one
(U+FEFB for lam and alef), which they take apart again in the right order.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from weasyprint.formatting_structure import boxes

from issuebrief.engine.patches import DRAW_FIRST_LINE, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from issuebrief.engine.protocols import DrawnStream, LayoutBox, Matrix

BEGIN, END = b"/ReversedChars BMC", b"EMC"
UNREAD = b"/Span <</ActualText <feff>>> BDC"
"""The beginning of what stands for no letter of its own: points and dots that are glyphs by themselves."""
FORMS = ((0xFB1D, 0xFB4F), (0xFEF5, 0xFEFC), (0xFB50, 0xFDFF))
"""Where Unicode has characters for letters with points, and for several letters as one."""


def is_leftward(textbox: LayoutBox) -> bool:
    """Whether the letters of a text box run from right to left."""
    return isinstance(textbox, boxes.TextBox) and textbox.style["direction"] == "rtl"


def as_one(text: str) -> str:
    """The one character that stands for several letters, or the letters."""
    return _forms().get(normalize("NFKD", text), text) if len(text) > 1 else text


@cache
def _forms() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for first, last in FORMS:
        for code in range(first, last + 1):
            plain = normalize("NFKD", chr(code))
            if len(plain) > 1 and plain.isprintable() and " " not in plain:
                found.setdefault(plain, chr(code))
    return found


@contextmanager
def leftward_text_marked() -> Iterator[None]:
    """Mark the text of leftward boxes as shown against the order of reading, while the block draws."""
    plain_draw = DRAW_FIRST_LINE.value

    def draw(
        stream: DrawnStream, textbox: LayoutBox, text_overflow: str, block_ellipsis: object, matrix: Matrix
    ) -> object:
        if not is_leftward(textbox):
            return plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        stream.stream.append(BEGIN)
        drawn = plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        stream.stream.append(END)
        return drawn

    with replaced(DRAW_FIRST_LINE, draw):
        yield
