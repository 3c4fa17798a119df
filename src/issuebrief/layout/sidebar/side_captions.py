"""Captions in the sidebar: level with the head or the foot of their figure.

In:  a caption that the style sheets take out of the flow, its figure laid out, and the page's grid.
Out: an `Item` with two places that are as good as each other, and how much lower than a line of the grid the
     caption stands in either. And `SetAgain` for captions that find no place beside their figure: those are
     set below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import boxes_in
from issuebrief.layout.sidebar.set_again import SetAgain
from issuebrief.layout.sidebar.solver import Item, ItemPosition

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.sidebar.page_survey import Survey, SurveyedBox

BELOW = "long"
"""The class of captions that stand below their figures whatever the theme."""
WEIGHT = 1e3
"""How much more a caption holds its ground than a quote does."""


@dataclass(frozen=True)
class SideCaption:
    """A caption as an item, and how much lower, in px, it stands than the lines of the grid it wishes for."""

    item: Item
    lower: tuple[tuple[float, float], ...]

    def exact(self, spot: ItemPosition) -> ItemPosition:
        """The spot level with the figure, where it was given one of those it wishes for."""
        lower = dict(self.lower).get(spot.top, 0.0) if spot.page == self.item.page else 0.0
        return ItemPosition(spot.page, spot.top + lower)


def side_caption(block: SurveyedBox, origin: float, step: float) -> SideCaption:
    """A caption beside its figure; the grid begins at `origin`, its lines are `step` apart, in px."""
    figure, box = block.parents[-1], block.box
    head = float(figure.border_box_y())
    foot = _foot(figure, box) - _depth(box)
    places = [_on_grid(y, origin, step) for y in (head, foot) if y >= head]
    height = float(box.border_height()) + max(lower for _, lower in places)
    second = places[1][0] if len(places) > 1 else None
    return SideCaption(Item(block.page, places[0][0], height, WEIGHT, second=second), tuple(places))


def refuse_parted(survey: Survey, captions: Mapping[int, SideCaption], spots: Sequence[ItemPosition]) -> None:
    """Raise `SetAgain` where captions would stand on another page than their figures, or below them."""
    figures = {
        str(name): BELOW
        for number in captions
        if _is_parted(survey.blocks[number], spots[number])
        and (name := survey.blocks[number].parents[-1].element.get("id"))
    }
    if figures:
        raise SetAgain(figures)


def _is_parted(caption: SurveyedBox, spot: ItemPosition) -> bool:
    figure = caption.parents[-1]
    return bool(spot.page != caption.page or spot.top >= figure.border_box_y() + figure.border_height())


def _on_grid(y: float, origin: float, step: float) -> tuple[float, float]:
    """The line of the grid above a height, and how much lower that is."""
    line = origin + floor((y - origin) / step + 1e-3) * step
    return line, max(0.0, y - line)


def _foot(figure: LayoutBox, caption: LayoutBox) -> float:
    """The lower edge of a figure's pictures, or of itself where it holds other things."""
    own = set(map(id, boxes_in(caption)))
    edges = [
        float(box.border_box_y() + box.border_height())
        for box in boxes_in(figure)
        if isinstance(box, boxes.ReplacedBox) and id(box) not in own
    ]
    return max(edges, default=float(figure.border_box_y() + figure.border_height()))


def _depth(caption: LayoutBox) -> float:
    """How far below the top of a caption its last baseline is."""
    baselines = [
        float(box.position_y + box.baseline) for box in boxes_in(caption) if isinstance(box, boxes.LineBox)
    ]
    return max(baselines, default=float(caption.border_box_y())) - float(caption.border_box_y())
