"""Blocks of text, as JATS has them.

In:  nodes of HTML.
Out: elements of JATS (Journal Publishing 1.3). Where only paragraphs may stand, as in lists and notes, other
     blocks stand within a paragraph.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, Text, is_block, text_of
from issuebrief.metadata.jats.figures import FigureWriter, trimmed
from issuebrief.metadata.jats.mathml import mathml
from issuebrief.metadata.xml_text import node, text_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from issuebrief.markdown_body.source.html_tree import Node
    from issuebrief.metadata.jats.ids import Targets
    from issuebrief.metadata.jats.inline import InlineWriter

WITH_LANGUAGE = ("p", "list", "disp-quote", "boxed-text", "fig", "table-wrap", "def-list", "code")
LIST_TYPES = {"1": "order", "a": "alpha-lower", "A": "alpha-upper", "i": "roman-lower", "I": "roman-upper"}
LANGUAGE_OF_CODE = re.compile(r"language-([\w+#-]+)")
WRAPPERS = ("div", "section", "article", "main", "center", "details", "header", "footer", "hgroup", "form")


class BlockWriter:
    """Writes blocks."""

    def __init__(self, inline: InlineWriter, targets: Targets) -> None:
        self.inline = inline
        self.targets = targets
        self.figures = FigureWriter(inline, self, targets)
        self._writers: dict[str, Callable[[Element], list[Element]]] = {
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "dl": self._definitions,
            "blockquote": self._quotation,
            "aside": self._aside,
            "pre": self._code,
            "figure": self.figures.figure,
            "table": self.figures.lone_table,
            "math": self._formula,
            "hr": lambda _: [],
        }

    def blocks(self, nodes: Iterable[Node]) -> list[Element]:
        """The nodes as blocks; text that stands loose among them becomes a paragraph."""
        made: list[Element] = []
        for is_whole, held in groupby(nodes, key=_is_whole):
            if is_whole:
                for each in held:
                    made += self._block(each)
            else:
                made += self._loose(list(held))
        return made

    def paragraphs(self, nodes: Iterable[Node], *also: str) -> list[Element]:
        """The nodes as paragraphs, and the elements that may stand beside these."""
        blocks = self.blocks(nodes)
        return [each if each.tag in ("p", *also) else Element("p", {}, [each]) for each in blocks]

    def _block(self, block: Node) -> list[Element]:
        if isinstance(block, Text):
            return []
        writer = self._writers.get(block.tag)
        if writer:
            made = writer(block)
        elif block.tag in HEADINGS or block.tag == "summary":
            inner = self.inline.nodes(block.children)
            made = [node("p", Element("bold", {}, inner))] if inner else []
        elif block.tag == "div" and "box" in block.classes:
            made = [self._box(block)]
        elif block.tag == "div" and "equation" in block.classes:
            made = self._equation(block)
        else:
            made = self.blocks(block.children)
        if lang := block.attributes.get("lang"):
            for each in made:
                if each.tag in WITH_LANGUAGE:
                    each.attributes.setdefault("xml:lang", lang)
        return made

    def _loose(self, nodes: Sequence[Node]) -> list[Element]:
        inner = self.inline.nodes(nodes)
        return [Element("p", {}, trimmed(inner))] if _says_something(inner) else []

    def _paragraph(self, paragraph: Element) -> list[Element]:
        """A paragraph; where HTML has blocks in it, these stand for themselves."""
        if any(_is_whole(child) for child in paragraph.children):
            return self.blocks(paragraph.children)
        return self._loose(paragraph.children)

    def _list(self, items: Element) -> list[Element]:
        kind = LIST_TYPES.get(items.attributes.get("type") or "1", "order") if items.tag == "ol" else "bullet"
        start = items.attributes.get("start") or "1"
        number = int(start) if re.fullmatch(r"-?\d{1,9}", start) else 1
        made: list[Element] = []
        for item in items.children:
            if not isinstance(item, Element):
                continue
            inner = self.paragraphs(item.children if item.tag == "li" else [item], "list", "def-list")
            given = item.attributes.get("value") or ""
            number = int(given) if re.fullmatch(r"-?\d{1,9}", given) else number
            label = text_node("label", str(number)) if kind == "order" and (start != "1" or given) else None
            made.append(node("list-item", label, *(inner or [node("p")])))
            number += 1
        found = node("list", *made)
        found.attributes["list-type"] = kind
        return [found] if made else []

    def _definitions(self, items: Element) -> list[Element]:
        made: list[Element] = []
        for item in _flat(items.children):
            if item.tag == "dt":
                made.append(node("def-item", Element("term", {}, self.inline.nodes(item.children))))
            elif item.tag == "dd":
                made = made or [node("def-item", node("term"))]
                made[-1].children.append(
                    Element("def", {}, [*(self.paragraphs(item.children) or [node("p")])])
                )
        return [node("def-list", *made)] if made else []

    def _quotation(self, quotation: Element) -> list[Element]:
        """A quotation; the line that says whose it is stands at its end."""
        said = [each for each in quotation.children if not _is_attribution(each)]
        whose = [each for each in quotation.children if isinstance(each, Element) and _is_attribution(each)]
        attribution = [Element("attrib", {}, self.inline.nodes(each.children)) for each in whose]
        return [node("disp-quote", *self.blocks(said), *attribution)]

    def _aside(self, aside: Element) -> list[Element]:
        if "pull-quote" not in aside.classes:
            return [node("boxed-text", *self.blocks(aside.children))]
        found = node("disp-quote", *self.blocks(aside.children))
        found.attributes["content-type"] = "pull-quote"
        return [found]

    def _box(self, box: Element) -> Element:
        label = next((each for each in box.children if isinstance(each, Element) and _is_label(each)), None)
        rest = [each for each in box.children if each is not label]
        title = self.inline.nodes(label.children) if label else []
        caption = node("caption", Element("title", {}, title)) if title else None
        found = node("boxed-text", caption, *self.blocks(rest))
        kind = next((name[4:] for name in box.classes if name.startswith("box-")), "")
        if kind:
            found.attributes["content-type"] = kind
        return self._with_id(found, box)

    def _equation(self, block: Element) -> list[Element]:
        """A formula on a line of its own, with its number."""
        label, formulas = None, []
        for child in block.children:
            if isinstance(child, Element) and child.tag == "math":
                formulas.append(mathml(child))
            elif isinstance(child, Element) and "equation-number" in child.classes:
                label = text_node("label", text_of(child).strip())
        if not formulas:
            return self.blocks(block.children)
        return [self._with_id(node("disp-formula", label, *formulas), block)]

    def _formula(self, formula: Element) -> list[Element]:
        return [node("disp-formula", mathml(formula))]

    def _code(self, block: Element) -> list[Element]:
        classes = " ".join(
            each.attributes.get("class") or "" for each in block.children if isinstance(each, Element)
        )
        language = LANGUAGE_OF_CODE.search(classes)
        return [node("code", text_of(block).rstrip("\n"), language=language[1] if language else "")]

    def _with_id(self, made: Element, block: Element) -> Element:
        if target := self.targets.get(block.attributes.get("id") or ""):
            made.attributes["id"] = target.id
        return made


def _is_whole(branch: Node) -> bool:
    """Whether a node stands for itself: a block, or a formula on a line of its own."""
    if isinstance(branch, Element) and branch.tag == "math":
        return branch.attributes.get("display") == "block"
    return is_block(branch)


def _is_attribution(branch: Node) -> bool:
    return isinstance(branch, Element) and "attribution" in branch.classes


def _is_label(block: Element) -> bool:
    return block.tag == "p" and "label" in block.classes


def _says_something(nodes: Sequence[Node]) -> bool:
    return any(not isinstance(each, Text) or each.value.strip() for each in nodes)


def _flat(nodes: Iterable[Node]) -> list[Element]:
    """Elements, those in wrappers among them."""
    found: list[Element] = []
    for each in nodes:
        if isinstance(each, Element):
            found += _flat(each.children) if each.tag in WRAPPERS else [each]
    return found
