"""Columns that end level, chosen over the whole text before its first line is placed.

In:  WeasyPrint's request to lay out the columns of the text, the first time that it is made.
Out: nothing by itself: the composer is told how many lines each paragraph shall take, so that
     WeasyPrint, filling column after column, ends every full one on its last line.

`compose/fill.py` makes the choice; here the boxes are turned into its blocks, in grid lines.
"""

from __future__ import annotations

from contextlib import contextmanager
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout.block import block_level_width, collapse_margin
from weasyprint.layout.column import _create_column_box
from weasyprint.layout.percent import percentage, resolve_percentages
from weasyprint.text.line_break import strut

from issuebrief.compose.columns import Block, Filling
from issuebrief.compose.fill import fill
from issuebrief.typeset.tokens import length, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.typeset.composer import Composer, Paragraph

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
DEMERITS = 1e-4
"""What a paragraph's demerits count beside a missing line."""
LOOSEST = 1.45
"""The stretch ratio beyond which a paragraph is not made longer."""


@contextmanager
def filled_columns(composer: Composer) -> Iterator[None]:
    """Choose the lengths of paragraphs before WeasyPrint fills columns with them."""
    plain_layout = block.columns_layout

    def layout(
        context: Any, box: Any, bottom_space: float, skip_stack: Any, containing_block: Any, *rest: Any
    ) -> Any:
        if skip_stack is None and _is_text_in_columns(box):
            adjoining_margins = rest[3] if len(rest) > 3 else []
            _choose(context, box, bottom_space, containing_block, adjoining_margins, composer)
        return plain_layout(context, box, bottom_space, skip_stack, containing_block, *rest)

    block.columns_layout = layout
    try:
        yield
    finally:
        block.columns_layout = plain_layout


def _is_text_in_columns(box: Any) -> bool:
    """Whether a box is running text in two or more justified columns, composed as a whole."""
    style = box.style
    count = style["column_count"]
    return bool(
        box.element_tag == "main"
        and count != "auto"
        and count >= 1
        and style["text_align_all"] == "justify"
        and word(style, "__compose") == "total-fit"
        and word(style, "__text_foot")
        and word(style, "__text_top")
    )


def _choose(
    context: Any,
    box: Any,
    bottom_space: float,
    containing_block: Any,
    adjoining: list[float],
    composer: Composer,
) -> None:
    """Tell the composer how many lines each paragraph of the columns shall take."""
    grid = length(box.style, "__grid")
    box = box.copy()
    resolve_percentages(box, containing_block)
    block_level_width(box, containing_block)
    count = box.style["column_count"]
    normal = box.style["column_gap"] == "normal"
    gap = box.style["font_size"] if normal else percentage(box.style["column_gap"], box.style, box.width)
    width = (box.width - (count - 1) * gap) / count
    top = box.position_y + collapse_margin([*adjoining, box.margin_top])
    first = floor((context.page_bottom - bottom_space - top) / grid + 0.01)
    later = round((length(box.style, "__text_foot") - length(box.style, "__text_top")) / grid)
    column = _create_column_box(box, containing_block, box.children, width, top)
    found = [entry for child in box.children if (entry := _block(context, child, column, grid, composer))]
    if first < 2 or not found:
        return
    filling = fill([entry[0] for entry in found], [[first] * count, [later] * count])
    for (_, paragraph), lines in zip(found, filling.lines, strict=True):
        if paragraph is not None and lines != paragraph.lines:
            paragraph.take(paragraph.ways(LOOSEST)[lines])
    for place, line in split_lines([entry[0] for entry in found], filling):
        if (paragraph := found[place][1]) is not None:
            paragraph.avoid_hyphen(line, LOOSEST)


def split_lines(blocks: list[Block], filling: Filling) -> list[tuple[int, int]]:
    """The lines that end a column in the middle of a block: the block's place, and the line's number."""
    ends = []
    columns = iter(filling.columns)
    room, used, below = next(columns, 0), 0, 0
    for place, (block_, lines) in enumerate(zip(blocks, filling.lines, strict=True)):
        white = max(below, block_.above) if used else 0
        below, left = block_.below, lines
        used += white
        while used + left > room:
            taken = room - used
            if taken > 0:
                ends.append((place, lines - left + taken - 1))
                left -= taken
            upcoming = next(columns, None)
            if upcoming is None:
                return ends
            room, used = upcoming, 0
        used += left
    return ends


def _block(
    context: Any, child: Any, column: Any, grid: float, composer: Composer
) -> tuple[Block, Paragraph | None] | None:
    """A child of the text as a block in grid lines, and its paragraph where its length may vary."""
    if not child.is_in_normal_flow():
        return None
    resolve_percentages(child, column)
    above, below = _lines(child.margin_top, grid), _lines(child.margin_bottom, grid)
    heading = child.element_tag in HEADINGS
    paragraph = _paragraph(context, child, column, grid, composer)
    if paragraph is not None and heading:
        lines = ((paragraph.lines, 0.0),)
        return Block(lines, above, below, splittable=False, keep_with_next=True), None
    if paragraph is not None:
        return Block(_choices(paragraph), above, below), paragraph
    trial = child.copy()
    trial.position_x, trial.position_y = column.content_box_x(), column.content_box_y()
    laid_out = block.block_level_layout(
        context, trial, -1e9, None, column, True, [], [], [], None, None, False, None
    )[0]
    if laid_out is None:
        return None
    lines = max(1, ceil(laid_out.border_height() / grid - 0.01))
    splittable = not heading and child.style["break_inside"] == "auto"
    return Block(((lines, 0.0),), above, below, splittable=splittable, keep_with_next=heading), None


def _lines(margin: Any, grid: float) -> int:
    return 0 if margin == "auto" else max(0, round(margin / grid))


def _paragraph(context: Any, child: Any, column: Any, grid: float, composer: Composer) -> Paragraph | None:
    """The composed paragraph of a block that holds nothing else, on the grid."""
    if len(child.children) != 1 or not isinstance(child.children[0], boxes.LineBox):
        return None
    if abs(strut(child.children[0].style)[0] - grid) > 0.1 or _is_set_in(child):
        return None
    holder = child.copy()
    holder.width = column.width
    return composer.paragraph(context, child.children[0], holder)


def _is_set_in(child: Any) -> bool:
    """Whether there is anything between the edges of a block and its lines, or of its column."""
    sides = ("left", "right", "top", "bottom")
    inside = any(
        getattr(child, f"padding_{side}") or getattr(child, f"border_{side}_width") for side in sides
    )
    return inside or bool(child.margin_left or child.margin_right)


def _choices(paragraph: Paragraph) -> tuple[tuple[int, float], ...]:
    """The numbers of lines that a paragraph can take, and what each costs, the best first."""
    best = paragraph.way.demerits
    ways = paragraph.ways(LOOSEST)
    costs = ((lines, max(0.0, (way.demerits - best) * DEMERITS)) for lines, way in ways.items())
    return tuple(sorted(costs, key=lambda choice: choice[1]))
