"""Pictures and fonts as files of their own.

In:  the content, whose pictures are written out in it, and the fonts of its letters.
Out: `Resource`s with the names under which the documents and the style sheet know them.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from issuebrief.markdown_body.source.html_tree import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.markdown_body.source.html_tree import Element

ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/svg+xml": "svg",
    "image/webp": "webp",
    "image/gif": "gif",
}
OF_BROWSERS = ("decoding", "loading", "srcset", "sizes")
"""Attributes that are advice for browsers."""
COVER = "cover"


@dataclass(frozen=True)
class Resource:
    """A file beside the documents: its name, its media type, its bytes; the cover of the whole or not."""

    name: str
    media_type: str
    content: bytes
    is_cover: bool = False


def pictures_in(content: Element) -> tuple[Resource, ...]:
    """The pictures of the content, which names the files afterwards; each once."""
    found: dict[str, Resource] = {}
    covers = {id(image) for image in _covers(content)}
    for image in _images(content):
        address = image.attributes.get("src") or ""
        for name in OF_BROWSERS:
            image.attributes.pop(name, None)
        if not address.startswith("data:"):
            continue
        if address not in found:
            media_type, bytes_ = _written_out(address)
            is_cover = id(image) in covers and not any(each.is_cover for each in found.values())
            stem = COVER if is_cover else f"picture-{len(found) + 1}"
            name = f"images/{stem}.{ENDINGS.get(media_type, 'bin')}"
            found[address] = Resource(name, media_type, bytes_, is_cover)
        image.attributes["src"] = found[address].name
    return tuple(found.values())


def fonts_as_files(fonts: Iterable[bytes]) -> tuple[Resource, ...]:
    """Fonts in WOFF2, under names in the order in which they are given."""
    return tuple(
        Resource(f"fonts/font-{number}.woff2", "font/woff2", font) for number, font in enumerate(fonts, 1)
    )


def _images(content: Element) -> Iterator[Element]:
    return (found for found in walk(content) if found.tag == "img")


def _covers(content: Element) -> Iterator[Element]:
    figures = (found for found in walk(content) if found.tag == "figure" and "cover" in found.classes)
    return (image for figure in figures for image in _images(figure))


def _written_out(address: str) -> tuple[str, bytes]:
    """The media type and the bytes of a `data:` address (RFC 2397)."""
    head, _, body = address.removeprefix("data:").partition(",")
    media_type = head.partition(";")[0]
    if head.endswith(";base64"):
        return media_type, base64.b64decode(body)
    return media_type, unquote_to_bytes(body)
