"""Figures and tables, as JATS has them.

In:  `figure` and `table` elements of HTML.
Out: `fig` with its graphics, `table-wrap` with its table; label, caption and source of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from issuebrief.markdown_body.source.html_tree import Element, Text, text_of, walk
from issuebrief.metadata.field_words import on_a_line
from issuebrief.metadata.xml_text import node, text_node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.markdown_body.source.html_tree import Node
    from issuebrief.metadata.jats.ids import Targets
    from issuebrief.metadata.jats.inline import InlineWriter

IN_FIGURES = ("p", "list", "def-list", "disp-quote", "code", "disp-formula", "table-wrap")
IN_CELLS = ("p", "list", "def-list", "disp-quote", "code", "disp-formula")
PARTS = ("thead", "tfoot", "tbody")
"""The parts of a table, in the order in which JATS wants them."""
ALIGNED = ("left", "right", "center", "justify")


class WritesBlocks(Protocol):
    """Who writes what stands in figures and cells."""

    def blocks(self, nodes: Iterable[Node]) -> list[Element]:
        """The nodes as blocks."""


class FigureWriter:
    """Writes figures and tables."""

    def __init__(self, inline: InlineWriter, writer: WritesBlocks, targets: Targets) -> None:
        self.inline = inline
        self.writer = writer
        self.targets = targets

    def figure(self, figure: Element) -> list[Element]:
        """A figure, or the table that it holds."""
        caption = next((each for each in walk(figure) if each.tag == "figcaption"), None)
        label, words, sources = self._parts_of(caption)
        tables = [each for each in walk(figure) if each.tag == "table"]
        if tables:
            foot = node("table-wrap-foot", *(Element("p", {}, each) for each in sources)) if sources else None
            made = [self._table(each) for each in tables]
            found = node("table-wrap", label, words, *filter(None, made), foot)
        else:
            rest = [each for each in figure.children if each is not caption]
            attribution = [Element("attrib", {}, each) for each in sources]
            found = node("fig", label, words, *self._content(rest), *attribution)
        if target := self.targets.get(figure.attributes.get("id") or ""):
            found.attributes["id"] = target.id
        return [found]

    def lone_table(self, table: Element) -> list[Element]:
        """A table without a figure around it."""
        title = next((each for each in walk(table) if each.tag == "caption"), None)
        caption = _caption(self.inline.nodes(title.children)) if title else None
        made = self._table(table)
        return [node("table-wrap", caption, made)] if made else []

    def _parts_of(self, caption: Element | None) -> tuple[Element | None, Element | None, list[list[Node]]]:
        """Label, caption, and what says where it is from."""
        if not caption:
            return None, None, []
        label: Element | None = None
        sources: list[list[Node]] = []
        words: list[Node] = []
        for child in caption.children:
            classes = child.classes if isinstance(child, Element) else []
            if isinstance(child, Element) and "label" in classes:
                label = text_node("label", on_a_line(text_of(child)))
            elif isinstance(child, Element) and {"source", "credit", "figure-note"} & set(classes):
                sources.append(self.inline.nodes(child.children))
            else:
                words += self.inline.nodes([child])
        return label, _caption(words), sources

    def _content(self, nodes: Iterable[Node]) -> list[Element]:
        """The pictures of a figure, and whatever else is in it."""
        made: list[Element] = []
        for each in nodes:
            if isinstance(each, Element) and each.tag != "img" and each.tag != "figcaption":
                pictures = [picture for picture in walk(each) if picture.tag == "img"]
                if pictures:
                    made += filter(None, map(self._graphic, pictures))
                else:
                    blocks = self.writer.blocks([each])
                    made += [one if one.tag in IN_FIGURES else Element("p", {}, [one]) for one in blocks]
            elif isinstance(each, Element) and each.tag == "img":
                made += filter(None, [self._graphic(each)])
            elif isinstance(each, Text) and each.value.strip():
                made.append(Element("p", {}, self.inline.nodes([each])))
        return made

    def _graphic(self, picture: Element) -> Element | None:
        address = self.inline.address_of(picture.attributes.get("src") or "")
        alt = text_node("alt-text", on_a_line(picture.attributes.get("alt") or ""))
        return node("graphic", alt, xlink__href=address) if address else None

    def _table(self, table: Element) -> Element | None:
        """A table; none where it has no rows."""
        parts: dict[str, list[Element]] = {part: [] for part in PARTS}
        for child in table.children:
            if isinstance(child, Element) and child.tag in PARTS:
                parts[child.tag] += self._rows(child.children)
            elif isinstance(child, Element) and child.tag == "tr":
                parts["tbody"] += self._rows([child])
        if not parts["tbody"] and (head := parts["thead"] or parts["tfoot"]):
            return node("table", node("tbody", *head))
        made = [node(part, *parts[part]) for part in PARTS if parts[part]]
        return node("table", *made) if made else None

    def _rows(self, rows: Iterable[Node]) -> list[Element]:
        made = []
        for row in rows:
            if isinstance(row, Element) and row.tag == "tr":
                cells = [
                    self._cell(each)
                    for each in row.children
                    if isinstance(each, Element) and each.tag in ("td", "th")
                ]
                made += [node("tr", *cells)] if cells else []
        return made

    def _cell(self, cell: Element) -> Element:
        found = Element(cell.tag)
        for name in ("colspan", "rowspan"):
            if (value := cell.attributes.get(name) or "").isdecimal() and value != "0":
                found.attributes[name] = value
        if (scope := cell.attributes.get("scope")) in ("row", "col", "rowgroup", "colgroup"):
            found.attributes["scope"] = scope
        style = (cell.attributes.get("style") or "").replace(" ", "")
        aligned = next((each for each in ALIGNED if f"text-align:{each}" in style), "")
        if aligned:
            found.attributes["align"] = aligned
        blocks = self.writer.blocks(cell.children)
        if len(blocks) == 1 and blocks[0].tag == "p":
            found.children = blocks[0].children
        else:
            found.children += [
                one if one.tag in IN_CELLS else node("p", on_a_line(text_of(one))) for one in blocks
            ]
        return found


def trimmed(words: list[Node]) -> list[Node]:
    """Text without the white space at its ends."""
    first, last = words[0], words[-1]
    if isinstance(first, Text):
        words = [Text(first.value.lstrip()), *words[1:]]
    if isinstance(last, Text) and isinstance(last := words[-1], Text):
        words = [*words[:-1], Text(last.value.rstrip())]
    return words


def _caption(words: list[Node]) -> Element | None:
    """A caption of one paragraph."""
    if not any(not isinstance(each, Text) or each.value.strip() for each in words):
        return None
    return node("caption", Element("p", {}, trimmed(words)))
