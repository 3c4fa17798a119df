"""Markdown in blocks of HTML that do not say that they hold any.

In:  the manuscript as it was typed.
Out: cuts that let it be read, and that take away the blanks before the lines of such blocks, which would make
     code of them.

Other programs differ in whether they read it; nobody types `**` or a list to have it printed. What says
`markdown="0"` stays as it is typed, and so does a block whose tags are not all closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.markdown_body.normalise.raw_html import TAG, html_blocks
from issuebrief.markdown_body.source.html_tree import BLOCKS, names
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.markdown_body.tables.html_tables import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

INNER_TAG = r"</?(?:a|abbr|b|br|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]*>"
MARKUP = re.compile(
    rf"(?<![\w*\\])(\*{{1,3}})(?=[^\s*])(?:[^*\n<>]|{INNER_TAG})+(?<=[^\s*\\])\1(?![\w*])"
    rf"|(?<![\w_\\])(_{{1,2}})(?=[^\s_])(?:[^_\n<>]|{INNER_TAG})+(?<=[^\s_\\])\2(?![\w_])"
    rf"|(?<![~\w\\])~~(?=[^\s~])(?:[^~\n<>]|{INNER_TAG})+~~"
    r"|(?<!\\)\[[^\[\]\n]+\]\((?:https?://|www\.|mailto:|#)[^()\s]*\)"
    r"|(?<!\\)!\[[^\[\]\n]*\]\([^()\n]+\)"
    r"|(?<![`\\])(`+)[^`\n]+\3(?!`)"
    r"|(?<!\\)\[[^\[\]\n]+\]\{[.#][\w-]+\}"
)
"""What is markup wherever it stands."""

PARTED = re.compile(r"\S[ \t]*\n[ \t]*\n[ \t]*\S")
"""Two paragraphs."""

ITEM = r"(?:[-*+]|\d{1,3}[.)])[ \t]+\S"
LINES = re.compile(
    rf"(?:\A|\n)[ \t]*{ITEM}[^\n]*\n(?:[ \t]*\n)?[ \t]*{ITEM}|\n[ \t]*\n[ \t]*{ITEM}"
    r"|\n(?=[^\n]*-)(?=[^\n]*\|)[-:| \t]+(?=\n)"
    r"|\n[ \t]*\n[ \t]*(?:#{2,6}[ \t]+\S|>[ \t]*\S|`{3})"
)
"""Lists, tables, headings, quotations and code."""

PHRASES = names("p td th li dt dd caption figcaption summary address h1 h2 h3 h4 h5 h6")
"""Elements that may hold a line of text alone; a number that begins it makes no list."""

LINE = re.compile(rf"([ \t]*)(?:(?P<tag></?(?:{'|'.join(sorted(BLOCKS))})\b)|\S)", re.IGNORECASE)
"""A line that is not empty, and whether it begins with a tag."""

SAYS = re.compile(r"\smarkdown\s*=", re.IGNORECASE)


@dataclass
class _Element:
    """An element of a block: its name, its first tag, and its text with that of its phrases."""

    name: str
    tag_start: int
    tag_end: int
    says: bool
    text: str = ""
    lines: list[int] = field(default_factory=list)
    holds_blocks: bool = False
    holds_markup: bool = False


def find_in_html(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Cuts for the blocks of HTML that hold Markdown."""
    text = manuscript.masked
    if "<" not in text:
        return
    for start, end in html_blocks(text, holding_markdown=True):
        elements = _elements(text, start, end)
        if not elements or not (elements[0].holds_markup or elements[0].says):
            continue
        for element in elements:
            yield from _indentation(element, text)
            if not element.says and (way := _way(element, elements[0])):
                yield Substitution(element.tag_end, element.tag_end, f' markdown="{way}"')
                if element.name == "figcaption":
                    # It would belong to the paragraph of the picture before it.
                    yield Substitution(element.tag_start, element.tag_start, "\n")


def _way(element: _Element, outermost: _Element) -> str:
    """How the text of an element is to be read; empty where it need not say so."""
    if element.name not in PHRASES:
        return "block" if element.holds_markup and not outermost.says else ""
    if element.holds_blocks or LINES.search(element.text) or PARTED.search(element.text):
        return "block"
    return "" if outermost.says and element.name in PARTS else "span"


def _elements(text: str, start: int, end: int) -> list[_Element]:
    """The blocks between two offsets, the outermost first; none where a tag is left open."""
    found: list[_Element] = []
    opened: list[_Element] = []
    position = start
    for tag in TAG.finditer(text, start, end):
        name = tag[2].lower()
        if name not in BLOCKS and name != "center":
            continue
        if opened:
            _add(opened[-1], text, position, tag.start())
        position = tag.end()
        if name == "hr" or tag[3].endswith("/"):
            continue
        if not tag[1]:
            element = _Element(name, tag.start(), tag.end() - 1, bool(SAYS.search(tag[3])))
            if opened:
                opened[-1].holds_blocks = True
            opened.append(element)
            found.append(element)
            continue
        if not opened or opened[-1].name != name:
            return []
        closed = opened.pop()
        closed.holds_markup |= bool(MARKUP.search(closed.text) or LINES.search(closed.text))
        if opened and closed.holds_markup:
            opened[-1].holds_markup = True
    return [] if opened else found


def _add(element: _Element, text: str, start: int, end: int) -> None:
    """Give an element a stretch of its text, and the places at which lines of it begin."""
    element.text += text[start:end]
    element.lines += [start + match.end() for match in re.finditer("\n", text[start:end])]


def _indentation(element: _Element, text: str) -> Iterator[Substitution]:
    """Cuts for the blanks before tags, and for those that all lines of an element begin with."""
    lines = [match for start in element.lines if (match := LINE.match(text, start))]
    least = min((len(line[1]) for line in lines if not line["tag"]), default=0)
    for line in lines:
        if width := len(line[1]) if line["tag"] else least:
            yield Substitution(line.start(), line.start() + width, "")
