"""What spans columns, as wide as all of them.

In:  a child of columns as WeasyPrint has it before it lays it out, and the box of the columns.
Out: the child in a box of its own, which has the width of the columns; and styles that differ in some
     properties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes

if TYPE_CHECKING:
    from issuebrief.engine.protocols import BoxStyle, LayoutBox

SLACK = 0.5
"""Px by which a width may differ because of sums that are not exact."""


def restyled(style: BoxStyle, **properties: object) -> BoxStyle:
    """A copy of a style in which some properties are others; other boxes may share the style."""
    style = style.copy()
    for name, value in properties.items():
        style[name] = value
    return style


def span(children: list[LayoutBox], width: float) -> None:
    """Make what spans columns so wide, in px: a page may have another measure than the one before it."""
    for child in children:
        if hasattr(child, "is_spanning") and abs(child.style["width"].value - width) > SLACK:
            child.style = restyled(child.style, width=Dimension(width, "px"))


def spanning(child: LayoutBox, columns: LayoutBox) -> LayoutBox:
    """What spans columns, in a box as wide as all of them.

    WeasyPrint takes the width from what is around the columns, and where such a box goes on overleaf it
    leaves out one level of its place; so there has to be one.
    """
    # The child itself is kept as it is: it may be laid out again for another revision of the brief.
    inner = child.copy()
    around: LayoutBox = boxes.BlockBox.anonymous_from(columns, [inner])
    around.element_tag, around.is_spanning = "div", True
    above_and_below = ("margin_top", "margin_bottom", "break_before", "break_after", "break_inside")
    around.style = restyled(
        around.style,
        column_span="all",
        width=Dimension(columns.width, "px"),
        **{name: child.style[name] for name in above_and_below},
    )
    none = Dimension(0, "px")
    inner.style = restyled(child.style, column_span="none", width="auto", margin_top=none, margin_bottom=none)
    return around
