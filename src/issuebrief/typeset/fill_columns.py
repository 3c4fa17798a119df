"""Columns that end level, chosen over the whole text before its first line is placed.

In:  WeasyPrint's request to lay out the columns of the text or of the notes, the first time that it is made.
Out: nothing by itself: the composer is told how many lines each paragraph shall take, so that
     WeasyPrint, filling column after column, ends every full one on its last line.

`column_blocks.py` turns boxes into blocks of lines, `compose/fill.py` makes the choice. What spans all
columns parts them: what stands above it and below it is chosen one after the other.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import groupby
from math import floor
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.layout import block
from weasyprint.layout.block import block_level_width, collapse_margin
from weasyprint.layout.column import _create_column_box
from weasyprint.layout.percent import percentage, resolve_percentages
from weasyprint.text.line_break import strut

from issuebrief.compose.fill import fill
from issuebrief.typeset.column_blocks import LOOSEST, Measuring, Piece
from issuebrief.typeset.tokens import length, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.compose.columns import Block, Filling
    from issuebrief.typeset.composer import Composer

HOLDERS = ("main", "section")
"""The elements whose columns are filled: the text, and the notes."""
LEAST = 2
"""Lines that stand under what spans all columns, at least."""


class Room(NamedTuple):
    """The heights of columns, in px: what is left of them on this page, and what they have on the next."""

    left: float
    whole: float

    def without(self, height: float, white: float = 0.0) -> Room:
        """What is left when so much of it is taken, with white below it; a page on where it is too high."""
        left = self.left if self.left - height > -0.5 else self.whole
        return self._replace(left=left - height - white)

    def lines(self, leading: float) -> tuple[int, int]:
        """How many lines a column has on this page, and on the next."""
        return _whole_lines(self.left, leading), _whole_lines(self.whole, leading)


def _whole_lines(height: float, leading: float) -> int:
    return max(0, floor(height / leading + 0.01))


@contextmanager
def filled_columns(composer: Composer) -> Iterator[None]:
    """Choose the lengths of paragraphs before WeasyPrint fills columns with them."""
    plain_layout = block.columns_layout

    def layout(
        context: Any,
        box: Any,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool,
        absolute_boxes: Any,
        fixed_boxes: Any,
        adjoining_margins: list[float],
        *styles: Any,
    ) -> Any:
        if skip_stack is None and _is_text_in_columns(box):
            columns = _columns(box, containing_block, adjoining_margins)
            left = context.page_bottom - bottom_space - columns.content_box_y()
            if not (_choose(context, columns, left, composer) or page_is_empty):
                return None, (0, None), {"break": "any", "page": None}, [], False
        return plain_layout(
            context, box, bottom_space, skip_stack, containing_block, page_is_empty,
            absolute_boxes, fixed_boxes, adjoining_margins, *styles,
        )  # fmt: skip

    block.columns_layout = layout
    try:
        yield
    finally:
        block.columns_layout = plain_layout


def _is_text_in_columns(box: Any) -> bool:
    """Whether a box is the text or the notes, in columns, composed as a whole."""
    style = box.style
    count = style["column_count"]
    return bool(
        box.element_tag in HOLDERS
        and count != "auto"
        and (count > 1 or style["text_align_all"] == "justify")
        and word(style, "__compose") == "total-fit"
        and word(style, "__text_foot")
        and word(style, "__text_top")
    )


def _columns(box: Any, containing_block: Any, adjoining: list[float]) -> Any:
    """The box of all columns, at its place and with its width, as WeasyPrint will have it."""
    columns = box.copy()
    columns.position_y += collapse_margin(adjoining)
    block_level_width(columns, containing_block)
    return columns


def _column(columns: Any) -> Any:
    """A single column of them, where the first one begins."""
    style, count = columns.style, columns.style["column_count"]
    normal = style["column_gap"] == "normal"
    gap = style["font_size"] if normal else percentage(style["column_gap"], style, columns.width)
    width = (columns.width - (count - 1) * gap) / count
    return _create_column_box(columns, columns, columns.children, width, columns.content_box_y())


def _choose(context: Any, columns: Any, left: float, composer: Composer) -> bool:
    """Tell the composer how many lines each paragraph of the columns shall take.

    False where what spans the columns would stand at the foot of the page with no line under it.
    """
    style = columns.style
    leading, count = strut(style)[0], style["column_count"]
    room = Room(left, length(style, "__text_foot") - length(style, "__text_top"))
    measuring, column = Measuring(context, composer, leading), _column(columns)
    for place, (spanning, children) in enumerate(_groups(columns.children)):
        if spanning:
            for child in children:
                room = room.without(*_height(context, child, columns))
            if place == 0 and room.left < LEAST * leading:
                return False
            continue
        if room.left < LEAST * leading:
            room = room._replace(left=room.whole)
        first, later = room.lines(leading)
        pieces = measuring.pieces(children, column)
        filling = fill([piece.block for piece in pieces], [[first] * count, [later] * count])
        _take(pieces, filling)
        if len(filling.columns) > count:
            room = room._replace(left=room.whole)
        room = room.without(max(filling.columns[-count:], default=0) * leading)
    return True


def _groups(children: list[Any]) -> list[tuple[bool, list[Any]]]:
    """Children that span all columns, and those that stand in columns, by turns."""
    turns = groupby(children, key=lambda child: child.style["column_span"] == "all")
    return [(spanning, list(group)) for spanning, group in turns]


def _height(context: Any, child: Any, columns: Any) -> tuple[float, float]:
    """The height of what spans all columns, with the white above it, and the white below."""
    trial = child.copy()
    resolve_percentages(trial, columns)
    trial.position_x, trial.position_y = columns.content_box_x(), columns.content_box_y()
    laid_out = block.block_level_layout(
        context, trial, -1e9, None, columns, True, [], [], [], None, None, False, None
    )[0]
    if laid_out is None:
        return 0.0, 0.0
    return laid_out.margin_height() - laid_out.margin_bottom, laid_out.margin_bottom


def _take(pieces: list[Piece], filling: Filling) -> None:
    """Give each paragraph its length, and end no column in a hyphen where it can be helped."""
    for piece, lines in zip(pieces, filling.lines, strict=True):
        if piece.paragraph is not None and lines != piece.paragraph.lines:
            piece.paragraph.take(piece.paragraph.ways(LOOSEST)[lines])
    for place, line in split_lines([piece.block for piece in pieces], filling):
        if (paragraph := pieces[place].paragraph) is not None:
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
