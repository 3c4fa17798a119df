"""HTML as a tree of Pandoc, from which a Word file is made.

In:  the nodes of a text in our HTML, its notes, and the pictures.
Out: Pandoc's blocks and inlines (pandoc-types 1.23), in the styles that `word_import/` reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from issuebrief.markdown_body.source.html_tree import (
    HEADINGS,
    Element,
    Node,
    Text,
    is_blank,
    is_block,
    is_note_mark,
    serialise,
    text_of,
)
from issuebrief.word_export.pandoc_shapes import NOTHING, plain, styled, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SPACES = re.compile(r"[ \t\n\r]+")
UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060"))
"""Where lines may or may not end in print."""
WRAPPED = {
    "em": "Emph",
    "i": "Emph",
    "cite": "Emph",
    "strong": "Strong",
    "b": "Strong",
    "sup": "Superscript",
    "sub": "Subscript",
    "del": "Strikeout",
    "s": "Strikeout",
    "u": "Underline",
    "ins": "Underline",
}
LEFT_OUT = frozenset(("passage", "note-number", "back", "pull-quote"))
"""Classes of what a Word file has by itself, or what repeats words of the text."""


@dataclass
class Exporter:
    """What is needed on the way: the notes by their numbers, pictures as addresses, and what is told.

    `formulas` are those in the tree, in MathML until all are known: Pandoc makes LaTeX of them at once.
    """

    notes: Mapping[str, Element]
    pictures: Mapping[str, str]
    left_out: list[str] = field(default_factory=list)
    formulas: list[Any] = field(default_factory=list)

    def blocks(self, nodes: Iterable[Node]) -> list[Any]:
        """Blocks of Pandoc; text that stands beside blocks is a paragraph."""
        found: list[Any] = []
        loose: list[Node] = []
        for node in nodes:
            if is_block(node):
                self._close(loose, found)
                assert isinstance(node, Element)
                found += self._block(node)
            else:
                loose.append(node)
        self._close(loose, found)
        return found

    def _close(self, loose: list[Node], found: list[Any]) -> None:
        if loose and not all(map(is_blank, loose)) and (inlines := self.inlines(loose)):
            found.append({"t": "Para", "c": inlines})
        loose.clear()

    def _block(self, block: Element) -> list[Any]:
        if not LEFT_OUT.isdisjoint(block.classes):
            return []
        tag, name = block.tag, [block.attributes.get("id") or "", [], []]
        if tag in HEADINGS:
            level = max(int(tag[1]) - 1, 1)
            return [{"t": "Header", "c": [level, name, self.inlines(block.children)]}]
        if tag == "p":
            inlines = self.inlines(block.children)
            return [{"t": "Para", "c": inlines}] if inlines else []
        if tag in ("ul", "ol"):
            return [self._list(block)]
        if tag == "blockquote":
            return [{"t": "BlockQuote", "c": self.blocks(block.children)}]
        if tag == "pre":
            return [{"t": "CodeBlock", "c": [NOTHING, text_of(block).rstrip("\n")]}]
        if tag == "dl":
            return [self._terms(block)]
        if tag == "hr":
            return [{"t": "HorizontalRule"}]
        if tag == "table":
            return [self._table(block)]
        if tag == "figure":
            return self._figure(block)
        if "box" in block.classes:
            return [table([[[*self.blocks(block.children)]]], 0)]
        return self.blocks(block.children)

    def _list(self, block: Element) -> Any:
        items = [
            self.blocks(item.children)
            for item in block.children
            if isinstance(item, Element) and item.tag == "li"
        ]
        items = [plain(item) for item in items]
        if block.tag == "ul":
            return {"t": "BulletList", "c": items}
        start = block.attributes.get("start") or "1"
        number = int(start) if start.isdecimal() and len(start) < 6 else 1
        kinds = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
        kind = kinds.get(block.attributes.get("type") or "", "Decimal")
        return {"t": "OrderedList", "c": [[number, {"t": kind}, {"t": "Period"}], items]}

    def _terms(self, block: Element) -> Any:
        entries: list[Any] = []
        for part in block.children:
            if not isinstance(part, Element):
                continue
            if part.tag == "dt":
                entries.append([self.inlines(part.children), []])
            elif entries:
                entries[-1][1].append(self.blocks(part.children))
        return {"t": "DefinitionList", "c": entries}

    def _figure(self, block: Element) -> list[Any]:
        """A picture or a table, with its caption as a paragraph of that style and its source behind it."""
        inner = [child for child in block.children if isinstance(child, Element)]
        captions = [child for child in inner if child.tag == "figcaption"]
        rest = self.blocks(child for child in block.children if child not in captions)
        is_table = "table" in block.classes
        style = "Table Caption" if is_table else "Image Caption"
        caption: list[Any] = []
        sources: list[Any] = []
        for each in captions:
            parts = [child for child in each.children if isinstance(child, Element)]
            for part in parts:
                words = self.inlines(part.children)
                if "label" in part.classes or not words:
                    continue
                if {"source", "credit", "figure-note"} & set(part.classes):
                    sources.append({"t": "Para", "c": words})
                else:
                    named = {"t": "Span", "c": [[block.attributes.get("id") or "", [], []], words]}
                    caption.append(styled(style, [{"t": "Para", "c": [named]}]))
        return [*caption, *rest, *sources] if is_table else [*rest, *caption, *sources]

    def _table(self, block: Element) -> Any:
        rows: list[list[Any]] = []
        heads = 0
        for part in block.children:
            if not isinstance(part, Element) or part.tag not in ("thead", "tbody", "tfoot"):
                continue
            for row in part.children:
                if not isinstance(row, Element):
                    continue
                cells = [cell for cell in row.children if isinstance(cell, Element)]
                rows.append([self._cell(cell) for cell in cells])
                heads += part.tag == "thead"
        return table(rows, heads)

    def _cell(self, cell: Element) -> Any:
        spans = [cell.attributes.get(name) or "1" for name in ("rowspan", "colspan")]
        down, across = (int(span) if span.isdecimal() and len(span) < 4 else 1 for span in spans)
        style = cell.attributes.get("style") or ""
        side = next((name for name in ("right", "center") if name in style), "")
        return [
            NOTHING,
            {"t": f"Align{side.capitalize() or 'Default'}"},
            down,
            across,
            plain(self.blocks(cell.children)),
        ]

    def inlines(self, nodes: Iterable[Node]) -> list[Any]:
        """Inlines of Pandoc, without white space at both ends."""
        found = self._inlines(nodes)
        while found and found[0]["t"] in ("Space", "SoftBreak"):
            found.pop(0)
        while found and found[-1]["t"] in ("Space", "SoftBreak"):
            found.pop()
        return found

    def _inlines(self, nodes: Iterable[Node]) -> list[Any]:
        found: list[Any] = []
        for node in nodes:
            found += _words(node.value) if isinstance(node, Text) else self._inline(node)
        return found

    def _inline(self, node: Element) -> list[Any]:
        if not LEFT_OUT.isdisjoint(node.classes):
            return []
        if is_note_mark(node):
            note = self.notes.get((node.attributes.get("href") or "").removeprefix("#"))
            return [{"t": "Note", "c": self.blocks(note.children)}] if note else []
        if node.tag == "br":
            return [{"t": "LineBreak"}]
        if node.tag == "img":
            address = self.pictures.get(node.attributes.get("src") or "", "")
            said = _words(node.attributes.get("alt") or "")
            if not address:
                self.left_out.append(node.attributes.get("src") or "a picture")
                return []
            return [{"t": "Image", "c": [NOTHING, said, [address, ""]]}]
        if node.tag in ("code", "kbd", "samp"):
            return [{"t": "Code", "c": [NOTHING, text_of(node).translate(UNSEEN)]}]
        if node.tag == "math":
            kind = "DisplayMath" if node.attributes.get("display") == "block" else "InlineMath"
            self.formulas.append({"t": "Math", "c": [{"t": kind}, serialise([node])]})
            return [self.formulas[-1]]
        inner = self._inlines(node.children)
        if not inner:
            return []
        if node.tag == "a" and (href := node.attributes.get("href")):
            return [{"t": "Link", "c": [NOTHING, inner, [href, ""]]}]
        if node.tag in WRAPPED:
            return [{"t": WRAPPED[node.tag], "c": inner}]
        if lang := node.attributes.get("lang"):
            return [{"t": "Span", "c": [["", [], [["lang", lang]]], inner]}]
        if "smallcaps" in node.classes or "small-caps" in node.classes:
            return [{"t": "SmallCaps", "c": inner}]
        return inner


def _words(text: str) -> list[Any]:
    found: list[Any] = []
    parts = SPACES.split(text.translate(UNSEEN))
    for number, part in enumerate(parts):
        if number:
            found.append({"t": "Space"})
        if part:
            found.append({"t": "Str", "c": part})
    return found
