"""Pandoc's tables and captions of tables in the tree.

In:  tables found in the source, and a way to convert Markdown; then the tree of the body.
Out: `table` elements in place of their stand-ins; captions that begin with a colon, or stand before their
     table, where `figures.py` looks for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING

from issuebrief.markdown_body.figures.figures import TABLE_CAPTION
from issuebrief.markdown_body.html_attributes import read_html
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_blank, walk
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.markdown_body.source.placeholders import CLOSE, OPEN, PATTERN, stand_in
from issuebrief.markdown_body.source.source_lines import KIND as LINE_KIND
from issuebrief.markdown_body.source.text_lines import TABLE_RULE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource
    from issuebrief.markdown_body.tables.text_table import Cell, TextTable

KIND = "t"
STAND_IN = re.compile(f"{OPEN}{KIND}(\\d+){CLOSE}")
CAPTION = re.compile(r"(?P<prefix>[ \t>]*)(?::|table:)[ \t]+(?=\S)")
NO_TEXT = " \t>"
"""What a line has that holds nothing, in a quotation too."""
PIPE = re.compile(r"(?<!\\)\|")


def find_captions(manuscript: MarkdownSource, tables: Sequence[TextTable]) -> list[Substitution]:
    """Cuts that write `Table:` where a caption before or behind a table begins with a colon.

    Further lines that begin so go on with the caption.
    """
    lines = list(manuscript.lines())
    if not any(CAPTION.match(line) for _, line in lines):
        return []
    inside = _table_lines(lines, tables)
    cuts: list[Substitution] = []
    captions: set[int] = set()
    for number, (start, line) in enumerate(lines):
        match = CAPTION.match(line)
        if not match or number in inside:
            continue
        before = next((n for n in range(number - 1, -1, -1) if lines[n][1].strip(NO_TEXT)), -1)
        end = next((n for n in range(number, len(lines)) if not lines[n][1].strip(NO_TEXT)), len(lines))
        behind = next((n for n in range(end, len(lines)) if lines[n][1].strip(NO_TEXT)), -1)
        alone = number == 0 or not lines[number - 1][1].strip(NO_TEXT)
        prefix = match["prefix"]
        if before in inside or (alone and behind in inside):
            empty = f"{prefix.rstrip()}\n"
            cuts.append(Substitution(start, start + match.end(), f"{empty * 2}{prefix}Table: "))
            captions |= set(range(number, end))
        elif before in captions:
            cuts.append(Substitution(lines[before + 1][0] - 1, start + match.end(), f"\n{prefix}"))
            captions |= set(range(number, end))
    return cuts


def _table_lines(lines: list[tuple[int, str]], tables: Sequence[TextTable]) -> set[int]:
    """The numbers of the lines that tables stand on."""
    found = {
        number
        for number, (start, _) in enumerate(lines)
        if any(table.start <= start <= table.end for table in tables)
    }
    for number, (_, line) in enumerate(lines[1:], 1):
        if "-" in line and TABLE_RULE.fullmatch(line.lstrip(NO_TEXT)) and PIPE.search(lines[number - 1][1]):
            found.add(number - 1)
            while number < len(lines) and PIPE.search(lines[number][1]):
                found.add(number)
                number += 1
    return found


@dataclass(frozen=True)
class Reader:
    """What reads a cell: the Markdown between two offsets, the HTML of Markdown, the line of an offset."""

    copy: Callable[[int, int], str]
    convert: Callable[[str], str]
    line: Callable[[int], int]


def set_tables(root: Element, tables: Sequence[TextTable], reader: Reader) -> None:
    """Put the tables where their stand-ins are."""
    if not tables:
        return
    children: list[Node] = []
    for child in root.children:
        if (number := _number(child)) is not None:
            children.append(_element(tables[number], reader))
        elif isinstance(child, Text):
            children += _with_tables(child, tables, reader)
        else:
            set_tables(child, tables, reader)
            children.append(child)
    root.children = children


def _with_tables(text: Text, tables: Sequence[TextTable], reader: Reader) -> list[Node]:
    """A text parted at its tables: Markdown reads a table above a definition as the term that is defined."""
    pieces = STAND_IN.split(text.value)
    if len(pieces) == 1:
        return [text]
    nodes: list[Node] = [Text(pieces[0])]
    for number, behind in zip(pieces[1::2], pieces[2::2], strict=True):
        nodes += [_element(tables[int(number)], reader), Text(behind)]
    return nodes


def _number(node: Node) -> int | None:
    """The number of the table that a paragraph stands for."""
    if not isinstance(node, Element) or node.tag != "p" or len(node.children) != 1:
        return None
    text = node.children[0]
    match = PATTERN.fullmatch(text.value.strip()) if isinstance(text, Text) else None
    return int(match[2]) if match and match[1] == KIND else None


def _element(table: TextTable, reader: Reader) -> Element:
    rows: list[Node] = []
    for number, cells in enumerate(table.rows):
        tag = "th" if number < table.heads else "td"
        spans = table.spans[number] if table.spans else tuple((column, 1, 1) for column in range(len(cells)))
        rows.append(
            Element("tr", {}, [_cell(tag, *each, table, reader) for each in zip(cells, spans, strict=True)])
        )
    columns = [
        Element("col", {"style": f"width: {100 * width / sum(table.widths):.1f}%"}) for width in table.widths
    ]
    shares: list[Node] = [Element("colgroup", {}, [*columns])] if columns else []
    head: list[Node] = [Element("thead", {}, rows[: table.heads])] if table.heads else []
    return Element("table", {}, [*shares, *head, Element("tbody", {}, rows[table.heads :])])


def _cell(tag: str, cell: Cell, span: tuple[int, int, int], table: TextTable, reader: Reader) -> Element:
    """A cell; its words never begin a list or a heading unless the table is a grid."""
    pieces = [reader.copy(start, end).rstrip() for start, end in cell]
    line = stand_in(LINE_KIND, reader.line(cell[0][0]))
    if table.blocks:
        html = reader.convert(dedent("\n".join(pieces)).strip())
    else:
        # The stand-in of the line comes first, so that nothing behind it begins a list.
        text = "\n".join(piece.strip() for piece in pieces).strip()
        html = reader.convert(f"{line} {text}")
    column, high, wide = span
    align = table.alignments[column]
    style: dict[str, str | None] = {"style": f"text-align: {align};"} if align else {}
    style |= {name: str(count) for name, count in (("rowspan", high), ("colspan", wide)) if count > 1}
    root = read_html(html)
    return Element(tag, style, [Text(f"{line} "), *_unwrapped(root.children)])


def _unwrapped(nodes: list[Node]) -> list[Node]:
    """The contents of a cell that is one paragraph, without the paragraph."""
    content = [node for node in nodes if not is_blank(node)]
    if len(content) == 1 and isinstance(content[0], Element) and content[0].tag == "p":
        return content[0].children
    return nodes


def move_captions(root: Element) -> None:
    """Put captions that stand before their table behind it."""
    for parent in [root, *walk(root)]:
        if any(isinstance(child, Element) and child.tag == "table" for child in parent.children):
            parent.children = _moved(parent.children)


def _moved(nodes: list[Node]) -> list[Node]:
    children = [node for node in nodes if not is_blank(node)]
    taken: set[int] = set()
    place = 0
    while place < len(children):
        node = children[place]
        if isinstance(node, Element) and node.tag == "table":
            if place and id(children[place - 1]) not in taken and _is_caption(children[place - 1]):
                taken.add(id(children[place - 1]))
                children[place - 1 : place + 1] = [node, children[place - 1]]
            elif place + 1 < len(children) and _is_caption(children[place + 1]):
                taken.add(id(children[place + 1]))
        place += 1
    return [part for node in children for part in (node, Text("\n"))][:-1]


def _is_caption(node: Node) -> bool:
    first = node.children[0] if isinstance(node, Element) and node.tag == "p" and node.children else None
    return isinstance(first, Text) and bool(TABLE_CAPTION.match(first.value))
