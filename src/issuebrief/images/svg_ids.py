"""Parts of drawings (SVG) found by their ids at once.

In:  drawings, while WeasyPrint draws them.
Out: the same; gradients, patterns, clippings and all else that is named are looked up in an index. WeasyPrint
     goes through the whole drawing for each, which takes minutes where there are thousands.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import NODE_GET_CHILD, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import SvgNode


@contextmanager
def parts_by_id() -> Iterator[None]:
    """Look parts up in an index while the block draws."""
    plain = NODE_GET_CHILD.value

    def get_child(root: SvgNode, name: str) -> SvgNode | None:
        index: _Index | None = root.__dict__.get("_index")
        if index is None:
            index = root._index = _Index(root._etree_node)
        steps = index.steps_to(name)
        if steps is None:
            return None
        node = root
        for element in steps:
            child = _child(node, element)
            if child is None:
                # The text of a drawing has other parts than the file.
                other: SvgNode | None = plain(root, name)
                return other
            node = child
        return node

    with replaced(NODE_GET_CHILD, get_child):
        yield


class _Index:
    """The elements inside a drawing by their ids, and the parent of each."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._named: dict[str | None, Element] = {}
        for element in root.iter():
            if element is not root:
                self._named.setdefault(element.get("id"), element)

    def steps_to(self, name: str) -> list[Element] | None:
        """The elements from the outermost to the one of that id; None where there is none."""
        element = self._named.get(name)
        steps = []
        while element is not None and element is not self._root:
            steps.append(element)
            element = self._parents.get(element)
        return steps[::-1] or None


def _child(node: SvgNode, element: Element) -> SvgNode | None:
    """The child of a node that stands for an element."""
    kept: list[SvgNode] | None = node.__dict__.get("_children")
    children = list(node) if kept is None else kept
    known: tuple[list[SvgNode], dict[Element, SvgNode]] | None = node.__dict__.get("_by_element")
    if known is None or known[0] is not children:
        known = node._by_element = (children, {child._etree_node: child for child in children})
    return known[1].get(element)
