"""Rows of totals, and feet of tables.

In:  a table of the tree.
Out: the same. A row of totals has the class `total`: one with a cell that says `{.total}`, and the last row
     where its first cell alone of all is bold. A foot stands after the body, wherever it was typed.
"""

from __future__ import annotations

from issuebrief.markdown_body.source.html_tree import Element, is_blank, walk

NAME = "total"
BOLD = ("strong", "b")


def set_totals(table: Element) -> None:
    """Give rows of totals their class."""
    table.children.sort(key=lambda child: isinstance(child, Element) and child.tag == "tfoot")
    heads = {id(row) for group in walk(table) if group.tag == "thead" for row in walk(group)}
    rows = [row for row in walk(table) if row.tag == "tr" and id(row) not in heads and _cells(row)]
    for row in rows:
        said = [cell for cell in _cells(row) if NAME in cell.classes]
        if said:
            _add(row)
        for cell in said:
            cell.attributes["class"] = " ".join(name for name in cell.classes if name != NAME)
    if len(rows) > 2 and [row for row in rows if _is_bold(_cells(row)[0])] == [rows[-1]]:
        _add(rows[-1])


def _add(row: Element) -> None:
    if NAME not in row.classes:
        row.attributes["class"] = " ".join([*row.classes, NAME])


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th")]


def _is_bold(cell: Element) -> bool:
    """Whether a cell is all bold."""
    content = [node for node in cell.children if not is_blank(node)]
    return len(content) == 1 and isinstance(content[0], Element) and content[0].tag in BOLD
