"""Numbers that stand under each other at their decimal signs.

In:  the boxes of a document before they are laid out; cells of numbers say in `data-tail` how many of their
     characters stand behind the point of alignment (`markdown_body/tables/number_columns.py`).
Out: the same boxes, their cells with so much more padding on the right that all points of a column are level.
     No character is added. Marks of notes stand behind the number and move nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import boxes_in, class_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.paragraphs.text_metrics import TextMetrics

TAIL = "data-tail"
MARKS = ("note-mark",)


def align_decimals(root: LayoutBox, metrics: TextMetrics) -> None:
    """Align the numbers of all tables in a tree of boxes."""
    for box in boxes_in(root):
        if isinstance(box, boxes.TableBox):
            _align(box, metrics)


def _align(table: LayoutBox, metrics: TextMetrics) -> None:
    columns: dict[int, list[tuple[LayoutBox, float]]] = {}
    for cell in (cell for group in table.children for row in group.children for cell in row.children):
        if (
            cell.element is not None
            and TAIL in cell.element.attrib
            and cell.style["text_align_all"] == "right"
        ):
            columns.setdefault(cell.grid_x, []).append((cell, _tail(cell, metrics)))
    for cells in columns.values():
        widest = max(width for _, width in cells)
        for cell, width in cells:
            padding = cell.style["padding_right"]
            if width < widest and getattr(padding, "unit", "px") == "px":
                cell.style = cell.style.copy()
                cell.style["padding_right"] = Dimension(padding.value + widest - width, "px")


def _tail(cell: LayoutBox, metrics: TextMetrics) -> float:
    """How much of a cell stands behind its point of alignment, in px."""
    left, width = int(cell.element.get(TAIL, "")), 0.0
    first = True
    for box, is_mark in reversed(list(_texts(cell, is_mark=False))):
        text = box.text
        if is_mark:
            width += metrics.width(text, box.style)
            continue
        if first:
            text, first = text.rstrip(), False
        taken = text[max(0, len(text) - left) :] if left else ""
        left -= len(taken)
        width += metrics.width(taken, box.style) if taken else 0.0
    return width


def _texts(box: LayoutBox, *, is_mark: bool) -> Iterator[tuple[LayoutBox, bool]]:
    """The text boxes in a box, each with whether it belongs to the mark of a note."""
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.TextBox):
            yield child, is_mark
        else:
            is_in_mark = is_mark or any(name in MARKS for name in class_names(child.element))
            yield from _texts(child, is_mark=is_in_mark)
