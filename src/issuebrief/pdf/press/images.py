"""Pictures of pixels on their way into a press file.

In:  one of WeasyPrint's pictures, and what turns it into inks.
Out: the place where it is drawn, with its resolution there; and, when all places are known, the picture
     as the PDF holds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pydyf

from issuebrief.images.normalise import original

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

    from issuebrief.engine.protocols import BoxStyle, DrawnPicture, Matrix, PdfStream
    from issuebrief.pdf.press.cmyk_stream import PressStream

INCH = 72
"""In points, which a page is drawn in."""


@dataclass(frozen=True)
class Plate:
    """A picture as a PDF holds it: its bytes, the name of their filter, its size in pixels.

    `inks` is 4 (CMYK) or 1 (grey). A JPEG in CMYK has its values `inverted`, as is the custom.
    """

    data: bytes
    filter: str
    width: int
    height: int
    inks: int
    inverted: bool = False
    mask: Plate | None = None


@dataclass(frozen=True)
class WaitingPicture:
    """Stands in for one of WeasyPrint's pictures when the document is finished."""

    picture: DrawnPicture
    separate: Callable[[Image.Image, float], Plate]

    def get_x_object(self, interpolate: bool, dpi_ratio: float) -> PdfStream:
        """The picture as the PDF holds it, with so much of its width and height left."""
        return _image_object(self.separate(original(self.picture), dpi_ratio))


def _image_object(plate: Plate) -> PdfStream:
    extra = pydyf.Dictionary(
        {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": plate.width,
            "Height": plate.height,
            "ColorSpace": "/DeviceCMYK" if plate.inks == 4 else "/DeviceGray",
            "BitsPerComponent": 8,
            "Filter": f"/{plate.filter}",
        }
    )
    if plate.inverted:
        extra["Decode"] = pydyf.Array((1, 0) * plate.inks)
    if plate.mask:
        extra["SMask"] = _image_object(plate.mask)
    image: PdfStream = pydyf.Stream([plate.data], extra)
    return image


def draw_picture(
    picture: DrawnPicture, stream: PressStream, width: float, height: float, style: BoxStyle
) -> None:
    """Draw a picture of pixels, and note at how many dots to the inch (`RasterImage.draw`)."""
    if picture.width <= 0 or picture.height <= 0:
        return
    across = abs(width) * _length(stream.ctm, 0) / INCH
    down = abs(height) * _length(stream.ctm, 1) / INCH
    name = stream.add_picture(picture, min(picture.width / across, picture.height / down))
    stream.transform(width, 0, 0, -height, 0, height)
    stream.draw_x_object(name)


def _length(matrix: Matrix, row: int) -> float:
    """How long a px along an axis is drawn, in points; never nothing."""
    return max(float((matrix[row][0] ** 2 + matrix[row][1] ** 2) ** 0.5), 1e-6)
