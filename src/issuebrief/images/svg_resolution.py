"""How many pixels the pictures in a drawing (SVG) have for the room that they take.

In:  the tree of a drawing.
Out: pixels to a unit of the drawing, of the picture that has fewest; nothing where it carries none.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from io import BytesIO
from math import sqrt
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from weasyprint.svg.utils import transform

from issuebrief.images.svg_nesting import HREFS
from issuebrief.images.svg_plain import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

FONT_SIZE = 16
"""What lengths in em would count by, in a transformation."""


def pixels_to_unit(tree: Element) -> float | None:
    """The fewest pixels to a unit of a drawing that a picture in it has."""
    return min(_densities(tree, 1.0), default=None)


def _densities(element: Element, scale: float) -> Iterator[float]:
    """The pixels to a unit of each picture in an element, which is drawn larger by `scale`."""
    if moved := element.get("transform"):
        scale *= _growth(moved)
    if local_name(element) == "image" and scale and (size := _pixels(element)):
        across, down = _length(element.get("width"), size[0]), _length(element.get("height"), size[1])
        both = (size[0] / across, size[1] / down) if across and down else (1.0, 1.0)
        fits = "none" in (kept := element.get("preserveAspectRatio") or "") or "slice" in kept
        yield (min(both) if fits else max(both)) / scale
    for child in element:
        yield from _densities(child, scale)


def _growth(moved: str) -> float:
    """By how much a transformation makes things larger; 1 where it is none that is understood."""
    try:
        return sqrt(abs(float(transform(moved, None, FONT_SIZE, 1).determinant)))
    except (TypeError, ValueError, AttributeError):
        return 1.0


def _length(given: str | None, own: float) -> float:
    try:
        return float((given or "").removesuffix("px"))
    except ValueError:
        return own


def _pixels(image: Element) -> tuple[int, int] | None:
    """The size of a picture that a drawing carries in itself, in pixels."""
    address = next((href.strip() for name in HREFS if (href := image.get(name))), "")
    header, _, content = address.partition(",")
    if not header.lower().startswith("data:image/") or "svg" in header.lower():
        return None
    from PIL import Image

    try:
        data = b64decode(content) if header.lower().endswith(";base64") else unquote_to_bytes(content)
        with Image.open(BytesIO(data)) as opened:
            return opened.size
    except (OSError, ValueError, SyntaxError, binascii.Error, Image.DecompressionBombError):
        return None
