"""The size of pull-quotes: one on each page, and a smaller one where they find no room otherwise.

In:  what was found on the pages, and the spots chosen for the sidebar blocks.
Out: nothing where the sizes are right; else `Uneven`, with the quotes that must be set smaller. Its remedy
     is a class on their elements (`set_smaller`), and another layout.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.layout.boxes.fragments import class_names
from issuebrief.layout.sidebar.page_survey import passage_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.layout.sidebar.page_survey import Survey, SurveyedBox
    from issuebrief.layout.sidebar.solver import ItemPosition

QUOTE = "pull-quote"
SMALLER = ("long", "crowded")
"""The classes of quotes that are set smaller, and smaller still."""
HEIGHTS = (1.0, 0.87, 0.66)
"""About what share of its full height a quote has in each size; themes may differ a little."""

TAG = re.compile("<aside [^>]*>")
NAMED, CLASS = re.compile(' id="([^"]*)"'), re.compile(' class="([^"]*)"')


class Uneven(Exception):
    """Pull-quotes that must be set smaller: the class that each needs, by its id."""

    def __init__(self, quotes: Mapping[str, str]) -> None:
        super().__init__(quotes)
        self.quotes = quotes


def refuse_uneven(survey: Survey, spots: Sequence[ItemPosition]) -> None:
    """Raise `Uneven` where a page has two sizes, or a quote that a smaller size may keep on its page."""
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
    """Raise `Uneven` when all sidebars together are too short, and the quotes can be smaller."""
    quotes = [block for block in survey.blocks if _is_quote(block)]
    step = max((_step(block) for block in quotes), default=0)
    _refuse([(block, min(step + 1, len(SMALLER))) for block in quotes])


def refuse_large(block: SurveyedBox) -> None:
    """Raise `Uneven` where a block that no page can hold is a quote that can be smaller."""
    if _is_quote(block):
        _refuse([(block, min(_step(block) + 1, len(SMALLER)))])


def _refuse(wanted: list[tuple[SurveyedBox, int]]) -> None:
    smaller = {
        name: SMALLER[step - 1]
        for block, step in wanted
        if step > _step(block) and (name := block.box.element.get("id"))
    }
    if smaller:
        raise Uneven(smaller)


def set_smaller(root: Element, quotes: Mapping[str, str]) -> None:
    """Give the elements of these ids below `root` their classes."""
    for element in root.iter("aside"):
        if name := quotes.get(element.get("id", "")):
            element.set("class", f"{element.get('class')} {name}")


def with_smaller(html: str, quotes: Mapping[str, str]) -> str:
    """A page of HTML in which the tags of these ids have their classes, as `set_smaller` gives them."""

    def smaller(tag: re.Match[str]) -> str:
        name = NAMED.search(tag[0])
        wanted = quotes.get(name[1]) if name else None
        return CLASS.sub(rf' class="\1 {wanted}"', tag[0]) if wanted else tag[0]

    return TAG.sub(smaller, html)


def least_height(block: SurveyedBox) -> float:
    """About what share of its height a block has when it is set as small as it can be."""
    return HEIGHTS[-1] / HEIGHTS[_step(block)] if _is_quote(block) else 1.0


def _is_quote(block: SurveyedBox) -> bool:
    return QUOTE in class_names(block.box.element)


def _step(block: SurveyedBox) -> int:
    """How many sizes a quote is set below the full one."""
    names = class_names(block.box.element)
    return max((SMALLER.index(name) + 1 for name in names if name in SMALLER), default=0)
