"""Which letters a page sets in which face, by WeasyPrint's cascade and without a layout.

In:  a page of HTML and its style sheet.
Out: for each combination of families, slope and weight, the characters that are set in it, and
     those of them that are set as superiors and as inferiors.

Rules inside media queries are not looked at (WeasyPrint cannot judge them): what a screen's size or
its colours change must not be the face.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weasyprint import CSS, HTML
from weasyprint.css import get_all_computed_styles

from issuebrief.engine.log import listen
from issuebrief.theming.font_faces import FaceQuery

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import BoxStyle, StyleFor

MATH = "{http://www.w3.org/1998/Math/MathML}math"
"""Formulas, which each browser sets in a face of its own."""

NUMERALS = "0123456789."
"""What the numbers of an ordered list may be made of."""


@dataclass
class GlyphUsage:
    """The characters set in a cut, and those of them that are set as superiors and as inferiors."""

    all: set[str] = field(default_factory=set)
    superior: set[str] = field(default_factory=set)
    inferior: set[str] = field(default_factory=set)


def letters_in_use(html: str, css: str, numerals: str = NUMERALS) -> dict[FaceQuery, GlyphUsage]:
    """The characters of each cut on the page; `numerals` are those of its lists."""
    found: dict[FaceQuery, GlyphUsage] = {}
    with listen():
        page = HTML(string=html, media_type="screen")
        style_for = get_all_computed_styles(page, user_stylesheets=[CSS(string=css, media_type="screen")])
        formulas = {inner for math in page.etree_element.iter(MATH) for inner in math.iter()}
        for element in page.etree_element.iter():
            if element not in formulas and (style := style_for(element)) is not None:
                _add_element(found, element, style, style_for, numerals)
    return {cut: letters for cut, letters in found.items() if letters.all}


def _add_element(
    found: dict[FaceQuery, GlyphUsage], element: Element, style: BoxStyle, style_for: StyleFor, numerals: str
) -> None:
    _add(found, style, _own_text(element))
    if element.tag == "li":
        _add(found, style, numerals + _marker(style))
    for pseudo in ("before", "after", "marker"):
        if (of_pseudo := style_for(element, pseudo)) is not None:
            _add(found, of_pseudo, _content(of_pseudo))


def _add(found: dict[FaceQuery, GlyphUsage], style: BoxStyle, text: str) -> None:
    if not text or style["display"][0] == "none":
        return
    weight = style["font_weight"]
    cut = FaceQuery(tuple(style["font_family"]), style["font_style"], int(weight))
    letters = found.setdefault(cut, GlyphUsage())
    shown = {character for character in text if unicodedata.category(character) != "Cc"}
    if style["text_transform"] != "none":
        shown |= set(text.upper()) | set(text.lower())
    letters.all |= shown
    if style["font_variant_position"] == "super":
        letters.superior |= shown
    elif style["font_variant_position"] == "sub":
        letters.inferior |= shown


def _own_text(element: Element) -> str:
    """The text that stands in an element itself, not in those inside it."""
    if not isinstance(element.tag, str):
        return ""
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _marker(style: BoxStyle) -> str:
    kind = style["list_style_type"]
    return "".join(part for part in kind if isinstance(part, str)) if isinstance(kind, tuple) else "•"


def _content(style: BoxStyle) -> str:
    content = style["content"]
    return "".join(_strings(content)) if isinstance(content, tuple) else ""


def _strings(content: Sequence[tuple[str, object]]) -> Iterator[str]:
    for part in content:
        if isinstance(part, tuple) and len(part) == 2 and part[0] == "string":
            yield str(part[1])
