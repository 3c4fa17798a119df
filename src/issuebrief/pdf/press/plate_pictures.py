"""Pictures of a press file with three of its inks as the three colours of a screen.

In:  an opened press file, and the number of the first of three inks (0 is cyan).
Out: the same file, its pictures in RGB: white where an ink is none. Masks stay as they are.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE = 3
BLACK = 3
"""The number of the black ink."""

MOST_PIXELS = 1_000_000
"""Larger pictures are made smaller: only their inks on the average count here."""


def as_plates(pdf: Any, first: int) -> None:
    """Give the pictures of a file three of their inks as colours."""
    import pikepdf

    masks = set(_masks(pdf))
    for item in list(pdf.objects):
        if not isinstance(item, pikepdf.Stream) or item.get("/Subtype") != "/Image" or item.objgen in masks:
            continue
        inks = _inks(item)
        white = Image.new("L", inks[0].size, 0)
        three = [inks[n] if n < len(inks) else white for n in range(first, first + AT_ONCE)]
        picture = ImageChops.invert(Image.merge("RGB", three))
        if "/Decode" in item:
            del item.Decode
        item.ColorSpace, item.Width, item.Height = pikepdf.Name.DeviceRGB, picture.width, picture.height
        item.write(zlib.compress(picture.tobytes(), 1), filter=pikepdf.Name.FlateDecode)


def _inks(item: Any) -> list[Image.Image]:
    """The inks of a picture, each from 0 to 255 for all of it."""
    size = (int(item.Width), int(item.Height))
    mode = "CMYK" if str(item.ColorSpace) == "/DeviceCMYK" else "L"
    if str(item.get("/Filter")) == "/DCTDecode":
        picture: Image.Image = Image.open(BytesIO(item.read_raw_bytes()))
    else:
        picture = Image.frombytes(mode, size, item.read_bytes())
    factor = int((size[0] * size[1] / MOST_PIXELS) ** 0.5)
    if factor > 1:
        picture = picture.reduce(factor)
    if mode == "CMYK":
        # Pillow has turned a JPEG's inks, which it holds upside down, the right way up.
        return list(picture.split())
    white = Image.new("L", picture.size, 0)
    return [white] * BLACK + [ImageChops.invert(picture.convert("L"))]


def _masks(pdf: Any) -> Iterator[tuple[int, int]]:
    """The pictures that are masks, or stand in a mask."""
    import pikepdf

    for item in pdf.objects:
        if not isinstance(item, pikepdf.Stream):
            continue
        if "/SMask" in item:
            yield item.SMask.objgen
        group = item.get("/Group")
        if group is not None and str(group.get("/CS")) == "/DeviceGray":
            drawn: Any = item.Resources.get("/XObject")
            yield from (named.objgen for named in (drawn.values() if drawn is not None else ()))
