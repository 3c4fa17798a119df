"""Tables whose cells are parted by tabs, as a spreadsheet copies them.

In:  the manuscript as it was typed.
Out: cuts that write them with strokes, and a problem for each that says so.

Two lines and more are a table where they have the same number of tabs; of some the last cells may be empty.
What begins like a list, a quotation, code or a tag is none, and neither is a row of names with colons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, Severity, diagnostic
from issuebrief.markdown_body.source.markdown_source import MASK, Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

NO_ROW = re.compile(
    r" |[ \t]*(?:[-*+•◦·▪‣●■◆➢➤►▶–—→>#§○o]|:|\[\^[^\]\n]*\]:?|!!!|[¹²³⁰-⁹]+)[ \t]"
    r"|[ \t]*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,4})[.)](?: |\t[^\t\n]*$)"
    r"|[ \t]*[<|>]|[ \t]*:::"
)
"""What begins a line that is no row."""
FEW_TABS = re.compile(r"\t+")


@dataclass(frozen=True)
class _Rows:
    """Lines with tabs, and the pattern that parts their cells."""

    lines: Sequence[tuple[int, str]]
    gap: re.Pattern[str]
    columns: int


def tab_tables(manuscript: MarkdownSource) -> tuple[list[Substitution], list[Diagnostic]]:
    """Cuts for all tables of tabs outside code, and what is told of them."""
    cuts: list[Substitution] = []
    problems: list[Diagnostic] = []
    for rows in _tables(list(manuscript.lines())) if "\t" in manuscript.masked else ():
        cuts += _written(rows)
        first = rows.lines[0][0]
        message = f"these {len(rows.lines)} lines with tabs are set as a table"
        hint = "its first line is the head; write spaces in place of the tabs if it is no table"
        place, excerpt = manuscript.place(first), manuscript.excerpt(first)
        problems.append(diagnostic(Severity.INFO, "tables.from-tabs", message, place, hint, excerpt))
    return cuts, problems


def _tables(lines: Sequence[tuple[int, str]]) -> Iterator[_Rows]:
    block: list[tuple[int, str]] = []
    blank = True
    for start, line in [*lines, (0, "")]:
        may_be_row = "\t" in line.strip(" ") and MASK not in line and not NO_ROW.match(line)
        if may_be_row and (block or _begins(line, blank)):
            block.append((start, line))
        else:
            if rows := _rows(block):
                yield rows
            block = []
        blank = not line.strip()


def _begins(line: str, blank: bool) -> bool:
    """Whether a line may be the head of a table: its first cell may be empty, where it is no code."""
    return bool(line.strip()) and (not line.startswith("\t") or (blank and "\t" in line.strip()))


def _rows(block: Sequence[tuple[int, str]]) -> _Rows | None:
    """The rows that lines make, if they do: as many cells as in the first are in each, or in most."""
    if len(block) < 2 or (block[0][1].startswith("\t") and block[1][1].startswith("\t")):
        return None
    for gap in (re.compile("\t"), FEW_TABS):
        cells = [[cell.strip() for cell in gap.split(line)] for _, line in block]
        counts = [len(row) for row in cells]
        filled = sum(bool(cell) for row in cells for cell in row)
        alike = counts.count(counts[0]) * 2 > len(counts) and max(counts) == counts[0]
        no_column_is_empty = all(map(any, zip(*cells, strict=False)))
        if alike and min(counts) > 1 and filled * 3 >= sum(counts) * 2 and no_column_is_empty:
            named = all(row[0].endswith(":") for row in cells)
            return None if named else _Rows(block, gap, counts[0])
    return None


def _written(rows: _Rows) -> Iterator[Substitution]:
    """Cuts that write the rows with strokes, with empty lines around them."""
    last = len(rows.lines) - 1
    for number, (start, line) in enumerate(rows.lines):
        end = start + len(line)
        yield Substitution(start, start, "\n| " if not number else "| ")
        for match in re.finditer(r"\|", line):
            yield Substitution(start + match.start(), start + match.end(), r"\|")
        gaps = list(rows.gap.finditer(line))
        for match in gaps:
            yield Substitution(start + match.start(), start + match.end(), " | ")
        missing = " | " * (rows.columns - 1 - len(gaps))
        rule = "\n|" + "---|" * rows.columns if not number else ""
        yield Substitution(end, end, f"{missing} |{rule}" + ("\n" if number == last else ""))
