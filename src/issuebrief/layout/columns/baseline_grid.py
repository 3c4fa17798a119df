"""Heights rounded up to the baseline grid.

In:  boxes whose style sets `--snap: grid` or `half-grid`, while WeasyPrint lays them out.
Out: the same boxes, their last fragment made taller so that what follows is on the grid again, or halfway.
     A table that is a little higher than so many lines is rounded down: the white below it gives that, or the
     margin where it ends a column.
"""

from __future__ import annotations

from contextlib import contextmanager
from math import ceil
from typing import TYPE_CHECKING

from issuebrief.engine.patches import BLOCK_CONTAINER_LAYOUT, replaced
from issuebrief.layout.styles.custom_properties import length, word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.protocols import BlockAnswer, BoxStyle, LayoutBox, PageContext

GIVEN = 0.25
"""The share of a line that the white below a table gives to its rules; a whole line more would show."""
STEPS = {"grid": 1.0, "half-grid": 0.5}
"""What heights are rounded up to, in lines of the grid, by the value of `--snap`."""


@contextmanager
def snapped_to_grid() -> Iterator[None]:
    """Snap boxes while the block runs.

    `block_container_layout` is the one place where WeasyPrint fixes the height of a block that is
    as tall as its content, and it is looked up by name at each call.
    """
    plain_layout: Callable[..., BlockAnswer] = BLOCK_CONTAINER_LAYOUT.value

    def layout(
        context: PageContext, box: LayoutBox, bottom_space: float, *arguments: object, **options: object
    ) -> BlockAnswer:
        result = plain_layout(context, box, bottom_space, *arguments, **options)
        if (result[0] is None or result[1] is not None) and (given := _given_to(box)):
            # What is rounded down fits where it stands at a foot too: its rule hangs below the last line.
            hung = plain_layout(context, box, bottom_space - given, *arguments, **options)
            result = hung if hung[0] is not None and hung[1] is None else result
        new_box, resume_at = result[0], result[1]
        if new_box is not None and resume_at is None and box.style["height"] == "auto" and _asks(box.style):
            step = length(box.style, "__grid") * STEPS[word(box.style, "__snap")]
            height = new_box.margin_height() - _collapsing(new_box)
            new_box.height += ceil(height / step - _given(new_box, height, step) - 0.01) * step - height
        return result

    with replaced(BLOCK_CONTAINER_LAYOUT, layout):
        yield


def _given_to(box: LayoutBox) -> float:
    """What a box may be higher than its lines, in px, if it is one that may."""
    if box.element_tag != "figure" or not box.children or not box.children[-1].is_table_wrapper:
        return 0.0
    return GIVEN * length(box.style, "__grid") if _asks(box.style) else 0.0


def _given(box: LayoutBox, height: float, step: float) -> float:
    """The share of a step that the white below a box may give."""
    ends_in_table = box.element_tag == "figure" and box.children and box.children[-1].is_table_wrapper
    return GIVEN if ends_in_table and box.margin_bottom >= step <= height else 0.0


def _collapsing(box: LayoutBox) -> float:
    """The margins around a box, which are multiples of the grid and none of the box's own height."""
    return float(box.margin_top + box.margin_bottom)


def _asks(style: BoxStyle) -> bool:
    """Whether `--snap` is set on this very element (custom properties are inherited)."""
    asked = word(style, "__snap")
    return asked in STEPS and (style.parent_style is None or word(style.parent_style, "__snap") != asked)
