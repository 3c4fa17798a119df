"""Place the pages' sidebars: find what is to stand there, and move it there.

In:  WeasyPrint's page boxes, laid out, in which every sidebar block stands at the top of the page
     that its place in the HTML fell on.
Out: the same page boxes, changed in place: each block beside its passage, on the page the passage
     is on or, where that is full, on a later one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from math import ceil, inf
from typing import TYPE_CHECKING

from weasyprint.layout.background import layout_box_backgrounds

from issuebrief.layout.boxes.fragments import LINE
from issuebrief.layout.sidebar.page_items import best_spots, grids_of, items_of, rooms_of, side_captions
from issuebrief.layout.sidebar.page_survey import Survey, SurveyedBox, joined, passage_of, survey_page
from issuebrief.layout.sidebar.quote_sizes import refuse_large, refuse_roomy, refuse_uneven
from issuebrief.layout.sidebar.side_captions import refuse_parted
from issuebrief.layout.sidebar.solver import FreeStretch, Item, ItemPosition, SidebarGrid, place
from issuebrief.layout.styles.custom_properties import length
from issuebrief.layout.styles.page_sides import Shifts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import LayoutBox, PageContext

LEAST_PAGE = 24
"""The least width and height, in px, of what margins must leave of a page."""


class Overfull(Exception):
    """The sidebars of all pages together cannot hold the blocks.

    `lines` grid steps are missing, or more; `end` is the page on which the text ends, and where on it, in px.
    """

    def __init__(self, lines: int, end: tuple[int, float]) -> None:
        super().__init__(lines, end)
        self.lines, self.end = lines, end


class NoRoom(Exception):
    """The margins that the style sheets give the pages leave next to no room between them, in px."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(width, height)
        self.width, self.height = width, height


class TooTall(Exception):
    """A sidebar block is taller than a page's sidebar; it comes from `line`, 0 where that is unknown."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def place_sidebars(pages: list[LayoutBox], context: PageContext) -> None:
    """Move every sidebar block to its spot; raises `Overfull` when they cannot all be placed.

    And `SetAgain` when pull-quotes must be set smaller first, or captions elsewhere.
    """
    survey = joined([survey_page(number, page) for number, page in enumerate(pages)])
    for block, spot in zip(survey.blocks, spots(pages, survey), strict=True):
        move(block, spot, survey, pages, context)


def spots(pages: list[LayoutBox], survey: Survey) -> Sequence[ItemPosition]:
    """Where each block is to stand; raises `Overfull` when they cannot all be placed.

    And `NoRoom` where the pages' margins are at fault, with sidebar blocks or without.
    """
    _refuse_margins(pages)
    if not survey.blocks:
        return []
    step = length(survey.blocks[0].box.style, "__grid")
    _refuse_giants(pages, survey, step)
    captions = side_captions(pages, survey, step)
    items, rooms, grids = items_of(survey, captions), rooms_of(pages, survey, step), grids_of(step)
    best = best_spots(items, survey, rooms, grids)
    if best is None:
        refuse_roomy(survey)
        end = _end(survey)
        raise Overfull(_missing_lines(items, rooms, grids[-1], pages[-1], end), end)
    refuse_uneven(survey, best)
    refuse_parted(survey, captions, best)
    return [captions[number].exact(spot) if number in captions else spot for number, spot in enumerate(best)]


def _missing_lines(
    items: list[Item], rooms: list[FreeStretch], grid: SidebarGrid, page: LayoutBox, end: tuple[int, float]
) -> int:
    """How many lines the text is too short for the items, at the least; never none.

    With so many more, those that hold their ground need not give way for the others. `page` is one like those
    that would be added, and `end` is where the text ends: on which page, and how far down it.
    """
    most = ceil((sum(grid.share(item.height) for item in items) + page.height) / grid.step)

    def strain(lines: int) -> float:
        found = place(items, _longer(rooms, lines * grid.step, page, end), grid)
        return _strain(items, found) if found else inf

    least = strain(most) + grid.step
    return bisect_left(range(most), True, lo=1, key=lambda lines: strain(lines) <= least)


def _longer(
    rooms: list[FreeStretch], more: float, page: LayoutBox, end: tuple[int, float]
) -> list[FreeStretch]:
    """The rooms, so many px longer where the text ends, and pages after it where that is beyond its foot."""
    number, bottom = end
    top = page.content_box_y()
    last = (
        rooms[-1]
        if rooms and (rooms[-1].page, rooms[-1].bottom) >= end
        else FreeStretch(number, bottom, bottom, top)
    )
    others = [room for room in rooms if room is not last]
    room = min(more, max(0.0, top + page.height - last.bottom))
    others.append(replace(last, bottom=last.bottom + room))
    number, more = last.page, more - room
    while more > 0:
        number, room = number + 1, min(more, page.height)
        others.append(FreeStretch(number, top, top + room, origin=top))
        more -= room
    return others


def _strain(items: list[Item], found: Sequence[ItemPosition]) -> float:
    """By how many px blocks that hold their ground were moved off it."""
    heavy = [(item, spot) for item, spot in zip(items, found, strict=True) if item.weight > 1]
    return sum(abs(spot.top - item.wish) for item, spot in heavy)


def _end(survey: Survey) -> tuple[int, float]:
    """The last page of the text, and where the text ends on it."""
    last = max(survey.text, default=0)
    bottoms = (
        surveyed.box.position_y + surveyed.box.margin_height() for surveyed in survey.text.get(last, ())
    )
    return last, max(bottoms, default=0.0)


def _refuse_margins(pages: list[LayoutBox]) -> None:
    """Raise `NoRoom` for a page on which nothing could be set."""
    for page in pages:
        if min(page.width, page.height) < LEAST_PAGE:
            raise NoRoom(page.width, page.height)


def _refuse_giants(pages: list[LayoutBox], survey: Survey, step: float) -> None:
    """Raise `TooTall` for a block that no page could hold whole."""
    tallest = max(page.height for page in pages[1:] or pages)
    for block in survey.blocks:
        if block.box.margin_height() > tallest - step:
            refuse_large(block)
            lines = (int(inner.get(LINE, 0)) for inner in block.box.element.iter())
            raise TooTall(next(filter(None, lines), 0))


def move(
    block: SurveyedBox, spot: ItemPosition, survey: Survey, pages: list[LayoutBox], context: PageContext
) -> None:
    """Set a block at its spot, in the page's tree too, so that it is read after its passage."""
    box = block.box
    across = Shifts().distance(box, pages[block.page], pages[spot.page])
    box.translate(across, spot.top - box.border_box_y())
    if spot.page != block.page:
        parent = block.parents[-1]
        parent.children = [child for child in parent.children if child is not box]
        _insert(box, passage_of(block, survey), spot.page, survey)
    layout_box_backgrounds(pages[spot.page], box._box, context.get_image_from_uri)


def _insert(box: LayoutBox, passage: SurveyedBox, page: int, survey: Survey) -> None:
    """Put a block into another page's tree: after its passage where that is on the page, else first."""
    texts = survey.text[page]
    text = next(
        (surveyed for surveyed in texts if surveyed.box in (passage.box, *passage.parents)), texts[-1]
    )
    parent, index = text.box, 0
    if passage.page == page and passage.box is text.box:
        parent = text.parents[-1]
        index = list(parent.children).index(text.box) + 1
    elif passage.page == page and text.box in passage.parents:
        chain = (*passage.parents, passage.box)
        depth = chain.index(text.box) + 1
        if depth < len(chain) and getattr(chain[depth], "is_column", False):
            parent, depth = chain[depth], depth + 1
        index = list(parent.children).index(chain[depth]) + 1 if depth < len(chain) else 0
    children = list(parent.children)
    children.insert(index, box)
    parent.children = children
