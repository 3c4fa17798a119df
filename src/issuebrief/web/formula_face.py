"""The face in which a browser sets formulas, cut down to their signs, as WOFF2.

In:  what stands in the page's body.
Out: an `@font-face` rule with the font in it; nothing for a page without formulas.

It is the face in which formulas are drawn on paper, with its table of constants (OpenType, MATH) and the
larger forms of its signs: a browser that has no face for mathematics sets no root and no high bracket.
"""

from __future__ import annotations

import base64
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.file_access import read
from issuebrief.formulas.symbols import styled
from issuebrief.markdown_body.source.html_tree import Element, Text, walk
from issuebrief.web.fonts import KEPT_NAMES
from issuebrief.web.woff2 import pack

if TYPE_CHECKING:
    from collections.abc import Iterator

FAMILY = "Formulas"
FEATURES = ("ssty", "dtls", "flac", "kern", "ccmp", "mark", "mkmk")
"""What browsers switch on in formulas (MathML Core, 3.2 and 5)."""

ROOTS = ("msqrt", "mroot")
"""Elements for which browsers draw a sign that is in no text."""

PACKAGE, FONT = "ziamath", "fonts/STIXTwoMath-Regular.ttf"


def formula_face(content: Element) -> str:
    """The rule for the face of a page's formulas."""
    signs = {sign for math in walk(content) if math.tag == "math" for sign in _signs(math)}
    spec = find_spec(PACKAGE) if signs else None
    if spec is None or not spec.submodule_search_locations:
        return ""
    folder = Path(next(iter(spec.submodule_search_locations)))
    font = pack(_cut_down(read(folder / FONT, (folder,)), signs))
    source = f"url(data:font/woff2;base64,{base64.b64encode(font).decode('ascii')})"
    return f'@font-face{{font-family:"{FAMILY}";font-display:block;src:{source} format("woff2")}}'


def _signs(math: Element) -> Iterator[str]:
    """The characters of a formula, the slanting ones that stand for single letters, and signs of roots."""
    for found in walk(math):
        if found.tag in ROOTS:
            yield "√"
        text = "".join(child.value for child in found.children if isinstance(child, Text))
        yield from text
        if found.tag == "mi" and len(text) == 1:
            yield "ℎ" if text == "h" else styled(text, "ITALIC")


def _cut_down(font: bytes, signs: set[str]) -> bytes:
    import uharfbuzz as harfbuzz

    order = harfbuzz.SubsetInput()
    order.unicode_set.update(map(ord, signs))
    order.layout_feature_tag_set.clear()
    order.layout_feature_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in FEATURES)
    order.name_id_set.clear()
    order.name_id_set.update(KEPT_NAMES)
    order.flags = harfbuzz.SubsetFlags.NO_HINTING
    return bytes(harfbuzz.subset(harfbuzz.Face(harfbuzz.Blob(font)), order).blob.data)
