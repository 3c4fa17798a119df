"""Boxes that a style moves away from where they were typed.

In:  WeasyPrint's boxes, laid out, and their `LineSurroundings`.
Out: `Displaced` values: what `position` and `transform` move by more than a line, or mirror.

What a theme takes out of the text is meant to stand elsewhere, as the sidebar does; what the brief's own HTML
takes out of it is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.layout.boxes.fragments import rectangle
from issuebrief.layout.inspect.surroundings import LEVEL

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.boxes.geometry import Rect
    from issuebrief.layout.inspect.surroundings import LineSurroundings

NEAR = 1.5
"""By how many em of its own type something may be moved and still stand in its line."""
OFFSETS = ("top", "right", "bottom", "left")
OF_THE_SIDEBAR = ("aside", "figcaption")


@dataclass(frozen=True, slots=True)
class Displaced:
    """What a style moves `down`, below 0 up, from where it was typed, None where it takes it out of the text.

    `text` are its words, or the name of a picture.
    """

    page: int
    rect: Rect
    text: str
    source: int
    down: float | None
    is_mirrored: bool


def displaced(box: LayoutBox, here: LineSurroundings) -> Displaced | None:
    """What is to be told of a box that is positioned or transformed; None where it stands in its place."""
    text = words_of(box.element) or _pictures_in(box.element)
    if not text or box.is_running():
        return None
    mirrored, down = False, None
    if box.is_absolutely_positioned():
        moves = any(box.style[side] != "auto" for side in OFFSETS)
        if not (moves and box.element.get("style")) or box.element_tag in OF_THE_SIDEBAR:
            return None
    elif here.area is None:
        return None
    else:
        mirrored, down = _is_mirrored(box), _relative(box) + _transformed(box)
        if abs(down) <= NEAR * box.style["font_size"] and not mirrored:
            return None
    return Displaced(here.page, here.seen(rectangle(box)), text, here.source, down, mirrored)


def words_of(element: Element) -> str:
    """The words of an element, as one line."""
    return " ".join("".join(element.itertext()).split())


def _pictures_in(element: Element) -> str:
    return next((picture.get("src", "") for picture in element.iter("img")), "")


def _relative(box: LayoutBox) -> float:
    """How far a box is moved down by its offsets."""
    if box.style["position"] != "relative":
        return 0.0
    offsets = ((box.top, 1), (box.bottom, -1))
    return next((sign * offset for offset, sign in offsets if offset != "auto"), 0.0)


def _transformed(box: LayoutBox) -> float:
    """How far the middle of a box is moved down; what is turned stays near where it comes to lie."""
    matrix = box.transformation_matrix
    if not matrix:
        return 0.0
    rect = rectangle(box)
    middle = rect.y + rect.height / 2
    down = matrix.transform_point(rect.x + rect.width / 2, middle)[1] - middle
    is_turned = abs(matrix[0][1]) > LEVEL
    return 0.0 if is_turned and abs(down) <= max(rect.width, rect.height) else down


def _is_mirrored(box: LayoutBox) -> bool:
    matrix = box.transformation_matrix
    return matrix is not None and matrix.determinant < 0
