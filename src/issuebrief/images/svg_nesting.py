"""Drawings (SVG) in drawings: none is drawn within itself, by whatever way it comes back.

In:  drawings as they are read, and their addresses as they are drawn.
Out: the same without pictures that are the drawing itself; whether one may be drawn now.

WeasyPrint opens `<image href="#part">` as another picture of the whole file: each picture in it would be
opened again within each, until the stack ends.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

from issuebrief.images.svg_plain import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
DEEPEST = 5
"""How deep drawings may stand in each other."""


def drop_itself(tree: Element, address: str | None) -> bool:
    """Take out of a drawing what shows the drawing itself as a picture; whether there was any."""
    pictures = [element for element in tree.iter() if local_name(element) == "image"]
    own = [
        (element, name)
        for element in pictures
        for name in HREFS
        if (href := element.get(name)) and _file_of(urljoin(address or "", href)) == _file_of(address or "")
    ]
    for element, name in own:
        # A picture without an address is none; one with an empty one is the drawing again.
        element.tag = "g"
        del element.attrib[name]
    return bool(own)


class OpenDrawings:
    """The drawings that are being drawn, the outermost first."""

    def __init__(self) -> None:
        self._files: list[str] = []

    @contextmanager
    def entered(self, address: str | None) -> Iterator[bool]:
        """Whether a drawing may be drawn within those that are being drawn."""
        file = _file_of(address or "")
        if len(self._files) >= DEEPEST or (file and file in self._files):
            yield False
            return
        self._files.append(file)
        try:
            yield True
        finally:
            self._files.pop()


def _file_of(address: str) -> str:
    """An address without the part and the query: they lead to the same file."""
    return urldefrag(address).url.partition("?")[0] if not address.startswith("data:") else ""
