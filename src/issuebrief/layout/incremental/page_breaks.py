"""Where pages begin and end, told by what stands there and not by its number.

In:  WeasyPrint's skip stacks: the child's number at each level, in one tree of boxes.
Out: the same by the elements' tokens, which are good for the tree of the next revision too; and back again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weasyprint.formatting_structure import boxes

from issuebrief.layout.incremental.dependencies import token_of

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox, SkipStack

Step = tuple[str, int]
"""The token of a child's element, and how many children of the same element stand before it."""


class BreakPosition(NamedTuple):
    """A place in a tree of boxes: the way through blocks that hold others, and a skip stack from there on."""

    steps: tuple[Step, ...]
    rest: SkipStack


def place_of(root_box: LayoutBox, resume_at: SkipStack) -> BreakPosition:
    """What a skip stack says, by tokens."""
    box, rest, steps = root_box, resume_at, []
    while rest and len(rest) == 1 and holds_blocks(box):
        ((index, within),) = rest.items()
        if index >= len(box.children):
            break
        child = box.children[index]
        token = token_of(child)
        steps.append((token, sum(token_of(other) == token for other in box.children[:index])))
        box, rest = child, within
    return BreakPosition(tuple(steps), rest)


def resume_at(root_box: LayoutBox, place: BreakPosition) -> SkipStack:
    """The skip stack of a place; raises `LookupError` where there is no such place in a tree."""
    box, indices = root_box, []
    for token, before in place.steps:
        children = enumerate(getattr(box, "children", ()))
        indices.append([index for index, child in children if token_of(child) == token][before])
        box = box.children[indices[-1]]
    stack = place.rest
    for index in reversed(indices):
        stack = {index: stack}
    return stack


def is_place(root_box: LayoutBox, place: BreakPosition) -> bool:
    """Whether there is such a place in a tree."""
    try:
        resume_at(root_box, place)
    except LookupError:
        return False
    return True


def holds_blocks(box: LayoutBox) -> bool:
    """Whether a box is a plain one that is laid out child by child."""
    return isinstance(box, boxes.BlockContainerBox) and not box.is_table_wrapper
