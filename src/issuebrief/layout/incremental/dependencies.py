"""Which elements have a say in a page.

In:  boxes, and WeasyPrint's names for where a page begins and ends.
Out: the boxes that are looked at to decide where it ends, though they do not stand on it; their tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import boxes_in
from issuebrief.layout.incremental.styled_tree import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.engine.protocols import LayoutBox, SkipStack

AHEAD = 4
"""So many blocks after the end of a page have a say in where it ends."""


def tokens_of(boxes_: Iterable[LayoutBox]) -> frozenset[str]:
    """The tokens of the boxes' elements."""
    return frozenset(token for box in boxes_ if (token := token_of(box)))


def token_of(box: LayoutBox) -> str:
    """The token of a box's element; empty where it has none."""
    return box.element.get(TOKEN, "") if getattr(box, "element", None) is not None else ""


def following(root_box: LayoutBox, resume_at: SkipStack) -> Iterator[LayoutBox]:
    """The boxes of the blocks that stand next where a page ends."""
    levels: list[list[LayoutBox]] = []
    box, place = root_box, resume_at
    while place and len(place) == 1 and isinstance(box, boxes.ParentBox):
        ((index, place),) = place.items()
        levels.append(box.children[index + 1 :])
        if index >= len(box.children) or not isinstance(box.children[index], boxes.BlockLevelBox):
            break
        box = box.children[index]
        if not place:
            levels.append([box])
    rest = (child for level in reversed(levels) for child in level)
    left = AHEAD
    for block in (child for child in rest if isinstance(child, boxes.BlockLevelBox)):
        yield from boxes_in(block)
        left -= block.is_in_normal_flow()
        if not left:
            return


def split_at(root_box: LayoutBox, resume_at: SkipStack) -> Iterator[LayoutBox]:
    """The boxes of what a page begins or ends in and cannot be laid out in parts: a table, say."""
    box, place = root_box, resume_at
    while place and len(place) == 1 and isinstance(box, boxes.BlockContainerBox) and not box.is_table_wrapper:
        ((index, place),) = place.items()
        if index >= len(box.children):
            return
        box = box.children[index]
    if place:
        yield from boxes_in(box)
