"""Keep faces apart that describe themselves alike.

In:  fonts, as WeasyPrint draws letters with them.
Out: for each face a font of its own in the PDF, with a name that is one.

WeasyPrint knows a font by its description: family, weight, slope. Several files that share out the characters
of one face have the same, and the letters of all of them would be drawn by their numbers in the first. So
the face that HarfBuzz sees, of which there is one for each file, counts as well.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from hashlib import md5
from typing import TYPE_CHECKING

from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import ffi, harfbuzz, pango
from weasyprint.text.fonts import get_pango_font_key

from issuebrief.engine.patches import STREAM_ADD_FONT, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import DrawnFont, DrawnStream

HASH_LENGTH = 6
NO_PART = re.compile(rb"[\0-\x20\x7f()<>\[\]{}/%#]")
"""What stands for itself in no name of a PDF (ISO 32000-1, 7.3.5)."""


@contextmanager
def faces_apart() -> Iterator[None]:
    """Give each face a font of its own while the block draws."""

    def add_font(drawn: DrawnStream, pango_font: object) -> tuple[DrawnFont, float]:
        key, description, size = get_pango_font_key(pango_font)
        face = int(ffi.cast("uintptr_t", harfbuzz.hb_font_get_face(pango.pango_font_get_hb_font(pango_font))))
        if (key, face) not in drawn._fonts:
            font = Font(pango_font, description, size)
            _name_apart(font, {other.hash for (_, its), other in drawn._fonts.items() if its != face})
            drawn._fonts[key, face] = font
        return drawn._fonts[key, face], size

    with replaced(STREAM_ADD_FONT, add_font):
        yield


def _name_apart(font: DrawnFont, taken: set[str]) -> None:
    """Give a font another name in the PDF where its own is taken; the same in the same order of drawing.

    WeasyPrint writes the family's name as the theme has it, whatever that ends in a PDF.
    """
    description, number = font.name, 1
    while font.hash in taken:
        number += 1
        digest = md5(description + b" %d" % number, usedforsecurity=False).digest()
        font.hash = "".join(chr(65 + letter % 26) for letter in digest[:HASH_LENGTH])
    family = NO_PART.sub(lambda sign: b"#%02X" % sign[0][0], description[len(b"/") + HASH_LENGTH :])
    font.name = b"/" + font.hash.encode() + family
