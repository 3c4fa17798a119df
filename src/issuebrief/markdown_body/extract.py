"""Copy words out of the text.

In:  nodes of a tree.
Out: copies that can stand a second time in the document: emphasis is kept; note marks, links,
     ids and anything but inline elements are not. What stood in a block of its own stays apart.
"""

from __future__ import annotations

from issuebrief.markdown_body.source.html_tree import (
    BLOCKS,
    Element,
    Node,
    Text,
    is_blank,
    is_note_mark,
    names,
    walk,
)

KEPT = names("abbr b bdi cite code em i mark q s small strong sub sup u")
PARAGRAPHS = frozenset(("p",))
Places = dict[int, tuple[Element, int]]
"""Elements, by their identity: the parent of each, and its number among the parent's children."""

KEPT_ATTRIBUTES = ("lang", "title", "dir")


def without_links(nodes: list[Node]) -> list[Node]:
    """Copies of paragraphs, without what must not stand twice."""
    return [copied for node in nodes for copied in _copy(node, KEPT | PARAGRAPHS)]


def places(block: Element) -> Places:
    """Where each element of a block stands: its parent and its number among the children."""
    return {
        id(child): (parent, number)
        for parent in (block, *walk(block))
        for number, child in enumerate(parent.children)
        if isinstance(child, Element)
    }


def between(block: Element, begin: Element, end: str, found: Places) -> list[Node]:
    """Copies of what stands in a block between `begin` and the element of tag `end` with its number.

    Only what stands there is looked at, so that many passages of a long block take no longer than one.
    """
    copier = _Copier(begin, end)
    nodes: list[Node] = []
    inner = begin
    while inner is not block:
        parent, number = found[id(inner)]
        nodes += copier.copy(parent, number + 1)
        if parent is not block:
            nodes = _wrap(parent, nodes, KEPT)
        inner = parent
    _trim(nodes)
    return nodes


def _copy(node: Node, kept: frozenset[str]) -> list[Node]:
    if isinstance(node, Text):
        return [Text(node.value)]
    if is_note_mark(node):
        return []
    if node.tag == "br":
        return [Text(" ")]
    children = [copied for child in node.children for copied in _copy(child, kept)]
    return _wrap(node, children, kept)


def _wrap(node: Element, children: list[Node], kept: frozenset[str]) -> list[Node]:
    """The children in a copy of their element, or alone where the element is not kept."""
    attributes = {name: node.attributes[name] for name in KEPT_ATTRIBUTES if name in node.attributes}
    if node.tag in kept or (node.tag == "span" and "lang" in attributes):
        return [Element(node.tag, attributes, children)] if children else []
    if node.tag not in BLOCKS:
        return children
    if kept >= PARAGRAPHS and not any(isinstance(child, Element) and child.tag == "p" for child in children):
        return [Element("p", attributes, children)] if children else []
    # Words of two items are not one word.
    return [Text(" "), *children, Text(" ")]


class _Copier:
    """A walk from a limit on that copies until it comes to the other."""

    def __init__(self, begin: Element, end: str) -> None:
        self.begin, self.end = begin, end
        self.inside = True

    def copy(self, parent: Element, number: int = 0) -> list[Node]:
        """Copies of the children of an element, from a number on, that stand before the other limit."""
        nodes: list[Node] = []
        while self.inside and number < len(parent.children):
            child = parent.children[number]
            number += 1
            if isinstance(child, Text):
                nodes.append(Text(child.value))
            elif child.tag == self.end and child.attributes == self.begin.attributes:
                self.inside = False
            elif child.tag == "br":
                nodes.append(Text(" "))
            elif not is_note_mark(child):
                nodes += _wrap(child, self.copy(child), KEPT)
        return nodes


def _trim(nodes: list[Node]) -> None:
    while nodes and is_blank(nodes[0]):
        nodes.pop(0)
    while nodes and is_blank(nodes[-1]):
        nodes.pop()
    if nodes and isinstance(first := nodes[0], Text):
        first.value = first.value.lstrip()
    if nodes and isinstance(last := nodes[-1], Text):
        last.value = last.value.rstrip()
