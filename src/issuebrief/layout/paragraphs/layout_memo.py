"""Lines and columns that are laid out once and asked for again.

In:  WeasyPrint's requests to split a text at a width and to fill a column, while it lays out.
Out: the same answers, from memory where the same was asked for before.

WeasyPrint fills the columns of a page to see how much they hold, and then once more to keep them.
A column that is asked for again with the same height is the one from before, moved to its place;
and where the height differs, most lines are known. What is remembered is forgotten in time, so
that memory stays flat however long the brief is.
"""

from __future__ import annotations

from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from issuebrief.engine.patches import BLOCK_BOX_LAYOUT, SPLIT_FIRST_LINE, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.protocols import (
        BlockAnswer,
        BoxStyle,
        LayoutBox,
        PageContext,
        SkipStack,
        TextLayout,
    )

MOST_LINES = 300
LINES_AHEAD = 4
"""So many lines of the narrowest letters that are usual are enough to find where a line ends."""
EM_OF_A_LETTER = 0.25
SHORTEST_AHEAD = 256
"""So many letters are always looked at."""

SplitLine = tuple["TextLayout", int, int | None, float, float, float]
"""The layout of a line, how many letters it has, where the next one begins, width, height and baseline."""


@contextmanager
def remembered_lines() -> Iterator[None]:
    """Remember split lines while the block runs."""
    plain_split = SPLIT_FIRST_LINE.value
    known: dict[tuple[object, ...], tuple[SplitLine, BoxStyle]] = {}

    def split(
        text: str,
        style: BoxStyle,
        context: PageContext,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> SplitLine:
        width = max_width if max_width is None else round(max_width, 6)
        key = (text, id(style), width, justification_spacing, is_line_start, minimum)
        if key not in known:
            if len(known) >= MOST_LINES:
                known.clear()
            options = (style, context, max_width, justification_spacing, is_line_start, minimum)
            answer = _split_ahead(plain_split, text, *options) or plain_split(text, *options)
            # The style is kept with the answer, so that no other can take over its identity.
            known[key] = (answer, style)
        found = known[key][0]
        # A layout is changed when its line is justified: every line needs its own.
        return (copy(found[0]), *found[1:])

    with replaced(SPLIT_FIRST_LINE, split):
        yield


def _split_ahead(
    plain_split: Callable[..., SplitLine], text: str, style: BoxStyle, *options: Any
) -> SplitLine | None:
    """Split the beginning of a text alone; None where the whole text must be looked at.

    WeasyPrint shapes all that is left of a word that is too long for its line, such as data in a line of
    code, for each of its lines. A line that ends in the first half of what is looked at ends there whatever
    comes behind.
    """
    max_width = options[1]
    if max_width is None or not 0 < max_width < inf or not style["font_size"]:
        return None
    letters = max(int(max_width / style["font_size"] / EM_OF_A_LETTER) * LINES_AHEAD, SHORTEST_AHEAD)
    if len(text) <= 2 * letters:
        return None
    beginning = text[:letters]
    found = plain_split(beginning, style, *options)
    end = found[2]
    return found if end is not None and 2 * end <= len(beginning.encode()) else None


@dataclass(frozen=True)
class _Column:
    """A column that was filled on trial: the answer, and what it found that is out of the flow."""

    answer: BlockAnswer
    absolute_boxes: list[LayoutBox]
    fixed_boxes: list[LayoutBox]
    children: list[LayoutBox]


@contextmanager
def remembered_columns() -> Iterator[None]:
    """Remember columns that were filled on trial while the block runs."""
    plain_layout: Callable[..., BlockAnswer] = BLOCK_BOX_LAYOUT.value
    known: dict[tuple[object, ...], _Column] = {}

    def layout(
        context: PageContext,
        box: LayoutBox,
        bottom_space: float,
        skip_stack: SkipStack,
        containing_block: LayoutBox,
        page_is_empty: bool,
        absolute_boxes: list[LayoutBox],
        fixed_boxes: list[LayoutBox],
        adjoining_margins: list[float] | None,
        *styles: object,
        **options: object,
    ) -> BlockAnswer:
        def plainly(absolute: list[LayoutBox], fixed: list[LayoutBox]) -> BlockAnswer:
            return plain_layout(
                context,
                box,
                bottom_space,
                skip_stack,
                containing_block,
                page_is_empty,
                absolute,
                fixed,
                adjoining_margins,
                *styles,
                **options,
            )

        if not box.is_column or not box.children:
            return plainly(absolute_boxes, fixed_boxes)
        key = (
            id(box.children[0]),
            len(box.children),
            repr(skip_stack),
            box.position_y,
            box.width,
            round(bottom_space, 6),
            bool(page_is_empty),
        )
        on_trial = adjoining_margins is not None
        if on_trial:
            if not any(column.children[0] is box.children[0] for column in known.values()):
                known.clear()
            absolute: list[LayoutBox] = []
            fixed: list[LayoutBox] = []
            found = _Column(plainly(absolute, fixed), absolute, fixed, box.children)
            if found.answer[0] is not None:
                known[key] = found
            return found.answer
        # What was filled without the leave to overflow an empty page would be filled the same with it.
        column = known.pop(key, None) or (known.pop((*key[:-1], False), None) if page_is_empty else None)
        if column is None:
            return plainly(absolute_boxes, fixed_boxes)
        absolute_boxes.extend(column.absolute_boxes)
        fixed_boxes.extend(column.fixed_boxes)
        new_box = column.answer[0]
        assert new_box is not None, "no other is kept"
        new_box.translate(dx=box.position_x - new_box.position_x)
        return column.answer

    with replaced(BLOCK_BOX_LAYOUT, layout):
        yield
