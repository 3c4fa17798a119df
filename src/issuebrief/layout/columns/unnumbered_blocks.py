"""Blocks that span columns, among which no page ends.

In:  WeasyPrint's search for an earlier place to end a page, where what comes next must not begin one.
Out: its answer; but where it would end the page before a block that spans columns, there is none. WeasyPrint
     gives these blocks no number to go on from.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import FIND_EARLIER_PAGE_BREAK, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from issuebrief.engine.protocols import LayoutBox, PageContext


@contextmanager
def no_breaks_among_unnumbered() -> Iterator[None]:
    """End no page among blocks without numbers while the block runs."""
    plain_search: Callable[..., object] = FIND_EARLIER_PAGE_BREAK.value

    def search(
        context: PageContext,
        children: Sequence[LayoutBox],
        absolute_boxes: list[LayoutBox],
        fixed_boxes: list[LayoutBox],
    ) -> object:
        # Lines have none either, and are counted; columns are passed over.
        blocks = [child for child in children if child.is_in_normal_flow() and not child.is_column]
        if any(not hasattr(child, "index") and not hasattr(child, "resume_at") for child in blocks):
            return None
        return plain_search(context, children, absolute_boxes, fixed_boxes)

    with replaced(FIND_EARLIER_PAGE_BREAK, search):
        yield
