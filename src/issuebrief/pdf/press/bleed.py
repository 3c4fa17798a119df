"""Boxes that end at the edge of the page, carried on into the bleed.

In:  the box of a laid-out page, and the width of the bleed in px.
Out: while the block runs, the same boxes, those that are painted up to the edge of the page reaching
     beyond it; afterwards every box is as it was.

Nothing is laid out again and nothing within the page moves. A band of colour grows over the edge, a
border grows thicker outwards, a picture is drawn a little larger so that it covers the bleed too.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from weasyprint.formatting_structure.boxes import ParentBox, ReplacedBox
from weasyprint.layout.absolute import AbsolutePlaceholder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BackgroundLayer, LayoutBox, ReplacedContent

NEAR = 0.75
"""What ends so near to the edge of the page ends at it; in px, a fifth of a millimetre."""

SAME_RATIO = 0.02
"""A picture is cropped, and not stretched, where its ratio and its box's differ by no more."""


class Sides(NamedTuple):
    """So much on each side, in px."""

    top: float = 0
    right: float = 0
    bottom: float = 0
    left: float = 0


class PageRect(NamedTuple):
    """A rectangle on a page, in px from the page's top left corner."""

    x: float
    y: float
    width: float
    height: float

    def grown(self, sides: Sides) -> PageRect:
        """The rectangle, larger by so much on each side."""
        return PageRect(
            self.x - sides.left,
            self.y - sides.top,
            self.width + sides.left + sides.right,
            self.height + sides.top + sides.bottom,
        )

    def covered(self, ratio: float) -> PageRect:
        """The smallest rectangle of that ratio of width to height which covers this one evenly."""
        width, height = max(self.width, self.height * ratio), max(self.height, self.width / ratio)
        return PageRect(self.x + (self.width - width) / 2, self.y + (self.height - height) / 2, width, height)


def overhang(area: PageRect, width: float, height: float, bleed: float) -> Sides:
    """How far an area has to grow on each side to reach the edge of the bleed.

    That is nothing where it ends within the page, or beyond the bleed already.
    """
    gaps = (area.y, width - area.x - area.width, height - area.y - area.height, area.x)
    return Sides(*(gap + bleed if -bleed < gap <= NEAR else 0 for gap in gaps))


@contextmanager
def carried_into_bleed(page: LayoutBox, bleed: float) -> Iterator[None]:
    """Let the boxes of a page that end at its edges reach over them while the block runs."""
    carrier = _Carrier(page.margin_width(), page.margin_height(), bleed, [])
    carrier.backgrounds(page)
    for box in _boxes(page):
        carrier.box(box)
    try:
        yield
    finally:
        for box, name, value in reversed(carrier.before):
            setattr(box, name, value)


def _boxes(parent: LayoutBox) -> Iterator[LayoutBox]:
    for child in parent.children:
        box = child._box if isinstance(child, AbsolutePlaceholder) else child
        yield box
        if isinstance(box, ParentBox):
            yield from _boxes(box)


@dataclass(frozen=True)
class _Carrier:
    """Makes boxes larger, and remembers what they were `before`: a box, an attribute, its value."""

    width: float
    height: float
    bleed: float
    before: list[tuple[LayoutBox, str, object]]

    def overhang(self, area: PageRect) -> Sides:
        return overhang(area, self.width, self.height, self.bleed)

    def change(self, box: LayoutBox, name: str, value: object) -> None:
        self.before.append((box, name, getattr(box, name)))
        setattr(box, name, value)

    def backgrounds(self, box: LayoutBox) -> None:
        for name in ("background", "canvas_background"):
            if background := getattr(box, name, None):
                layers = [self.layer(layer) for layer in background.layers]
                self.change(box, name, background._replace(layers=layers))

    def layer(self, layer: BackgroundLayer) -> BackgroundLayer:
        """A layer of a background, painted as far as the box will reach."""
        area = PageRect(*layer.painting_area)
        sides = self.overhang(area)
        if not any(sides):
            return layer
        clipped = [
            (*PageRect(*box[:4]).grown(self.overhang(PageRect(*box[:4]))), *box[4:])
            for box in layer.clipped_boxes
        ]
        layer = layer._replace(painting_area=tuple(area.grown(sides)), clipped_boxes=clipped)
        return layer if layer.image is None or 0 in layer.size else self.picture(layer, layer.image)

    def picture(self, layer: BackgroundLayer, image: ReplacedContent) -> BackgroundLayer:
        """A background picture that is not repeated, large enough for the bleed."""
        left, top = layer.positioning_area[:2]
        drawn = PageRect(left + layer.position[0], top + layer.position[1], *layer.size)
        sides = self.overhang(drawn)
        if set(layer.repeat) != {"no-repeat"} or not any(sides):
            return layer
        ratio = image.get_intrinsic_size(1, 16)[2]
        drawn = drawn.grown(sides)
        if ratio and abs(ratio * layer.size[1] / layer.size[0] - 1) < SAME_RATIO:
            drawn = drawn.covered(ratio)
        return layer._replace(size=drawn[2:], position=(drawn.x - left, drawn.y - top))

    def box(self, box: LayoutBox) -> None:
        """Let a box that can be seen, or that cuts off what is in it, grow over the edge."""
        replaced = isinstance(box, ReplacedBox)
        bordered = any(getattr(box, f"border_{side}_width", 0) for side in Sides._fields)
        if not (replaced or bordered or box.background or box.style["overflow"] != "visible"):
            return
        sides = self.overhang(
            PageRect(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())
        )
        if not any(sides):
            return
        if replaced:
            self.fit(box)
        self.backgrounds(box)
        self.change(box, "position_x", box.position_x - sides.left)
        self.change(box, "position_y", box.position_y - sides.top)
        for side, amount in zip(Sides._fields, sides, strict=True):
            if amount:
                self.grow(box, side, amount, replaced)

    def grow(self, box: LayoutBox, side: str, amount: float, replaced: bool) -> None:
        """Widen what is outermost on that side: the border, the padding, or a picture itself."""
        name = f"border_{side}_width"
        if not getattr(box, name):
            name = f"padding_{side}"
            if replaced and not getattr(box, name):
                name = "width" if side in ("left", "right") else "height"
        self.change(box, name, getattr(box, name) + amount)

    def fit(self, box: LayoutBox) -> None:
        """Crop a picture that filled its box without being stretched, rather than stretch it now."""
        ratio = box.replacement.get_intrinsic_size(1, 16)[2]
        if box.style["object_fit"] != "fill" or not ratio or not box.height:
            return
        if abs(box.width / box.height / ratio - 1) < SAME_RATIO:
            style = box.style.copy()
            style["object_fit"] = "cover"
            self.change(box, "style", style)
