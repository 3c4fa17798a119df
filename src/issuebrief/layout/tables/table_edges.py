"""The outer edges of tables.

In:  the boxes of a document before they are laid out.
Out: the same; cells in a table's last column have `--table-edge` for white on their right, nothing if a
     theme does not set it, so that rules and text end together. Style sheets know only which cell is the
     last of its row, which is another where a cell above reaches down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import boxes_in
from issuebrief.layout.styles.custom_properties import length, word

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox

NONE = ("", "0", "0pt", "0px", "0mm")


def set_edges(root: LayoutBox) -> None:
    """Give the cells of last columns their white, for all tables in a tree of boxes."""
    for table in boxes_in(root):
        if isinstance(table, boxes.TableBox):
            _set(table)


def _set(table: LayoutBox) -> None:
    parts = (part for group in table.children for row in group.children for part in row.children)
    # A theme may take cells out of their rows, and then the engine places none.
    cells = [part for part in parts if hasattr(part, "grid_x")]
    count = max((cell.grid_x + cell.colspan for cell in cells), default=0)
    edge = 0.0 if word(table.style, "__table_edge") in NONE else length(table.style, "__table_edge")
    for cell in cells:
        if cell.grid_x + cell.colspan == count:
            cell.style = cell.style.copy()
            cell.style["padding_right"] = Dimension(edge, "px")
