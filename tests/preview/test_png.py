"""PNGs that are written quickly, and hold every pixel."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image

from issuebrief.preview.png import png


@pytest.mark.parametrize(("width", "height", "spare"), [(1, 1, 0), (3, 2, 1), (64, 47, 4), (10, 401, 2)])
def test_every_pixel_comes_back(width: int, height: int, spare: int) -> None:
    dice = random.Random(7)
    rows = [dice.randbytes(width * 3) for _ in range(height)]
    pixels = b"".join(row + b"\xaa" * spare for row in rows)
    with ThreadPoolExecutor(2) as helpers:
        written = png(memoryview(pixels), width, height, width * 3 + spare, helpers)
    with Image.open(BytesIO(written)) as image:
        image.load()
        assert (image.format, image.mode, image.size) == ("PNG", "RGB", (width, height))
        assert image.tobytes() == b"".join(rows)
