"""White that was made by hand: paragraphs of nothing but line breaks or no-break spaces.

In:  a tree of HTML.
Out: the same without them, and without line breaks at the beginning or end of a paragraph. Programs that
     export Markdown write them, and editors who miss an empty line. On the page they are holes: the white
     between blocks is the theme's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_block, walk
from issuebrief.markdown_body.source.source_lines import PATTERN as LINE_MARK

if TYPE_CHECKING:
    from collections.abc import Callable

HOLDERS = frozenset(("p", "div", "li", "dd", "td", "th", "blockquote"))
"""Elements whose first and last line begin and end without a break."""
MADE_BY_HAND = ("", "\\")
"""The words of such a paragraph: none, or the sign of a break without a line before it."""


def drop_blank_paragraphs(root: Element) -> None:
    """Take blank paragraphs, and breaks at the edges of blocks, out of a tree."""
    for parent in [root, *walk(root)]:
        parent.children = [child for child in parent.children if not _is_blank_paragraph(child)]
        if parent.tag in HOLDERS:
            parent.children = _trimmed(parent.children)


def _is_blank_paragraph(node: Node) -> bool:
    if not isinstance(node, Element) or node.tag not in ("p", "div", "center"):
        return False
    is_named = node.attributes.keys() & {"id", "class", "style"}
    return not is_named and bool(node.children) and _is_white(node)


def _is_white(element: Element) -> bool:
    """Whether there is nothing but breaks and white space in an element."""
    words = "".join(_words(child) for child in element.children if isinstance(child, Text))
    breaks = [child for child in element.children if isinstance(child, Element)]
    return words in MADE_BY_HAND and all(child.tag == "br" for child in breaks)


def _trimmed(children: list[Node]) -> list[Node]:
    """What is in a block, without breaks before its first word, behind its last, and beside other blocks."""
    if not any(map(_is_break, children)):
        return children
    kept = _without_breaks_behind(children, lambda before: before is None or is_block(before))
    kept = _without_breaks_behind(kept[::-1], lambda after: after is None or is_block(after))
    return kept[::-1]


def _without_breaks_behind(children: list[Node], is_edge: Callable[[Node | None], bool]) -> list[Node]:
    """The children but for breaks that follow an edge, with nothing but white space between."""
    kept: list[Node] = []
    before: Node | None = None
    for child in children:
        if _is_break(child) and is_edge(before):
            continue
        kept.append(child)
        if not isinstance(child, Text) or _words(child):
            before = child
    return kept


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"


def _words(text: Text) -> str:
    """A text without the mark of its line, and without white space around it."""
    return LINE_MARK.sub("", text.value).strip()
