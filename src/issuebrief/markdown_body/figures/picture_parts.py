"""Pictures side by side: one figure with parts (a), (b), (c).

In:  the pictures of a line that holds two or more of them and nothing else, with their common caption.
Out: a `figure` of rows of parts, each a `figure` with its letter and its own caption; once the pictures were
     looked at, the share of the row that each takes so that all are equally high.
"""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import warning
from issuebrief.markdown_body.figures.captions import take_attributes, taken_caption, with_caption
from issuebrief.markdown_body.source.html_tree import Element, Text, element, text_of, walk
from issuebrief.markdown_body.source.source_lines import LINE, line_of, same_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.markdown_body.figures.pictured_paragraphs import Pictured
    from issuebrief.markdown_body.source.html_tree import Node
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

RATIO = "data-ratio"
"""The attribute in which a part's picture keeps its width by its height, as a number, for a while."""

NARROWEST, FEW_LETTERS = 0.24, 14
"""The share of a row that a part has at the least where its caption has more letters."""

IN_A_ROW = 3
"""So many pictures stand side by side at the most; of four there are two rows of two."""


def figure_of_parts(holder: Element, row: list[Pictured], caption: list[Node]) -> Element:
    """The figure of several pictures; its classes are those of the pictures and of what they stand in.

    A caption may end with braces, which are those of the whole.
    """
    figure = Element("figure", {"class": "figure parts", **same_line(holder)})
    if name := holder.attributes.pop("id", None):
        figure.attributes["id"] = name
    classes = [*figure.classes, *holder.classes]
    parts = []
    for pictured in row:
        classes += [name for name in pictured.picture.classes if name not in classes]
        parts.append(_part(pictured))
    figure.attributes["class"] = " ".join(classes)
    take_attributes(figure, Element("p"), caption)
    if caption or any(len(part.children) > 1 for part in parts):
        for letter, part in zip(ascii_lowercase, parts, strict=False):
            _give_letter(part, letter)
    many = 2 if len(parts) == IN_A_ROW + 1 else IN_A_ROW
    rows = (parts[start : start + many] for start in range(0, len(parts), many))
    figure.children = [Element("div", {"class": "part-row"}, [*some]) for some in rows]
    return figure


def _part(pictured: Pictured) -> Element:
    """A picture with what its braces or its title say below it."""
    attributes = pictured.picture.attributes
    caption, source = taken_caption(attributes)
    title = (attributes.pop("title", "") or "").strip()
    attributes.pop("class", None)
    part = Element("figure", {"class": "part", **same_line(pictured.picture)}, [pictured.shown])
    if name := attributes.pop("id", None):
        part.attributes["id"] = name
    attributes.pop(LINE, None)
    attributes[RATIO] = ""
    return with_caption(part, (caption or title, source))


def _give_letter(part: Element, letter: str) -> None:
    label = element("span", {"class": "part-label"}, f"({letter})")
    if len(part.children) == 1:
        part.children.append(Element("figcaption", {}, [label]))
    elif isinstance(caption := part.children[-1], Element):
        caption.children[:0] = [label, Text(" ")]


def part_label(part: Element) -> str:
    """The letter of a part in its brackets; nothing for what is no part, or has none."""
    if "part" not in part.classes:
        return ""
    labels = (found for found in walk(part) if "part-label" in found.classes)
    return next((text.value for label in labels for text in label.children if isinstance(text, Text)), "")


def share_out(body: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    """Give each picture of a row the width with which all are equally high; sizes of their own go."""
    problems: list[Diagnostic] = []
    for figure, row in _rows(body):
        parts = [part for part in row.children if isinstance(part, Element)]
        pictures: list[Element] = []
        shares: list[int] = []
        for part in parts:
            picture = next(found for found in walk(part) if found.tag == "img")
            problems += _without_size(picture, figure, manuscript)
            pictures.append(picture)
            shares.append(round(100 * float(picture.attributes.pop(RATIO, "") or 1)) or 1)
        for part, share in zip(parts, shares, strict=True):
            part.attributes["class"] = f"part share-{share}"
        widths = _with_room(shares, [_has_words(part) for part in parts])
        for picture, wide, width in zip(pictures, _equally_high(shares, widths), widths, strict=True):
            if wide < width:
                picture.attributes["style"] = f"width: {100 * wide / width:.2f}%"
        tracks = " ".join(f"minmax(0, {width:g}fr)" for width in widths)
        row.attributes["style"] = f"grid-template-columns: {tracks}"
    return problems


def _has_words(part: Element) -> bool:
    """Whether a part has a caption of more than its letter and a word."""
    captions = (found for found in walk(part) if found.tag == "figcaption")
    return sum(len(text_of(caption)) for caption in captions) > FEW_LETTERS


def _with_room(shares: Sequence[int], worded: Sequence[bool]) -> list[float]:
    """The widths of parts: their pictures' shares, but room for words below those that are very narrow."""
    least = NARROWEST * sum(shares)
    narrow = [has_words and share < least for share, has_words in zip(shares, worded, strict=True)]
    if not any(narrow) or all(narrow):
        return [*map(float, shares)]
    rest = sum(share for share, is_narrow in zip(shares, narrow, strict=True) if not is_narrow)
    left = (sum(shares) - least * sum(narrow)) / rest
    return [
        round(least if is_narrow else share * left, 2)
        for share, is_narrow in zip(shares, narrow, strict=True)
    ]  # fmt: skip


def _equally_high(shares: Sequence[int], widths: Sequence[float]) -> list[float]:
    """The widths of pictures as high as the lowest of them can be."""
    scale = min(width / share for share, width in zip(shares, widths, strict=True))
    return [share * scale for share in shares]


def _rows(body: Element) -> Iterator[tuple[Element, Element]]:
    """The rows of parts, each with its figure."""
    for figure in walk(body):
        if "parts" in figure.classes:
            yield from ((figure, row) for row in walk(figure) if "part-row" in row.classes)


def _without_size(picture: Element, figure: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    sized = [picture.attributes.pop(name, None) for name in ("width", "height", "style")]
    if not any(sized):
        return []
    line = line_of(figure)
    source = manuscript.source
    message = "pictures side by side are set equally high, and the size given to one of them is left out"
    hint = "leave the size out, or put each picture into a paragraph of its own"
    place = source.place(line or source.body_line)
    return [warning("picture.size", message, place, hint, source.line(line) if line else "")]
