"""The text of a brief, as JATS divides it.

In:  the tree of its body.
Out: `body` with its sections, each with the sections below it; and the list of references, which JATS wants
     behind the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, Text, walk
from issuebrief.metadata.jats.blocks import WRAPPERS
from issuebrief.metadata.jats.ids import free_ids
from issuebrief.metadata.xml_text import node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.markdown_body.source.html_tree import Node
    from issuebrief.metadata.jats.blocks import BlockWriter

REFERENCE = "reference"
"""The class of an entry in the list of references."""


def body_and_references(root: Element, writer: BlockWriter) -> tuple[Element, Element | None]:
    """The text, and the list of references; none where there is no such list."""
    nodes = list(_unwrapped(root.children))
    nodes, references = _without_references(nodes, writer)
    body = node("body")
    open_: list[tuple[int, Element]] = [(0, body)]
    held: list[Node] = []
    for each in nodes:
        if not (isinstance(each, Element) and each.tag in HEADINGS):
            held.append(each)
            continue
        open_[-1][1].children += writer.blocks(held)
        held = []
        level = int(each.tag[1])
        while open_[-1][0] >= level:
            open_.pop()
        section = _section(each, writer)
        open_[-1][1].children.append(section)
        open_.append((level, section))
    open_[-1][1].children += writer.blocks(held)
    return body, references


def _section(heading: Element, writer: BlockWriter) -> Element:
    section = node("sec", Element("title", {}, writer.inline.nodes(heading.children)))
    if target := writer.targets.get(heading.attributes.get("id") or ""):
        section.attributes["id"] = target.id
    return section


def _unwrapped(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes without the elements that only lay them out and hold headings."""
    for each in nodes:
        if (
            isinstance(each, Element)
            and each.tag in WRAPPERS
            and not {"box", "equation"} & set(each.classes)
            and any(inner.tag in HEADINGS for inner in walk(each))
        ):
            yield from _unwrapped(each.children)
        else:
            yield each


def _without_references(nodes: list[Node], writer: BlockWriter) -> tuple[list[Node], Element | None]:
    """The nodes without the entries of the list of references and its heading; and the list."""
    places = [at for at, each in enumerate(nodes) if isinstance(each, Element) and REFERENCE in each.classes]
    if not places:
        return nodes, None
    first = next((at for at in range(places[0] - 1, -1, -1) if not isinstance(nodes[at], Text)), places[0])
    heading = nodes[first]
    has_heading = isinstance(heading, Element) and heading.tag in HEADINGS
    gone = set(places) | ({first} if has_heading else set())
    entries = [entry for at in places if isinstance(entry := nodes[at], Element)]
    found = node("ref-list")
    if has_heading and isinstance(heading, Element):
        found.children.append(Element("title", {}, writer.inline.nodes(heading.children)))
        if target := writer.targets.get(heading.attributes.get("id") or ""):
            found.attributes["id"] = target.id
    for entry, name in zip(entries, free_ids("ref", len(entries), writer.targets), strict=True):
        citation = Element("mixed-citation", {}, writer.inline.nodes(entry.children))
        found.children.append(node("ref", citation, id=name))
    return [each for at, each in enumerate(nodes) if at not in gone], found
