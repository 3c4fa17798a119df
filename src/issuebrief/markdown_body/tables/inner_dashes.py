"""Pandoc's simple and multiline tables within a note, an item of a list, a definition or a quotation.

In:  lines of a block, or the manuscript in its normal form.
Out: how many lines the table takes that begins on a line; the tables of the manuscript, as `dashed_tables.py`
     has them, each beginning behind what holds its first line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.containers import held_lines, parted
from issuebrief.markdown_body.tables.dashed_tables import DASHES, FULL, dashed_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource
    from issuebrief.markdown_body.source.text_lines import SourceLine
    from issuebrief.markdown_body.tables.text_table import Line, TextTable

MARKED = re.compile(r"^[ \t>]+-{2}", re.MULTILINE)
"""A line of hyphens in a block."""
NAME = re.compile(r"[ \t]*\[!\w[\w-]*\]")
"""The name of a box in a quotation; a table may stand right below it."""
NOT_OF_IT = "."
"""Stands for a line above a table that belongs to another block."""
MOST_LINES = 400
"""A table has no more lines, so that a list full of rules is not read over and over."""


def rows_of_dashes(lines: Sequence[SourceLine], number: int) -> int:
    """How many lines a table takes that begins on a line of an item; 0 where none does."""
    ruled = lines[number].text.lstrip().startswith("--")
    begins = ruled and _begins(line.text for line in lines[number : number + MOST_LINES])
    rule = number if begins else number + 1
    if not begins and (rule >= len(lines) or not DASHES.fullmatch(lines[rule].text.strip())):
        return 0
    edge = lines[rule].indent
    block: list[Line] = [(0, "")]
    for line in lines[number : number + MOST_LINES]:
        if not line.empty and line.indent < edge:
            break
        block.append((len(block), line.text[edge:]))
    at = rule - number + 1
    found, after = dashed_table(block, at) if at < len(block) else (None, 0)
    return after - 1 if found else 0


def find_inner_dashes(manuscript: MarkdownSource) -> Iterator[TextTable]:
    """All of them outside code, in their order."""
    if not MARKED.search(manuscript.masked):
        return
    lines = list(manuscript.lines())
    held = held_lines([line for _, line in lines])
    number = 0
    while number < len(lines):
        edge, text = parted(lines[number][1])
        found, after = None, number + 1
        if held[number] and text.startswith("--") and _begins(_texts(lines, number)):
            first = max(number - 2, 0)
            block = _block(lines, first, number, edge)
            if number - first < len(block):
                found, behind = dashed_table(block, number - first)
                after = first + behind
        if found:
            yield found
        number = max(after, number + 1)


def _texts(lines: Sequence[Line], first: int) -> Iterator[str]:
    return (parted(line)[1] for _, line in lines[first : first + MOST_LINES])


def _begins(texts: Iterable[str]) -> bool:
    """Whether a table begins with the first line, one of hyphens; a head may part it from another."""
    for number, text in enumerate(texts):
        if DASHES.fullmatch(text.strip()):
            return True
        if bool(number) == bool(FULL.fullmatch(text.strip())) or not text.strip():
            break
    return False


def _block(lines: Sequence[Line], first: int, rule: int, edge: str) -> list[Line]:
    """Lines without what they begin with, from two above a line of hyphens to the end of their block."""
    depth, width = edge.count(">"), len(edge.rpartition(">")[2])
    block: list[Line] = []
    for number in range(first, min(rule + MOST_LINES, len(lines))):
        start, line = lines[number]
        begin = 0
        for _ in range(depth):
            begin = line.find(">", begin) + 1 or len(line)
        if not line.strip(" \t>") or NAME.match(line, begin):
            block.append((start, ""))
        elif not line[begin : begin + width].strip() and len(line) >= begin + width:
            block.append((start + begin + width, line[begin + width :]))
        elif number < rule:
            block.append((start, NOT_OF_IT))
        else:
            break
    return block
