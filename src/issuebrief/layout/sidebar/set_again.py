"""Sidebar blocks that must be set otherwise: a pull-quote smaller, a caption below its figure.

In:  the class that each needs, by the id of the quote or of the figure.
Out: `SetAgain`, raised while sidebars are placed; and its remedy, the classes on their elements in a tree or
     in a page of HTML, which is then laid out once more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

QUOTE, FIGURE, CAPTION = "aside", "figure", "figcaption"
BEGUN = re.compile(rf"<(?:{QUOTE}|{FIGURE}) [^>]*>")
NAMED, CLASS = re.compile(' id="([^"]*)"'), re.compile(' class="([^"]*)"')


class SetAgain(Exception):
    """Blocks that must be set otherwise: the class that each needs, by its id or that of its figure."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        super().__init__(classes)
        self.classes = classes


def add_classes(root: Element, classes: Mapping[str, str]) -> None:
    """Give the elements of these ids below `root` their classes, and of figures their captions."""
    for element in root.iter():
        if element.tag in (QUOTE, FIGURE) and (name := classes.get(element.get("id", ""))):
            block = element if element.tag == QUOTE else element.find(CAPTION)
            if block is not None:
                block.set("class", f"{block.get('class', '')} {name}".strip())


def with_classes(html: str, classes: Mapping[str, str]) -> str:
    """A page of HTML in which the tags of these ids have their classes, as `add_classes` gives them."""
    parts, done = [], 0
    for tag in BEGUN.finditer(html):
        named = NAMED.search(tag[0])
        name = classes.get(named[1]) if named else None
        begin = tag.start()
        if tag[0].startswith(f"<{FIGURE}"):
            # Its own caption stands below those of its parts.
            begin = html.rfind(f"<{CAPTION}", tag.end(), html.find(f"</{FIGURE}>", tag.end()))
        if name and begin >= 0:
            end = html.index(">", begin) + 1
            parts += [html[done:begin], _classed(html[begin:end], name)]
            done = end
    return "".join([*parts, html[done:]])


def _classed(tag: str, name: str) -> str:
    """A tag with one class more."""
    if CLASS.search(tag):
        return CLASS.sub(rf' class="\1 {name}"', tag)
    return f'{tag[:-1]} class="{name}">'
