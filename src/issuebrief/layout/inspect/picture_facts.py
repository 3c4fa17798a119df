"""Pictures as they are set, and as what words stand on.

In:  boxes of a page, laid out.
Out: `SetPicture`; and for words that stand on a picture the colour of the picture under them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage
from weasyprint.layout.replaced import replacedbox_layout

from issuebrief.formulas.mathml import FORMULA_TEXT
from issuebrief.layout.boxes.drawn_facts import WHITE, drawn_picture
from issuebrief.layout.boxes.fragments import boxes_in
from issuebrief.layout.boxes.geometry import Rect
from issuebrief.layout.inspect.facts import SetPicture
from issuebrief.layout.inspect.painted_grounds import backgrounds_in, colours_under
from issuebrief.layout.inspect.picture_pixels import few_pixels
from issuebrief.layout.inspect.surroundings import LINES
from issuebrief.srgb import contrast
from issuebrief.theming.colours import srgb

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

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
    """The pictures and backgrounds of a page that words may stand on; `ground` is that of other words."""

    def __init__(self, page: LayoutBox, ground: Rgb | None) -> None:
        self.ground = ground
        found = list(boxes_in(page))
        self.pictures = [box for box in found if _is_raster(box)]
        self.backgrounds = backgrounds_in(found, page)

    def below(self, words: LayoutBox, here: LineSurroundings) -> LineSurroundings:
        """The surroundings of words, whose ground is the picture that they stand on, if they stand on one."""
        if self.backgrounds and here.ground is None and here.matrix is None:
            return self._before_background(words, here)
        if not self.pictures or here.ground != self.ground or here.matrix is not None:
            return here
        rect = Rect(words.position_x, words.position_y, words.width, words.height)
        for picture in reversed(self.pictures):
            shared = _shown(picture).common(rect)
            if shared.width > 0 and shared.height > 0 and _area(shared) > UNDER * _area(rect):
                ground = _ground(picture, shared, srgb(get_color(words.style, "color")))
                return replace(here, ground=ground)
        return here

    def _before_background(self, words: LayoutBox, here: LineSurroundings) -> LineSurroundings:
        """The surroundings of words on a picture or a gradient of a style sheet."""
        rect = Rect(words.position_x, words.position_y, words.width, words.height)
        colour = srgb(get_color(words.style, "color"))
        for background in reversed(self.backgrounds):
            if grounds := colours_under(rect, background, self.ground or WHITE):
                return replace(here, ground=_worst(grounds, colour))
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
    image = few_pixels(held)
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
    return _worst([(red / 255, green / 255, blue / 255) for red, green, blue in found], colour)


def _worst(grounds: Sequence[Rgb], colour: Rgb) -> Rgb | None:
    """The ground from which a colour stands out least, but for specks."""
    ranked = sorted(grounds, key=lambda ground: contrast(colour, ground))
    return ranked[int(len(ranked) * WORST)] if ranked else None
