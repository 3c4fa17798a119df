"""Paragraphs that hold pictures and text, taken apart.

In:  a paragraph in which a picture has a line for itself, above, below or between lines of text.
Out: the pictures and the text by turns; where what stands right below a picture is its caption, that too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.markdown_body.figures.caption_lines import EMPHASIS
from issuebrief.markdown_body.figures.captions import frame_of, unframed
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_blank, is_block, text_of
from issuebrief.markdown_body.typography.caption_words import FIGURES, TABLES, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_OF_A_CAPTION = 250
"""Letters up to which text right below a picture is its caption."""
HOLDERS = (*EMPHASIS, "a", "span", "center", "picture")
"""Elements that may stand around a picture without being text."""


@dataclass
class Pictured:
    """A picture, with what stands around it (a link), and the nodes of its caption."""

    picture: Element
    shown: Element
    caption: list[Node] = field(default_factory=list)


@dataclass
class Row:
    """Two or more pictures side by side, and the nodes of their common caption."""

    pictures: list[Pictured]
    caption: list[Node] = field(default_factory=list)


def lone_row(holder: Element) -> Row | None:
    """The pictures that are all there is in an element, side by side."""
    pictures = _pictures(holder.children)
    return Row(pictures) if len(pictures) > 1 else None


def lone_picture(holder: Element) -> Pictured | None:
    """The picture that is all there is in an element, in a link or emphasis perhaps."""
    nodes = [child for child in holder.children if not is_blank(child)]
    if len(nodes) != 1 or not isinstance(nodes[0], Element):
        return None
    return _pictured(nodes[0])


Part = Pictured | Row | list[Node]
"""A picture, several side by side, or text."""


def parted(paragraph: Element) -> list[Part] | None:
    """The pictures and the text of a paragraph by turns; None where no picture has a line for itself."""
    lines = _with_glued_caption(_lines(paragraph.children))
    if not any(_pictures(line) for line in lines):
        return None
    parts: list[Part] = []
    for line in lines:
        if pictures := _pictures(line):
            parts.append(Row(pictures) if len(pictures) > 1 else pictures[0])
        elif parts and isinstance(last := parts[-1], list):
            last += [Text("\n"), *line]
        elif any(not is_blank(node) for node in line):
            parts.append(line)
    return _with_captions(parts)


def _with_captions(parts: list[Part]) -> list[Part]:
    """The parts, with text right below a picture made its caption where it is one."""
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, list) and isinstance(last, Pictured | Row) and _is_caption(part):
            last.caption = unframed(part)
        else:
            found.append(part)
    return found


def _with_glued_caption(lines: list[list[Node]]) -> list[list[Node]]:
    """The lines, with a caption typed right behind the picture that begins them on a line of its own.

    Behind a picture in the same line only italics to the end, or words that begin with the figure's number,
    are a caption: an icon may stand before a sentence, or before bold words.
    """
    filled = [node for node in lines[0] if not is_blank(node)] if lines else []
    first = filled[0] if filled else None
    if len(filled) < 2 or not isinstance(first, Element) or not _pictured(first):
        return lines
    behind = [node for line in [filled[1:], *lines[1:]] for node in line]
    frame = frame_of(behind)
    in_italics = frame is not None and frame.tag in ("em", "i")
    if not in_italics and not numbered("".join(map(text_of, behind)).strip(), FIGURES | TABLES):
        return lines
    return [[first], filled[1:], *lines[1:]]


def _is_caption(nodes: list[Node]) -> bool:
    """Whether text right below a picture is its caption: it says so, is all in italics, or is short."""
    text = "".join(map(text_of, nodes)).strip()
    if numbered(text, FIGURES | TABLES) or len(text) <= MOST_OF_A_CAPTION:
        return True
    return frame_of(nodes) is not None


def _lines(nodes: list[Node]) -> list[list[Node]]:
    """The nodes of a paragraph, by the lines that its author typed."""
    lines: list[list[Node]] = [[]]
    for node in nodes:
        if isinstance(node, Element):
            lines[-1].append(node)
            if node.tag == "br":
                lines[-1].pop()
                lines.append([])
            continue
        first, *others = node.value.split("\n")
        if first:
            lines[-1].append(Text(first))
        lines += ([Text(other)] if other else [] for other in others)
    return [line for line in lines if line]


def _pictures(line: list[Node]) -> list[Pictured]:
    """The pictures of a line that holds nothing else."""
    filled = [node for node in line if not is_blank(node)]
    found = [_pictured(node) if isinstance(node, Element) else None for node in filled]
    return [pictured for pictured in found if pictured] if all(found) else []


def _pictured(node: Element) -> Pictured | None:
    """A picture, in a link or in emphasis perhaps; only the link stays around it."""
    if node.tag == "img":
        return Pictured(node, node)
    inner = [child for child in node.children if not is_blank(child)]
    if node.tag not in HOLDERS or len(inner) != 1 or not isinstance(inner[0], Element):
        return None
    found = _pictured(inner[0])
    if found and node.tag == "a":
        return Pictured(found.picture, Element("a", node.attributes, [found.shown]))
    return found


def with_paragraphs(nodes: list[Node]) -> Iterator[Node]:
    """The nodes, with a paragraph around each picture that stands alone between blocks."""
    filled = [node for node in nodes if not is_blank(node)]
    beside = zip([None, *filled], filled, [*filled[1:], None], strict=False)
    alone = {
        id(node)
        for before, node, behind in beside
        if isinstance(node, Element) and node.tag == "img" and _is_edge(before) and _is_edge(behind)
    }
    for node in nodes:
        yield Element("p", {}, [node]) if id(node) in alone else node


def _is_edge(node: Node | None) -> bool:
    return node is None or is_block(node)
