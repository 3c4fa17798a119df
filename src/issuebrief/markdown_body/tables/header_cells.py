"""Header cells of tables, and what each of them heads.

In:  a table of the tree.
Out: the same; each `th` says in `scope` whether it heads a column or a row, if its author did not. A cell
     that is all bold and begins a row becomes a header of that row.
"""

from __future__ import annotations

from issuebrief.markdown_body.source.html_tree import Element, is_blank, text_of, walk


def set_scopes(table: Element) -> None:
    """Say what each header cell of a table heads."""
    heads = {row for group in walk(table) if group.tag == "thead" for row in walk(group) if row.tag == "tr"}
    for row in walk(table):
        cells = [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th")]
        if row.tag != "tr" or not cells:
            continue
        _promote(cells[0])
        heads_columns = row in heads or all(cell.tag == "th" for cell in cells)
        for cell in cells:
            if cell.tag == "th":
                cell.attributes.setdefault("scope", _scope(cell, heads_columns=heads_columns))


def _promote(cell: Element) -> None:
    """Make a header of a cell that is all bold."""
    nodes = [node for node in cell.children if not is_blank(node)]
    only = nodes[0] if len(nodes) == 1 else None
    if cell.tag == "td" and isinstance(only, Element) and only.tag == "strong" and text_of(only).strip():
        cell.tag = "th"
        cell.attributes["scope"] = "row"


def _scope(cell: Element, *, heads_columns: bool) -> str:
    span = "colspan" if heads_columns else "rowspan"
    scope = "col" if heads_columns else "row"
    return f"{scope}group" if (cell.attributes.get(span) or "1").strip() not in ("", "0", "1") else scope
