"""Figures and tables with caption, number and source line.

In:  the tree of the body, in which a captioned picture is a definition list (`:   the caption`
     makes one of it) and a table is followed by a paragraph `Table: the caption`; or either has its
     caption in an attribute list, `{#fig-1 caption="…" source="…"}`, right below it, in HTML, or in a
     paragraph beside it that begins like a caption (`Figure 2: …`).
Out: `figure` elements, those with a caption numbered; problems: a number that was typed and is another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import warning
from issuebrief.markdown_body.figures.caption_lines import caption_lines, trimmed
from issuebrief.markdown_body.figures.captions import (
    TYPED,
    take_attributes,
    taken_caption,
    taken_number,
    with_caption,
)
from issuebrief.markdown_body.figures.figure_fences import from_fence, kind_of_fence
from issuebrief.markdown_body.figures.lone_captions import tell_lone_captions
from issuebrief.markdown_body.figures.picture_figures import (
    figure_of,
    from_html,
    from_list,
    from_paragraph,
    is_tag,
    put_caption,
)
from issuebrief.markdown_body.figures.pictured_paragraphs import with_paragraphs
from issuebrief.markdown_body.figures.typed_captions import take_typed_captions
from issuebrief.markdown_body.source.gated_patterns import ANY_WORD, GatedPattern
from issuebrief.markdown_body.source.html_tree import (
    Element,
    Node,
    Text,
    element,
    is_blank,
    is_block,
    text_of,
    walk,
)
from issuebrief.markdown_body.source.markdown_source import MarkdownSource, Substitution
from issuebrief.markdown_body.source.source_lines import line_of, same_line
from issuebrief.markdown_body.tables.header_cells import make_head, set_scopes
from issuebrief.markdown_body.tables.table_totals import set_totals
from issuebrief.markdown_body.typography.caption_words import UNNUMBERED_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.l10n import Words

TABLE_LINE = GatedPattern(("|",), rf"(?<=\S)\n(?={ANY_WORD}(?::[ \t]|：))", words=UNNUMBERED_TABLES)
TABLE_CAPTION = GatedPattern((), rf"\s*{ANY_WORD}[:：]\s*", words=UNNUMBERED_TABLES)
ATTRIBUTE_LINE = re.compile(r"(?<=\S)\n(?=\{:?[ ]*[^{}\n]*\}[ \t]*(?:\n|$))")
BROKEN_BRACES = re.compile(r"!\[[^\[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)(\{[^{}]*\n[^{}]*\})")
"""The attributes of a picture, over several lines."""

ATTRIBUTE_LIST = re.compile(r"\s*\{:?\s*(.*?)\s*\}\s*", re.DOTALL)
SPACED_ATTRIBUTES = re.compile(r"^(!\[[^\n]*\))[ \t]+(?=\{(?:[:#.]|[\w-]+=)[^{}\n]*\}[ \t]*$)", re.MULTILINE)
LONG = 500
"""A caption of more letters gets the class `long`, and stays below its figure whatever the theme."""
HOLDERS = ("li", "td", "th", "dd", "div", "center")
"""Elements that a picture may stand in without a paragraph."""


def find_layout(manuscript: MarkdownSource) -> list[Substitution]:
    """Cuts that let a table's caption stand right under it, and a space before an attribute list."""
    cuts = [
        Substitution(match.start(), match.end(), "\n\n")
        for pattern in (TABLE_LINE, ATTRIBUTE_LINE)
        for match in pattern.finditer(manuscript.masked)
        if "|" in manuscript.masked[manuscript.masked.rfind("\n", 0, match.start()) + 1 : match.start()]
    ]
    cuts += [
        Substitution(place, place + 1, " ")
        for match in BROKEN_BRACES.finditer(manuscript.masked)
        if "\n\n" not in match[0]
        for place in range(match.start(1), match.end(1))
        if manuscript.text[place] == "\n"
    ]
    return cuts + [
        Substitution(match.end(1), match.end(), "") for match in SPACED_ATTRIBUTES.finditer(manuscript.masked)
    ]


def set_figures(root: Element, words: Words, manuscript: MarkdownSource) -> list[Diagnostic]:
    """Make figures of pictures that stand alone and of tables, and number the captioned ones."""
    _set_figures(root)
    taken = {found.attributes.get("id") for found in walk(root)}
    numbers = {"figure": 0, "table": 0}
    labels = {"figure": words.figure, "table": words.table}
    problems = []
    for figure in walk(root):
        kind = next((name for name in figure.classes if name in numbers), "")
        caption = next((child for child in figure.children if is_tag(child, "figcaption")), None)
        if figure.tag != "figure" or not kind or not isinstance(caption, Element):
            continue
        numbers[kind] += 1
        problems += _check_number(figure, numbers[kind], manuscript)
        label = words.numbered(labels[kind], numbers[kind])
        if len(text_of(caption)) > LONG:
            caption.attributes["class"] = " ".join([*caption.classes, "long"])
        caption.children = [element("span", {"class": "label"}, label), Text(" "), *caption.children]
        if "id" not in figure.attributes:
            figure.attributes["id"] = _free(f"{kind[:3]}-{numbers[kind]}", taken)
    _name_sources(root, words)
    return [*problems, *tell_lone_captions(root, manuscript)]


def _check_number(figure: Element, number: int, manuscript: MarkdownSource) -> list[Diagnostic]:
    """A problem where the caption was typed with another number than the figure gets."""
    typed = figure.attributes.pop(TYPED, None)
    if not typed or typed == str(number) or (typed.isdecimal() and int(typed) == number):
        return []
    line = line_of(figure)
    place = manuscript.source.place(line or manuscript.source.body_line)
    message = f"a caption is typed with the number {typed}, and its figure is the brief's number {number}"
    hint = "figures are numbered automatically: give it a name {#fig-name} and refer to it by [](#fig-name)"
    return [warning("figures.number", message, place, hint, manuscript.source.line(line) if line else "")]


def _set_figures(parent: Element) -> None:
    """Make the figures in an element and all below it."""
    if parent.tag in HOLDERS and not any(is_block(child) for child in parent.children):
        parent.children = list(from_paragraph(Element("", dict(same_line(parent)), parent.children)))
    elif parent.tag in HOLDERS:
        parent.children = list(with_paragraphs(parent.children))
    parent.children = take_typed_captions(list(_figures(parent.children)))
    for child in (found for found in parent.children if isinstance(found, Element)):
        if child.tag != "figure":
            _set_figures(child)
        else:
            for cell in [found for found in walk(child) if found.tag in ("td", "th")]:
                _set_figures(cell)


def _free(wanted: str, taken: set[str | None]) -> str:
    while wanted in taken:
        wanted += "a"
    taken.add(wanted)
    return wanted


def _name_sources(root: Element, words: Words) -> None:
    figures = (found for found in walk(root) if found.tag == "figure")
    sources = {
        id(found): found
        for figure in figures
        for found in walk(figure)
        if set(found.classes) & {"source", "credit"} == {"source"}
    }
    for found in sources.values():
        found.children.insert(0, Text(words.source + words.colon))


def _figures(nodes: list[Node]) -> Iterator[Node]:
    """The nodes with figures for pictures and tables."""
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Text):
            yield node
        elif node.tag == "p":
            yield from from_paragraph(node)
        elif node.tag == "figure":
            yield _from_html(node)
        elif node.tag == "dl":
            yield from from_list(node)
        elif kind_of_fence(node):
            for table in (found for found in node.children if is_tag(found, "table")):
                assert isinstance(table, Element)
                _set_parts(table)
            yield from_fence(node)
        elif node.tag == "table":
            yield _table(node, waiting)
        else:
            yield node


def _set_parts(table: Element) -> None:
    """Say what the rows and cells of a table are."""
    make_head(table)
    set_totals(table)
    set_scopes(table)


def _table(table: Element, waiting: list[Node]) -> Element:
    """A table in its figure, with the caption that follows it or that it holds."""
    _set_parts(table)
    held = next((child for child in table.children if is_tag(child, "caption")), None)
    figure = figure_of("table", table, table)
    if isinstance(held, Element):
        table.children.remove(held)
        put_caption(figure, held, held.children)
        return figure
    following = next((node for node in reversed(waiting) if not is_blank(node)), None)
    if not isinstance(following, Element) or following.tag != "p" or not following.children:
        return figure
    first = following.children[0]
    alone = isinstance(first, Text) and len(following.children) == 1
    if alone and (match := ATTRIBUTE_LIST.fullmatch(text_of(first))):
        while waiting.pop() is not following:
            pass
        return _with_attributes(figure, match[1])
    if not isinstance(first, Text) or not (match := TABLE_CAPTION.match(first.value)):
        return figure
    while waiting.pop() is not following:
        pass
    first.value = first.value[match.end() :]
    line = same_line(following)
    lines = caption_lines(following.children)
    caption = lines.words
    take_attributes(figure, following, caption, lines.source or [])
    figure.attributes[TYPED] = taken_number(caption)
    figure.children.insert(
        0, element("figcaption", line, Element("span", {"class": "caption"}, trimmed(caption)))
    )
    figure.children += lines.below("p")
    return figure


def _with_attributes(figure: Element, attribute_list: str) -> Element:
    """A table's figure with what the attribute list under the table says: id, classes, caption, source."""
    from markdown.extensions.attr_list import get_attrs_and_remainder

    pairs, _ = get_attrs_and_remainder(attribute_list)
    attributes: dict[str, str | None] = {name: value for name, value in pairs if name != "."}
    classes = [*figure.classes, *(value for name, value in pairs if name == "." and value)]
    caption = taken_caption(attributes)
    figure.attributes |= {**attributes, "class": " ".join(classes)}
    return with_caption(figure, caption)


def _from_html(figure: Element) -> Element:
    """A figure that was typed in HTML, like those that are made of Markdown."""
    for table in (found for found in walk(figure) if found.tag == "table"):
        _set_parts(table)
    return from_html(figure)
