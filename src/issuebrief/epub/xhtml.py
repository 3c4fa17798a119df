"""A tree of HTML as XHTML, which reading programs parse as XML.

In:  nodes, and what stands around them: a title, a language, the way in which the text runs.
Out: a document in which every element is closed and every name belongs to its vocabulary.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from issuebrief.markdown_body.source.html_tree import VOID, Text
from issuebrief.metadata.xml_text import NO_XML, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.markdown_body.source.html_tree import Node

VOCABULARIES = {"svg": "http://www.w3.org/2000/svg", "math": "http://www.w3.org/1998/Math/MathML"}
"""Elements that begin another vocabulary, by their names."""
NAME = re.compile(r"(?:epub:|xml:|xlink:|xmlns:)?[A-Za-z_][\w.-]*")
"""Names of attributes that are kept: an author's HTML may have others."""

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" {language}>
<head>
<meta charset="utf-8"/>
<title>{title}</title>
<link rel="stylesheet" href="style.css"/>
</head>
<body{kind}>
{content}
</body>
</html>
"""


def page(title: str, nodes: Iterable[Node], lang: str, *, is_turned: bool = False, kind: str = "") -> str:
    """A document; `kind` is what it is in the vocabulary of EPUB; where it `is_turned`, lines begin right."""
    language = f'lang="{lang}" xml:lang="{lang}"' + (' dir="rtl"' if is_turned else "")
    return PAGE.format(
        language=language,
        title=as_text(title),
        kind=f' epub:type="{kind}"' if kind else "",
        content=as_xml(nodes),
    )


def as_xml(nodes: Iterable[Node]) -> str:
    """Nodes, written as XML."""
    out: list[str] = []
    for node in nodes:
        _write(node, out)
    return "".join(out)


def _write(node: Node, out: list[str]) -> None:
    if isinstance(node, Text):
        out.append(as_text(node.value))
        return
    attributes = dict(node.attributes)
    if vocabulary := VOCABULARIES.get(node.tag):
        attributes["xmlns"] = vocabulary
    written = "".join(
        f" {name}={quoteattr(NO_XML.sub(chr(0xFFFD), value if value is not None else name))}"
        for name, value in attributes.items()
        if NAME.fullmatch(name)
    )
    if node.tag in VOID and not node.children:
        out.append(f"<{node.tag}{written}/>")
        return
    out.append(f"<{node.tag}{written}>")
    for child in node.children:
        _write(child, out)
    out.append(f"</{node.tag}>")
