"""The sidebars of a revision some of whose pages were taken over from the last one.

In:  the pages, and where each sidebar block of the last revision stood.
Out: the spot of each block, chosen over the whole brief as `place_blocks.py` does it; or the pages that
     cannot be taken over, because a block on them would have to move.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.layout.page_room import refuse_misfits
from issuebrief.layout.sidebar.page_survey import Survey, joined, survey_page
from issuebrief.layout.sidebar.place_blocks import move, spots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import LayoutBox, PageContext
    from issuebrief.layout.incremental.page_cache import KeptPage
    from issuebrief.layout.sidebar.solver import ItemPosition


@dataclass(frozen=True)
class Placed:
    """A sidebar block: the page that it comes from, its box, and where it stands. Pages count from 0."""

    page: int
    box: LayoutBox
    spot: ItemPosition


@dataclass(frozen=True)
class Sidebars:
    """The sidebars of all pages, chosen and not yet placed; `pages` with what was found on them."""

    pages: tuple[KeptPage, ...]
    survey: Survey
    placed: tuple[Placed, ...]


def chosen(pages: Sequence[KeptPage], taken: Sequence[bool]) -> Sidebars:
    """Choose the spots of all blocks; `taken` says which pages were taken over."""
    surveyed = tuple(
        page if is_old else replace(page, survey=survey_page(number, page.box))
        for number, (page, is_old) in enumerate(zip(pages, taken, strict=True))
    )
    survey = joined([page.survey for page in surveyed if page.survey])
    refuse_misfits([page.box for page in surveyed])
    found = spots([page.box for page in surveyed], survey)
    placed = (Placed(block.page, block.box, spot) for block, spot in zip(survey.blocks, found, strict=True))
    return Sidebars(surveyed, survey, tuple(placed))


def invalidated(sidebars: Sidebars, taken: Sequence[bool], before: Sequence[Placed]) -> set[int]:
    """The pages, from 1, that were taken over and must not be, for a block on them stands elsewhere now."""
    known = {id(placed.box): placed.spot for placed in before}
    found: set[int] = set()

    def is_taken(page: int) -> bool:
        return page < len(taken) and taken[page]

    for placed in sidebars.placed:
        was = known.get(id(placed.box))
        if taken[placed.page] and was is not None and was != placed.spot:
            found |= {placed.page, placed.spot.page, was.page}
        if not taken[placed.page]:
            found.add(placed.spot.page)
    found |= {placed.spot.page for placed in before if not is_taken(placed.page)}
    return {page + 1 for page in found if is_taken(page)}


def place_sidebars_again(sidebars: Sidebars, taken: Sequence[bool], context: PageContext) -> None:
    """Move the blocks to their spots that do not stand there yet."""
    boxes = [page.box for page in sidebars.pages]
    for block, placed in zip(sidebars.survey.blocks, sidebars.placed, strict=True):
        if not (taken[placed.page] and taken[placed.spot.page]):
            move(block, placed.spot, sidebars.survey, boxes, context)
