"""How much of each ink a press file takes, found by making its plates.

In:  the bytes of a press file, as this room writes them, and the names of its spot inks.
Out: for each page, how much of its trimmed area each ink covers, and the most ink on one spot of it.

Three plates are made at a time: the file is written once more with three of its inks as the three colours of
a screen, which a renderer leaves as they are, and its pages are drawn in dots of a point. What overprints is
multiplied, so that it leaves what is below it. Marks outside the bleed do not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from PIL import Image, ImageChops, ImageMath, ImageStat

from issuebrief.pdf.press.ink_record import SPOT
from issuebrief.pdf.press.plate_pictures import as_plates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
AT_ONCE = 3
NUMBER = rb"([\d.]+)"
CMYK = re.compile(rb"(?m)^" + rb" ".join([NUMBER] * 4) + rb" (k|K)$")
SPOTS = re.compile(rb"(?m)^/(\w+) (cs|CS)\n([\d.]+) (?:scn|SCN)$")
BACK = {b"k": b"rg", b"K": b"RG", b"cs": b"rg", b"CS": b"RG"}


@dataclass(frozen=True)
class PagePlates:
    """The ink on a page: how much of its trimmed area each ink covers (0 to 1), and the most on one spot."""

    coverage: tuple[float, ...]
    most: float


class _Boxes(NamedTuple):
    """The trimmed page and its bleed: left, top, right, bottom."""

    trim: tuple[int, int, int, int]
    bleed: tuple[int, int, int, int]


def plates_of(press: bytes, spots: Sequence[str] = ()) -> list[PagePlates]:
    """The plates of each page, the process inks first, then the spot inks."""
    names = (*PROCESS, *spots)
    passes = [list(_drawn(press, names, first)) for first in range(0, len(names), AT_ONCE)]
    pages = zip(*passes, strict=True)
    return [_measured([plate for three in page for plate in three][: len(names)]) for page in pages]


def _measured(plates: list[tuple[Image.Image, _Boxes]]) -> PagePlates:
    inks = [ImageChops.invert(plate) for plate, _ in plates]
    boxes = plates[0][1]
    covered = [ImageStat.Stat(ink.crop(boxes.trim)).mean[0] / 255 for ink in inks]
    named = {f"i{number}": ink.crop(boxes.bleed) for number, ink in enumerate(inks)}
    total = ImageMath.lambda_eval(lambda v: sum((v[name] for name in named), v["i0"] * 0), **named)
    most = total.getextrema()[1]
    return PagePlates(tuple(covered), float(most) / 255)


def _drawn(press: bytes, names: Sequence[str], first: int) -> Iterator[list[tuple[Image.Image, _Boxes]]]:
    """Three plates of each page, and where it is trimmed on them."""
    import pikepdf
    import pypdfium2

    with pikepdf.open(BytesIO(press)) as pdf:
        _turn(pdf, names, first)
        boxes = [_boxes(page) for page in pdf.pages]
        target = BytesIO()
        pdf.save(target, compress_streams=False, fix_metadata_version=False)
    with pypdfium2.PdfDocument(target.getvalue()) as drawn:
        for page, box in zip(drawn, boxes, strict=True):
            picture = page.render(scale=1, rev_byteorder=True).to_pil().convert("RGB")
            yield [(plate, box) for plate in picture.split()]


def _boxes(page: Any) -> _Boxes:
    """Where a page is trimmed and bleeds, in dots of a point from its upper left corner."""
    top = float(page.obj.MediaBox[3])

    def turned(box: Any) -> tuple[int, int, int, int]:
        left, low, right, high = (float(value) for value in box)
        return (round(left), round(top - high), round(right), round(top - low))

    return _Boxes(turned(page.obj.TrimBox), turned(page.obj.BleedBox))


def _turn(pdf: Any, names: Sequence[str], first: int) -> None:
    """Make three inks of a file the three colours of a screen."""
    import pikepdf

    spaces = pdf.pages[0].obj.Resources.ColorSpace
    keys = {str(key)[1:].encode(): str(space[1])[1:] for key, space in spaces.items()}

    def process(found: re.Match[bytes]) -> bytes:
        inks = [float(part) for part in found.groups()[:4]]
        return _screen([inks[n] if n < 4 else 0.0 for n in range(first, first + AT_ONCE)], found[5])

    def spot(found: re.Match[bytes]) -> bytes:
        name = keys.get(found[1], "")
        if not found[1].startswith(SPOT.encode()):
            return found[0]
        asked = names[first : first + AT_ONCE]
        inks = [float(found[3]) if name == each else 0.0 for each in asked]
        return _screen([*inks, 0.0, 0.0][:AT_ONCE], found[2])

    contents = {page.obj.Contents.objgen for page in pdf.pages}
    for item in list(pdf.objects):
        if isinstance(item, pikepdf.Stream):
            drawn = item.get("/Subtype") == "/Form" or item.get("/PatternType") == 1
            if drawn or item.objgen in contents:
                item.write(SPOTS.sub(spot, CMYK.sub(process, item.read_bytes())))
        if isinstance(item, pikepdf.Stream | pikepdf.Dictionary):
            _turn_around(item, first)
    for states in (item.get("/ExtGState") for item in _resources(pdf)):
        for name, mode in (("/o1", pikepdf.Name.Multiply), ("/o0", pikepdf.Name.Normal)):
            if states is not None and name in states:
                states[name] = pikepdf.Dictionary(BM=mode)
    as_plates(pdf, first)


def _resources(pdf: Any) -> Iterator[Any]:
    """All resources of a file that content can use."""
    import pikepdf

    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream | pikepdf.Dictionary) and "/Resources" in item:
            yield item.Resources


def _turn_around(item: Any, first: int) -> None:
    """Turn the space that a group mixes in, and a shading with its functions."""
    import pikepdf

    group = item.get("/Group")
    if group is not None and group.get("/CS") == "/DeviceCMYK":
        group.CS = pikepdf.Name.DeviceRGB
    shading = item if "/ShadingType" in item else item.get("/Shading")
    if shading is not None and shading.get("/ColorSpace") == "/DeviceCMYK":
        shading.ColorSpace = pikepdf.Name.DeviceRGB
        _turn_function(shading.Function, first)


def _turn_function(function: Any, first: int) -> None:
    for part in function.get("/Functions", ()):
        _turn_function(part, first)
    for name in ("/C0", "/C1"):
        if name in function and len(function[name]) == 4:
            inks = [float(value) for value in function[name]]
            function[name] = [1 - inks[n] if n < 4 else 1 for n in range(first, first + AT_ONCE)]


def _screen(inks: Sequence[float], operator: bytes) -> bytes:
    return " ".join(f"{1 - ink:.4f}" for ink in inks).encode() + b" " + BACK[operator]
