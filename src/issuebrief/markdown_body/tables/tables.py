"""Tables that would not be printed as they are typed.

In:  the manuscript.
Out: problems: a row with more cells than its table has columns, or with fewer; a table without the line
     of hyphens that makes it one; lines that another program's table was pasted as.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.markdown_body.source.text_lines import TABLE_RULE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

PIPE = re.compile(r"(?<!\\)\|")
CLOSED = re.compile(r" {0,3}\|.*(?<!\\)\| *")
"""A row with a stroke at both ends, which is meant as one."""

QUOTED = re.compile(r"^ {0,3}(?:> ?)+")
"""What a line of a quotation begins with."""

PASTED = ((r"\t+", 2, 1), (r";(?=\S)", 3, 2), (r",(?=\S)", 3, 2))
"""What parts cells that were pasted, with the fewest lines and the fewest of it in each that tell."""

ITEM_SIGN = re.compile(r"[ \t]*(?:[-*+•◦▪‣●○■◆➢➤►▶·–o§]|\(?\w{1,5}[.)])[ \t]+")
"""What an item of a list begins with; word processors put a tab behind it."""

Line = tuple[int, str]
"""The offset of a line in the manuscript, and the line without code."""


def check_tables(manuscript: MarkdownSource) -> list[Diagnostic]:
    """Everything wrong with the form of the tables."""
    problems: list[Diagnostic] = []
    for filled, lines in groupby(manuscript.lines(), key=lambda line: bool(line[1].strip())):
        block = list(lines)
        if filled and not block[0][1].startswith((" " * 4, "\t")):
            problems += _check_block(manuscript, block)
    return problems


def _check_block(manuscript: MarkdownSource, block: Sequence[Line]) -> Iterator[Diagnostic]:
    """What is wrong with the table that a block is, if it is one."""
    if not block[0][1].lstrip().startswith("<") and (columns := _pasted(block)):
        yield _table_like(manuscript, block[0], columns)
    block = [(start, QUOTED.sub("", text)) for start, text in block]
    block = block[_head(block) :]
    rows = [line for line in block if PIPE.search(line[1])]
    if len(rows) < 2 or rows[:2] != block[:2]:
        return
    head, second = rows[0], rows[1]
    columns = _cells(head[1])
    if TABLE_RULE.fullmatch(second[1]):
        if (ruled := _cells(second[1])) != columns:
            hint = f"let it have as many as the head: {_rule(columns)}"
            message = f"the line of hyphens has {_counted(ruled)}, the head of the table {columns}"
            yield _error(manuscript, "tables.unruled", message, second, hint)
            return
        for row in rows[2:]:
            yield from _check_row(manuscript, row, columns)
    elif all(CLOSED.fullmatch(text) for _, text in rows[:2]):
        hint = f"write below its head: {_rule(columns)}"
        yield _error(
            manuscript,
            "tables.unruled",
            "the table has no line of hyphens below its header row",
            head,
            hint,
        )


def _head(block: Sequence[Line]) -> int:
    """Where the table in a block begins: at once, or behind a heading, a fence or HTML."""
    below = range(1, len(block))
    ruled = (n for n in below if "|" in block[n][1] and TABLE_RULE.fullmatch(block[n][1]))
    return next((n - 1 for n in ruled if PIPE.search(block[n - 1][1])), 0)


def _pasted(block: Sequence[Line]) -> int:
    """How many columns lines have whose cells are parted by tabs, or by signs without a space behind them."""
    for sign, least_lines, least in PASTED:
        counts = {len(re.findall(sign, ITEM_SIGN.sub("", text.strip(), count=1))) for _, text in block}
        if len(counts) == 1 and len(block) >= least_lines and (count := counts.pop()) >= least:
            return count + 1
    return 0


def _table_like(manuscript: MarkdownSource, line: Line, columns: int) -> Diagnostic:
    message = "lines that look like table rows are set as prose"
    hint = f"write | between the cells, and {_rule(columns)} below the first row"
    return warning(
        "markup.table-like", message, manuscript.place_of_line(line[0]), hint, manuscript.excerpt(line[0])
    )


def _check_row(manuscript: MarkdownSource, row: Line, columns: int) -> Iterator[Diagnostic]:
    cells = _cells(row[1])
    if cells > columns:
        message = (
            f"the row has {cells} cells and the table {_counted(columns)}: what is beyond is not printed"
        )
        hint = r"add a column to the header row and the line of hyphens; write a bar in the text as \|"
        yield _error(manuscript, "tables.too-many-cells", message, row, hint)
    elif cells < columns:
        message = f"the row has {cells} of {_counted(columns)}: the last cells are left empty"
        place, excerpt = manuscript.place_of_line(row[0]), manuscript.excerpt(row[0])
        hint = "write a bar | for each cell, even an empty one"
        yield warning("tables.too-few-cells", message, place, hint, excerpt)


def _error(manuscript: MarkdownSource, code: str, message: str, line: Line, hint: str) -> Diagnostic:
    return error(code, message, manuscript.place_of_line(line[0]), hint, manuscript.excerpt(line[0]))


def _cells(row: str) -> int:
    """How many cells a row has; strokes at its ends are borders."""
    return len(PIPE.split(re.sub(r"(?<!\\)\|$", "", row.strip().removeprefix("|"))))


def _rule(columns: int) -> str:
    return "|" + " --- |" * columns


def _counted(columns: int) -> str:
    return "1 column" if columns == 1 else f"{columns} columns"
