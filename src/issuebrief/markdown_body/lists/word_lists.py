"""Lists in HTML that Word wrote: paragraphs, each with its level in its style and its sign in a span.

In:  the tree of a text.
Out: the same with lists for such paragraphs, each in the one of the level above it.

Word writes `<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>…</p>`.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_blank, text_of
from issuebrief.markdown_body.source.placeholders import PATTERN

LEVEL = re.compile(r"mso-list:\s*\S+\s+level(\d+)", re.IGNORECASE)
SIGN = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
NUMBER = re.compile(r"\(?(?:(?P<digits>\d{1,6})|(?P<roman>[ivx]+|[IVX]+)|(?P<letter>[a-z]|[A-Z]))[.)]")
SIGNS = re.compile(r"[^\w\s]|o|§")


def set_word_lists(root: Element) -> None:
    """Make the lists in an element and in all below it."""
    todo = [root]
    while todo:
        parent = todo.pop()
        if any(_level(child) for child in parent.children):
            parent.children = _with_lists(parent.children)
        todo += [child for child in parent.children if isinstance(child, Element)]


def _level(node: Node) -> int:
    """The level of a paragraph that is an entry of a list; 0 for any other node."""
    if not isinstance(node, Element) or node.tag != "p":
        return 0
    level = LEVEL.search(node.attributes.get("style") or "")
    return int(level[1]) if level and _kind(_sign(node)) else 0


def _sign(node: Element) -> str:
    """What Word drew before an entry."""
    found = _ignored(node)
    return " ".join(PATTERN.sub("", text_of(found)).split()) if found else ""


def _ignored(node: Element) -> Element | None:
    for child in node.children:
        if isinstance(child, Element):
            if SIGN.search(child.attributes.get("style") or ""):
                return child
            if found := _ignored(child):
                return found
    return None


def _kind(sign: str) -> str:
    """The kind of list that a sign belongs to: `ul`, or `ol` with the type of its numbers."""
    number = NUMBER.fullmatch(sign)
    if not number:
        return "ul" if SIGNS.fullmatch(sign) else ""
    if number["digits"]:
        return "ol 1"
    letter = number["roman"] or number["letter"]
    kind = "i" if letter.lower().startswith("i") or len(letter) > 1 else "a"
    return f"ol {kind if letter.islower() else kind.upper()}"


def _with_lists(nodes: list[Node]) -> list[Node]:
    """The nodes with lists for the paragraphs that are entries."""
    out: list[Node] = []
    open_lists: list[tuple[int, str, Element]] = []
    for node in nodes:
        level = _level(node)
        if not level:
            if not is_blank(node):
                open_lists = []
                out.append(node)
            continue
        assert isinstance(node, Element)
        kind = _kind(_sign(node))
        while open_lists and open_lists[-1][0] > level:
            open_lists.pop()
        goes_on = open_lists and open_lists[-1][0] == level and _is_same(open_lists[-1][1], kind)
        if not goes_on:
            if open_lists and open_lists[-1][0] == level:
                open_lists.pop()
            found = _list_of(kind, _sign(node))
            _last_entry(open_lists[-1][2]).children.append(found) if open_lists else out.append(found)
            open_lists.append((level, kind, found))
        open_lists[-1][2].children.append(_entry(node))
    return out


def _is_same(kind: str, other: str) -> bool:
    """Whether entries belong to one list; a letter such as v may be a Roman number as well."""
    return kind == other or (kind[:2] == other[:2] == "ol" and "1" not in kind + other)


def _list_of(kind: str, sign: str) -> Element:
    tag, _, numbers = kind.partition(" ")
    attributes: dict[str, str | None] = {"type": numbers} if numbers not in ("", "1") else {}
    number = NUMBER.fullmatch(sign)
    if number and number["digits"] and int(number["digits"]) != 1:
        attributes["start"] = number["digits"]
    return Element(tag, attributes)


def _last_entry(parent: Element) -> Element:
    entry = parent.children[-1]
    assert isinstance(entry, Element)
    return entry


def _entry(paragraph: Element) -> Element:
    """The entry that a paragraph is, without its sign."""
    line = ""
    if sign := _ignored(paragraph):
        line = "".join(match[0] for match in PATTERN.finditer(text_of(sign)))
        _take_out(paragraph, sign)
    kept = {name: value for name, value in paragraph.attributes.items() if name not in ("style", "class")}
    first = paragraph.children[0] if paragraph.children else None
    if isinstance(first, Text):
        first.value = first.value.lstrip(" \u00a0\n\t")
    return Element("li", kept, [*([Text(line)] if line else []), *paragraph.children])


def _take_out(parent: Element, wanted: Element) -> None:
    """Take an element out of another, and those around it that held nothing else."""
    for child in parent.children:
        if isinstance(child, Element) and child is not wanted:
            _take_out(child, wanted)
    parent.children = [
        child
        for child in parent.children
        if child is not wanted
        and not (isinstance(child, Element) and child.tag == "span" and not text_of(child).strip())
    ]
