"""Pictures of pixels are understood as they are meant."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops, ImageCms
from weasyprint.images import RasterImage

from issuebrief.images.normalise import original, true_pictures, understood
from issuebrief.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

COATED = shipped("styles") / "profiles" / "coated-fogra39.icc"
OPTIONS = {"optimize_images": False, "jpeg_quality": None, "dpi": None}


def stored(picture: Image.Image, kind: str, **options: Any) -> bytes:
    target = BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def opened(content: bytes, orientation: str = "from-image") -> Any:
    """The picture as WeasyPrint takes it."""
    with true_pictures():
        return RasterImage(Image.open(BytesIO(content)), "id", content, None, {}, orientation, OPTIONS)


def pixels(picture: Any) -> Image.Image:
    """What WeasyPrint will put into a PDF."""
    return Image.open(BytesIO(picture.image_data.data))


def photograph(size: tuple[int, int] = (60, 40)) -> Image.Image:
    light, slope = Image.radial_gradient("L").resize(size), Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (light, slope, ImageChops.invert(slope)))


def apart(one: Image.Image, other: Image.Image) -> float:
    """The greatest difference of a channel of two pictures, in 256 steps."""
    assert (one.mode, one.size) == (other.mode, other.size)
    bands = ImageChops.difference(one, other).split()
    return max(max(band.tobytes()) for band in bands)


def of_another_screen() -> bytes:
    """A profile with the green and the red of sRGB in each other's place."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def inks(picture: Image.Image) -> Image.Image:
    converted = ImageCms.profileToProfile(
        picture, ImageCms.createProfile("sRGB"), str(COATED), outputMode="CMYK"
    )
    assert converted
    return converted


@pytest.mark.parametrize(
    "content",
    [
        lambda: stored(photograph(), "JPEG"),
        lambda: stored(photograph(), "PNG"),
        lambda: stored(photograph().convert("L"), "JPEG"),
        lambda: stored(
            photograph(),
            "JPEG",
            icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        ),
        lambda: stored(photograph(), "JPEG", icc_profile=b"nothing of the kind"),
    ],
)
def test_a_picture_for_this_screen_is_taken_byte_for_byte(content: Callable[[], bytes]) -> None:
    given = content()
    assert opened(given).image_data.data == given


def test_sixteen_bits_of_grey_are_brought_down_to_eight() -> None:
    ramp = Image.frombytes("I;16", (256, 1), b"".join((n * 257).to_bytes(2, "little") for n in range(256)))
    picture = opened(stored(ramp, "PNG"))
    assert picture.mode == "L"
    assert pixels(picture).tobytes() == bytes(range(256))


def test_a_grey_of_sixteen_bits_that_stands_for_nothing_is_transparent() -> None:
    ramp = Image.frombytes("I;16", (3, 1), b"".join(n.to_bytes(2, "little") for n in (0, 40000, 65535)))
    ramp.info["transparency"] = 40000
    assert understood(ramp).getchannel("A").tobytes() == b"\xff\x00\xff"


def test_inks_become_the_colours_that_they_look_like() -> None:
    picture = opened(stored(inks(photograph()), "JPEG", quality=95))
    assert picture.mode == "RGB"
    assert not picture.invert_colors
    seen = understood(inks(photograph()))
    assert apart(pixels(picture).resize((12, 8)), seen.resize((12, 8))) < 12


def test_inks_with_a_profile_are_those_of_the_profile() -> None:
    content = stored(inks(photograph()), "JPEG", quality=95, icc_profile=COATED.read_bytes())
    plain = stored(inks(photograph()), "JPEG", quality=95)
    broken = stored(inks(photograph()), "JPEG", quality=95, icc_profile=b"nothing of the kind")
    assert apart(pixels(opened(content)), pixels(opened(plain))) <= 4
    assert apart(pixels(opened(broken)), pixels(opened(plain))) == 0


def test_for_a_press_inks_come_as_they_were() -> None:
    content = stored(inks(photograph()), "JPEG", quality=95)
    came = original(opened(content))
    assert came.mode == "CMYK"
    assert apart(came.convert("CMYK"), Image.open(BytesIO(content))) == 0
    assert original(opened(stored(photograph(), "PNG"))).mode == "RGB"


def test_colours_of_another_screen_become_those_of_this() -> None:
    red, green, blue = photograph().split()
    for kind in ("PNG", "JPEG"):
        content = stored(
            photograph(), kind, icc_profile=of_another_screen(), **({"quality": 95} if kind == "JPEG" else {})
        )
        swapped = Image.merge("RGB", (green, red, blue))
        assert apart(pixels(opened(content)).resize((6, 4)), swapped.resize((6, 4))) < 12


def test_transparency_outlasts_the_change_of_colours() -> None:
    picture = photograph()
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    found = pixels(opened(stored(picture, "PNG", icc_profile=of_another_screen())))
    assert found.mode == "RGBA"
    assert found.getchannel("A").tobytes() == picture.getchannel("A").tobytes()


def test_a_photograph_on_its_side_is_turned_and_not_spoilt() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = photograph((80, 60))
    content = stored(upright.transpose(Image.Transpose.ROTATE_90), "JPEG", quality=95, exif=exif)
    picture = opened(content)
    assert (picture.width, picture.height) == (80, 60)
    assert apart(pixels(picture).resize((16, 12)), upright.resize((16, 12))) < 8
    assert pixels(picture).info.get("exif") is None
    plain = stored(upright, "JPEG", quality=75)
    assert len(picture.image_data.data) > len(plain)


def test_inks_on_their_side_are_turned_for_a_press_too() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    content = stored(inks(photograph((80, 60))), "JPEG", quality=95, exif=exif)
    picture = opened(content)
    assert (picture.width, picture.height) == (60, 80)
    assert original(picture).size == (60, 80)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA"])
def test_what_a_png_can_hold_is_shown_as_it_is(mode: str) -> None:
    picture = photograph().convert(mode)
    shown = pixels(opened(stored(picture, "PNG"))).convert("RGB")
    assert apart(shown, picture.convert("RGB")) == 0


def test_afterwards_weasyprint_opens_pictures_as_before() -> None:
    before = RasterImage.__init__
    with true_pictures():
        assert RasterImage.__init__ is not before
    assert RasterImage.__init__ is before


def large(kind: str = "JPEG", **options: Any) -> bytes:
    """A picture that is twice as wide and high as a page needs, of one colour."""
    return stored(Image.new("RGB", (7000, 6000), (200, 30, 30)), kind, **options)


def on_its_side() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


def test_a_large_photograph_that_has_to_be_decoded_is_read_no_larger_than_a_page_needs() -> None:
    turned = opened(large(exif=on_its_side()))
    assert (turned.width, turned.height) == (3000, 3500)
    assert pixels(turned).size == (3000, 3500)
    seen = opened(large(icc_profile=of_another_screen()))
    assert pixels(seen).size == (seen.width, seen.height) == (3500, 3000)


def test_a_large_photograph_that_can_stay_as_it_is_keeps_its_pixels() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for content in (large(), large(icc_profile=srgb)):
        picture = opened(content)
        assert pixels(picture).size == (picture.width, picture.height) == (7000, 6000)
    upright = opened(large(exif=on_its_side()), "none")
    assert pixels(upright).size == (upright.width, upright.height) == (7000, 6000)


def test_a_picture_that_would_take_too_much_memory_is_never_decoded() -> None:
    with pytest.raises(ValueError, match="7000 by 7000 pixels"):
        opened(stored(Image.new("1", (7000, 7000)), "PNG"))
