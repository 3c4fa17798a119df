"""Pictures as they go into the file for the screen."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pytest
from drawing import drawn, pages_of
from PIL import Image

from issuebrief.pdf.draw import draw_tagged
from issuebrief.pdf.serialize import write

if TYPE_CHECKING:
    from pathlib import Path


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture that no compression makes small."""
    return Image.effect_noise((width, height), 80).convert(mode)


class Stored(NamedTuple):
    """A picture as it is stored in a file."""

    size: tuple[int, int]
    form: str
    colours: str
    smoothed: bool
    masked: bool
    data: bytes


def pictures(content: bytes) -> list[Stored]:
    """The pictures of a file, and their masks."""
    with pikepdf.open(BytesIO(content)) as pdf:
        streams = (each for each in pdf.objects if isinstance(each, pikepdf.Stream))
        return [
            Stored(
                (int(each.Width), int(each.Height)),
                str(each.Filter),
                str(each.ColorSpace),
                bool(each.Interpolate),
                "/SMask" in each,
                each.read_raw_bytes(),
            )
            for each in streams
            if each.get("/Subtype") == "/Image"
        ]


def in_file(folder: Path, name: str, inches: float) -> list[Stored]:
    """The pictures of a file that shows one, so many inches wide."""
    body = f"<img src={name} alt=Noise style='display: block; width: {inches}in'>"
    return pictures(write(drawn(folder, body, "@page { size: 10in }").pdf))


def test_a_picture_with_too_many_dots_is_brought_down_to_300(tmp_path: Path) -> None:
    noise(1200, 600).save(tmp_path / "big.jpg", quality=95)
    (picture,) = in_file(tmp_path, "big.jpg", 2)
    assert (picture.size, picture.form) == ((600, 300), "/DCTDecode")
    assert len(picture.data) < (tmp_path / "big.jpg").stat().st_size / 2


@pytest.mark.parametrize("inches", [4, 8])
def test_a_picture_with_few_dots_goes_in_as_it_came(tmp_path: Path, inches: float) -> None:
    noise(1200, 600).save(tmp_path / "fit.jpg", quality=95)
    (picture,) = in_file(tmp_path, "fit.jpg", inches)
    assert picture.data == (tmp_path / "fit.jpg").read_bytes()


def test_a_picture_that_would_not_get_smaller_stays(tmp_path: Path) -> None:
    Image.new("RGB", (1200, 600), "navy").save(tmp_path / "flat.jpg", quality=20)
    (picture,) = in_file(tmp_path, "flat.jpg", 3.9)
    assert picture.size == (1200, 600)


def test_a_drawing_of_pixels_stays_without_loss_and_keeps_its_transparency(tmp_path: Path) -> None:
    clear = noise(1200, 600, "RGBA")
    clear.putalpha(noise(1200, 600, "L"))
    clear.save(tmp_path / "clear.png")
    found = in_file(tmp_path, "clear.png", 2)
    assert [(each.size, each.form) for each in found] == [((600, 300), "/FlateDecode")] * 2
    assert [each.colours for each in found if each.masked] == ["/DeviceRGB"]


def test_no_viewer_is_to_smooth_them(tmp_path: Path) -> None:
    noise(100, 50, "RGBA").save(tmp_path / "small.png")
    assert [each.smoothed for each in in_file(tmp_path, "small.png", 2)] == [False, False]


def test_a_picture_shown_twice_is_as_fine_as_its_largest_place_needs(tmp_path: Path) -> None:
    noise(1200, 600).save(tmp_path / "big.jpg", quality=95)
    body = "".join(f"<img src=big.jpg alt=N style='display: block; width: {width}in'>" for width in (1, 2))
    (picture,) = pictures(write(drawn(tmp_path, body, "@page { size: 10in }").pdf))
    assert picture.size[0] == 600


def test_pages_can_be_drawn_again_and_give_the_same(tmp_path: Path) -> None:
    noise(1200, 600).save(tmp_path / "big.jpg", quality=95)
    pages = pages_of(tmp_path, "<img src=big.jpg alt=N style='width: 1in'>")
    assert write(draw_tagged(pages).pdf) == write(draw_tagged(pages).pdf)
