"""Gradients, masks and pictures drawn in inks: WeasyPrint's stream, with a separation before the paper.

In:  a separation, which knows the inks of every colour and picture, while WeasyPrint draws a document.
Out: content streams, groups, patterns, shadings and pictures in DeviceCMYK, or in DeviceGray where they
     are masks, and none in RGB or Lab.

`ink_stream.py` has what is drawn in one colour.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import pydyf
from weasyprint.pdf.stream import Stream

from issuebrief.engine.patches import PDF_STREAM, RASTER_IMAGE_DRAW, replaced
from issuebrief.pdf.press.images import Plate, WaitingPicture, draw_picture
from issuebrief.pdf.press.ink_record import InkRecord
from issuebrief.pdf.press.ink_stream import InkStream, numbers
from issuebrief.theming.colours import srgb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image

    from issuebrief.engine.protocols import CssColor, DrawnPicture, PdfObject
    from issuebrief.srgb import Rgb
    from issuebrief.theming.colours import Cmyk
    from issuebrief.theming.theme_spots import SpotTint


class Separation(Protocol):
    """What a stream asks about colours and pictures."""

    def inks(self, rgb: Rgb) -> Cmyk:
        """The inks that print a colour."""

    def spot(self, rgb: Rgb) -> SpotTint | None:
        """The spot ink that prints a colour, where there is one."""

    def text_inks(self, rgb: Rgb, size: float) -> Cmyk:
        """The inks that print text of a size in points."""

    def blend(self, first: Rgb, last: Rgb) -> Sequence[Cmyk]:
        """The inks along a gradient, evenly spaced, from its first colour to its last."""

    def plate(self, picture: Image.Image, reduction: float) -> Plate:
        """A picture in inks, with so much of its width and height left."""

    def mask(self, picture: Image.Image, reduction: float) -> Plate:
        """A picture in grey, for its lightness alone."""

    def reduction(self, resolution: float) -> float:
        """How much of a picture's width and height to keep when it has so many dots to the inch."""


@contextmanager
def drawn_in_inks(separation: Separation) -> Iterator[InkRecord]:
    """Let WeasyPrint draw in inks while the block runs; yields what is noted of its pages."""
    record = InkRecord()
    stream = partial(PressStream, separation=separation, record=record)
    with replaced(PDF_STREAM, stream), replaced(RASTER_IMAGE_DRAW, draw_picture):
        yield record


class PressStream(InkStream):
    """A stream whose gradients, masks and pictures are of inks too."""

    def create_interpolation_function(
        self, domain: Sequence[float], c0: Sequence[float], c1: Sequence[float], n: float
    ) -> PdfObject:
        """A part of a gradient: colours of three values become inks, transparency stays as it is."""
        if len(c0) != 3:
            return _interpolated(domain, c0, c1, n)
        blend = self._blend((c0[0], c0[1], c0[2]), (c1[0], c1[1], c1[2]))
        if len(blend) == 2 or not 0.1 < n < 10:
            blend = (blend[0], blend[-1])
            return _interpolated(domain, *blend, n)
        steps = len(blend) - 1
        bounds = [(step / steps) ** (1 / n) for step in range(1, steps)]
        functions = [_interpolated((0, 1), first, last, 1) for first, last in pairwise(blend)]
        stitched: PdfObject = Stream.create_stitching_function((0, 1), (0, 1) * steps, bounds, functions)
        return stitched

    def _blend(self, first: Rgb, last: Rgb) -> Sequence[Sequence[float]]:
        spots = (self.separation.spot(first), self.separation.spot(last))
        self.record.mixed |= {spot.name for spot in spots if spot}
        return self.separation.blend(first, last)

    def set_alpha_state(
        self, x: float, y: float, width: float, height: float, mode: str = "luminosity"
    ) -> MaskStream:
        """Begin a mask, which is drawn in grey."""
        group = self.add_group(x, y, width, height)
        group.extra["Group"]["CS"] = "/DeviceGray"
        options = self._inherited({"resources": group.extra["Resources"], "extra": group.extra})
        mask = MaskStream(**options)
        mask.id = group.id
        self._resources["XObject"][group.id] = mask
        content = {"Type": "/Mask", "S": f"/{mode.capitalize()}", "G": mask}
        self.set_state(
            pydyf.Dictionary(
                {"Type": "/ExtGState", "SMask": pydyf.Dictionary(content), "ca": 1, "AIS": "false"}
            )
        )
        return mask

    def add_picture(self, picture: DrawnPicture, resolution: float) -> str:
        """The name of a picture in the resources; it is separated when all its uses are known."""
        name = self._name(picture)
        self._resources["XObject"][name] = None  # set when the document is finished
        used = self._images.setdefault(
            name,
            {
                "image": WaitingPicture(picture, self._plate),
                "interpolate": False,
                "dpi_ratios": set(),
                "x_object": None,
            },
        )
        self.page.pictures.append(used)
        used["dpi_ratios"].add(self.separation.reduction(resolution))
        return name

    def _name(self, picture: DrawnPicture) -> str:
        """A name by the order of pictures in the document; WeasyPrint's own tells where the file lies."""
        for name, used in self._images.items():
            if used["image"].picture is picture and name.startswith(self._prefix):
                return str(name)
        return f"{self._prefix}{len(self._images)}"

    _prefix = "i"

    def _plate(self, picture: Image.Image, reduction: float) -> Plate:
        return self.separation.plate(picture, reduction)


class MaskStream(PressStream):
    """A stream of which only the lightness counts."""

    _prefix = "m"

    @property
    def _default_color_space(self) -> str:
        return "/DeviceGray"

    def set_color(self, color: CssColor, stroke: bool = False) -> None:
        """Set the grey of a colour of WeasyPrint's, and its transparency."""
        self.set_alpha(color.alpha, stroke)
        self.set_color_rgb(*srgb(color), stroke)

    def set_color_rgb(self, r: float, g: float, b: float, stroke: bool = False) -> None:
        """Set the grey of a colour given in sRGB."""
        self.stream.append(f"{numbers((lightness((r, g, b)),))} {'G' if stroke else 'g'}".encode())

    def _blend(self, first: Rgb, last: Rgb) -> Sequence[Sequence[float]]:
        return [(lightness(first),), (lightness(last),)]

    def _plate(self, picture: Image.Image, reduction: float) -> Plate:
        return self.separation.mask(picture, reduction)


def _interpolated(domain: Sequence[float], c0: Sequence[float], c1: Sequence[float], n: float) -> PdfObject:
    """WeasyPrint's own part of a gradient."""
    function: PdfObject = Stream.create_interpolation_function(domain, c0, c1, n)
    return function


def lightness(rgb: Rgb) -> float:
    """The luminosity of a colour as a mask takes it (ISO 32000-1, 11.5.3), from 0 to 1."""
    red, green, blue = rgb
    return 0.3 * red + 0.59 * green + 0.11 * blue
