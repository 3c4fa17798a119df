"""Pictures of pixels, with no more of them than a screen or an office printer has a use for.

In:  WeasyPrint's pictures, while pages are drawn.
Out: those that are set at more than 300 dots to the inch brought down to it, where that makes the file
     smaller; all others as they came. A picture is never enlarged, and a JPEG is recompressed only
     when it is brought down. No viewer is to smooth them by a method of its own (ISO 19005-2, 6.2.8).
"""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from weasyprint import DEFAULT_OPTIONS
from weasyprint.images import RasterImage

from issuebrief.engine.patches import RASTER_IMAGE_DRAW, RASTER_IMAGE_GET_X_OBJECT, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import DrawnPicture, PdfStream

MOST = 300
"""Dots to the inch."""

WORTH = 0.9
"""A picture is brought down when this part of its bytes, or less, is left."""

QUALITY = 88
"""Of a JPEG that is recompressed."""


@contextmanager
def reduced_pictures() -> Iterator[None]:
    """Bring pictures down while the block draws."""
    plain_draw, plain_object = RASTER_IMAGE_DRAW.value, RASTER_IMAGE_GET_X_OBJECT.value

    def draw(picture: DrawnPicture, *arguments: object) -> None:
        before, picture._dpi = picture._dpi, MOST
        plain_draw(picture, *arguments)
        picture._dpi = before

    def get_x_object(picture: DrawnPicture, _interpolate: bool, ratio: float) -> PdfStream:
        whole: PdfStream = plain_object(picture, False, 1)
        if ratio == 1:
            return whole
        reduced: PdfStream = plain_object(_reduced(picture, ratio), False, 1)
        return reduced if _weight(reduced) <= WORTH * _weight(whole) else whole

    with replaced(RASTER_IMAGE_DRAW, draw), replaced(RASTER_IMAGE_GET_X_OBJECT, get_x_object):
        yield


def _reduced(picture: DrawnPicture, ratio: float) -> DrawnPicture:
    """A picture with so much of its width and height left."""
    from PIL import Image

    pixels = Image.open(BytesIO(picture.image_data.data))
    pixels.thumbnail(
        (max(1, round(picture.width * ratio)), max(1, round(picture.height * ratio))),
        Image.Resampling.LANCZOS,
        reducing_gap=3.0,
    )
    pixels.format = picture.format
    pixels.info.pop("icc_profile", None)
    options = {**DEFAULT_OPTIONS, "jpeg_quality": QUALITY}
    smaller: DrawnPicture = RasterImage(pixels, f"{picture.id}-reduced", None, options=options)
    return smaller


def _weight(stream: PdfStream) -> int:
    """How many bytes a picture and its mask take."""
    mask = stream.extra.get("SMask")
    return sum(len(part.data) for part in stream.stream) + (_weight(mask) if mask else 0)
