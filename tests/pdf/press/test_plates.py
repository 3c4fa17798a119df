"""How much of each ink a page takes."""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from PIL import Image
from press_facts import GHOSTSCRIPT, needs_ghostscript

from issuebrief.pdf.press.plates import plates_of

if TYPE_CHECKING:
    from pathlib import Path

    from shipped_files import ShippedBriefs


def press(content: str, **resources: Any) -> bytes:
    """A press file of one page of 100 by 100 pt, with 10 pt around it."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(120, 120))
    page = pdf.pages[0].obj
    page.TrimBox, page.BleedBox = [10, 10, 110, 110], [5, 5, 115, 115]
    page.Contents = pdf.make_stream(content.encode())
    spot = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/Gold"), pikepdf.Name.DeviceCMYK, {}])
    spaces = pikepdf.Dictionary(Spot0=spot)
    page.Resources = pikepdf.Dictionary(
        ColorSpace=spaces, **{key: make(pdf) for key, make in resources.items()}
    )
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def coverage(content: str, *spots: str, **resources: Any) -> list[float]:
    (page,) = plates_of(press(content, **resources), spots)
    return [round(part, 2) for part in page.coverage]


def test_an_area_covers_so_much_of_the_trimmed_page_in_each_ink() -> None:
    assert coverage("0.5 0 1 0.2 k\n10 10 50 100 re\nf") == [0.25, 0, 0.5, 0.1]
    assert coverage("1 0 0 0 k\n0 0 120 120 re\nf") == [1, 0, 0, 0]
    assert coverage("0 0 0 1 K\n10 w\n10 60 m\n110 60 l\nS") == [0, 0, 0, 0.1]


def test_what_lies_above_cuts_out_what_is_below_unless_it_overprints() -> None:
    both = "1 0 0 0 k\n10 10 100 100 re\nf\n{}0 0 0 1 k\n10 10 50 100 re\nf"
    states = pikepdf.Dictionary(o1=pikepdf.Dictionary(op=True, OPM=1), o0=pikepdf.Dictionary(op=False))
    assert coverage(both.format("")) == [0.5, 0, 0, 0.5]
    found = coverage(both.format("/o1 gs\n"), ExtGState=lambda _: states)
    assert found == [1, 0, 0, 0.5]


def test_a_spot_ink_has_a_plate_of_its_own() -> None:
    content = "1 0 0 0 k\n10 10 100 100 re\nf\n/Spot0 cs\n0.5 scn\n10 10 50 100 re\nf"
    assert coverage(content, "Gold") == [0.5, 0, 0, 0, 0.25]


@pytest.mark.parametrize(
    ("space", "size", "data", "found"),
    [
        ("/DeviceCMYK", (2, 1), bytes([255, 0, 0, 0, 0, 128, 0, 255]), [0.5, 0.25, 0, 0.5]),
        ("/DeviceGray", (2, 1), bytes([0, 255]), [0, 0, 0, 0.5]),
    ],
)
def test_a_picture_is_on_the_plates_of_its_inks(
    space: str, size: tuple[int, int], data: bytes, found: list[float]
) -> None:
    def picture(pdf: Any) -> Any:
        image = pdf.make_stream(data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Width, image.Height = size
        image.ColorSpace, image.BitsPerComponent = pikepdf.Name(space), 8
        return pikepdf.Dictionary(i0=image)

    content = "q\n100 0 0 100 10 10 cm\n/i0 Do\nQ"
    assert coverage(content, XObject=picture) == [pytest.approx(part, abs=0.02) for part in found]


def test_the_most_ink_is_that_on_one_spot_within_the_bleed() -> None:
    content = "1 1 1 1 k\n0 0 4 120 re\nf\n0.5 0.5 0 1 k\n6 20 20 20 re\nf"
    (page,) = plates_of(press(content))
    assert page.most == pytest.approx(2, abs=0.02)


@needs_ghostscript
def test_ghostscript_finds_as_much_of_the_coloured_inks(shipped_in: ShippedBriefs, tmp_path: Path) -> None:
    made = shipped_in.set("reading-the-launch-calendar", "isdp").press
    plates = plates_of(made.read_bytes())
    target = tmp_path / "page-%d.tif"
    command = [
        GHOSTSCRIPT or "gs",
        "-q",
        "-dSAFER",
        "-sDEVICE=tiff32nc",
        "-r144",
        "-o",
        str(target),
        str(made),
    ]
    subprocess.run(command, check=True)
    with pikepdf.open(made) as pdf:
        trims = [[float(value) for value in page.obj.TrimBox] for page in pdf.pages]
    for number, (page, trim) in enumerate(zip(plates, trims, strict=True), 1):
        with Image.open(str(target) % number) as image:
            inside = image.crop(
                (round(trim[0] * 2), round(trim[1] * 2), round(trim[2] * 2), round(trim[3] * 2))
            )
            seen = [sum(band.tobytes()) / 255 / inside.width / inside.height for band in inside.split()]
        assert page.coverage == pytest.approx(seen, abs=0.015)
