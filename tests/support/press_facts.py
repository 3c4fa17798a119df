"""Facts read from a press file, for tests that assert on what a printer gets.

In:  the path of a PDF.
Out: `PressFacts`: the boxes of its pages, every colour that any part of it is drawn in, its output
     intent, what it says of itself; and, through Ghostscript, the ink on any part of a page.

Everything comes from the file itself, by way of pikepdf (qpdf) and Ghostscript.
"""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MM = 72 / 25.4
GHOSTSCRIPT = shutil.which("gs")
needs_ghostscript = pytest.mark.skipif(not GHOSTSCRIPT, reason="Ghostscript (gs) is not installed")

SETTING = {"k": 4, "K": 4, "g": 1, "G": 1, "rg": 3, "RG": 3}
"""Operators that set a colour in a device's own space, and how many numbers they take."""

CHOOSING = ("cs", "CS")
BLACK_SEEN = (35, 31, 32)
"""What PDFium makes of solid black ink."""

RULE = 2.0
"""What is no higher is a rule and no ground for text, in points."""

NEAR = 1.5
"""What is nearer to a text may be seen on a spot of it, in points."""

PLAIN = {"/DeviceCMYK", "/DeviceGray", "/Pattern", "/Separation All"}
"""The colour spaces that a press file may have."""


class Box(NamedTuple):
    """A rectangle in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float

    def grown(self, by: float) -> Box:
        """The rectangle, larger on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def meets(self, other: Box) -> bool:
        """Whether the two have a spot in common."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.top <= other.bottom or other.top <= self.bottom)


class Ink(NamedTuple):
    """How much of an area is covered, from 0 to 1 for each ink."""

    cyan: float
    magenta: float
    yellow: float
    black: float


@dataclass(frozen=True)
class Colour:
    """A colour that something is drawn in: the operator that sets it, and its numbers."""

    operator: str
    numbers: tuple[float, ...]


class PressFacts:
    """What is in a press file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pdf = pikepdf.open(path)
        self._plates: dict[int, list[Image.Image]] = {}

    def __enter__(self) -> PressFacts:
        return self

    def __exit__(self, *_: object) -> None:
        self.pdf.close()

    def __len__(self) -> int:
        return len(self.pdf.pages)

    def box(self, page: int, name: str) -> Box:
        """A box that the page itself states."""
        return Box(*(float(value) for value in self.pdf.pages[page].obj[f"/{name}"]))

    @cached_property
    def colours(self) -> set[Colour]:
        """All colours that are set by number anywhere in the file."""
        return {found for found in self._parts if isinstance(found, Colour)}

    @cached_property
    def spaces(self) -> set[str]:
        """All colour spaces that anything in the file is drawn, blended or stored in."""
        return {found for found in self._parts if isinstance(found, str)}

    @cached_property
    def _parts(self) -> list[Colour | str]:
        walk = _Walk()
        return [found for page in self.pdf.pages for found in walk.content(page.obj, page.obj.Resources)]

    @property
    def intent(self) -> pikepdf.Object:
        """The one output intent."""
        (intent,) = self.pdf.Root.OutputIntents
        return intent

    @cached_property
    def said(self) -> dict[str, str]:
        """What the XMP packet says, by the names of its elements."""
        xml = bytes(self.pdf.Root.Metadata.read_bytes()).decode()
        return dict(re.findall(r"<(\w+:\w+)>([^<]+)</\1>", xml))

    @cached_property
    def pictures(self) -> list[pikepdf.Object]:
        """All pictures of pixels in the file, masks too."""
        return [
            item
            for item in self.pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]

    def black_text(self, page: int) -> list[Box]:
        """Where text is set in black with nothing coloured behind it or beside it."""
        black, other = [], []
        with pypdfium2.PdfDocument(self.path) as pdf:
            for item in pdf[page].get_objects(max_depth=1):
                bounds = Box(*item.get_bounds())
                if item.type == pdfium.FPDF_PAGEOBJ_TEXT and _fill(item) == BLACK_SEEN:
                    black.append(bounds)
                elif item.type != pdfium.FPDF_PAGEOBJ_PATH or bounds.top - bounds.bottom > RULE:
                    other.append(bounds)
        # A space may be a piece of text by itself, and covers nothing.
        inked = [box for box in black if box.right > box.left and box.top > box.bottom]
        return [box for box in inked if not any(box.grown(NEAR).meets(colour) for colour in other)]

    def ink(self, page: int, area: Box) -> Ink:
        """How much ink is on a part of a page."""
        return self.inks([(page, area)])[0]

    def inks(self, areas: Iterable[tuple[int, Box]]) -> list[Ink]:
        """How much ink is on each of some parts of pages."""
        with pikepdf.open(self.path) as pdf, TemporaryDirectory() as folder:
            pages = []
            for number, area in areas:
                page = pdf.make_indirect(pikepdf.Dictionary(dict(pdf.pages[number].obj.items())))
                for name in ("/TrimBox", "/BleedBox"):
                    del page[name]
                page["/MediaBox"] = pikepdf.Array([round(value, 3) for value in area])
                pages.append(pikepdf.Page(page))
            del pdf.pages[:]
            pdf.pages.extend(pages)
            cut = Path(folder) / "cut.pdf"
            pdf.save(cut)
            lines = _ghostscript("-sDEVICE=ink_cov", "-o-", str(cut)).splitlines()
        return [Ink(*(float(part) / 100 for part in line.split()[:4])) for line in lines if "CMYK" in line]

    def spot(self, plates: Image.Image, page: int, area: Box, resolution: int) -> Ink:
        """The most of each ink, from 0 to 1, on an area of plates of so many dots to the inch."""
        per_point, top = resolution / 72, self.box(page, "MediaBox").top
        corner = floor(area.left * per_point), floor((top - area.top) * per_point)
        across, down = ceil(area.right * per_point), ceil((top - area.bottom) * per_point)
        cut = plates.crop((*corner, across, down))
        return Ink(*(max(band.tobytes()) / 255 for band in cut.split()))

    def plates(self, page: int, resolution: int) -> Image.Image:
        """A page as its inks, at so many dots to the inch."""
        if resolution not in self._plates:
            self._plates[resolution] = list(self._separated(resolution))
        return self._plates[resolution][page]

    def _separated(self, resolution: int) -> Iterator[Image.Image]:
        """All pages as their inks."""
        with TemporaryDirectory() as folder:
            target = Path(folder) / "page-%d.tif"
            _ghostscript("-sDEVICE=tiff32nc", f"-r{resolution}", "-o", str(target), str(self.path))
            for number in range(1, len(self) + 1):
                with Image.open(str(target) % number) as image:
                    image.load()
                    assert image.mode == "CMYK"
                    yield image


def _ghostscript(*arguments: str) -> str:
    done = subprocess.run([GHOSTSCRIPT or "gs", "-q", "-dSAFER", *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "rror" not in done.stdout, done.stdout
    return done.stdout


def _fill(item: Any) -> tuple[int, ...]:
    """The colour that an object is filled with, as PDFium would show it."""
    parts = [ctypes.c_uint() for _ in range(4)]
    assert pdfium.FPDFPageObj_GetFillColor(item, *parts)
    return tuple(part.value for part in parts[:3])


class _Walk:
    """A walk over all that is drawn, each part once."""

    def __init__(self) -> None:
        self.seen: set[tuple[int, int]] = set()

    def content(self, stream: Any, resources: Any) -> Iterator[Colour | str]:
        """Colours of a content stream, then those of all that it can use."""
        instructions: Any = pikepdf.parse_content_stream(stream)
        for operands, operator in instructions:
            word = str(operator)
            if word in SETTING:
                numbers = tuple(float(operand) for operand in operands)
                assert len(numbers) == SETTING[word]
                yield Colour(word, numbers)
                yield {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}[len(numbers)]
            elif word in CHOOSING:
                yield from self.space(operands[0], resources)
            assert word != "INLINE IMAGE"
        yield from self.resources(resources)

    def resources(self, resources: Any) -> Iterator[Colour | str]:
        if not self.new(resources):
            return
        for item in resources.get("/XObject", {}).values():
            yield from self.drawn(item)
        for item in resources.get("/Pattern", {}).values():
            if item.PatternType == 1:
                yield from self.drawn(item)
            else:
                yield from self.space(item.Shading.ColorSpace, resources)
        for item in resources.get("/Shading", {}).values():
            yield from self.space(item.ColorSpace, resources)
        for item in resources.get("/ExtGState", {}).values():
            if isinstance(item.get("/SMask"), pikepdf.Dictionary):
                yield from self.drawn(item.SMask.G)
        for item in resources.get("/Font", {}).values():
            assert item.Subtype != "/Type3"

    def drawn(self, item: Any) -> Iterator[Colour | str]:
        """A form, a tile of a pattern, or a picture."""
        if not self.new(item):
            return
        if item.get("/Subtype") == "/Image":
            yield from self.space(item.ColorSpace, {})
            if "/SMask" in item:
                yield from self.drawn(item.SMask)
            return
        if "/Group" in item:
            yield from self.space(item.Group.CS, item.Resources)
        yield from self.content(item, item.Resources)

    def space(self, space: Any, resources: Any) -> Iterator[str]:
        if isinstance(space, pikepdf.Name):
            named = resources.get("/ColorSpace", {}).get(str(space))
            if named is None:
                yield str(space)
            else:
                yield from self.space(named, resources)
        elif space[0] == "/Separation":
            yield f"/Separation {str(space[1])[1:]}"
            yield from self.space(space[2], resources)
        else:
            yield str(space[0])

    def new(self, item: Any) -> bool:
        key = item.objgen
        if key != (0, 0) and key in self.seen:
            return False
        self.seen.add(key)
        return True
