"""From pictures to plates."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from coated_inks import COATED, THIN, profile
from PIL import Image, ImageChops, ImageCms

from issuebrief.pdf.press.image_separation import as_mask, as_plate
from issuebrief.pdf.press.separation import Inks

if TYPE_CHECKING:
    from issuebrief.pdf.press.images import Plate


def photograph(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """A picture of many colours."""
    light, slope = Image.radial_gradient("L").resize(size), Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (light, slope, ImageChops.invert(slope)))


def seen(plate: Plate) -> Image.Image:
    """A plate as a reader of the file takes it."""
    mode = "CMYK" if plate.inks == 4 else "L"
    if plate.filter == "FlateDecode":
        return Image.frombytes(mode, (plate.width, plate.height), zlib.decompress(plate.data))
    with Image.open(BytesIO(plate.data)) as image:  # which undoes the inversion that it expects
        assert image.mode == mode
        image.load()
        return image


def heaviest(image: Image.Image) -> float:
    pixels = image.tobytes()
    return max(map(sum, zip(*(pixels[ink::4] for ink in range(4)), strict=True))) / 255


def test_a_photograph_becomes_a_jpeg_in_four_inks() -> None:
    plate = as_plate(photograph(), 1.0, COATED)
    assert (plate.filter, plate.inks, plate.inverted, plate.mask) == ("DCTDecode", 4, True, None)
    direct = ImageCms.applyTransform(photograph(), COATED.for_pictures)
    assert direct
    apart = ImageChops.difference(direct, seen(plate)).getextrema()
    assert max(high for _, high in apart) < 24  # type: ignore[misc]
    assert b"\xee\x00\x0eAdobe" in plate.data


def test_a_drawing_of_few_colours_loses_nothing() -> None:
    drawing = Image.new("RGB", (40, 30), "#c2352b")
    drawing.paste("#12304f", (10, 10, 20, 20))
    plate = as_plate(drawing, 1.0, COATED)
    assert (plate.filter, plate.inverted) == ("FlateDecode", False)
    found = seen(plate)
    assert {colour: count for count, colour in found.getcolors() or ()} == {
        found.getpixel((0, 0)): 1100,
        found.getpixel((15, 15)): 100,
    }


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_grey_picture_is_printed_in_black_alone(mode: str) -> None:
    ramp = Image.frombytes("L", (256, 1), bytes(range(256))).convert(mode)
    plate = as_plate(ramp, 1.0, COATED)
    assert plate.inks == 1
    found = list(seen(plate).tobytes())
    assert (found[0], found[255]) == (0, 255)
    assert found == sorted(found)
    assert found == [255 - ink for ink in COATED.blacks]


def test_white_is_paper() -> None:
    picture = photograph()
    picture.paste("white", (0, 0, 40, 80))
    assert heaviest(seen(as_plate(picture, 1.0, COATED)).crop((0, 0, 30, 80))) < 0.02


def test_transparency_is_kept_as_a_mask_and_only_where_there_is_any() -> None:
    picture = photograph()
    picture.putalpha(255)
    assert as_plate(picture, 1.0, COATED).mask is None
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    mask = as_plate(picture, 1.0, COATED).mask
    assert mask
    assert (mask.inks, mask.width, mask.height) == (1, 120, 80)
    assert seen(mask).tobytes() == picture.getchannel("A").tobytes()
    assert as_plate(picture.convert("LA"), 1.0, COATED).inks == 1


def test_a_picture_is_brought_down_and_never_up() -> None:
    for reduction, size in ((1.0, (120, 80)), (0.5, (60, 40)), (0.001, (1, 1)), (2.0, (120, 80))):
        plate = as_plate(photograph(), reduction, COATED)
        assert (plate.width, plate.height) == size


def test_a_large_jpeg_is_brought_down_as_it_is_read() -> None:
    target = BytesIO()
    photograph((1600, 1200)).save(target, "JPEG", quality=90)
    plate = as_plate(Image.open(target), 0.25, COATED)
    assert (plate.width, plate.height) == (400, 300)
    small = as_plate(photograph((400, 300)), 1.0, COATED)
    apart = ImageChops.difference(seen(plate), seen(small)).resize((20, 15)).getextrema()
    assert max(high for _, high in apart) < 16  # type: ignore[misc]


def test_a_picture_in_inks_keeps_them() -> None:
    picture = Image.new("CMYK", (30, 20), (0, 230, 210, 50))
    assert seen(as_plate(picture, 1.0, COATED)).getcolors() == [(600, (0, 230, 210, 50))]


def test_a_picture_in_the_inks_of_another_paper_is_converted() -> None:
    other = profile().data.replace(b"Coated", b"Other ", 1)
    target = BytesIO()
    Image.new("CMYK", (32, 32), (100, 50, 20, 10)).save(target, "JPEG", icc_profile=other, quality=95)
    cyan, magenta, yellow, black = seen(as_plate(Image.open(target), 1.0, COATED)).getpixel((5, 5))  # type: ignore[misc]
    # The same colour as this profile makes it: with more black, and less of the three others.
    assert (cyan, magenta, yellow) < (100, 50, 20)
    assert black > 20


def test_a_picture_with_a_broken_profile_keeps_its_inks() -> None:
    picture = Image.new("CMYK", (30, 20), (0, 230, 210, 50))
    picture.info["icc_profile"] = b"nothing of the kind"
    assert seen(as_plate(picture, 1.0, COATED)).getpixel((5, 5)) == (0, 230, 210, 50)


def test_no_spot_takes_more_ink_than_allowed() -> None:
    assert heaviest(seen(as_plate(Image.new("CMYK", (9, 9), (255, 255, 255, 200)), 1.0, COATED))) <= 3.0
    dark = Image.effect_noise((90, 60), 60).convert("RGB")
    dark = ImageChops.multiply(photograph((90, 60)), Image.new("RGB", (90, 60), "#303030"))
    assert heaviest(ImageCms.applyTransform(dark, THIN.for_pictures) or dark) > 2.2
    found = seen(as_plate(dark, 1.0, THIN))
    assert heaviest(found.reduce(4)) <= 2.2 + 0.02


def test_where_ink_is_taken_off_black_stays_and_hues_do_not_change() -> None:
    limit = Inks(profile(), {}, 2.0)
    found = seen(as_plate(Image.new("CMYK", (9, 9), (200, 100, 200, 255)), 1.0, limit)).getpixel((4, 4))
    assert found == (102, 51, 102, 255)


def test_a_mask_is_the_lightness_of_a_picture() -> None:
    mask = as_mask(photograph(), 0.5)
    assert (mask.inks, mask.filter, mask.width) == (1, "FlateDecode", 60)
    assert seen(as_mask(Image.new("RGBA", (2, 2), (255, 255, 255, 0)), 1.0)).getpixel((0, 0)) == 255
