"""Lines that a theme begins in a way of its own: `::first-line`, an initial that floats.

In:  a line that WeasyPrint has broken.
Out: the same line as all that follows expects it: its letters stand in it, and not in a line within it, and
     what comes after a box that floats on the left stands beside that.

WeasyPrint wraps what a line of `::first-line` holds into one more line, though it has styled the letters
already. It makes the line of a box that floats amid it, as the letter of `::first-letter { float: left }`
does, shorter by the box, and moves what stands before the box, but not what comes after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox

LEFT = ("left", "inline-start")


def set_right(line: LayoutBox) -> LayoutBox:
    """A line with its letters directly in it, and beside its floats; it is changed in place."""
    if len(line.children) == 1 and isinstance(line.children[0], boxes.LineBox):
        line.children = line.children[0].children
    shift = 0.0
    for child in line.children:
        if child.is_floated() and child.position_y < line.position_y + line.height:
            shift += child.margin_width() if child.style["float"] in LEFT else 0.0
        elif shift and child.is_in_normal_flow():
            child.translate(dx=shift, ignore_floats=True)
    return line
