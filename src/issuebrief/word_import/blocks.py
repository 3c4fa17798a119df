"""Paragraphs, lists and the like from Pandoc's tree, as pieces of Markdown.

In:  Pandoc's blocks.
Out: `TextBlock`s in the order of the text. Nothing is decided here about what a bold line or a caption is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from issuebrief.word_import.documents.import_problems import guessed, quoted
from issuebrief.word_import.documents.marks import CLOSE_BOX, OPEN_BOX, PARAGRAPH_MARK
from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.escaping import as_paragraph, begun, finished, plain_words, settled
from issuebrief.word_import.formulas import display_alone, displayed, in_cell, parts_around
from issuebrief.word_import.inlines import SHOWN, is_bold, line_of, plain_of
from issuebrief.word_import.tables import (
    equation_row,
    framed_picture,
    picture_grid,
    single_cell,
    table_text,
)
from issuebrief.word_import.word_lists import list_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.word_import.inlines import Gathering

PICTURES = re.compile(f"{SHOWN}(\\d+)\ue0fb")
PARAGRAPHS = ("Para", "Plain")


def blocks_of(tree: Iterable[Any], gathered: Gathering, style: str = "") -> Iterator[TextBlock]:
    """The blocks of a text, of a cell or of a note."""
    for each in tree:
        kind, content = each["t"], each.get("c")
        if kind == "Div":
            yield from blocks_of(content[1], gathered, dict(content[0][2]).get("custom-style", style).lower())
        elif kind in PARAGRAPHS:
            yield from _paragraph(content, gathered, style)
        elif kind == "LineBlock":
            joined: list[Any] = []
            for line in content:
                joined += [*line, {"t": "LineBreak"}]
            yield from _paragraph(joined[:-1], gathered, style)
        elif kind == "Header":
            heading = _heading(content, gathered)
            if heading.text:
                yield heading
        elif kind == "Figure":
            yield from blocks_of(content[2], gathered, style)
            yield from blocks_of(content[1][1], gathered, "caption")
        elif kind == "Table":
            yield from blocks_of(content[1][1], gathered, "table caption")
            yield from _table(content, gathered)
        elif kind in LARGER:
            yield LARGER[kind](content, gathered, style)


def written_blocks(tree: list[Any], gathered: Gathering) -> str:
    """Blocks as Markdown by themselves, as a note or a cell holds them."""
    texts = []
    for block in blocks_of(tree, gathered):
        if block.kind in (BlockKind.BOX_START, BlockKind.BOX_END):
            continue
        texts.append(as_paragraph(block.text) if block.kind is BlockKind.PARAGRAPH else block.text)
    return "\n\n".join(text for text in texts if text.strip())


def _paragraph(inlines: list[Any], gathered: Gathering, style: str) -> Iterator[TextBlock]:
    for part in parts_around(inlines):
        alone = display_alone(part)
        if alone is None:
            yield from _lines(part, gathered, style)
            continue
        number = begun(line_of([each for each in part if each["t"] == "Str"], gathered), gathered)
        yield TextBlock(BlockKind.PARAGRAPH, displayed(*alone, gathered), alone[0], number, style)


def _lines(inlines: list[Any], gathered: Gathering, style: str) -> Iterator[TextBlock]:
    line = line_of(inlines, gathered)
    number = begun(line, gathered)
    plain = " ".join(plain_words("".join(plain_of(inlines))).split())
    for sign, kind in ((OPEN_BOX, BlockKind.BOX_START), (CLOSE_BOX, BlockKind.BOX_END)):
        if sign in line:
            yield TextBlock(kind, "", "", number)
            return
    text = finished(line)
    if text:
        pictures = tuple(int(index) for index in PICTURES.findall(text))
        bold = is_bold(inlines)
        yield TextBlock(BlockKind.PARAGRAPH, text, plain, number, style, is_bold=bold, pictures=pictures)


def _heading(content: Any, gathered: Gathering) -> TextBlock:
    inlines = _unwrapped(content[2])
    line = line_of(inlines, gathered)
    plain = " ".join(plain_words("".join(plain_of(inlines))).split())
    text = finished(line).replace("  \n", " ")
    number = begun(line, gathered)
    pictures = tuple(int(index) for index in PICTURES.findall(text))
    ids = (content[1][0],)
    return TextBlock(BlockKind.HEADING, text, plain, number, level=content[0], ids=ids, pictures=pictures)


def _unwrapped(inlines: list[Any]) -> list[Any]:
    """A heading without the bold face that a style or its author gave all of it."""
    return [part for each in inlines for part in (each["c"] if each["t"] == "Strong" else [each])]


def _table(content: Any, gathered: Gathering) -> Iterator[TextBlock]:
    """A table; one of a single cell is a box."""
    gathered.tables += 1
    framed = framed_picture(content)
    if framed is not None:
        message = "a table of one column frames a picture, and is its figure"
        gathered.told.append(guessed(gathered.path, message, gathered.number + 1))
        yield from blocks_of(framed, gathered)
        return
    grid = picture_grid(content)
    if grid is not None:
        yield from _pictures(*grid, gathered)
        return
    equation = equation_row(content)
    if equation is not None:
        yield from blocks_of(equation, gathered)
        return
    cells = single_cell(content)
    if cells is not None:
        inner = list(blocks_of(cells, gathered))
        number = inner[0].number if inner else gathered.number
        yield TextBlock(BlockKind.BOX_START, "", "", number, name="cell")
        yield from inner
        yield TextBlock(BlockKind.BOX_END, "", "", number)
        return
    number = gathered.number
    text = table_text(content, lambda blocks: in_cell(written_blocks(blocks, gathered)))
    plain = " ".join(plain_words(text).split())
    found = PARAGRAPH_MARK.search(text)
    pictures = tuple(int(index) for index in PICTURES.findall(text))
    first = int(found[1]) if found else number + 1
    yield TextBlock(BlockKind.TABLE, settled(text), plain, first, pictures=pictures)


def _pictures(pictures: list[Any], words: list[Any], gathered: Gathering) -> Iterator[TextBlock]:
    """A table of pictures: what its cells say, and the pictures as a paragraph, which will be a figure."""
    told = list(_lines(words, gathered, ""))
    message = "a table sets pictures side by side, and is one figure"
    if told:
        message += f"; the words of its cells stand before it: {quoted(told[0].plain)}"
    gathered.told.append(guessed(gathered.path, message, gathered.number))
    yield from told
    yield from _lines(pictures, gathered, "")


def _quote(content: Any, gathered: Gathering, style: str) -> TextBlock:
    inner = list(blocks_of(content, gathered, style))
    text = "\n\n".join(as_paragraph(block.text) for block in inner if block.text)
    lines = [f"> {line}".rstrip() for line in text.split("\n")]
    plain = " ".join(block.plain for block in inner)
    number = inner[0].number if inner else gathered.number
    pictures = tuple(picture for block in inner for picture in block.pictures)
    style = next((block.style for block in inner if block.style), style)
    return TextBlock(BlockKind.QUOTE, "\n".join(lines), plain, number, style, pictures=pictures)


def _bullets(content: Any, gathered: Gathering, _style: str) -> TextBlock:
    return _list(["-"] * len(content), content, gathered)


def _numbered(content: Any, gathered: Gathering, _style: str) -> TextBlock:
    (start, style, delimiter), items = content
    return _list(list_lines(start, style["t"], delimiter["t"], len(items)), items, gathered)


def _list(labels: list[str], items: list[Any], gathered: Gathering) -> TextBlock:
    texts, plains, entries = [], [], []
    number = 0
    for label, item in zip(labels, items, strict=True):
        inner = list(blocks_of(item, gathered))
        number = number or (inner[0].number if inner else 0)
        plains.append(" ".join(block.plain for block in inner))
        entries.append(" ".join(block.text.replace("  \n", " ") for block in inner))
        texts.append(_item(label, inner))
    text = "\n".join(texts)
    return TextBlock(BlockKind.LIST, text, " ".join(plains), number, items=tuple(entries))


def _item(label: str, inner: list[TextBlock]) -> str:
    parts: list[str] = []
    for block in inner:
        text = as_paragraph(block.text) if block.kind is BlockKind.PARAGRAPH else block.text
        if parts:
            parts.append("\n" if block.kind is BlockKind.LIST else "\n\n")
        parts.append(text)
    gap = "  " if label[:1].isupper() and label.endswith(".") else " "
    return f"{label}{gap}" + "".join(parts).replace("\n", "\n    ").replace("\n    \n", "\n\n")


def _definitions(content: Any, gathered: Gathering, _style: str) -> TextBlock:
    lines, plains = [], []
    for term, meanings in content:
        lines.append(finished(line_of(term, gathered)))
        plains.append(plain_words("".join(plain_of(term))))
        for meaning in meanings:
            text = written_blocks(meaning, gathered).replace("\n", "\n    ")
            lines.append(f":   {text}")
            plains.append(plain_words(text))
        lines.append("")
    return TextBlock(BlockKind.LIST, "\n".join(lines).strip(), " ".join(plains), gathered.number)


def _verbatim(content: Any, gathered: Gathering, _style: str) -> TextBlock:
    text = plain_words(content[1])
    return TextBlock(BlockKind.VERBATIM, f"```\n{text}\n```", text, gathered.number)


LARGER = {
    "BlockQuote": _quote,
    "BulletList": _bullets,
    "OrderedList": _numbered,
    "DefinitionList": _definitions,
    "CodeBlock": _verbatim,
}
