"""Take the marks off a part of a marked page, as if all its changes had been accepted.

In:  marked nodes.
Out: nodes that say what the later version says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, Node

if TYPE_CHECKING:
    from collections.abc import Iterable

GONE = frozenset(("deleted", "moved-from", "move-from", "move-to"))
MARKED = frozenset(("inserted", "moved-to", "restyled"))


def accepted(nodes: Iterable[Node]) -> list[Node]:
    """The nodes without what was taken out, and without marks on what was put in."""
    found: list[Node] = []
    for node in nodes:
        if not isinstance(node, Element):
            found.append(node)
        elif node.tag == "del" or not GONE.isdisjoint(node.classes):
            continue
        elif node.tag == "ins":
            found += accepted(node.children)
        else:
            kept = [name for name in node.classes if name not in MARKED]
            attributes = {**node.attributes, "class": " ".join(kept)} if kept else _bare(node)
            found.append(Element(node.tag, attributes, accepted(node.children)))
    return found


def _bare(node: Element) -> dict[str, str | None]:
    return {name: value for name, value in node.attributes.items() if name != "class"}
