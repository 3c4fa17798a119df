"""Paint pages in the order in which they are read.

In:  WeasyPrint's stacking contexts, while it draws.
Out: the same drawing with sidebar blocks, pictures, list markers and floats painted where they stand in
     the text. CSS paints what is positioned, or clipped, after all that is not (CSS 2.2, appendix E);
     since these lie on nothing and nothing lies on them, the page looks the same, and content that
     is followed in the order of the file is followed in the order of its structure.
"""

from __future__ import annotations

from contextlib import contextmanager
from operator import itemgetter
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.engine.patches import DRAW_BLOCK_LEVEL, DRAW_STACKING_CONTEXT, replaced
from issuebrief.layout.boxes.fragments import class_names
from issuebrief.layout.sidebar.page_survey import SIDES
from issuebrief.theming.body_classes import EQUATION, EQUATION_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import BoxStyle, DrawnStream, LayoutBox, StackingContext


EQUATIONS = frozenset((EQUATION, EQUATION_NUMBER))
"""Classes of what is positioned, and stands alone in its place all the same."""

Blocks = dict["LayoutBox", "Blocks"]
"""Blocks and cells with those in them, as WeasyPrint paints them."""


@contextmanager
def painted_in_order(ranks: Mapping[Element, int]) -> Iterator[None]:
    """Paint in order while the block draws; `ranks` gives each element's place in the document."""
    plain_context, plain_blocks = DRAW_STACKING_CONTEXT.value, DRAW_BLOCK_LEVEL.value
    contexts: list[StackingContext] = []
    begun: set[StackingContext] = set()
    initials: dict[Element, StackingContext] = {}
    floats: list[StackingContext] = []

    def draw_context(stream: DrawnStream, context: StackingContext) -> None:
        if context in begun:  # it was painted before its turn came
            return
        begun.add(context)
        contexts.append(context)
        own = {each.box.element: each for each in context.float_contexts if _is_initial(each.box)}
        authors = [each for each in context.float_contexts if _is_an_authors(each.box)]
        apart = [*own.values(), *authors]
        context.float_contexts = [each for each in context.float_contexts if each not in apart]
        initials.update(own)
        floats.extend(authors)
        plain_context(stream, context)
        for element in own.keys() & initials.keys():
            draw_context(stream, initials.pop(element))
        for left in [each for each in authors if each in floats]:
            floats.remove(left)
            draw_context(stream, left)
        contexts.pop()
        if not contexts:
            begun.clear()

    def draw_blocks(page: LayoutBox, stream: DrawnStream, blocks: Blocks) -> None:
        for block, inner in _as_read(blocks, ranks):
            rank = ranks.get(block.element, 0)
            for around in _open(contexts):
                for waiting in around.zero_z_contexts:
                    if waiting not in begun and _is_due(waiting.box, rank, ranks):
                        draw_context(stream, waiting)
            for waiting in [each for each in floats if ranks.get(each.box.element, 0) < rank]:
                floats.remove(waiting)
                draw_context(stream, waiting)
            if block.element in initials:
                draw_context(stream, initials.pop(block.element))
            plain_blocks(page, stream, {block: {}})
            draw_blocks(page, stream, inner)

    with replaced(DRAW_STACKING_CONTEXT, draw_context), replaced(DRAW_BLOCK_LEVEL, draw_blocks):
        yield


def _as_read(blocks: Blocks, ranks: Mapping[Element, int]) -> Iterator[tuple[LayoutBox, Blocks]]:
    """Blocks in the order of the document; what stands in columns may have floated away from its place."""
    if not any(block.is_column for block in blocks):
        yield from blocks.items()
        return
    inside: list[tuple[int, LayoutBox, Blocks]] = []
    for block, inner in blocks.items():
        if not block.is_column:
            inside.append((ranks.get(block.element, 0), block, inner))
            continue
        yield block, {}
        rank = 0
        for child, within in inner.items():
            # What has no element of its own belongs to what stands before it.
            rank = rank if child.element is block.element else ranks.get(child.element, rank)
            inside.append((rank, child, within))
    yield from ((block, inner) for _, block, inner in sorted(inside, key=itemgetter(0)))


def _is_initial(box: LayoutBox) -> bool:
    """Whether a box is the first letter of a paragraph, which floats: it is read with the word it begins."""
    return bool(box.element_tag.endswith("::first-letter"))


def _is_an_authors(box: LayoutBox) -> bool:
    """Whether a box floats because its author says so, where it stands in the text."""
    return "float" in (box.element.get("style") or "")


def _open(contexts: list[StackingContext]) -> tuple[StackingContext, ...]:
    """The innermost context, and those that what is positioned in it belongs to (CSS 2.2, 9.9.1)."""
    found = []
    for context in reversed(contexts):
        found.append(context)
        if not _is_open(context.box.style):
            break
    return tuple(found)


def _is_open(style: BoxStyle) -> bool:
    positioned = style["position"] != "static" and style["z_index"] == "auto"
    return positioned and style["overflow"] == "visible" and not style["transform"] and style["opacity"] == 1


def _is_due(box: LayoutBox, rank: int, ranks: Mapping[Element, int]) -> bool:
    """Whether a box is one of those that lie on nothing, and comes before a block of this rank."""
    own = ranks.get(box.element, 0)
    if box.is_outside_marker:
        return own <= rank
    is_apart = box.element_tag in SIDES or not EQUATIONS.isdisjoint(class_names(box.element))
    return own < rank and (isinstance(box, boxes.ReplacedBox) or is_apart)
