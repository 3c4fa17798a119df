"""The words that a reader of a text gets, numbers of lists included, in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, Text, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"\w+")


def printed_words(html: str) -> list[str]:
    """The words of some HTML; the numbers of lists stand where they are printed."""
    return WORD.findall(" ".join(_pieces(parse(html))))


def _pieces(node: Element) -> Iterator[str]:
    number = int(node.attributes.get("start") or 1)
    for child in node.children:
        if isinstance(child, Text):
            yield child.value
        elif child.tag == "li" and node.tag == "ol":
            number = int(child.attributes.get("value") or number)
            yield f" {number} "
            yield from _pieces(child)
            number += 1
        else:
            yield from _pieces(child)
