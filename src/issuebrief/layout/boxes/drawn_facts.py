"""What is drawn beside letters, as numbers: grounds, rules, borders, pictures.

In:  WeasyPrint's boxes, laid out.
Out: colours in sRGB, widths in points, pixels to the inch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage, SVGImage
from weasyprint.layout.replaced import replacedbox_layout

from issuebrief.layout.boxes.geometry import Rect
from issuebrief.theming.colours import srgb
from issuebrief.units import PT_PER_PX, PX_PER_INCH

if TYPE_CHECKING:
    from issuebrief.engine.protocols import Background, BoxStyle, CssColor, LayoutBox
    from issuebrief.srgb import Rgb

EM = 16
"""What an em is in a drawing that gives its size in them, in px."""

SIDES = ("top", "right", "bottom", "left")
UNDRAWN = ("none", "hidden")
WHITE: Rgb = (1.0, 1.0, 1.0)
FRAME = 3
"""So many borders make a frame: a box that goes on in the next column has none between its parts."""
SEEN = 0.05
"""The opacity above which a colour counts as hiding what is under it."""


def ink_of(style: BoxStyle, ground: Rgb | None, opacity: float) -> Rgb | None:
    """The colour that letters of a style show on a ground; None where it cannot be told."""
    return _over(get_color(style, "color"), ground, opacity)


def ground_of(background: Background | None, ground: Rgb | None, opacity: float) -> Rgb | None:
    """The ground inside a box whose `background` is laid over another; None where it is a picture."""
    if background is None:
        return ground
    if any(layer.image is not None for layer in background.layers):
        return None
    if background.color.alpha == 0:
        return ground
    return _over(background.color, ground, opacity)


def _over(colour: CssColor, ground: Rgb | None, opacity: float) -> Rgb | None:
    """A colour that lets `ground` through as far as it is not opaque."""
    alpha = colour.alpha * opacity
    if alpha < 1 and ground is None:
        return None
    red, green, blue = srgb(colour)
    under = ground or WHITE
    return (
        red * alpha + under[0] * (1 - alpha),
        green * alpha + under[1] * (1 - alpha),
        blue * alpha + under[2] * (1 - alpha),
    )


def painted_rects(box: LayoutBox) -> tuple[Rect, ...]:
    """What a box paints beside text and pictures: its background or frame, or the rules at its sides."""
    if box.style["visibility"] != "visible":
        return ()
    whole = Rect(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())
    drawn = dict(_borders(box))
    if is_filled(box) or len(drawn) >= FRAME:
        return (whole,)
    return tuple(_strip(whole, side, width) for side, width in drawn.items())


def is_filled(box: LayoutBox) -> bool:
    """Whether a box has a background that hides what is under it."""
    background = getattr(box, "background", None)
    if background is None:
        return False
    return bool(background.color.alpha > SEEN or any(layer.image is not None for layer in background.layers))


def _strip(rect: Rect, side: str, width: float) -> Rect:
    """The rule at one side of a rectangle."""
    if side in ("top", "bottom"):
        return Rect(rect.x, rect.y if side == "top" else rect.bottom - width, rect.width, width)
    return Rect(rect.x if side == "left" else rect.right - width, rect.y, width, rect.height)


def thinnest_stroke(box: LayoutBox) -> float | None:
    """The width in points of the thinnest rule that a box draws around or in itself; None without any."""
    if box.style["visibility"] != "visible":
        return None
    widths = [*(width for _, width in _borders(box)), *_outline(box), *_collapsed(box)]
    return min(widths) * PT_PER_PX if widths else None


def _borders(box: LayoutBox) -> list[tuple[str, float]]:
    """A box's borders that show, with their sides and widths; those that cells share are the table's."""
    if isinstance(box, boxes.InlineBox | boxes.TextBox) or box.style["border_collapse"] == "collapse":
        internal = isinstance(box, boxes.TableCellBox | boxes.TableRowBox | boxes.TableRowGroupBox)
        if internal or isinstance(box, boxes.TableBox | boxes.TextBox):
            return []
    return [
        (side, width)
        for side in SIDES
        if (width := getattr(box, f"border_{side}_width", 0)) > 0
        and box.style[f"border_{side}_style"] not in UNDRAWN
        and get_color(box.style, f"border_{side}_color").alpha > 0
    ]


def _outline(box: LayoutBox) -> list[float]:
    style = box.style
    width = style["outline_width"]
    shown = width > 0 and style["outline_style"] not in UNDRAWN
    return [width] if shown and get_color(style, "outline_color").alpha > 0 else []


def _collapsed(box: LayoutBox) -> list[float]:
    """The widths of the borders that a table's cells share."""
    if not isinstance(box, boxes.TableBox) or box.style["border_collapse"] != "collapse":
        return []
    return [
        width
        for grid in box.collapsed_border_grid
        for row in grid
        for _, (style, width, colour) in row
        if width > 0 and style not in UNDRAWN and colour.alpha > 0
    ]


def drawn_picture(box: LayoutBox) -> tuple[Rect, float | None] | None:
    """Where a picture shows and its pixels to the inch; None where nothing is drawn.

    Vectors have none, unless there are pictures in them.
    """
    if box.style["visibility"] != "visible" or not box.width or not box.height:
        return None
    width, height, x, y = replacedbox_layout(box)
    if width <= 0 or height <= 0:
        return None
    rect = Rect(x, y, width, height).common(
        Rect(box.content_box_x(), box.content_box_y(), box.width, box.height)
    )
    picture = box.replacement
    if not isinstance(picture, RasterImage):
        return rect, _carried_dpi(picture, width)
    return rect, min(picture.width / width, picture.height / height) * PX_PER_INCH


def _carried_dpi(drawing: object, width: float) -> float | None:
    """The pixels to the inch of the coarsest picture in a drawing that is so many px wide."""
    if not isinstance(drawing, SVGImage) or (density := getattr(drawing, "pixels_to_unit", None)) is None:
        return None
    box = drawing._svg.get_viewbox()
    units = box[2] if box else drawing.get_intrinsic_size(1, EM)[0]
    return float(density * units / width * PX_PER_INCH) if units else None
