"""Figures of pictures: alone in a paragraph, with a caption below, amid text, or typed in HTML.

In:  a paragraph, a definition list whose terms are pictures (`:   the caption` makes one), or a `figure`.
Out: `figure` elements, each with its caption and what number was typed before it, and the text between them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.markdown_body.figures.caption_lines import caption_lines, merged, source_of, trimmed
from issuebrief.markdown_body.figures.captions import (
    TYPED,
    take_attributes,
    taken_caption,
    taken_number,
    unframed,
    with_caption,
    without_mark,
)
from issuebrief.markdown_body.figures.picture_parts import figure_of_parts, part_label
from issuebrief.markdown_body.figures.pictured_paragraphs import Row, lone_picture, lone_row, parted
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_blank, walk
from issuebrief.markdown_body.source.source_lines import LINE, same_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.figures.pictured_paragraphs import Pictured


def is_tag(node: Node, tag: str) -> bool:
    """Whether a node is an element of that name."""
    return isinstance(node, Element) and node.tag == tag


def from_paragraph(paragraph: Element) -> Iterator[Node]:
    """A paragraph; where pictures stand alone or on lines of their own, the figures and the text of it.

    One without a tag stands for what holds text without a paragraph, such as a cell or an item of a list.
    """
    parts = parted(paragraph)
    if parts is None:
        yield from [paragraph] if paragraph.tag else paragraph.children
        return
    for part in parts:
        if not isinstance(part, list):
            # What the author wrote of the paragraph is for the picture where there is nothing else in it.
            holder = paragraph if len(parts) == 1 else Element("p", dict(same_line(paragraph)))
            if isinstance(part, Row):
                yield _row(holder, part)
                continue
            yield _captioned(figure_of("figure", holder, part.shown), part)
        elif paragraph.tag:
            yield Element("p", {**paragraph.attributes}, trimmed(part))
        else:
            yield from trimmed(part)


def from_html(figure: Element) -> Element:
    """A figure that was typed in HTML, like those that are made of Markdown."""
    inside = list(walk(figure))
    kinds = {"table": "table", "img": "figure"}
    kind = next((kinds[name] for name in kinds if any(found.tag == name for found in inside)), "")
    if not kind:
        return figure
    figure.attributes["class"] = " ".join(dict.fromkeys([kind, *figure.classes]))
    figure.children = [_unwrapped(child) for child in figure.children if not is_blank(child)]
    caption = next((child for child in figure.children if is_tag(child, "figcaption")), None)
    if isinstance(caption, Element):
        figure.children.remove(caption)
        put_caption(figure, caption, _joined([caption]))
    return figure


def put_caption(figure: Element, written: Element, nodes: list[Node]) -> None:
    """Give a figure its caption, the source line beside it: under a picture, above and under a table."""
    nodes = without_mark(unframed(nodes))
    number = taken_number(nodes)
    above = "table" in figure.classes
    lines = caption_lines(nodes)
    caption, source = lines.words, lines.source
    line = same_line(written)
    take_attributes(figure, Element("p") if written.tag == "figure" else written, caption, source or [])
    if source is not None and not (above or number or trimmed(caption)):
        # It says whose the picture is, and nothing of what it shows.
        figure.children.append(source_of("p", source))
        return
    figure.attributes[TYPED] = number
    shown = Element("span", {"class": "caption"}, trimmed(caption))
    if above:
        figure.children.insert(0, Element("figcaption", line, [shown]))
        figure.children += lines.below("p")
    else:
        below = [each for part in lines.below("span") for each in (Text(" "), part)]
        figure.children.append(Element("figcaption", line, [shown, *below]))


def _unwrapped(node: Node) -> Node:
    """A picture without the paragraph that it is alone in."""
    found = lone_picture(node) if isinstance(node, Element) and node.tag in ("p", "div") else None
    return found.shown if found else node


def _row(holder: Element, row: Row) -> Element:
    """The figure of pictures side by side with their common caption."""
    figure = figure_of_parts(holder, row.pictures, row.caption)
    if row.caption or any(part_label(part) for part in walk(figure)):
        put_caption(figure, figure, row.caption)
    return figure


def _captioned(figure: Element, pictured: Pictured) -> Element:
    """The figure of a picture with its caption: from below it, from the braces, or its title."""
    attributes = pictured.picture.attributes
    caption, source = taken_caption(attributes)
    caption = _shown_alternative(attributes) or caption
    title = (attributes.pop("title", "") or "").strip()
    if not pictured.caption:
        return with_caption(figure, (caption or title, source))
    put_caption(figure, figure, pictured.caption)
    return figure


def _shown_alternative(attributes: dict[str, str | None]) -> str:
    """What stands in the brackets of a picture that has `fig-alt` in its braces: its caption."""
    alternative = attributes.pop("fig-alt", None)
    if not alternative:
        return ""
    shown, attributes["alt"] = attributes.get("alt"), alternative
    return (shown or "").strip()


def figure_of(kind: str, holder: Element, shown: Element) -> Element:
    """A figure that takes over the ids, classes and lines of what it was made of.

    `shown` is the picture, the link around it, or the table.
    """
    figure = Element("figure", {}, [shown])
    classes = [kind]
    # Pictures in the cells of a table have their own.
    pictures = (found for found in walk(shown) if found.tag == "img" and kind == "figure")
    for old in (holder, shown, *pictures):
        classes += [name for name in old.classes if name not in classes]
        old.attributes.pop("class", None)
        figure.attributes |= {
            name: old.attributes.pop(name) for name in ("id", LINE) if name in old.attributes
        }
    figure.attributes = {"class": " ".join(classes), **figure.attributes}
    return figure


def from_list(definitions: Element) -> Iterator[Node]:
    """A definition list; the terms in it that are pictures become figures between its parts."""
    rest = Element("dl", definitions.attributes)
    groups: list[list[Element]] = []
    for child in definitions.children:
        if isinstance(child, Element):
            if child.tag == "dt" or not groups:
                groups.append([])
            groups[-1].append(child)
    if not any(lone_picture(group[0]) or lone_row(group[0]) for group in groups):
        yield definitions
        return
    for group in groups:
        pictured = lone_picture(group[0]) if group[0].tag == "dt" else None
        row = lone_row(group[0]) if group[0].tag == "dt" else None
        if pictured is None and row is None:
            rest.children += group
            continue
        if rest.children:
            yield rest
            rest = Element("dl")
        if pictured is None or row is not None:
            assert row is not None
            yield _row(group[0], replace(row, caption=merged(_joined(group[1:]))))
            continue
        figure = figure_of("figure", group[0], pictured.shown)
        _shown_alternative(pictured.picture.attributes)
        put_caption(figure, Element("dd", same_line(*group[1:])), _joined(group[1:]))
        yield figure
    if rest.children:
        yield rest


def _joined(definitions: list[Element]) -> list[Node]:
    """The nodes of several definitions or paragraphs as one line of text each."""
    nodes: list[Node] = []
    for definition in definitions:
        paragraphs = [child for child in definition.children if is_tag(child, "p")]
        if paragraphs:
            nodes += _joined([child for child in definition.children if isinstance(child, Element)])
        else:
            nodes += [Text("\n"), *definition.children]
    return nodes
