"""The pixels of a picture, in few.

In:  a picture that the engine has loaded.
Out: the same as RGB, no larger than words on it are looked at; nothing where it cannot be read.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image


@lru_cache(maxsize=4)
def few_pixels(picture: Any) -> Image.Image | None:
    """A picture in few pixels; nothing where it cannot be read any more, as one in inks."""
    from PIL import Image

    try:
        with Image.open(BytesIO(picture.image_data.data)) as opened:
            opened.draft("RGB", (1000, 1000))
            return opened.convert("RGB")
    except (OSError, ValueError, SyntaxError, AttributeError):
        return None
