"""Quotations: who is quoted, and where one quotation ends and the next begins.

In:  the manuscript, then the tree of the body or of a note.
Out: cuts that part quotations, the last line of the first of which names its author; that line as a paragraph
     of its own with the class `attribution`; fences such as `::: epigraph` as quotations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_blank, text_of, walk
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.markdown_body.source.source_lines import same_line

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

FENCES = ("quote", "blockquote", "quotation", "epigraph")
"""Names of fences that hold a quotation."""

ATTRIBUTION = "attribution"
DASH = r"(?:[—–―]|-{2,3})[ \t\u00a0]*(?=[^\W\d_])"
BEGINS = re.compile(rf"\s*{DASH}")
LINE_BEGINS = re.compile(rf"\n[ \t]*(?={DASH})")
NAMED = re.compile(rf" {{0,3}}>[ \t>]*(?:{DASH}|<cite>[^<\n]*</cite>[ \t]*$)")
SAID = re.compile(r"[.!?…”’»“‘\"')\]]\s*$")
"""The end of what is quoted; a dash behind anything else is one of the sentence."""

LONGEST = 200
"""Characters of an attribution at most."""


def part_quotations(manuscript: MarkdownSource) -> list[Substitution]:
    """Cuts that keep a quotation from running into one above it that ends with its author."""
    cuts: list[Substitution] = []
    named = False
    last = ""
    for start, line in manuscript.lines():
        if not line.strip():
            named = named or bool(NAMED.match(last))
        elif line.lstrip().startswith(">"):
            if named:
                cuts.append(Substitution(start, start, "<!-- -->\n\n"))
            named = False
        else:
            named = False
        last = line if line.strip() else ""
    return cuts


def set_quotations(root: Element) -> None:
    """Make quotations of the fences that hold one, and set apart who is quoted."""
    for found in walk(root):
        if found.tag == "div" and (name := next((name for name in found.classes if name in FENCES), "")):
            found.tag = "blockquote"
            classes = [other for other in found.classes if other != name]
            found.attributes.pop("class")
            found.attributes |= {"class": " ".join(classes)} if classes else {}
        if found.tag == "blockquote":
            _set_attribution(found)


def _set_attribution(quotation: Element) -> None:
    held = [child for child in quotation.children if not is_blank(child)]
    last = held[-1] if held else None
    if not isinstance(last, Element) or last.tag not in ("p", "footer", "cite"):
        return
    if last.tag != "p":
        last.tag, last.attributes["class"] = "p", ATTRIBUTION
    elif _is_attribution(last.children) and len(held) > 1 and not _begins(held[-2]):
        last.attributes["class"] = " ".join([*last.classes, ATTRIBUTION])
    elif parts := _parted(last.children):
        last.children = parts[0]
        line = Element("p", {"class": ATTRIBUTION, **same_line(last)}, parts[1])
        quotation.children[quotation.children.index(last) + 1 :] = [Text("\n"), line, Text("\n")]


def _parted(nodes: list[Node]) -> tuple[list[Node], list[Node]] | None:
    """What is quoted, and the last line where that names its author."""
    for place in range(len(nodes) - 1, -1, -1):
        node = nodes[place]
        if isinstance(node, Element) and node.tag == "br":
            said, line = nodes[:place], nodes[place + 1 :]
        elif isinstance(node, Text) and (matches := list(LINE_BEGINS.finditer(node.value))):
            at = matches[-1].start()
            said = [*nodes[:place], *([Text(node.value[:at])] if node.value[:at].strip() else [])]
            line = [Text(node.value[at:].lstrip()), *nodes[place + 1 :]]
        else:
            continue
        while said and isinstance(end := said[-1], Element) and end.tag == "br":
            said.pop()
        is_said = bool(SAID.search(text_of(Element("", {}, said))))
        return (said, line) if is_said and _is_attribution(line) else None
    return None


def _is_attribution(nodes: list[Node]) -> bool:
    """Whether a line is the name of somebody behind a dash, or a title alone."""
    kept = [node for node in nodes if not is_blank(node)]
    text = text_of(Element("", {}, kept)).strip()
    if not text or len(text) > LONGEST or text.endswith(("!", "?", "…", ":", "”", "»")):
        return False
    return bool(BEGINS.match(text)) or (
        len(kept) == 1 and isinstance(kept[0], Element) and kept[0].tag == "cite"
    )


def _begins(node: Node) -> bool:
    """Whether a paragraph begins with a dash, as what is said in turn does."""
    return bool(BEGINS.match(text_of(node)))
