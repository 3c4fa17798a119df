"""Ids of a text in a space of their own, on the web page.

In:  HTML of a brief that is harmless otherwise.
Out: the same; an id that could be a name in a script begins with `text-`, and links that lead there do too.

What a browser's scripts do not find otherwise they look for among the ids of a page: an element with the id
`settings` is what a script gets that asks for its own `settings`. Ids with a hyphen are no names. The ids of
headings stay as they are, for others have links to them; the page's own script asks for no name of that kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.headings import PAGE_IDS
from issuebrief.markdown_body.source.html_tree import HEADINGS, parse, serialise, walk

if TYPE_CHECKING:
    from collections.abc import Set

    from issuebrief.markdown_body.source.html_tree import Element

PREFIX = "text-"
NAME = re.compile(r"[^\W\d][\w$]*")
NAMED = re.compile(rf"(?:id|headers|data-passage)=\"{NAME.pattern}[\" ]|href=\"#{NAME.pattern}\"")
REFERRING = ("id", "data-passage", "headers")


def heading_ids(html: str) -> frozenset[str]:
    """The ids of the headings in a piece of HTML."""
    nodes = walk(parse(html)) if NAMED.search(html) else ()
    return frozenset(node.attributes.get("id") or "" for node in nodes if node.tag in HEADINGS) - {""}


def with_own_names(html: str, kept: Set[str]) -> str:
    """A piece of HTML whose ids are no names, but for those that are `kept`."""
    if not NAMED.search(html):
        return html
    root = parse(html)
    for node in walk(root):
        _rename(node, kept | PAGE_IDS)
    return serialise(root.children)


def _rename(node: Element, kept: Set[str]) -> None:
    for attribute in REFERRING:
        if value := node.attributes.get(attribute):
            node.attributes[attribute] = " ".join(_own(name, kept) for name in value.split())
    address = node.attributes.get("href") or ""
    if address.startswith("#"):
        node.attributes["href"] = f"#{_own(address[1:], kept)}"


def _own(name: str, kept: Set[str]) -> str:
    return f"{PREFIX}{name}" if NAME.fullmatch(name) and name not in kept else name
