"""The size of pull-quotes: one on each page, and a smaller one where they find no room otherwise.

In:  what was found on the pages, and the spots chosen for the sidebar blocks.
Out: nothing where the sizes are right; else `SetAgain`, with the quotes that must be set smaller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.layout.boxes.fragments import class_names
from issuebrief.layout.sidebar.page_survey import passage_of
from issuebrief.layout.sidebar.set_again import SetAgain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.layout.sidebar.page_survey import Survey, SurveyedBox
    from issuebrief.layout.sidebar.solver import ItemPosition

QUOTE = "pull-quote"
SMALLER = ("long", "crowded")
"""The classes of quotes that are set smaller, and smaller still."""
HEIGHTS = (1.0, 0.87, 0.66)
"""About what share of its full height a quote has in each size; themes may differ a little."""


def refuse_uneven(survey: Survey, spots: Sequence[ItemPosition]) -> None:
    """Raise `SetAgain` where a page has two sizes, or a quote that a smaller size may keep on its page."""
    placed = [
        (block, spot.page, passage_of(block, survey).page)
        for block, spot in zip(survey.blocks, spots, strict=True)
        if _is_quote(block)
    ]
    least: dict[int, int] = {}
    for block, page, _ in placed:
        least[page] = max(least.get(page, 0), _step(block))
    for page in {passage for _, page, passage in placed if page > passage}:
        least[page] = min(least.get(page, 0) + 1, len(SMALLER))
    _refuse([(block, max(least[page], least.get(passage, 0))) for block, page, passage in placed])


def refuse_roomy(survey: Survey) -> None:
    """Raise `SetAgain` when all sidebars together are too short, and the quotes can be smaller."""
    quotes = [block for block in survey.blocks if _is_quote(block)]
    step = max((_step(block) for block in quotes), default=0)
    _refuse([(block, min(step + 1, len(SMALLER))) for block in quotes])


def refuse_large(block: SurveyedBox) -> None:
    """Raise `SetAgain` where a block that no page can hold is a quote that can be smaller."""
    if _is_quote(block):
        _refuse([(block, min(_step(block) + 1, len(SMALLER)))])


def _refuse(wanted: list[tuple[SurveyedBox, int]]) -> None:
    smaller = {
        name: SMALLER[step - 1]
        for block, step in wanted
        if step > _step(block) and (name := block.box.element.get("id"))
    }
    if smaller:
        raise SetAgain(smaller)


def least_height(block: SurveyedBox) -> float:
    """About what share of its height a block has when it is set as small as it can be."""
    return HEIGHTS[-1] / HEIGHTS[_step(block)] if _is_quote(block) else 1.0


def _is_quote(block: SurveyedBox) -> bool:
    return QUOTE in class_names(block.box.element)


def _step(block: SurveyedBox) -> int:
    """How many sizes a quote is set below the full one."""
    names = class_names(block.box.element)
    return max((SMALLER.index(name) + 1 for name in names if name in SMALLER), default=0)
