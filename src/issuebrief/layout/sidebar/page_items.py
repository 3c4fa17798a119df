"""The blocks of sidebars and the room for them, as the solver wants them.

In:  laid-out pages, and the `Survey` of them.
Out: an `Item` for each block, a `FreeStretch` for each free piece of a sidebar, and the best spots; how many
     blocks are not to stand on the pages of their passages.
"""

from __future__ import annotations

from dataclasses import replace
from operator import add
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import class_names
from issuebrief.layout.sidebar.page_survey import (
    Survey,
    SurveyedBox,
    is_caption,
    joined,
    passage_of,
    survey_page,
)
from issuebrief.layout.sidebar.quote_sizes import least_height
from issuebrief.layout.sidebar.side_captions import SideCaption, side_caption
from issuebrief.layout.sidebar.solver import FreeStretch, Item, ItemPosition, SidebarGrid, place
from issuebrief.layout.styles.custom_properties import length
from issuebrief.layout.styles.page_sides import Shifts, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.engine.protocols import LayoutBox

WEIGHTS = {"details": 1e3}
"""What holds its ground when neighbours want its place, by class; all else weighs 1."""
LEADERS = {"details", "key-points"}
"""The classes of what stands above all that comes after it in the document."""
BETWEEN = (2, 1)
"""The least white between two blocks, in grid steps; the lesser where there is no room for more."""


def parted_blocks(pages: list[LayoutBox]) -> int:
    """How many blocks are to stand on other pages than their passages, with quotes as small as they can be.

    All of them where they do not find room.
    """
    return parted_in(joined([survey_page(number, page) for number, page in enumerate(pages)]), pages)


def parted_in(survey: Survey, pages: list[LayoutBox]) -> int:
    """The same of pages that were looked at before."""
    if not survey.blocks:
        return 0
    step = length(survey.blocks[0].box.style, "__grid")
    items, rooms = items_of(survey, side_captions(pages, survey, step)), rooms_of(pages, survey, step)
    smaller = [
        replace(item, height=item.height * least_height(block))
        for item, block in zip(items, survey.blocks, strict=True)
    ]
    parted = len(items)
    for sizes in (items, smaller):
        if best := best_spots(sizes, survey, rooms, grids_of(step)):
            parted = sum(spot.page > item.page for spot, item in zip(best, items, strict=True))
        if not parted:
            break
    return parted


def side_captions(pages: list[LayoutBox], survey: Survey, step: float) -> dict[int, SideCaption]:
    """The blocks that are captions of figures, by their numbers."""
    return {
        number: side_caption(block, pages[block.page].content_box_y(), step)
        for number, block in enumerate(survey.blocks)
        if is_caption(block.box)
    }


def items_of(survey: Survey, captions: dict[int, SideCaption]) -> list[Item]:
    """The blocks as numbers, in the order of the document."""
    return [
        captions[number].item if number in captions else _item(block, top, survey)
        for number, (block, top) in enumerate(zip(survey.blocks, survey.own_tops, strict=True))
    ]


def grids_of(step: float) -> list[SidebarGrid]:
    """The grid with the white that is to be between two blocks, and with the least."""
    return [SidebarGrid(step, gap * step) for gap in BETWEEN]


def best_spots(
    items: list[Item], survey: Survey, rooms: list[FreeStretch], grids: Sequence[SidebarGrid]
) -> list[ItemPosition] | None:
    """The spots of all items, None where there is no room for them.

    Less white between two blocks is better than a block on another page than its passage.
    """
    order = sorted(range(len(items)), key=lambda number: _turn(items[number], survey.blocks[number]))
    found = [found for grid in grids if (found := _placed(items, order, rooms, grid))]
    return min(found, key=lambda spots: sum(spot.page for spot in spots), default=None)


def _turn(item: Item, block: SurveyedBox) -> tuple[int, bool, bool]:
    """What decides which item goes to a later page where there is no room for all.

    Passages may stand on other pages than in the order of the text, where figures have moved. Captions stay
    with their figures.
    """
    return item.page, not item.leads, not is_caption(block.box)


def _placed(
    items: list[Item], order: list[int], rooms: list[FreeStretch], grid: SidebarGrid
) -> list[ItemPosition] | None:
    """The spots of items that take their turns in another order."""
    found = place([items[number] for number in order], rooms, grid)
    if found is None:
        return None
    by_item = dict(zip(order, found, strict=True))
    return [by_item[number] for number in range(len(items))]


def _item(block: SurveyedBox, own_top: float, survey: Survey) -> Item:
    """A block as numbers: a pull-quote's words are level with its passage, other blocks' heads are."""
    passage = passage_of(block, survey)
    top = own_top if passage is block else passage.line_top
    box = block.box
    classes = class_names(box.element)
    head = box.content_box_y() - box.border_box_y() if "pull-quote" in classes else 0.0
    weight = max((WEIGHTS.get(name, 1.0) for name in classes), default=1.0)
    return Item(passage.page, top - head, box.border_height(), weight, not LEADERS.isdisjoint(classes))


def rooms_of(pages: list[LayoutBox], survey: Survey, step: float) -> list[FreeStretch]:
    """The free stretches of the sidebars of all pages that carry text."""
    rooms: list[FreeStretch] = []
    shifts, edges = Shifts(), dict[tuple[object, ...], tuple[float, float]]()
    for number, text in sorted(survey.text.items()):
        page = pages[number]
        kind = kind_of(page)
        if kind not in edges:
            edges[kind] = _edges(page, pages, survey, shifts)
        top = page.content_box_y()
        bottom = top + page.height
        walls = _walls(number, *edges[kind], survey)
        text_top = min(surveyed.box.position_y for surveyed in text)
        text_bottom = max(surveyed.box.position_y + surveyed.box.margin_height() for surveyed in text)
        rooms.extend(
            FreeStretch(number, low, high, origin=top)
            for low, high in free_stretches(walls, top, bottom, step)
            if text_top < high and low < text_bottom and high - low >= step
        )
    return rooms


def _edges(page: LayoutBox, pages: list[LayoutBox], survey: Survey, shifts: Shifts) -> tuple[float, float]:
    """The left and the right edge of a page's sidebar."""
    lefts = [
        block.box.border_box_x() + shifts.distance(block.box, pages[block.page], page)
        for block in survey.blocks
    ]
    widths = [block.box.border_width() for block in survey.blocks]
    return min(lefts), max(map(add, lefts, widths))


def _walls(number: int, left: float, right: float, survey: Survey) -> list[tuple[float, float]]:
    """The stretches of a page's sidebar that something in the flow covers."""
    walls = []
    for surveyed in survey.solids.get(number, ()):
        box = surveyed.box
        x, y, width, height = box.position_x, box.position_y, box.width, box.height
        if not isinstance(box, boxes.LineBox):
            x, y, width, height = (
                box.border_box_x(),
                box.border_box_y(),
                box.border_width(),
                box.border_height(),
            )
        if x < right - 0.5 and x + width > left + 0.5:
            walls.append((y, y + height))
    return walls


def free_stretches(
    walls: Iterable[tuple[float, float]], top: float, bottom: float, clearance: float
) -> list[tuple[float, float]]:
    """What `walls` leave free between `top` and `bottom`, with `clearance` kept from each of them."""
    free = []
    low = top
    for begin, end in sorted(walls):
        if begin - clearance > low:
            free.append((low, begin - clearance))
        low = max(low, end + clearance)
    if bottom > low:
        free.append((low, bottom))
    return free
