"""Pictures of pixels, understood as they are meant.

In:  pictures that WeasyPrint opens while it lays out.
Out: the same; where WeasyPrint would show one wrong, it is put right first: more than 8 bits a channel
     are brought down to 8, inks and the colours of other screens become sRGB, a picture that lies on
     its side is turned without being spoilt by strong compression. Each is named by what it is. For a
     press, `original` gives a picture in inks as it came.
"""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pydyf
from PIL import Image, ImageChops, ImageCms, ImageMath
from weasyprint import DEFAULT_OPTIONS
from weasyprint.images import LazyLocalImage, rotate_pillow_image

from issuebrief.engine.patches import RASTER_IMAGE_INIT, replaced
from issuebrief.file_access import read_again
from issuebrief.images.raster import too_large
from issuebrief.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from issuebrief.engine.protocols import DrawnPicture, Orientation

QUALITY = 95
"""Of a JPEG that has to be recompressed."""

SAME = 3
"""Colours that lie no farther apart are the same, in 256 steps."""

ENOUGH = 9_000_000
"""Pixels of a picture that fills an A4 page at 300 dots to the inch."""

ORIENTATION = 0x0112
"""What EXIF calls how the camera was held."""

KINDS = ("PNG", "JPEG", "MPO", "GIF", "WEBP")
"""What Pillow calls the kinds that are set; it knows many more, also such as start a program."""

INKS = "profiles/coated-fogra39.icc"
"""What inks look like where a picture in inks does not say."""

SAMPLES = bytes(
    value
    for r in range(0, 256, 51)
    for g in range(0, 256, 51)
    for b in range(0, 256, 51)
    for value in (r, g, b)
)


@contextmanager
def true_pictures() -> Iterator[None]:
    """Understand pictures while the block lays out."""
    plain = RASTER_IMAGE_INIT.value

    def understand(
        self: DrawnPicture,
        pillow_image: Image.Image,
        image_id: str,
        image_data: bytes | None,
        filename: str | None = None,
        cache: MutableMapping[str, object] | None = None,
        orientation: Orientation = "none",
        options: dict[str, object] = DEFAULT_OPTIONS,
    ) -> None:
        if pillow_image.format not in KINDS:
            raise ValueError(f"a picture of the kind {pillow_image.format} is not set")
        if image_data is not None:
            if size := too_large(image_data):
                raise ValueError(size)
            content = _digest(image_data)
            image_id = _name(content, orientation)
        lightened = _lighten(pillow_image)
        upright = rotate_pillow_image(pillow_image, orientation)
        sound = understood(upright)
        if sound is pillow_image:
            if lightened and image_data is not None:
                pillow_image = Image.open(BytesIO(image_data))
            plain(self, pillow_image, image_id, image_data, filename, cache, orientation, options)
            if isinstance(self.image_data, LazyLocalImage):
                self.image_data = _FileReadAgain(self.image_data._filename, content.digest())
            return
        sound.format = pillow_image.format
        plain(self, sound, image_id, None, None, cache, "none", {**options, "jpeg_quality": QUALITY})
        if upright.mode == "CMYK":
            self.as_it_came = (image_data, orientation)

    with replaced(RASTER_IMAGE_INIT, understand):
        yield


def _lighten(picture: Image.Image) -> bool:
    """Let a JPEG that may have to be decoded be read at half its size, while that is enough for a page.

    One in inks is left whole for a press. Whether anything was done is returned.
    """
    needs = picture.info.get("icc_profile") or picture.getexif().get(ORIENTATION, 1) != 1
    if picture.format != "JPEG" or picture.mode == "CMYK" or not needs:
        return False
    width, height = picture.size
    while width * height >= 4 * ENOUGH:
        width, height = width // 2, height // 2
    return (width, height) != picture.size and picture.draft(picture.mode, (width, height)) is not None


class _FileReadAgain(pydyf.Object):  # type: ignore[misc]
    """The bytes of a picture as it came, which are read again each time rather than kept.

    WeasyPrint reads them by the path alone, wherever that leads by now.
    """

    def __init__(self, path: str, digest: bytes) -> None:
        super().__init__()
        self._path, self._digest = Path(path), digest

    @property
    def data(self) -> bytes:
        """The bytes; raises `file_access.Changed` where they are others than before."""
        return read_again(self._path, lambda content: _digest(content).digest() == self._digest)


def _digest(content: bytes) -> blake2b:
    return blake2b(content, digest_size=16)


def _name(content: blake2b, orientation: Orientation) -> str:
    """A picture's name in a PDF, the same wherever its file lies; WeasyPrint's is made of the path."""
    named = content.copy()
    named.update(repr(orientation).encode())
    return str(named.hexdigest())


def original(picture: DrawnPicture) -> Image.Image:
    """The pixels of one of WeasyPrint's pictures: in sRGB, in grey, or in the inks it came in."""
    came: tuple[bytes, Orientation] | None = getattr(picture, "as_it_came", None)
    if came is None:
        return Image.open(BytesIO(picture.image_data.data))
    upright: Image.Image = rotate_pillow_image(Image.open(BytesIO(came[0])), came[1])
    return upright


def understood(picture: Image.Image) -> Image.Image:
    """The picture in sRGB or grey of 8 bits; itself, where it is so already."""
    if picture.mode.startswith("I") or picture.mode == "F":
        return _of_eight_bits(picture)
    if picture.mode == "CMYK":
        profile = picture.info.get("icc_profile")
        return _seen(picture, profile) or _seen(picture, None) or picture.convert("RGB")
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    return _from_other_screen(picture, profile)


def _of_eight_bits(picture: Image.Image) -> Image.Image:
    """A picture of 16 bits of grey; the one value that may stand for transparency is kept apart."""
    grey = picture.point(lambda value: value / 256).convert("L")
    clear = picture.info.get("transparency")
    if not isinstance(clear, int):
        return grey
    opaque: Image.Image = ImageMath.lambda_eval(
        lambda v: v["convert"](v["notequal"](v["picture"], clear) * 255, "L"), picture=picture.convert("I")
    )
    return Image.merge("LA", (grey, opaque))


def _seen(picture: Image.Image, profile: bytes | None) -> Image.Image | None:
    """A picture in inks as a screen shows it; None where its profile is of no use."""
    source = BytesIO(profile) if profile else str(shipped("styles") / INKS)
    return _converted(picture, source, "RGB")


def _from_other_screen(picture: Image.Image, profile: bytes) -> Image.Image:
    """A picture in the colours of this screen, where its profile says that it has others."""
    if picture.mode == "L":
        ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
        seen = _converted(ramp, BytesIO(profile), "RGB")
        if seen is None or _near(seen.convert("L"), ramp):
            return picture
        return picture.point(seen.convert("L").tobytes())
    sample = Image.frombytes("RGB", (len(SAMPLES) // 3, 1), SAMPLES)
    seen = _converted(sample, BytesIO(profile), "RGB")
    if seen is None or _near(seen, sample):
        return picture
    alpha = picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None
    colours = _converted(picture.convert("RGB"), BytesIO(profile), "RGB")
    assert colours is not None
    if alpha is not None:
        colours.putalpha(alpha)
    return colours


def _converted(picture: Image.Image, profile: BytesIO | str, mode: str) -> Image.Image | None:
    """A picture whose colours are meant as the profile says, in sRGB; None where that cannot be."""
    try:
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(profile),
            ImageCms.createProfile("sRGB"),
            picture.mode,
            mode,
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        return ImageCms.applyTransform(picture, transform)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _near(one: Image.Image, other: Image.Image) -> bool:
    extrema = ImageChops.difference(one, other).getextrema()
    flat = extrema if isinstance(extrema[0], tuple) else (extrema,)
    return all(high <= SAME for _, high in flat)
