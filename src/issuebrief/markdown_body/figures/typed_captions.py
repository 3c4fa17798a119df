"""Captions and source lines that were typed as paragraphs of their own.

In:  the nodes of an element, in which pictures and tables are figures already; some of them have no
     caption, and before or behind them stands a paragraph such as `Figure 2: the caption` or
     `Source: the source`, as word processors export them.
Out: the nodes, in which such paragraphs are parts of their figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.figures.caption_words import (
    COLONS,
    CREDIT,
    FIGURES,
    SOURCES,
    TABLES,
    UNNUMBERED_TABLES,
    numbered,
    unnumbered,
)
from issuebrief.markdown_body.figures.captions import source_of, unframed
from issuebrief.markdown_body.figures.picture_figures import is_tag, put_caption
from issuebrief.markdown_body.source.gated_patterns import ANY_WORD, GatedPattern
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_blank, text_of, walk
from issuebrief.markdown_body.source.source_lines import same_line

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 400
"""Characters of a caption at most; what is longer is a paragraph about the figure."""

KINDS = ("figure", "table")
UNNUMBERED_TABLE = GatedPattern((), rf"\s*{ANY_WORD}(?::\s|：)", words=UNNUMBERED_TABLES)
SOURCE = GatedPattern((), rf"\s*(?:{ANY_WORD}s?{COLONS}\s*|(?={CREDIT}))", words=SOURCES)


def take_typed_captions(nodes: Sequence[Node]) -> list[Node]:
    """The nodes with typed captions and source lines in the figures that they belong to."""
    kept = [node for node in nodes if not is_blank(node)]
    if not any(_kind(node) for node in kept):
        return list(nodes)
    taken: set[int] = set()
    for place, node in enumerate(kept):
        kind = _kind(node)
        if not isinstance(node, Element) or not kind:
            continue
        behind = _take_caption(node, kind, kept, place, taken)
        _take_source(node, kept, behind + 1, taken)
    if not taken:
        return list(nodes)
    return [node for node in nodes if id(node) not in taken]


def _kind(node: Node) -> str:
    """The kind of a figure that is numbered, `figure` or `table`; empty for any other node."""
    if not isinstance(node, Element) or node.tag != "figure":
        return ""
    return next((kind for kind in KINDS if kind in node.classes), "")


def _take_caption(figure: Element, kind: str, nodes: Sequence[Node], place: int, taken: set[int]) -> int:
    """Give the figure its caption, and say where the last node stands that belongs to it.

    A paragraph before the figure comes first: one that belongs to the figure above was taken with it.
    """
    if any(is_tag(child, "figcaption") for child in figure.children):
        return place
    for other in (place - 1, place + 1):
        found = nodes[other] if 0 <= other < len(nodes) else None
        if not isinstance(found, Element) or id(found) in taken or not is_caption(found, kind):
            continue
        taken.add(id(found))
        put_caption(figure, found, found.children)
        return max(place, other)
    return place


def is_caption(paragraph: Element, kind: str) -> bool:
    """Whether a paragraph begins like the caption of a figure or of a table."""
    if paragraph.tag != "p":
        return False
    text = text_of(paragraph)
    if len(text) > LONGEST:
        return False
    return bool(numbered(text, TABLES) if kind == "table" else numbered(text, FIGURES) or unnumbered(text))


def _take_source(figure: Element, nodes: Sequence[Node], place: int, taken: set[int]) -> None:
    """Give a figure the source line that follows it, where it has none yet."""
    line = nodes[place] if place < len(nodes) else None
    if not isinstance(line, Element) or line.tag != "p" or len(text_of(line)) > LONGEST:
        return
    words = unframed(line.children)
    first = words[0] if words else None
    match = SOURCE.match(first.value) if isinstance(first, Text) else None
    if not isinstance(first, Text) or not match or any("source" in found.classes for found in walk(figure)):
        return
    taken.add(id(line))
    first.value = first.value[match.end() :]
    caption = next((child for child in figure.children if is_tag(child, "figcaption")), None)
    if "table" in figure.classes or not isinstance(caption, Element):
        source = source_of("p", words)
        source.attributes |= same_line(line)
        figure.children.append(source)
    else:
        caption.children += [Text(" "), source_of("span", words)]
