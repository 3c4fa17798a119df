"""Tables that say so where they go on.

In:  the boxes of a document before they are laid out; then tables that WeasyPrint breaks over columns or
     pages.
Out: the same; above the head that is repeated stand the table's number and the word for *continued* in its
     language, or the brief's own, over the rule that begins the table. Like the head they are no content, and
     are not read aloud (`artifacts.py`).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes

from issuebrief.engine.patches import TABLE_LAYOUT, replaced
from issuebrief.l10n import words
from issuebrief.layout.boxes.fragments import boxes_in, class_names

CONTINUED = "data-continued"
"""The attribute of a figure that has words of the brief's own for that."""

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import BoxStyle, ColumnsAnswer, LayoutBox, PageContext, SkipStack


def name_tables(root: LayoutBox) -> None:
    """Give tables with a number what stands over them where they go on, for all of a tree of boxes."""
    for figure in boxes_in(root):
        if getattr(figure, "element_tag", "") != "figure" or not (label := _label(figure.element)):
            continue
        for box in boxes_in(figure):
            if isinstance(box, boxes.TableBox):
                labels = words(box.style["lang"] or "")
                own = figure.element.get(CONTINUED) or labels.enclosed(labels.continued)
                box.when_continued = label + own


def _label(figure: Element) -> str:
    """The number in the caption of a figure, with its word."""
    labels = (each for caption in figure.iter("figcaption") for each in caption.iter("span"))
    return next((each.text or "" for each in labels if "label" in class_names(each)), "")


@contextmanager
def continued_tables() -> Iterator[None]:
    """Put words over tables that go on while the block runs."""
    plain_layout: Callable[..., ColumnsAnswer] = TABLE_LAYOUT.value

    def layout(
        context: PageContext, table: LayoutBox, bottom_space: float, skip_stack: SkipStack, *arguments: object
    ) -> ColumnsAnswer:
        if skip_stack is not None:
            table = continued(table)
        return plain_layout(context, table, bottom_space, skip_stack, *arguments)

    with replaced(TABLE_LAYOUT, layout):
        yield


def continued(table: LayoutBox) -> LayoutBox:
    """A table that says that it goes on, where it has words for that and a head to say them over."""
    return _saying(table, table.when_continued) if _may_say(table) else table


def _may_say(table: LayoutBox) -> bool:
    """Whether a table has words to say, and a head to say them over."""
    groups = table.children
    return bool(
        hasattr(table, "when_continued")
        and table.style["border_collapse"] == "separate"
        and groups
        and groups[0].is_header
        and any(row.children for row in groups[0].children)
    )


def _saying(table: LayoutBox, text: str) -> LayoutBox:
    """A table whose head begins with words, below which stands its upper rule."""
    head = table.children[0]
    model = next(row.children[0] for row in head.children if row.children)
    line = boxes.LineBox.anonymous_from(model, [boxes.TextBox.anonymous_from(model, text)])
    cell = model.copy_with_children([line])
    cell.grid_x, cell.colspan, cell.rowspan = 0, len(table.column_widths), 1
    cell.style = _ruled_like(table.style, model.style)
    row = boxes.TableRowBox.anonymous_from(head, [cell])
    saying = table.copy_with_children([head.copy_with_children([row, *head.children]), *table.children[1:]])
    saying.style = table.style.copy()
    saying.style["border_top_width"] = saying.border_top_width = 0
    return saying


def _ruled_like(table: BoxStyle, cell: BoxStyle) -> BoxStyle:
    """A cell's style with the upper rule of a table below it and none above."""
    style = cell.copy()
    for name in ("width", "style", "color"):
        style[f"border_bottom_{name}"] = table[f"border_top_{name}"]
    style["border_top_width"] = 0
    style["padding_top"] = Dimension(0, "px")
    style["text_align_all"] = "left"
    return style
