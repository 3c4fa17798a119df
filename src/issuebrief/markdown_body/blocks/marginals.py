"""Blocks for the sidebar that are typed where they belong: figures, tables and fences of the class `margin`.

In:  the tree of the body, with its figures made.
Out: an `aside` for each such block of the body's own level, behind the block that it stands behind, and never
     right behind a heading; it names that block as its passage. In a list or a box it stays where it is.
"""

from __future__ import annotations

from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, Node, is_blank
from issuebrief.markdown_body.source.source_lines import LINE, line_of

MARGIN, MARGINAL = "margin", "marginal"
"""The class that authors write, and that of the `aside`."""


def set_marginals(root: Element) -> None:
    """Make asides of the blocks of the class `margin`."""
    children: list[Node] = []
    waiting: list[Element] = []
    passage: Element | None = None
    count = 0
    for child in root.children:
        if isinstance(child, Element) and MARGIN in child.classes:
            count += 1
            aside = _aside(child, count)
            if passage is None:
                waiting.append(aside)
            else:
                children.append(_beside(aside, passage))
            continue
        children.append(child)
        if not isinstance(child, Element) or is_blank(child) or child.tag == "aside":
            continue
        passage = None if child.tag in HEADINGS else child
        if passage is not None:
            children += [_beside(aside, passage) for aside in waiting]
            waiting = []
    root.children = [*children, *waiting]


def _aside(block: Element, number: int) -> Element:
    """The block in an `aside`, without the class that brought it there."""
    kept = " ".join(name for name in block.classes if name != MARGIN)
    block.attributes = {name: value for name, value in block.attributes.items() if name != "class"}
    if kept:
        block.attributes["class"] = kept
    attributes: dict[str, str | None] = {"class": MARGINAL, "id": f"marginal-{number}"}
    if line := line_of(block):
        attributes[LINE] = str(line)
    return Element("aside", attributes, [block])


def _beside(aside: Element, passage: Element) -> Element:
    """The `aside` with the name of its passage, which gets one where it has none."""
    name = passage.attributes.setdefault("id", f"beside-{aside.attributes['id']}")
    aside.attributes["data-passage"] = name
    return aside
