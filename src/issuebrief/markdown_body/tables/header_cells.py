"""Header cells of tables, and what each of them heads.

In:  a table of the tree.
Out: the same; rows of headers that it begins with are its head, which is repeated wherever the table goes on.
     Each `th` says in `scope` whether it heads a column or a row, if its author did not. A cell that is all
     bold and begins a row becomes a header of that row.
"""

from __future__ import annotations

from itertools import takewhile

from issuebrief.markdown_body.source.html_tree import Element, is_blank, text_of, walk


def make_head(table: Element) -> None:
    """Make a head of the rows of headers that a table begins with, if it has none and they span no others."""
    if any(found.tag == "thead" for found in walk(table)):
        return
    body = next(
        (found for found in table.children if isinstance(found, Element) and found.tag == "tbody"), table
    )
    rows = [found for found in body.children if isinstance(found, Element) and found.tag == "tr"]
    heads = list(takewhile(_is_head, rows))
    if not heads or len(heads) == len(rows) or any(_reaches_past(heads, row) for row in range(len(heads))):
        return
    at = next(number for number, node in enumerate(body.children) if node is heads[0])
    body.children = [node for node in body.children if not any(node is row for row in heads)]
    where = table.children.index(body) if body is not table else at
    table.children.insert(where, Element("thead", {}, [*heads]))


def _is_head(row: Element) -> bool:
    cells = _cells(row)
    return len(cells) > 1 and all(
        cell.tag == "th" and cell.attributes.get("scope") != "row" for cell in cells
    )


def _reaches_past(heads: list[Element], number: int) -> bool:
    """Whether a cell of a row goes on below the head."""
    spans = [(cell.attributes.get("rowspan") or "1").strip() for cell in _cells(heads[number])]
    return any(span != "1" and (not span.isdecimal() or number + int(span) > len(heads)) for span in spans)


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th")]


def set_scopes(table: Element) -> None:
    """Say what each header cell of a table heads."""
    heads = {row for group in walk(table) if group.tag == "thead" for row in walk(group) if row.tag == "tr"}
    for row in walk(table):
        cells = _cells(row)
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
