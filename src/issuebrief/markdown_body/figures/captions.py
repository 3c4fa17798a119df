"""Captions of figures and tables, and what they begin and end with.

In:  the nodes of a caption; or an attribute list that holds caption and source, `{caption="…" source="…"}`.
Out: the caption without its mark and its number; ids and classes that it ended with; its figure.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.figures.caption_lines import EMPHASIS, merged, trimmed
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, element, is_blank, text_of
from issuebrief.markdown_body.typography.caption_words import (
    FIGURES,
    TABLES,
    barely_numbered,
    mark_end,
    numbered,
)

CAPTION_KEYS = ("caption", "fig-cap", "tbl-cap")
"""The attributes that hold a caption; Quarto has two of its own."""

AROUND_NUMBERS = ("b", "big", "center", "em", "font", "i", "small", "span", "strong", "u")
TYPED = "data-typed"
"""The attribute in which a figure keeps the number that its caption was typed with."""

SEPARATOR = re.compile(r"\A[ \u00a0]*(?:[.:|–—]|-(?=\s))\s*")
NAME = r"[#.][^\s{}]+"
OF_QUARTO = r"(?:tbl|fig)-[\w-]+=(?:\"[^\"{}]*\"|[^\s{}\"]+)"
"""An attribute for Quarto's own reader, which means nothing here; a warning says so elsewhere."""

PART = re.compile(rf"{NAME}|{OF_QUARTO}")
ATTRIBUTES = re.compile(rf"\s*\{{:?\s*((?:{NAME}|{OF_QUARTO})(?:\s+(?:{NAME}|{OF_QUARTO}))*)\s*\}}\s*$")


def without_mark(nodes: list[Node]) -> list[Node]:
    """A caption without what marks it as one: a colon, which deep in a list is still there, or `Figure:`."""
    place = next((n for n, node in enumerate(nodes) if not is_blank(node)), 0)
    first = nodes[place] if nodes else None
    if isinstance(first, Text):
        first.value = first.value[mark_end(first.value) :]
    elif isinstance(first, Element) and first.tag in ("strong", "b", "em", "i"):
        # Often the word alone is in bold type, with its colon or without.
        behind = nodes[place + 1] if place + 1 < len(nodes) else None
        alone = f"{text_of(first)}{behind.value[:1]}" if isinstance(behind, Text) else ""
        if isinstance(behind, Text) and mark_end(alone) == len(alone):
            return without_mark([Text(behind.value[1:]), *nodes[place + 2 :]])
        first.children = without_mark(first.children)
        if not text_of(first).strip():
            return without_mark([node for node in nodes if node is not first])
    return nodes


def taken_number(nodes: list[Node]) -> str:
    """The number that a caption begins with, taken out of it; empty where it begins with none."""
    while nodes and isinstance(nodes[0], Text) and not nodes[0].value.strip():
        del nodes[0]
    first = nodes[0] if nodes else None
    if isinstance(first, Element) and first.tag in AROUND_NUMBERS:
        # Often the number alone is in bold type.
        number = taken_number(first.children)
        if not first.children and number:
            del nodes[0]
            _drop_separator(nodes)
        return number
    if not isinstance(first, Text):
        return ""
    match = numbered(first.value, FIGURES | TABLES) or barely_numbered(first.value)
    if not match:
        return ""
    first.value = first.value[match.end() :]
    if not first.value:
        del nodes[0]
    found: str = next(filter(None, match.groups()))
    return found[1:-1] if found.startswith("(") else found


def _drop_separator(nodes: list[Node]) -> None:
    """Take out what parts a number in bold type from the words of its caption."""
    if nodes and isinstance(first := nodes[0], Text):
        first.value = SEPARATOR.sub("", first.value)


def frame_of(nodes: list[Node]) -> Element | None:
    """The emphasis that all of a caption stands in, if it does."""
    filled = [node for node in nodes if not is_blank(node)]
    only = filled[0] if len(filled) == 1 else None
    return only if isinstance(only, Element) and only.tag in EMPHASIS else None


def unframed(nodes: list[Node]) -> list[Node]:
    """The words of a caption, without such emphasis."""
    frame = frame_of(nodes)
    return frame.children if frame else trimmed(merged(nodes))


def taken_caption(attributes: dict[str, str | None]) -> tuple[str, str]:
    """The caption and the source line, taken out of an attribute list."""
    captions = [attributes.pop(name, "") for name in CAPTION_KEYS]
    source = attributes.pop("source", "")
    return next(filter(None, captions), "").strip(), (source or "").strip()


def with_caption(figure: Element, words_of: tuple[str, str]) -> Element:
    """The figure with its caption: under a picture, above a table, whose source line stands under it."""
    caption, source = words_of[0][mark_end(words_of[0]) :], words_of[1]
    if not caption:
        return figure
    above = "table" in figure.classes
    shown: list[Node] = [Text(caption)]
    figure.attributes[TYPED] = taken_number(shown)
    holder = element("figcaption", {}, element("span", {"class": "caption"}, *shown))
    figure.children.insert(0 if above else len(figure.children), holder)
    if source and above:
        figure.children.append(element("p", {"class": "source"}, source))
    elif source:
        holder.children += [Text(" "), element("span", {"class": "source"}, source)]
    return figure


def take_attributes(figure: Element, paragraph: Element, *parts: list[Node]) -> None:
    """Give the figure the ids and classes of its caption's paragraph, and those that a part of it ends with.

    A second id is left where it is typed, and so is told of.
    """
    names = [f".{name}" for name in paragraph.classes]
    names += [f"#{paragraph.attributes['id']}"] if paragraph.attributes.get("id") else []
    paragraph.attributes = {}
    _give(figure, names)
    for last in (nodes[-1] for nodes in parts if nodes):
        match = ATTRIBUTES.search(last.value) if isinstance(last, Text) else None
        if not isinstance(last, Text) or not match:
            continue
        names = [part for part in PART.findall(match.group(1)) if part[0] in "#."]
        if not figure.attributes.get("id") or not any(name.startswith("#") for name in names):
            last.value = last.value[: match.start()]
            _give(figure, names)


def _give(figure: Element, names: list[str]) -> None:
    for name in names:
        if name.startswith("#"):
            figure.attributes["id"] = name[1:]
        elif name[1:] not in figure.classes:
            figure.attributes["class"] = f"{figure.attributes['class']} {name[1:]}"
