"""Cells that know their line of the brief.

In:  the boxes of a document before they are laid out, whose rows say their line as `data-line`.
Out: the same; each cell has it as `source_line`, for problems with what stands in the cell itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import LINE, boxes_in

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox


def line_cells(root: LayoutBox) -> None:
    """Tell all cells in a tree of boxes the line of their row."""
    for row in boxes_in(root):
        if isinstance(row, boxes.TableRowBox) and row.element is not None:
            for cell in row.children:
                cell.source_line = int(row.element.get(LINE) or 0)
