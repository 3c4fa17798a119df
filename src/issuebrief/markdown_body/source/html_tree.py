"""HTML as a tree that the passes of this stage rearrange.

In:  HTML from Python-Markdown, raw HTML of the author's included, however broken.
Out: `Element` and `Text` nodes, and HTML again in which every element is closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from issuebrief.formulas.mathml import FORMULA_TEXT
from issuebrief.markdown_body.source.open_tags import KnowsLastTag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def names(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


VOID = names("area base br col embed hr img input link meta param source track wbr")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | names(
    "address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul"
)
VERBATIM = names("code kbd math pre samp script style svg textarea tt")
# Tags that would end or replace the page they are put into.
REFUSED = names("body frameset head html plaintext")
RAW_TEXT = frozenset(("script", "style"))
NO_CHARACTER = re.compile("&#(?:[0-9]{10,}|[xX][0-9a-fA-F]{10,});?")
"""A numeric reference that no character has, and whose number Python may refuse to read."""

NOT_A_NAME = re.compile("\ufdd0[a-z]\\d+\ufdd1|[^a-z0-9:_.-]")


@dataclass(slots=True, eq=False)
class Text:
    """Characters, unescaped."""

    value: str


@dataclass(slots=True, eq=False)
class Element:
    """An element; the root of a tree is one without a tag."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Text | Element] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The words of the `class` attribute."""
        return (self.attributes.get("class") or "").split()


Node = Text | Element


def element(tag: str, attributes: dict[str, str | None] | None = None, *children: Node | str) -> Element:
    """An element around nodes and plain strings."""
    nodes: list[Node] = [Text(child) if isinstance(child, str) else child for child in children]
    return Element(tag, attributes or {}, nodes)


def parse(html: str) -> Element:
    """Read HTML; what the author left open is closed where the element around it ends."""
    builder = _TreeBuilder()
    builder.feed(NO_CHARACTER.sub("\ufffd", html) if "&#" in html else html)
    builder.close()
    return builder.root


def serialise(nodes: Iterable[Node]) -> str:
    """Write nodes as HTML."""
    out: list[str] = []
    for node in nodes:
        _write(node, out, raw=False)
    return "".join(out)


def walk(root: Element) -> Iterator[Element]:
    """All elements below `root`, in the order of the text."""
    stack = [child for child in reversed(root.children) if isinstance(child, Element)]
    while stack:
        found = stack.pop()
        yield found
        stack.extend(child for child in reversed(found.children) if isinstance(child, Element))


def is_note_mark(node: Node) -> bool:
    """Whether the node is the mark of an endnote."""
    return isinstance(node, Element) and node.tag == "a" and "note-mark" in node.classes


def text_of(node: Node) -> str:
    """The characters in a node, those of note marks left out."""
    if isinstance(node, Text):
        return node.value
    if node.tag == "math" and (text := node.attributes.get(FORMULA_TEXT)):
        return text
    return "".join(text_of(child) for child in node.children if not is_note_mark(child))


def is_blank(node: Node) -> bool:
    """Whether the node is white space between elements."""
    return isinstance(node, Text) and not node.value.strip()


def is_block(node: Node) -> bool:
    """Whether a node is an element that stands for itself, not in a line."""
    return isinstance(node, Element) and node.tag in BLOCKS


class _TreeBuilder(KnowsLastTag, HTMLParser):
    """Builds the tree from what the tolerant parser of the standard library reports."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = _element(tag, attrs)
        if found is None:
            return
        tag = found.tag
        self._open[-1].children.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = _element(tag, attrs)
        if found is not None:
            self._open[-1].children.append(found)

    def handle_endtag(self, tag: str) -> None:
        tag = NOT_A_NAME.sub("", tag)
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        siblings = self._open[-1].children
        if siblings and isinstance(siblings[-1], Text):
            siblings[-1].value += data
        else:
            siblings.append(Text(data))


def _element(tag: str, attributes: list[tuple[str, str | None]]) -> Element | None:
    """The element of a start tag, its names made fit for HTML; nothing where it is refused."""
    tag = NOT_A_NAME.sub("", tag)
    if not tag or tag in REFUSED:
        return None
    # As in a browser, the first of several attributes of a name counts.
    named = {NOT_A_NAME.sub("", name): value for name, value in reversed(attributes)}
    return Element(tag, {name: value for name, value in named.items() if name})


def _write(node: Node, out: list[str], *, raw: bool) -> None:
    if isinstance(node, Text):
        out.append(node.value if raw else escape(node.value, quote=False))
        return
    if node.tag:
        out.append(f"<{node.tag}{''.join(_attribute(*item) for item in node.attributes.items())}>")
        if node.tag in VOID:
            return
    for child in node.children:
        _write(child, out, raw=node.tag in RAW_TEXT)
    if node.tag:
        out.append(f"</{node.tag}>")


def _attribute(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'
