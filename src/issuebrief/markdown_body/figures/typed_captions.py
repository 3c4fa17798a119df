"""Captions and source lines that were typed as paragraphs of their own.

In:  the nodes of an element, in which pictures and tables are figures already; some of them have no
     caption, and before or behind them stands a paragraph such as `Figure 2: the caption` or
     `Source: the source`, as word processors export them.
Out: the nodes, in which such paragraphs are parts of their figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.figures.lines_below import take_lines_below
from issuebrief.markdown_body.figures.picture_figures import is_tag, put_caption
from issuebrief.markdown_body.source.gated_patterns import ANY_WORD, GatedPattern
from issuebrief.markdown_body.source.html_tree import Element, Node, is_blank, text_of
from issuebrief.markdown_body.typography.caption_words import (
    FIGURES,
    TABLES,
    UNNUMBERED_TABLES,
    numbered,
    unnumbered,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 400
"""Characters of a caption at most; what is longer is a paragraph about the figure."""

KINDS = ("figure", "table")
UNNUMBERED_TABLE = GatedPattern((), rf"\s*{ANY_WORD}(?::\s|：)", words=UNNUMBERED_TABLES)


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
        take_lines_below(node, kept, behind + 1, taken)
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
