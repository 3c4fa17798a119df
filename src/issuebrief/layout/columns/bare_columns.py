"""Columns that nothing fits.

In:  WeasyPrint's requests to fill columns, one after the other.
Out: its answers; but where the next figure fits no more, the column stays bare. WeasyPrint would take the
     columns before it away too, and leave the page empty.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import BLOCK_BOX_LAYOUT, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.protocols import BlockAnswer, LayoutBox, PageContext, SkipStack


@contextmanager
def bare_columns() -> Iterator[None]:
    """Leave columns bare while the block runs."""
    plain_layout: Callable[..., BlockAnswer] = BLOCK_BOX_LAYOUT.value

    def layout(
        context: PageContext,
        box: LayoutBox,
        bottom_space: float,
        skip_stack: SkipStack,
        *arguments: object,
        **options: object,
    ) -> BlockAnswer:
        result = plain_layout(context, box, bottom_space, skip_stack, *arguments, **options)
        if result[0] is not None or not box.is_column or skip_stack is None:
            return result
        bare = box.copy_with_children([])
        bare.height = 0
        return (bare, skip_stack, {"break": "any", "page": None}, [], False, None)

    with replaced(BLOCK_BOX_LAYOUT, layout):
        yield
