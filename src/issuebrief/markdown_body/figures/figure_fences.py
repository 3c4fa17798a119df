"""Figures and tables between lines of three colons, with their captions as paragraphs.

In:  a `div` of the tree: `::: figure`, `::: table`, or one whose name begins with `fig-`, `tbl-` or `tab-`,
     as Pandoc and Quarto have them.
Out: the figure of its pictures, which are parts (a), (b) where there are several, or of its table; the
     element itself where it is none.
"""

from __future__ import annotations

from issuebrief.markdown_body.figures.caption_lines import merged, trimmed
from issuebrief.markdown_body.figures.picture_figures import figure_of, is_tag, put_caption
from issuebrief.markdown_body.figures.picture_parts import figure_of_parts
from issuebrief.markdown_body.figures.pictured_paragraphs import Pictured, Row, parted
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_blank, text_of

FIGURE, TABLE = "figure", "table"
NAMES = {"fig-": FIGURE, "tbl-": TABLE, "tab-": TABLE}


def kind_of_fence(found: Element) -> str:
    """`figure` or `table` where a `div` says that it is one; else empty."""
    if found.tag != "div":
        return ""
    name = found.attributes.get("id") or ""
    by_class = next((kind for kind in (FIGURE, TABLE) if kind in found.classes), "")
    return by_class or next((kind for start, kind in NAMES.items() if name.startswith(start)), "")


def from_fence(fence: Element) -> Element:
    """The figure that a fence makes of what is in it: pictures or a table, and paragraphs of its caption."""
    kind = kind_of_fence(fence)
    inside = [child for child in fence.children if not is_blank(child)]
    pictures, tables, caption = _sorted(inside)
    if kind == TABLE and len(tables) == 1 and not pictures and caption is not None:
        return _with_caption(figure_of(TABLE, _holder(fence), tables[0]), caption)
    if kind != FIGURE or not pictures or tables or caption is None:
        return fence
    if len(pictures) == 1:
        only = pictures[0]
        figure = figure_of(FIGURE, _holder(fence), only.shown)
        return _with_caption(figure, only.caption or caption)
    for part in pictures:
        if part.caption:
            part.picture.attributes["caption"] = text_of(Element("", {}, part.caption)).strip()
    figure = figure_of_parts(_holder(fence), pictures, caption)
    return _with_caption(figure, caption)


def _holder(fence: Element) -> Element:
    """What the figure takes its name, classes and line from; the class that makes it one falls away."""
    classes = [name for name in fence.classes if name not in (FIGURE, TABLE)]
    attributes = {name: value for name, value in fence.attributes.items() if name != "class"}
    return Element("div", {**attributes, **({"class": " ".join(classes)} if classes else {})})


def _sorted(inside: list[Node]) -> tuple[list[Pictured], list[Element], list[Node] | None]:
    """The pictures, the tables, and the words of the caption; None for these where anything else is there."""
    pictures: list[Pictured] = []
    tables: list[Element] = []
    caption: list[Node] = []
    for node in inside:
        if is_tag(node, "table") and isinstance(node, Element):
            tables.append(node)
        elif not isinstance(node, Element) or node.tag != "p":
            return pictures, tables, None
        else:
            for part in parted(node) or [node.children]:
                if isinstance(part, Row):
                    pictures += part.pictures
                    caption += _line(part.caption)
                elif isinstance(part, Pictured):
                    pictures.append(part)
                else:
                    caption += _line(part)
    return pictures, tables, caption


def _line(nodes: list[Node]) -> list[Node]:
    return [Text("\n"), *trimmed(nodes)] if nodes else []


def _with_caption(figure: Element, caption: list[Node]) -> Element:
    if any(not is_blank(node) for node in caption):
        put_caption(figure, figure, merged(trimmed(caption)))
    return figure
