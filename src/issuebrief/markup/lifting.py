"""Copy words out of the text.

In:  nodes of a tree.
Out: copies that can stand a second time in the document: emphasis is kept; note marks, links,
     ids and anything but inline elements are not.
"""

from __future__ import annotations

from issuebrief.markup.tree import Element, Node, Text, is_blank, is_note_mark, names

KEPT = names("abbr b bdi cite code em i mark q s small strong sub sup u")
PARAGRAPHS = frozenset(("p",))
KEPT_ATTRIBUTES = ("lang", "title", "dir")


def without_links(nodes: list[Node]) -> list[Node]:
    """Copies of paragraphs, without what must not stand twice."""
    return [copied for node in nodes for copied in _copy(node, KEPT | PARAGRAPHS)]


def between(block: Element, begin: Element, end: str) -> list[Node]:
    """Copies of what stands in a block between `begin` and the element of tag `end` with its number."""
    lifting = _Lifting(begin, end)
    nodes = lifting.copy(block)
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
    return children


class _Lifting:
    """A walk through a block that copies while it is between two limits."""

    def __init__(self, begin: Element, end: str) -> None:
        self.begin, self.end = begin, end
        self.inside = False

    def copy(self, parent: Element) -> list[Node]:
        nodes: list[Node] = []
        for child in parent.children:
            if isinstance(child, Text):
                nodes += [Text(child.value)] if self.inside else []
            elif child is self.begin:
                self.inside = True
            elif child.tag == self.end and child.attributes == self.begin.attributes:
                self.inside = False
            elif child.tag == "br":
                nodes += [Text(" ")] if self.inside else []
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
