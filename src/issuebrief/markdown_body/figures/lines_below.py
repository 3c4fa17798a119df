"""Source lines and notes typed in paragraphs of their own below a figure or table.

In:  a figure, and the blocks of the text around it.
Out: the figure with its source line and its notes, where the blocks behind it begin with `Source:` or
     `Note:`; sources that are typed as a list below that word are one line, with semicolons between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.markdown_body.figures.caption_lines import (
    CaptionLines,
    source_of,
    split_notes,
    split_source,
    trimmed,
    with_plain_marks,
)
from issuebrief.markdown_body.figures.captions import unframed
from issuebrief.markdown_body.figures.picture_figures import is_tag
from issuebrief.markdown_body.source.gated_patterns import ANY_WORD, GatedPattern
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_blank, is_block, text_of, walk
from issuebrief.markdown_body.source.source_lines import same_line
from issuebrief.markdown_body.typography.caption_words import COLONS, CREDIT, NOTES, SOURCES

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 700
"""Characters of a source line or of notes at most; what is longer is a paragraph about the figure."""
LONGEST_LIST = 1200
"""Characters of a list of sources at most."""
NOTE = GatedPattern((), rf"\s*{ANY_WORD}{COLONS}\s*", words=NOTES)
SOURCE = GatedPattern((), rf"\s*(?:{ANY_WORD}s?{COLONS}\s*|(?={CREDIT}))", words=SOURCES)


def take_lines_below(figure: Element, nodes: Sequence[Node], place: int, taken: set[int]) -> None:
    """Give a figure the source line and the notes that follow it in paragraphs of their own."""
    while place < len(nodes):
        line = nodes[place]
        if not isinstance(line, Element) or line.tag != "p" or len(text_of(line)) > LONGEST:
            return
        words = with_plain_marks(unframed(line.children))
        listed = nodes[place + 1] if place + 1 < len(nodes) else None
        below = _notes_of(figure, words) or _source_of(figure, words, listed)
        if not below:
            return
        taken.add(id(line))
        if below.with_list:
            taken.add(id(listed))
        place += 1 + below.with_list
        for part in below.parts:
            _put(figure, part, line)


@dataclass(frozen=True)
class _Below:
    """What a paragraph gives its figure: lines, and whether the list behind it is part of them."""

    parts: list[Element]
    with_list: bool = False


def _source_of(figure: Element, words: list[Node], listed: Node | None) -> _Below | None:
    """The source line that a paragraph is, for a figure that has none yet."""
    first = words[0] if words else None
    match = SOURCE.match(first.value) if isinstance(first, Text) else None
    if not isinstance(first, Text) or not match or _has(figure, "source"):
        return None
    behind = [Text(first.value[match.end() :]), *words[1:]]
    if any(not is_blank(node) for node in behind):
        source, notes = split_notes(behind)
        return _Below(CaptionLines([], notes, source).below("p"))
    # The word alone is no source line: it names the list behind it, or stays as it is typed.
    items = _of_list(listed)
    return _Below([source_of("p", items)], with_list=True) if items else None


def _notes_of(figure: Element, words: list[Node]) -> _Below | None:
    """The notes that a paragraph is, and the source line that stands in its last lines."""
    first = words[0] if words else None
    match = NOTE.match(first.value) if isinstance(first, Text) else None
    if not match or match.end() == len(text_of(Element("", {}, words))) or _has(figure, "figure-note"):
        return None
    notes, source = split_source(words) if not _has(figure, "source") else (words, None)
    return _Below(CaptionLines([], notes, source).below("p"))


def _has(figure: Element, name: str) -> bool:
    return any(name in found.classes for found in walk(figure))


def _put(figure: Element, part: Element, typed: Element) -> None:
    """Put a line under a table, or into the caption of a picture that has one."""
    caption = next((child for child in figure.children if is_tag(child, "figcaption")), None)
    if "table" in figure.classes or not isinstance(caption, Element):
        part.attributes |= same_line(typed)
        figure.children.append(part)
    else:
        caption.children += [Text(" "), Element("span", part.attributes, part.children)]


def _of_list(node: Node | None) -> list[Node]:
    """The items of a short list of sources with bullets, as one line; none for anything else."""
    if not isinstance(node, Element) or node.tag != "ul" or len(text_of(node)) > LONGEST_LIST:
        return []
    joined: list[Node] = []
    for item in node.children:
        if is_blank(item):
            continue
        words = _of_item(item)
        if not words:
            return []
        joined += [Text("; "), *words] if joined else words
    return joined


def _of_item(item: Node) -> list[Node]:
    """The words of an item that holds one line of text; none for any other."""
    if not isinstance(item, Element) or item.tag != "li":
        return []
    inner = [child for child in item.children if not is_blank(child)]
    only = inner[0] if len(inner) == 1 else None
    if isinstance(only, Element) and only.tag == "p":
        inner = only.children
    if any(is_block(child) for child in inner):
        return []
    words = trimmed(inner)
    last = words[-1] if words else None
    if isinstance(last, Text):
        last.value = last.value.rstrip(".;,")
    return words
