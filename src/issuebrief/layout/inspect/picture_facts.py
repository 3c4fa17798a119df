"""Pictures as they are set, and as what words stand on.

In:  boxes of a page, laid out.
Out: `SetPicture`; and for words that stand on a picture the colour of the picture under them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage
from weasyprint.layout.replaced import replacedbox_layout

from issuebrief.formulas.mathml import FORMULA_TEXT
from issuebrief.layout.boxes.drawn_facts import drawn_picture
from issuebrief.layout.boxes.fragments import boxes_in
from issuebrief.layout.boxes.geometry import Rect
from issuebrief.layout.inspect.facts import SetPicture
from issuebrief.layout.inspect.surroundings import LINES
from issuebrief.srgb import contrast
from issuebrief.theming.colours import srgb

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PIL import Image

    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.inspect.surroundings import LineSurroundings
    from issuebrief.srgb import Rgb

SAMPLED = 24
"""Pixels across and down in which the part of a picture under words is looked at."""

WORST = 0.1
"""The share of these that stands out least, and is left out of account: specks."""

UNDER = 0.5
"""The share of its words that a picture lies under, at the least."""


def set_picture(box: LayoutBox, here: LineSurroundings, rank: int) -> SetPicture | None:
    """A picture as it is set; nothing where nothing of it is drawn."""
    if not (drawn := drawn_picture(box)):
        return None
    given = getattr(box.element, "attrib", {})
    return SetPicture(
        page=here.page,
        rect=here.seen(drawn[0]),
        name=given.get("src", "") or given.get(FORMULA_TEXT, ""),
        column=here.column,
        paragraph=here.paragraph,
        dpi=drawn[1],
        source=here.source,
        share=getattr(box, "share", 1.0),
        figure=here.figure,
        room=here.room,
        area=here.area,
        window=here.window,
        rank=rank,
        order=here.order(LINES, rank),
        is_formula=FORMULA_TEXT in given,
    )


class PictureGrounds:
    """The pictures of a page that words may stand on; its own ground is that of words on no other."""

    def __init__(self, page: LayoutBox, ground: Rgb | None) -> None:
        self.ground = ground
        self.pictures = [box for box in boxes_in(page) if _is_raster(box)]

    def below(self, words: LayoutBox, here: LineSurroundings) -> LineSurroundings:
        """The surroundings of words, whose ground is the picture that they stand on, if they stand on one."""
        if not self.pictures or here.ground != self.ground or here.matrix is not None:
            return here
        rect = Rect(words.position_x, words.position_y, words.width, words.height)
        for picture in reversed(self.pictures):
            shared = _shown(picture).common(rect)
            if shared.width > 0 and shared.height > 0 and _area(shared) > UNDER * _area(rect):
                ground = _ground(picture, shared, srgb(get_color(words.style, "color")))
                return replace(here, ground=ground)
        return here


def _is_raster(box: LayoutBox) -> bool:
    is_picture = isinstance(box, boxes.ReplacedBox) and isinstance(box.replacement, RasterImage)
    return is_picture and box.style["visibility"] == "visible"


def _area(rect: Rect) -> float:
    return rect.width * rect.height


def _shown(picture: LayoutBox) -> Rect:
    """Where a picture shows: what is cropped does not."""
    return Rect(picture.content_box_x(), picture.content_box_y(), picture.width, picture.height)


def _ground(picture: LayoutBox, rect: Rect, colour: Rgb) -> Rgb | None:
    """The colour in a part of a picture from which another stands out least, but for specks."""
    width, height, left, top = replacedbox_layout(picture)
    held: Hashable = picture.replacement  # type: ignore[assignment]
    image = _small(held)
    if image is None or not width or not height:
        return None
    across, down = image.width / width, image.height / height
    part = (
        int((rect.x - left) * across),
        int((rect.y - top) * down),
        int((rect.right - left) * across) + 1,
        int((rect.bottom - top) * down) + 1,
    )
    parts = image.crop(part).resize((SAMPLED, SAMPLED)).tobytes()
    found = set(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    grounds = sorted(
        ((red / 255, green / 255, blue / 255) for red, green, blue in found),
        key=lambda ground: contrast(colour, ground),
    )
    return grounds[int(len(grounds) * WORST)] if grounds else None


@lru_cache(maxsize=4)
def _small(picture: Any) -> Image.Image | None:
    """A picture in few pixels; nothing where it cannot be read any more, as one in inks."""
    from PIL import Image

    try:
        with Image.open(BytesIO(picture.image_data.data)) as opened:
            opened.draft("RGB", (1000, 1000))
            return opened.convert("RGB")
    except (OSError, ValueError, SyntaxError, AttributeError):
        return None
