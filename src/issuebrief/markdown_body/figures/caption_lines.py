"""The lines of a caption: its words, its notes and its source line.

In:  the nodes of a caption, or of a paragraph below a figure; lines may begin with `Source:` or `Note:`.
Out: the nodes of each; source lines and notes as elements of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.gated_patterns import ANY_WORD, GatedPattern
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, text_of
from issuebrief.markdown_body.typography.caption_words import COLONS, CREDIT, NOTES, SOURCES

if TYPE_CHECKING:
    import re

EMPHASIS = ("em", "strong", "i", "b")
SOURCE_LINE = GatedPattern((), rf"(?:^|\n)\s*(?:{ANY_WORD}{COLONS}\s*|(?P<credit>{CREDIT}))", words=SOURCES)
MARK = GatedPattern((), rf"\s*{ANY_WORD}s?{COLONS}\s*\Z", words=(*SOURCES, *NOTES))
CREDIT_LINE = GatedPattern((), CREDIT)
NOTE_LINE = GatedPattern((), rf"\n\s*{ANY_WORD}{COLONS}", words=NOTES)


@dataclass(frozen=True)
class CaptionLines:
    """The nodes of a caption's words, of its notes and of its source line; None where it has none."""

    words: list[Node]
    notes: list[Node] | None
    source: list[Node] | None

    def below(self, tag: str) -> list[Element]:
        """The notes and the source line, each in an element of that tag."""
        notes = [] if self.notes is None else [note_of(tag, self.notes)]
        return notes if self.source is None else [*notes, source_of(tag, self.source)]


def caption_lines(nodes: list[Node]) -> CaptionLines:
    """The lines of a caption by what they begin with."""
    words, source = split_source(nodes)
    words, notes = split_notes(words)
    if source is not None and notes is None:
        source, notes = split_notes(source)
    return CaptionLines(words, notes, source)


def note_of(tag: str, nodes: list[Node]) -> Element:
    """The element of a figure's notes, which are printed as they are typed."""
    return Element(tag, {"class": "figure-note"}, trimmed(nodes))


def split_notes(nodes: list[Node]) -> tuple[list[Node], list[Node] | None]:
    """The nodes before the line that begins with `Note:`, and those from there on."""
    for place, node in enumerate(nodes):
        if isinstance(node, Text) and (match := NOTE_LINE.search(node.value)):
            before, behind = node.value[: match.start()], node.value[match.start() :]
            return [*nodes[:place], Text(before)], [Text(behind), *nodes[place + 1 :]]
    return nodes, None


def source_of(tag: str, nodes: list[Node]) -> Element:
    """The element of a source line; a credit says by itself what it is."""
    text = text_of(Element("", {}, nodes)).lstrip()
    return Element(tag, {"class": "source credit" if CREDIT_LINE.match(text) else "source"}, trimmed(nodes))


def split_source(nodes: list[Node]) -> tuple[list[Node], list[Node] | None]:
    """The nodes before and behind the line that begins with `Source:`."""
    nodes = with_plain_marks(nodes)
    for place, node in enumerate(nodes):
        if isinstance(node, Text) and (match := SOURCE_LINE.search(node.value)):
            if not match.group().startswith("\n") and place > 0:
                continue
            before, after = node.value[: match.start()], node.value[_begin(match) :]
            return [*nodes[:place], Text(before)], [Text(after), *nodes[place + 1 :]]
        if (words := _set_apart(node)) and _ends_line(nodes[:place]):
            return nodes[:place], [*words, *nodes[place + 1 :]]
    return nodes, None


def with_plain_marks(nodes: list[Node]) -> list[Node]:
    """The nodes, with `Source:` or `Note:` in plain type where the word alone is emphasised."""
    plain: list[Node] = []
    for place, node in enumerate(nodes):
        starts = not plain or _ends_line(plain)
        if starts and isinstance(node, Element) and node.tag in EMPHASIS:
            behind = nodes[place + 1] if place + 1 < len(nodes) else None
            text = text_of(node)
            colon = behind.value.lstrip(" ")[:1] if isinstance(behind, Text) else ""
            if any(MARK.match(mark) for mark in (text, text + colon)):
                plain.append(Text(text))
                continue
        plain.append(node)
    return merged(plain)


def _set_apart(node: Node) -> list[Node]:
    """The words of a source line that stands in emphasis as a whole; none for anything else."""
    first = (
        node.children[0] if isinstance(node, Element) and node.tag in ("em", "i") and node.children else None
    )
    if not isinstance(node, Element) or not isinstance(first, Text):
        return []
    match = SOURCE_LINE.match(first.value)
    return [Text(first.value[_begin(match) :]), *node.children[1:]] if match else []


def _begin(match: re.Match[str]) -> int:
    """Where the words of a source line begin that are printed as they are typed."""
    return match.start("credit") if match["credit"] else match.end()


def _ends_line(nodes: list[Node]) -> bool:
    last = nodes[-1] if nodes else None
    return isinstance(last, Text) and last.value.rstrip(" ").endswith("\n")


def merged(nodes: list[Node]) -> list[Node]:
    """The nodes with neighbouring texts made one, so that a line can be seen whole."""
    merged: list[Node] = []
    for node in nodes:
        if isinstance(node, Text) and merged and isinstance(last := merged[-1], Text):
            last.value += node.value
        else:
            merged.append(node)
    return merged


def trimmed(nodes: list[Node]) -> list[Node]:
    """The nodes without white space at either end."""
    if nodes and isinstance(nodes[0], Text):
        nodes[0].value = nodes[0].value.lstrip()
    if nodes and isinstance(nodes[-1], Text):
        nodes[-1].value = nodes[-1].value.rstrip()
    return [node for node in nodes if not isinstance(node, Text) or node.value]
