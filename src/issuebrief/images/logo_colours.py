"""Whether a logo can be seen on the ground that it stands on.

In:  the picture of a logo, and the colour of a ground.
Out: the highest contrast of any of its colours with that ground, 1 to 21 (WCAG 2.2).

Of pixels the colours that cover some of the picture count; of a drawing those that it names, and black where
a shape has no colour of its own.
"""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from issuebrief.file_access import read
from issuebrief.srgb import Rgb, contrast
from issuebrief.theming.colours import srgb

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.images.resolve import Picture

ENOUGH = 3.0
"""The contrast that graphics need (WCAG 2.2, 1.4.11)."""
SHARE = 0.02
"""The part of the pixels that a colour must have to be seen."""
SIDE, COLOURS, FULL = 128, 12, 255
"""How small pixels are looked at, in how many colours, and the value of what covers all."""

PAINT = re.compile(r"\b(?:fill|stroke|stop-color|color)\s*[:=]\s*[\"']?\s*([^;\"'{}<>]+)", re.IGNORECASE)
UNPAINTED = re.compile(
    r"<(?:\w+:)?(?:path|rect|circle|ellipse|polygon|text)\b(?![^>]*(?:fill|style|class))", re.IGNORECASE
)
"""A shape without a colour of its own."""
PAINTED_GROUP = re.compile(r"<(?:\w+:)?(?:svg|g)\b[^>]*\b(?:fill|style|class)\s*=", re.IGNORECASE)
BLACK: Rgb = (0.0, 0.0, 0.0)


def highest_contrast(picture: Picture, folder: Path, ground: Rgb) -> float:
    """How much the colour of a logo that differs most from a ground does so; 21 where none is known."""
    data = read(picture.path, (folder,))
    found = _drawn(data) if picture.kind == "svg" else _of_pixels(data)
    return max((contrast(colour, ground) for colour in found), default=21.0)


def _drawn(data: bytes) -> Iterator[Rgb]:
    """The colours that a drawing names."""
    from tinycss2.color5 import parse_color

    text = data.decode("utf-8", "replace")
    if UNPAINTED.search(text) and not PAINTED_GROUP.search(text):
        yield BLACK
    for value in dict.fromkeys(PAINT.findall(text)):
        colour = parse_color(value.strip())
        if colour == "currentcolor":
            yield BLACK
        elif colour is not None and colour.alpha:
            yield srgb(colour)


def _of_pixels(data: bytes) -> Iterator[Rgb]:
    """The colours of the pixels that cover what is below them."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(data)) as opened:
            opened.thumbnail((SIDE, SIDE))
            image = opened.convert("RGBA")
    solid = image.getchannel("A").point(lambda value: FULL if value > FULL // 2 else 0)
    covered = solid.histogram()[FULL]
    few = image.convert("RGB").quantize(COLOURS)
    counts = few.histogram(solid)
    palette = few.getpalette() or []
    for number, count in enumerate(counts[: len(palette) // 3]):
        if covered and count >= SHARE * covered:
            red, green, blue = (part / FULL for part in palette[3 * number : 3 * number + 3])
            yield red, green, blue
