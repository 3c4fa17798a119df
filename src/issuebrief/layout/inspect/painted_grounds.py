"""Pictures and gradients of style sheets as grounds of words.

In:  boxes with backgrounds, laid out, and the place of words.
Out: the colours of the background under the words, in a grid of points.

The colours are those that the engine draws: layers are laid over each other, the lowest over the box's own
colour; a gradient has the stops and the direction that the engine worked out, a picture its pixels, once or
repeated. What cannot be told, such as a drawing, is no ground that words are judged on.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from weasyprint.images import Gradient, RasterImage

from issuebrief.layout.boxes.geometry import Rect
from issuebrief.layout.inspect.picture_pixels import few_pixels
from issuebrief.theming.colours import srgb

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from issuebrief.engine.protocols import Background, BackgroundLayer, LayoutBox
    from issuebrief.srgb import Rgb

ACROSS, DOWN = 16, 6
"""Points at which the ground under words is looked at."""
STEP = 32
"""Grounds are told apart by so many levels of each colour, so that not each word has one of its own."""

NOWHERE = Rect(0, 0, 0, 0)

Point = tuple[float, float]
Paint = tuple["Rgb", float]
"""A colour, and how much it hides."""


def backgrounds_in(boxes: Sequence[LayoutBox], page: LayoutBox) -> list[Background]:
    """The backgrounds of a page and of boxes on it that have pictures or gradients, from back to front."""
    found = [page.background, page.canvas_background, *(getattr(box, "background", None) for box in boxes)]
    return [each for each in found if each is not None and any(map(_is_told, each.layers))]


def colours_under(words: Rect, background: Background, under: Rgb) -> list[Rgb] | None:
    """The colours under words; None where they stand elsewhere, or where colours cannot be told."""
    layers = [layer for layer in background.layers if layer.image is not None and 0 not in layer.size]
    areas = [Rect(*layer.painting_area).common(words) for layer in layers]
    shared = max(areas, key=lambda area: max(area.width, 0) * max(area.height, 0), default=NOWHERE)
    if min(shared.width, shared.height) <= 0 or not all(map(_is_told, layers)):
        return None
    alpha = float(background.color.alpha)
    base = _over((srgb(background.color), alpha), under) if alpha else under
    found = [base] * (ACROSS * DOWN)
    for layer in reversed(layers):
        painted = _painted(layer, background)
        found = [_over(painted(*point), ground) for point, ground in zip(_points(shared), found, strict=True)]
    return [_stepped(colour) for colour in found]


def _is_told(layer: BackgroundLayer) -> bool:
    return isinstance(layer.image, Gradient | RasterImage)


def _points(words: Rect) -> Iterator[Point]:
    for row in range(DOWN):
        for column in range(ACROSS):
            yield (
                words.x + (column + 0.5) * words.width / ACROSS,
                words.y + (row + 0.5) * words.height / DOWN,
            )


def _painted(layer: BackgroundLayer, background: Background) -> Any:
    """What gives the paint of a layer at a point of the page."""
    image: Any = layer.image
    width, height = layer.size
    left, top = (layer.positioning_area[n] + layer.position[n] for n in (0, 1))
    area = Rect(*layer.painting_area)
    once = [each == "no-repeat" for each in layer.repeat]
    colour = (
        _of_gradient(image, layer, background) if isinstance(image, Gradient) else _of_pixels(image, layer)
    )

    def at(x: float, y: float) -> Paint:
        across, down = x - left, y - top
        outside = not (area.x <= x <= area.right and area.y <= y <= area.bottom)
        outside = outside or (once[0] and not 0 <= across < width) or (once[1] and not 0 <= down < height)
        return NOTHING if outside else colour(across % width, down % height)

    return at


NOTHING: Paint = ((0.0, 0.0, 0.0), 0.0)


def _of_pixels(image: RasterImage, layer: BackgroundLayer) -> Any:
    held: Hashable = image
    small = few_pixels(held)
    width, height = layer.size

    def at(x: float, y: float) -> Paint:
        if small is None:
            return NOTHING
        place = (
            min(int(x / width * small.width), small.width - 1),
            min(int(y / height * small.height), small.height - 1),
        )
        pixel: Any = small.getpixel(place)
        red, green, blue = pixel
        return (red / 255, green / 255, blue / 255), 1.0

    return at


def _of_gradient(image: Any, layer: BackgroundLayer, background: Background) -> Any:
    scale, kind, points, positions, colours, _ = image.layout(*layer.size, background.style)
    paints = [(srgb(colour), float(colour.alpha)) for colour in colours]

    def at(x: float, y: float) -> Paint:
        if kind == "solid":
            return paints[0]
        share = _along(points, x, y) if kind == "linear" else _outwards(points, x, y / scale)
        return _between(positions[0] + share * (positions[-1] - positions[0]), positions, paints)

    return at


def _along(points: Sequence[float], x: float, y: float) -> float:
    """The share of a line that a point stands beside."""
    x1, y1, x2, y2 = points
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    return ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length if length else 1.0


def _outwards(points: Sequence[float], x: float, y: float) -> float:
    """The share of the way from a first circle to a last one around the same middle."""
    middle_x, middle_y, first, _, _, last = points
    return (math.hypot(x - middle_x, y - middle_y) - first) / (last - first) if last > first else 1.0


def _between(place: float, positions: Sequence[float], paints: Sequence[Paint]) -> Paint:
    """The paint at a place among stops; before the first and behind the last it is theirs."""
    after = bisect_right(positions, place)
    if not 0 < after < len(positions):
        return paints[0 if after == 0 else -1]
    low, high = positions[after - 1], positions[after]
    share = (place - low) / (high - low)
    (one, alpha), (other, beta) = paints[after - 1], paints[after]
    if not alpha or not beta:  # the engine takes the colour of the stop that can be seen
        one = other = one if alpha else other
    red, green, blue = (a + share * (b - a) for a, b in zip(one, other, strict=True))
    return (red, green, blue), alpha + share * (beta - alpha)


def _over(paint: Paint, under: Rgb) -> Rgb:
    colour, alpha = paint
    red, green, blue = (alpha * a + (1 - alpha) * b for a, b in zip(colour, under, strict=True))
    return red, green, blue


def _stepped(colour: Rgb) -> Rgb:
    red, green, blue = (round(part * STEP) / STEP for part in colour)
    return red, green, blue
