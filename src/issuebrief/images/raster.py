"""Look into a picture of pixels: its size, whether all of it is there, whether it moves.

In:  a file's bytes, or its path, and its kind: `png`, `jpeg`, `gif` or `webp`.
Out: numbers and answers. What is no such picture, or a damaged one, raises one of Pillow's errors.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.file_access import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

MOST_PIXELS = 89_000_000
MOST_MEMORY = 450_000_000
"""Pixels of the largest picture that is set, and the bytes of memory that it may take: with all else that a
brief needs, this keeps it below 600 MB."""

MOST_DECODED = 40_000_000
"""Pixels of the largest picture that is decoded to see if it is whole."""

DECODED = {"png": 11, "gif": 11, "webp": 20, "jpeg": 3}
MOST = 20
IN_INKS = 7
OTHER_COLOURS = 4
TURNED = 4
"""Bytes of memory that a pixel of each kind takes at most while a picture is read, made smaller and written
for one deliverable, as measured, and those more where it has a profile or lies on its side. A JPEG in the
colours of a screen is read no larger than it is printed, one in inks whole."""


def too_large(data: bytes, beside: int = 0) -> str:
    """The size of a picture that has more pixels, or takes more memory, than is set; empty for any other.

    Also for what is no picture at all, or damaged. `beside` are bytes of memory that what holds the picture
    takes as well.
    """
    import io

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data))
        is_too_large = image.width * image.height > MOST_PIXELS or _memory(image) + beside > MOST_MEMORY
        return f"{image.width} by {image.height} pixels" if is_too_large else ""
    except Image.DecompressionBombError:
        return "hundreds of millions of pixels"
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError):
        return ""


def _memory(image: Image.Image) -> int:
    """The bytes of memory that a picture takes while it is set."""
    count, kind = image.width * image.height, (image.format or "").lower()
    if kind != "jpeg":
        return count * (DECODED.get(kind, MOST) + (OTHER_COLOURS if "icc_profile" in image.info else 0))
    if image.mode == "CMYK":
        return count * (IN_INKS + (TURNED if _is_turned(image) else 0))
    return count * DECODED[kind]


def pixels(data: bytes, kind: str) -> tuple[int, int]:
    """Width and height in pixels, from the top of the file alone, as the picture is to be seen."""
    with _strict_decoding(), _opened(data, kind) as image:
        width, height = image.size
        lies = kind == "jpeg" and _orientation(image) in (5, 6, 7, 8)
    return (height, width) if lies else (width, height)


def _opened(data: bytes, kind: str) -> Image.Image:
    import io

    from PIL import Image

    if kind == "webp":
        import PIL.WebPImagePlugin  # noqa: F401 -- importing it is what makes Pillow know the kind
    return Image.open(io.BytesIO(data), formats=[kind.upper()])


def _orientation(image: Image.Image) -> int:
    """How a camera was held: 1 for upright, up to 8."""
    return int(image.getexif().get(0x0112, 1))


def _is_turned(image: Image.Image) -> bool:
    return _orientation(image) != 1


@lru_cache(maxsize=64)
def decode(path: Path, folder: Path, _stamp: tuple[int, int], kind: str, pixels: int) -> None:
    """Raise one of Pillow's errors where the picture is not whole; once it is, it stays so by its stamp.

    The check sums of a PNG tell without decoding it; a JPEG is decoded at an eighth of its
    size, which reads all of the file in a fraction of the time.
    """
    import io

    from PIL import Image

    data = read(path, (folder,))
    if kind == "png":
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            image.verify()
        if b"IEND" not in data[-64:] and b"IEND" not in data:
            raise EOFError
        return
    if pixels > MOST_DECODED:
        if kind == "jpeg" and b"\xff\xd9" not in data[-4096:]:
            raise EOFError
        return
    with _strict_decoding(), Image.open(io.BytesIO(data), formats=[kind.upper()]) as image:
        if kind == "jpeg":
            image.draft("L", (max(image.width // 8, 1), max(image.height // 8, 1)))
        image.load()


def moves(data: bytes, kind: str) -> bool:
    """Whether there is more than one picture in a file, one after the other."""
    import io

    from PIL import Image

    if kind == "jpeg":
        return False
    with _strict_decoding(), Image.open(io.BytesIO(data), formats=[kind.upper()]) as image:
        return bool(getattr(image, "is_animated", False))


@contextmanager
def _strict_decoding() -> Iterator[None]:
    """Let Pillow complain of a picture that is cut off, which WeasyPrint forbids it for the whole process."""
    from PIL import ImageFile

    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
