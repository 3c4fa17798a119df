"""Formulas that stand on a line of their own, set apart from the text around them and numbered.

In:  the trees of the text, in which formulas are MathML.
Out: the same with an element `div.equation` around each formula on a line of its own, and its number in
     parentheses where it has a name; and by these names what each is called where it is referred to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, Node, element, is_blank, walk
from issuebrief.markdown_body.source.source_lines import same_line
from issuebrief.theming.body_classes import EQUATION, EQUATION_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.l10n import Words

HOLDERS = frozenset(["li", "td", "th", "dd", "div", "blockquote", "section", "aside", "center", "figcaption"])
"""Elements that hold blocks, besides paragraphs."""


def set_equations(trees: Iterable[Element], words: Words) -> dict[str, str]:
    """Set formulas apart and number those that have names; what the text calls them."""
    names: dict[str, str] = {}
    for tree in trees:
        if not any(found.tag == "math" for found in walk(tree)):
            continue
        for parent in [tree, *walk(tree)]:
            if not parent.tag or parent.tag in HOLDERS:
                parent.children = list(_apart(parent.children))
        for found in walk(tree):
            _number(found, names, words)
        _bring_into_line(tree)
    return names


def _apart(nodes: list[Node]) -> Iterator[Node]:
    """Blocks, with paragraphs parted at the formulas that stand on a line of their own."""
    for node in nodes:
        if isinstance(node, Element) and node.tag == "p" and any(map(_is_display, node.children)):
            yield from _parted(node)
        elif isinstance(node, Element) and _is_display(node):
            yield _equation(node, node)
        else:
            yield node


def _parted(paragraph: Element) -> Iterator[Element]:
    run: list[Node] = []
    for child in [*paragraph.children, None]:
        if child is not None and not _is_display(child):
            run.append(child)
            continue
        if not all(map(is_blank, run)):
            yield Element("p", dict(paragraph.attributes), run)
        run = []
        if isinstance(child, Element):
            yield _equation(child, paragraph)


def _equation(math: Element, around: Element) -> Element:
    attributes: dict[str, str | None] = {**same_line(around), "class": EQUATION}
    if name := math.attributes.pop("id", None):
        attributes["id"] = name
    return Element("div", attributes, [math])


def _is_display(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "math" and node.attributes.get("display") == "block"


def _number(found: Element, names: dict[str, str], words: Words) -> None:
    name = found.attributes.get("id") if EQUATION in found.classes else None
    if not name or name in names:
        return
    number = len(names) + 1
    names[name] = words.numbered(words.equation, number)
    found.children.append(element("span", {"class": EQUATION_NUMBER}, f"({words.numeral(number)})"))


def _bring_into_line(tree: Element) -> None:
    """Formulas within headings and phrases stand in their lines, whatever signs are around them."""
    for parent in [tree, *walk(tree)]:
        if EQUATION in parent.classes:
            continue
        for child in parent.children:
            if _is_display(child) and isinstance(child, Element):
                del child.attributes["display"]
