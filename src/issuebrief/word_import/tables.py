"""Tables from Pandoc's tree, as Markdown where that can hold them, and as HTML where not.

In:  a table of Pandoc.
Out: its text: pipes where every cell is a line and none spans others, HTML for spans, and for lists, several
     paragraphs or tables in a cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from issuebrief.word_import.formulas import display_alone

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = {"AlignLeft": "---", "AlignDefault": "---", "AlignRight": "--:", "AlignCenter": ":-:"}
BREAK = re.compile(" *\n")
LABELS = 40
"""Letters that the words of a table of pictures have for each picture and the space behind it, at most."""
NUMERIC = set("0123456789.,%–-−+  \u00a0\u202f€$£()")


@dataclass(frozen=True)
class TextCell:
    """A cell: its lines, how many rows and columns it takes, whether blocks are in it, how it is aligned."""

    text: str
    rows: int = 1
    columns: int = 1
    has_blocks: bool = False
    align: str = "AlignDefault"


def table_text(content: Any, write: Callable[[list[Any]], str]) -> str:
    """The table as Markdown; `write` makes Markdown of the blocks in a cell."""
    head = [_row(row, write) for row in content[3][1]]
    body = [_row(row, write) for part in content[4] for row in [*part[2], *part[3]]]
    body += [_row(row, write) for row in content[5][1]]
    if not head and len(body) > 1:
        head, body = body[:1], body[1:]
    width = max((sum(cell.columns for cell in row) for row in [*head, *body]), default=0)
    cells = [cell for row in [*head, *body] for cell in row]
    is_plain = all(cell.rows == cell.columns == 1 and not cell.has_blocks for cell in cells)
    if is_plain and len(head) == 1 and body:
        return _pipes(head[0], body, width)
    return _html(head, body)


def single_cell(content: Any) -> list[Any] | None:
    """The blocks in the only cell of a table; None where it has several."""
    rows = [*content[3][1], *(row for part in content[4] for row in [*part[2], *part[3]]), *content[5][1]]
    cells = [cell for row in rows for cell in row[1]]
    return cells[0][4] if len(cells) == 1 else None


def framed_picture(content: Any) -> list[Any] | None:
    """The blocks of a table of one column that frames a picture and its caption; None for any other."""
    rows = [*content[3][1], *(row for part in content[4] for row in [*part[2], *part[3]]), *content[5][1]]
    if not rows or any(len(row[1]) != 1 for row in rows):
        return None
    blocks = [block for row in rows for block in row[1][0][4]]
    return blocks if _has_picture(blocks) else None


def picture_grid(content: Any) -> tuple[list[Any], list[Any]] | None:
    """The pictures of a table that only sets them side by side, and the words of its cells; or None."""
    rows = [*content[3][1], *(row for part in content[4] for row in [*part[2], *part[3]]), *content[5][1]]
    pictures: list[Any] = []
    words: list[Any] = []
    for cell in (cell for row in rows for cell in row[1]):
        inlines = (
            [inline for block in _flat(cell[4]) for inline in block["c"]] if _is_lines(cell[4]) else None
        )
        if inlines is None:
            return None
        shown = [inline for inline in inlines if _has_picture(inline)]
        if shown:
            pictures += [*shown, {"t": "Space"}]
        if len(shown) != len(inlines):
            words += [each for each in inlines if not _has_picture(each)] + [{"t": "Space"}]
    letters = sum(len(each["c"]) for each in words if each["t"] == "Str")
    is_grid = len(pictures) > 2 and letters <= LABELS * len(pictures)
    return (pictures, words) if is_grid else None


def _flat(blocks: list[Any]) -> list[Any]:
    """Blocks without the divisions that say their styles."""
    return [part for block in blocks for part in (_flat(block["c"][1]) if block["t"] == "Div" else [block])]


def _is_lines(blocks: list[Any]) -> bool:
    return not any(map(_is_block, _flat(blocks)))


def equation_row(content: Any) -> list[Any] | None:
    """A table of one row that holds an equation and the number beside it, as a paragraph; or None."""
    rows = [*content[3][1], *(row for part in content[4] for row in [*part[2], *part[3]]), *content[5][1]]
    blocks = [block for row in rows for cell in row[1] for block in cell[4]]
    blocks = _flat(blocks)
    if len(rows) != 1 or len(rows[0][1]) == 1 or not _is_lines(blocks):
        return None
    inlines = [inline for block in blocks for inline in block["c"]]
    return [{"t": "Para", "c": inlines}] if display_alone(inlines) is not None else None


def _has_picture(value: Any) -> bool:
    if isinstance(value, dict):
        return value.get("t") == "Image" or _has_picture(value.get("c"))
    return isinstance(value, list) and any(map(_has_picture, value))


def _row(row: Any, write: Callable[[list[Any]], str]) -> list[TextCell]:
    return [_cell(cell, write) for cell in row[1]]


def _cell(cell: Any, write: Callable[[list[Any]], str]) -> TextCell:
    blocks = cell[4]
    text = write(blocks).strip()
    has_blocks = "\n\n" in text or any(_is_block(block) for block in blocks)
    return TextCell(text, cell[2], cell[3], has_blocks, cell[1]["t"])


def _is_block(block: Any) -> bool:
    if block["t"] == "Div":
        return any(_is_block(inner) for inner in block["c"][1])
    return block["t"] not in ("Para", "Plain")


def _pipes(head: list[TextCell], body: list[list[TextCell]], width: int) -> str:
    columns = [[row[place].text for row in body if place < len(row)] for place in range(width)]
    rules = [
        RULES["AlignRight"] if _is_numeric(column) else RULES.get(cell.align, RULES["AlignDefault"])
        for column, cell in zip(columns, [*head, *[TextCell("")] * width], strict=False)
    ]
    lines = [_pipe_row(row, width) for row in (head, *body)]
    return "\n".join([lines[0], f"| {' | '.join(rules)} |", *lines[1:]])


def _is_numeric(column: list[str]) -> bool:
    said = [text for text in column if text]
    return bool(said) and all(set(text) <= NUMERIC and any(map(str.isdecimal, text)) for text in said)


def _pipe_row(row: list[TextCell], width: int) -> str:
    texts = [BREAK.sub("<br>", cell.text.replace("|", "\\|")) for cell in row]
    return f"| {' | '.join([*texts, *[''] * (width - len(texts))])} |"


def _html(head: list[list[TextCell]], body: list[list[TextCell]]) -> str:
    lines = ["<table>"]
    for tag, rows, cell in (("thead", head, "th"), ("tbody", body, "td")):
        if rows:
            lines.append(f"<{tag}>")
            for row in rows:
                lines += ["<tr>", *(_html_cell(each, cell) for each in row), "</tr>"]
            lines.append(f"</{tag}>")
    return "\n".join([*lines, "</table>"])


def _html_cell(cell: TextCell, tag: str) -> str:
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    if not cell.has_blocks:
        text = BREAK.sub("<br>", cell.text)
        return f"<{tag}{spans}>{text}</{tag}>"
    return f"<{tag}{spans}>\n\n{cell.text}\n\n</{tag}>"
