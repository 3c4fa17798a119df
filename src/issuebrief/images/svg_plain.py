"""Drawings (SVG) in the plain form that WeasyPrint reads.

In:  the tree of a drawing, as a drawing program wrote it.
Out: the same tree, in which styles are attributes, each child of a `switch` but the right one is gone,
     and no words stand where WeasyPrint does not look for them.

WeasyPrint takes the first word of `font: bold 12px serif` for a size, knows no sizes by name, no `var()`
and no `currentcolor` in small letters, gives up a style sheet at the first selector that it cannot read
and drops words behind a `tspan` in a `tspan`; text of all these kinds is missing without a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.images.svg_defaults import say_defaults
from issuebrief.images.svg_opacity import share_out_opacity
from issuebrief.images.svg_styles import SvgStyles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NEWLINES = re.compile(r"[ \t]*[\r\n]+[ \t]*")
INITIAL: Mapping[str, str] = {}


def make_plain(root: Element) -> None:
    """Put a drawing into plain form, in place."""
    styles = SvgStyles(root)
    _walk(root, styles, INITIAL, inside_text=False)
    say_defaults(root)
    share_out_opacity(root)


def local_name(element: Element) -> str:
    """The name of an element without its namespace; nothing for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _walk(element: Element, styles: SvgStyles, variables: Mapping[str, str], *, inside_text: bool) -> None:
    variables = styles.apply(element, variables)
    name = local_name(element)
    if name == "switch":
        _choose(element)
    elif name == "a":
        # WeasyPrint takes every link for text.
        element.tag = element.tag.removesuffix("a") + ("tspan" if inside_text else "g")
    if name == "text" or inside_text:
        _tidy_words(element, nested=inside_text)
    for child in list(element):
        _walk(child, styles, variables, inside_text=inside_text or name == "text")


def _choose(switch: Element) -> None:
    """Leave in a `switch` the one child that is for this program, and for readers of any language."""
    children = [child for child in switch if local_name(child)]
    able = [child for child in children if local_name(child) != "foreignObject"]
    able = [child for child in able if not child.get("requiredExtensions")]
    chosen = next((child for child in able if not child.get("systemLanguage")), able[0] if able else None)
    for child in children:
        if child is not chosen:
            switch.remove(child)


def _tidy_words(element: Element, *, nested: bool) -> None:
    """Put words behind an element in a `tspan` into elements of their own, and newlines into spaces."""
    if element.get("white-space", "").startswith(("pre", "break-spaces")):
        element.set(SPACE, "preserve")
    if element.get(SPACE) == "preserve":
        return
    element.text = _on_one_line(element.text)
    for place, child in reversed(list(enumerate(element))):
        child.tail = _on_one_line(child.tail)
        if (nested or len(child)) and child.tail:
            element.insert(place + 1, _words(element, child.tail))
            child.tail = None
    if nested and len(element) and element.text:
        # WeasyPrint would take the space at its end for the end of all that is in the element.
        element.insert(0, _words(element, element.text))
        element.text = None


def _words(element: Element, text: str) -> Element:
    """Words as a `tspan` of their own, to stand in an element."""
    space, brace, _ = element.tag.rpartition("}")
    words = element.makeelement(f"{space}{brace}tspan", {})
    words.text = text
    return words


def _on_one_line(text: str | None) -> str | None:
    return NEWLINES.sub(" ", text) if text and text.strip() else text
