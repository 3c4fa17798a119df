"""Paragraphs with blocks inside, as HTML in the middle of a line makes them, parted at the blocks.

In:  a tree of HTML.
Out: the same, in which a list, a quotation or a table that begins in a line of text stands between what is
     before and behind it. No paragraph may hold one: every reader of HTML would end it there, and what
     follows would be text without a paragraph.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, Node, is_blank, is_block, walk
from issuebrief.markdown_body.source.source_lines import same_line

if TYPE_CHECKING:
    from collections.abc import Iterator


def part_paragraphs(root: Element) -> None:
    """Part the paragraphs below a root."""
    for parent in [root, *walk(root)]:
        if any(_holds_blocks(child) for child in parent.children):
            parent.children = [part for child in parent.children for part in _parts(child)]


def _holds_blocks(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "p" and any(map(is_block, node.children))


def _parts(node: Node) -> Iterator[Node]:
    """The blocks of a paragraph, and paragraphs of what is between them; the first keeps its id."""
    if not isinstance(node, Element) or not _holds_blocks(node):
        yield node
        return
    attributes = node.attributes
    for stands_alone, found in groupby(node.children, is_block):
        nodes = list(found)
        if stands_alone:
            yield from nodes
        elif not all(map(is_blank, nodes)):
            yield Element("p", attributes, nodes)
            attributes = same_line(node)
