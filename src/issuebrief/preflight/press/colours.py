"""Colours of a press file: with how much ink they are printed, or in which other space they are given.

In:  colour spaces and pictures as pikepdf reads them (ISO 32000-1, 8.6 and 8.9), and colour values.
Out: `Colour` values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

GREY = frozenset(("/DeviceGray", "/CalGray", "/G"))
INKS = frozenset(("/DeviceCMYK", "/CMYK"))
RGB = {"/DeviceRGB": "RGB", "/RGB": "RGB", "/CalRGB": "RGB", "/Lab": "Lab"}
REGISTRATION = "/All"
"""The ink that stands for all plates at once, for marks."""

MOST_PIXELS = 400_000
"""Larger pictures are looked at in averages of neighbouring pixels, which is what an eye and a press see."""

SHARE = 0.001
"""The share of a picture's pixels that may be heavier than what is reported as its ink."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour: its ink, the sum in per cent; or the name of its space where that is not one of inks.

    `inks` are cyan, magenta, yellow and black, from 0 to 1, of a colour that is made of these.
    """

    ink: float = 100.0
    space: str = ""
    inks: tuple[float, ...] = ()


def foreign(space: Any) -> str:
    """The name of a colour space that is not made of inks, such as RGB; empty for one that is."""
    if space is None:
        return ""
    family = _family(space)
    if family in RGB:
        return RGB[family]
    if family == "/ICCBased":
        return {3: "RGB"}.get(int(space[1].get("/N", 4)), "")
    if family in ("/Indexed", "/I", "/Pattern"):
        return foreign(space[1]) if _is_array(space) and len(space) > 1 else ""
    if family in ("/Separation", "/DeviceN"):
        return foreign(space[2])
    return ""


def colour(space: Any, values: Sequence[float]) -> Colour:
    """A colour of a space, given by its values."""
    if name := foreign(space):
        return Colour(0.0, name)
    family = _family(space)
    if family == "/ICCBased":
        family = "/DeviceGray" if int(space[1].get("/N", 4)) == 1 else "/DeviceCMYK"
    if family in GREY:
        black = 1 - sum(values[:1])
        return Colour(black * 100, inks=(0.0, 0.0, 0.0, black))
    if family in INKS and len(values) == 4:
        return Colour(sum(values) * 100, inks=tuple(values))
    if family in INKS or family == "/DeviceN":
        return Colour(sum(values) * 100)
    if family == "/Separation":
        return Colour(0.0 if str(space[1]) == REGISTRATION else sum(values) * 100)
    return Colour(0.0)


def picture_colour(picture: Any) -> Colour:
    """The space of a picture, or the ink of its heaviest parts."""
    if picture.get("/ImageMask"):
        return Colour(0.0)
    space = picture.get("/ColorSpace")
    if name := foreign(space):
        return Colour(0.0, name)
    family = _family(space) if space is not None else ""
    inks = family in INKS or (family == "/ICCBased" and int(space[1].get("/N", 4)) == 4)
    return Colour(most_ink(picture)) if inks else Colour(100.0)


def most_ink(picture: Any) -> float:
    """The ink of a CMYK picture in per cent, that all but a thousandth of its pixels stay under."""
    from PIL import ImageChops

    pixels = _pixels(picture)
    if pixels is None or pixels.mode != "CMYK":
        return 0.0
    marks = pixels.info
    factor = int((pixels.width * pixels.height / MOST_PIXELS) ** 0.5)
    if factor > 1:
        pixels = pixels.reduce(factor)
    # A JPEG with Adobe's mark holds its inks upside down, and Pillow has turned it already.
    turned = picture.get("/Decode") is not None and float(picture["/Decode"][0]) > 0
    if turned != ("adobe" in marks):
        pixels = ImageChops.invert(pixels)
    cyan, magenta, yellow, black = pixels.split()
    mean = ImageChops.add(
        ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2), scale=2
    )
    counts = mean.histogram()
    over, value = 0, len(counts) - 1
    while value and over + counts[value] <= SHARE * sum(counts):
        over, value = over + counts[value], value - 1
    return value / 255 * 400


def _pixels(picture: Any) -> Any:
    """A picture of inks as Pillow has it; None for one that is compressed in a way that few files are."""
    from io import BytesIO

    from PIL import Image

    compression = picture.get("/Filter")
    name = str(compression[-1] if compression is not None and _is_array(compression) else compression)
    if name == "/DCTDecode":
        return Image.open(BytesIO(picture.read_raw_bytes()))
    if name not in ("None", "/FlateDecode") or int(picture["/BitsPerComponent"]) != 8:
        return None
    size = (int(picture["/Width"]), int(picture["/Height"]))
    return Image.frombytes("CMYK", size, picture.read_bytes())


def _family(space: Any) -> str:
    return str(space[0]) if _is_array(space) else str(space)


def _is_array(space: Any) -> bool:
    return not isinstance(space, str) and hasattr(space, "__len__") and not str(space).startswith("/")
