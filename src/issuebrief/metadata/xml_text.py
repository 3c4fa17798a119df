"""XML, written so that the same tree gives the same bytes.

In:  a tree of `Element` and `Text`, whose tags and attributes have the prefixes that the root declares.
Out: a document in UTF-8. Elements that hold only elements are indented, but for those that hold text by
     their nature: there, white space would be seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from issuebrief.markdown_body.source.html_tree import Element, Text, element

if TYPE_CHECKING:
    from collections.abc import Collection

    from issuebrief.markdown_body.source.html_tree import Node

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold."""
IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}


def node(tag: str, *children: Node | str | None, **attributes: str) -> Element:
    """An element around nodes and texts; what is None or empty is left out.

    In the names of attributes, two underscores stand for a colon.
    """
    named: dict[str, str | None] = {
        name.replace("__", ":"): value for name, value in attributes.items() if value
    }
    return element(tag, named, *(child for child in children if child is not None and child != ""))


def text_node(tag: str, text: str, **attributes: str) -> Element | None:
    """An element around a text; none where there is no text."""
    return node(tag, text, **attributes) if text else None


def document(root: Element, doctype: str = "", mixed: Collection[str] = ()) -> bytes:
    """The document; a `doctype` stands before the root, and elements that are `mixed` are not indented."""
    out = [HEAD, f"{doctype}\n" if doctype else ""]
    _write(root, out, "\n", mixed)
    return ("".join(out) + "\n").encode()


def as_text(text: str) -> str:
    """Words, written as XML."""
    return escape(NO_XML.sub("\ufffd", text))


def _write(branch: Node, out: list[str], indent: str, mixed: Collection[str]) -> None:
    """Write a node; `indent` is the line end before it, empty within text."""
    if isinstance(branch, Text):
        out.append(as_text(branch.value))
        return
    written = "".join(
        f' {name}="{escape(NO_XML.sub(chr(0xFFFD), value or ""), IN_ATTRIBUTES)}"'
        for name, value in branch.attributes.items()
    )
    if not branch.children:
        out.append(f"<{branch.tag}{written}/>")
        return
    out.append(f"<{branch.tag}{written}>")
    holds_text = branch.tag in mixed or any(isinstance(child, Text) for child in branch.children)
    inner = f"{indent}  " if indent and not holds_text else ""
    for child in branch.children:
        out.append(inner)
        _write(child, out, inner, mixed)
    out.append(f"{indent if inner else ''}</{branch.tag}>")
