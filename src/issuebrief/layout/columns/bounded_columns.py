"""Columns bounded in number: each asks for a walk of its own through what stands in them.

In:  the style of a box with columns, and what it stands in.
Out: the same style, with no more columns than are set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.theming.style_bounds import LARGEST

if TYPE_CHECKING:
    from issuebrief.engine.protocols import BoxStyle, LayoutBox

MOST = LARGEST["column-count"]


def bound_columns(style: BoxStyle, around: LayoutBox) -> None:
    """Set the number of columns to the most there may be, where it or their width asks for more."""
    count, width = style["column_count"], style["column_width"]
    if count != "auto":
        if count > MOST:
            style["column_count"] = MOST
        return
    room = getattr(around, "width", None)
    if width != "auto" and not (isinstance(room, int | float) and room <= MOST * width):
        style["column_count"] = MOST
