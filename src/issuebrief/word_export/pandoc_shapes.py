"""Parts of Pandoc's tree: tables, and blocks in a style of Word.

In:  cells and blocks as Pandoc has them.
Out: the same, as a table or in a style.
"""

from __future__ import annotations

from typing import Any

NOTHING: list[Any] = ["", [], []]
"""The attributes of what has none."""


def styled(style: str, blocks: list[Any]) -> Any:
    """Blocks in a style of Word, by its name."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]}


def table(rows: list[list[Any]], heads: int) -> Any:
    """A table of cells, or of blocks in cells; so many of its rows are heads."""
    whole = [
        [cell if _is_cell(cell) else [NOTHING, {"t": "AlignDefault"}, 1, 1, cell] for cell in row]
        for row in rows
    ]
    width = max((sum(cell[3] for cell in row) for row in whole), default=1)
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * width
    head, body = ([[NOTHING, row] for row in some] for some in (whole[:heads], whole[heads:]))
    caption: list[Any] = [None, []]
    return {
        "t": "Table",
        "c": [NOTHING, caption, columns, [NOTHING, head], [[NOTHING, 0, [], body]], [NOTHING, []]],
    }


def _is_cell(cell: Any) -> bool:
    return len(cell) == 5 and cell[0] is NOTHING


def plain(blocks: list[Any]) -> list[Any]:
    """Blocks of an item or a cell: one paragraph alone is no paragraph."""
    return [
        {"t": "Plain", "c": block["c"]} if block["t"] == "Para" and number == 0 else block
        for number, block in enumerate(blocks)
    ]
