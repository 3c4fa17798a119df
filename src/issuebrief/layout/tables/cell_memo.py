"""Cells of tables that are laid out once and asked for again.

In:  WeasyPrint's requests to lay out what is in a cell.
Out: the same answers, from memory where a cell was laid out to the end with the same width before.

Whether a table fits its columns, and how high it is, is found out by laying it out, before it is laid out
for good; a row that does not fit on its page is laid out once more on the next. A cell holds the same at each
place, so what is remembered is copied to there. Every answer has boxes of its own.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.engine.patches import BLOCK_CONTAINER_LAYOUT, replaced
from issuebrief.layout.boxes.fragments import boxes_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.protocols import BlockAnswer, LayoutBox, PageContext, SkipStack

SAME = (
    "width", "padding_left", "padding_right", "padding_top", "padding_bottom",
    "border_left_width", "border_right_width", "border_top_width", "border_bottom_width",
)  # fmt: skip
"""What a cell's own box says of the room in it."""
PLAIN = (boxes.LineBox, boxes.BlockBox, boxes.InlineBox, boxes.TextBox)
"""The kinds of boxes that hold nothing but text."""


@contextmanager
def remembered_cells() -> Iterator[None]:
    """Remember cells while the block runs."""
    plain_layout: Callable[..., BlockAnswer] = BLOCK_CONTAINER_LAYOUT.value
    known: dict[tuple[object, ...], tuple[LayoutBox, LayoutBox]] = {}

    def layout(
        context: PageContext,
        box: LayoutBox,
        bottom_space: float,
        skip_stack: SkipStack,
        *given: object,
        **named: object,
    ) -> BlockAnswer:
        if not isinstance(box, boxes.TableCellBox) or skip_stack is not None:
            return plain_layout(context, box, bottom_space, skip_stack, *given, **named)
        key = (id(box), box.style["font_size"], *(getattr(box, name) for name in SAME))
        # The cell is kept with the answer, so that no other can take over its identity.
        kept = known.get(key, (None, None))[1]
        bottom = box.position_y + kept.border_height() if kept else 0.0
        if kept and not context.overflows_page(bottom_space, bottom):
            found = kept.deepcopy()
            found.translate(box.position_x - found.position_x, box.position_y - found.position_y)
            # What was moved is at its place but for the last digit, by which a row would be higher.
            found.position_x, found.position_y = box.position_x, box.position_y
            found.computed_height = box.computed_height
            return found, None, {"break": "any", "page": None}, [], False, None
        answer = plain_layout(context, box, bottom_space, skip_stack, *given, **named)
        if answer[0] is not None and answer[1] is None and _is_plain(answer[0]):
            known[key] = box, answer[0].deepcopy()
        return answer

    with replaced(BLOCK_CONTAINER_LAYOUT, layout):
        yield


def _is_plain(cell: LayoutBox) -> bool:
    """Whether a cell that is laid out holds text in the flow and nothing else."""
    return all(type(box) in PLAIN and box.is_in_normal_flow() for box in boxes_in(cell) if box is not cell)
