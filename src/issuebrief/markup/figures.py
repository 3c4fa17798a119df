"""Figures and tables with caption, number and source line.

In:  the tree of the body, in which a captioned picture is a definition list (`:   the caption`
     makes one of it) and a table is followed by a paragraph `Table: the caption`; or either has its
     caption in an attribute list, `{#fig-1 caption="…" source="…"}`.
Out: `figure` elements, those with a caption numbered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markup.caption_words import TABLE_WORDS
from issuebrief.markup.captions import (
    caption_of,
    split_source,
    take_attributes,
    taken_caption,
    trimmed,
    with_caption,
)
from issuebrief.markup.header_cells import set_scopes
from issuebrief.markup.manuscript import Cut, Manuscript
from issuebrief.markup.source_lines import LINE, same_line
from issuebrief.markup.tree import Element, Node, Text, element, is_blank, text_of, walk
from issuebrief.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE_LINE = re.compile(rf"(?<=\S)\n(?=(?:{TABLE_WORDS}):[ \t])")
TABLE_CAPTION = re.compile(rf"\s*(?:{TABLE_WORDS}):\s*")
ATTRIBUTE_LINE = re.compile(r"(?<=\S)\n(?=\{:?[ ]*[^{}\n]*\}[ \t]*(?:\n|$))")
ATTRIBUTE_LIST = re.compile(r"\s*\{:?\s*(.*?)\s*\}\s*", re.DOTALL)
SPACED_ATTRIBUTES = re.compile(r"^(!\[[^\n]*\))[ \t]+(?=\{[:#.][^{}\n]*\}[ \t]*$)", re.MULTILINE)


def find_layout(manuscript: Manuscript) -> list[Cut]:
    """Cuts that let a table's caption stand right under it, and a space before an attribute list."""
    cuts = [
        Cut(match.start(), match.end(), "\n\n")
        for pattern in (TABLE_LINE, ATTRIBUTE_LINE)
        for match in pattern.finditer(manuscript.masked)
        if "|" in manuscript.masked[manuscript.masked.rfind("\n", 0, match.start()) + 1 : match.start()]
    ]
    return cuts + [
        Cut(match.end(1), match.end(), "") for match in SPACED_ATTRIBUTES.finditer(manuscript.masked)
    ]


def set_figures(root: Element, lang: str) -> None:
    """Make figures of pictures that stand alone and of tables, and number the captioned ones."""
    for parent in [root, *walk(root)]:
        parent.children = list(_figures(parent.children))
    taken = {found.attributes.get("id") for found in walk(root)}
    numbers = {"figure": 0, "table": 0}
    labels = {"figure": words(lang).figure, "table": words(lang).table}
    for figure in walk(root):
        kind = next((name for name in figure.classes if name in numbers), "")
        caption = next((child for child in figure.children if _is(child, "figcaption")), None)
        if figure.tag != "figure" or not kind or not isinstance(caption, Element):
            continue
        numbers[kind] += 1
        label = words(lang).numbered(labels[kind], numbers[kind])
        caption.children = [element("span", {"class": "label"}, label), Text(" "), *caption.children]
        if "id" not in figure.attributes:
            figure.attributes["id"] = _free(f"{kind[:3]}-{numbers[kind]}", taken)
        _name_sources(figure, words(lang).source)


def _free(wanted: str, taken: set[str | None]) -> str:
    while wanted in taken:
        wanted += "a"
    taken.add(wanted)
    return wanted


def _name_sources(figure: Element, word: str) -> None:
    for found in walk(figure):
        if "source" in found.classes:
            found.children.insert(0, Text(f"{word}: "))


def _figures(nodes: list[Node]) -> Iterator[Node]:
    """The nodes with figures for pictures and tables."""
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Text):
            yield node
        elif node.tag == "p" and (picture := _picture(node)):
            yield with_caption(_figure("figure", node, picture), taken_caption(picture.attributes))
        elif node.tag == "dl":
            yield from _part_list(node)
        elif node.tag == "table":
            yield _table(node, waiting)
        else:
            yield node


def _is(node: Node, tag: str) -> bool:
    return isinstance(node, Element) and node.tag == tag


def _picture(holder: Element) -> Element | None:
    """The picture that stands alone in an element."""
    nodes = [child for child in holder.children if not is_blank(child)]
    if len(nodes) == 1 and isinstance(nodes[0], Element) and nodes[0].tag == "img":
        return nodes[0]
    return None


def _figure(kind: str, holder: Element, *nodes: Node) -> Element:
    """A figure that takes over the ids, classes and lines of what it was made of."""
    figure = Element("figure", {}, list(nodes))
    classes = [kind]
    for old in (holder, *(node for node in nodes if _is(node, "img") or _is(node, "table"))):
        if isinstance(old, Element):
            classes += [name for name in old.classes if name not in classes]
            old.attributes.pop("class", None)
            figure.attributes |= {
                name: old.attributes.pop(name) for name in ("id", LINE) if name in old.attributes
            }
    figure.attributes = {"class": " ".join(classes), **figure.attributes}
    return figure


def _part_list(definitions: Element) -> Iterator[Node]:
    """A definition list; the terms in it that are pictures become figures between its parts."""
    rest = Element("dl", definitions.attributes)
    groups: list[list[Element]] = []
    for child in definitions.children:
        if isinstance(child, Element):
            if child.tag == "dt" or not groups:
                groups.append([])
            groups[-1].append(child)
    if not any(_picture(group[0]) for group in groups):
        yield definitions
        return
    for group in groups:
        picture = _picture(group[0]) if group[0].tag == "dt" else None
        if picture is None:
            rest.children += group
            continue
        if rest.children:
            yield rest
            rest = Element("dl")
        figure = _figure("figure", group[0], picture)
        caption = caption_of(_joined(group[1:]), "span")
        figure.children.append(Element("figcaption", same_line(*group[1:]), caption))
        yield figure
    if rest.children:
        yield rest


def _joined(definitions: list[Element]) -> list[Node]:
    """The nodes of several definitions or paragraphs as one line of text each."""
    nodes: list[Node] = []
    for definition in definitions:
        paragraphs = [child for child in definition.children if _is(child, "p")]
        if paragraphs:
            nodes += _joined([child for child in definition.children if isinstance(child, Element)])
        else:
            nodes += [Text("\n"), *definition.children]
    return nodes


def _table(table: Element, waiting: list[Node]) -> Element:
    """A table in its figure, with the caption that follows it."""
    set_scopes(table)
    figure = _figure("table", table, table)
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
    caption, source = split_source(following.children)
    take_attributes(figure, following, caption)
    take_attributes(figure, following, source or [])
    figure.children.insert(
        0, element("figcaption", line, Element("span", {"class": "caption"}, trimmed(caption)))
    )
    if source is not None:
        figure.children.append(Element("p", {"class": "source"}, trimmed(source)))
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
