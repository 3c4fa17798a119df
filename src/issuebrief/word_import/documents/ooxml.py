"""The XML of Word: names of elements, what is switched on, text, and trees written out again.

In:  trees of XML whose tags are `{namespace}name`.
Out: answers about elements, and bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

FORMATS = "http://schemas.openxmlformats.org/"
NAMESPACES = {
    "w": f"{FORMATS}wordprocessingml/2006/main",
    "r": f"{FORMATS}officeDocument/2006/relationships",
    "a": f"{FORMATS}drawingml/2006/main",
    "wp": f"{FORMATS}drawingml/2006/wordprocessingDrawing",
    "pic": f"{FORMATS}drawingml/2006/picture",
    "m": f"{FORMATS}officeDocument/2006/math",
    "mc": f"{FORMATS}markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""The prefixes that Pandoc knows the namespaces by."""

OFF = ("0", "false", "off", "none")
SOFT_HYPHEN = "\u00ad"
SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "ptab": " "}
"""What elements in a run stand for as text."""


def name(short: str) -> str:
    """The tag that is written `w:p` in a file."""
    prefix, _, local = short.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


P, R, T = name("w:p"), name("w:r"), name("w:t")
VAL = name("w:val")
RUN_FORMAT, PARAGRAPH_FORMAT = name("w:rPr"), name("w:pPr")
BOX = name("w:txbxContent")
EQUATION = name("m:oMath")


def attribute(element: Element | None, short: str) -> str:
    """An attribute, written `w:val`; empty where there is none."""
    return "" if element is None else element.get(name(short), "")


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names written `w:pPr`."""
    for step in path:
        element = None if element is None else element.find(name(step))
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch, such as `w:b`, is there and not switched off."""
    return element is not None and element.get(VAL, "1").lower() not in OFF


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    return attribute(child(paragraph, "w:pPr", "w:pStyle"), "w:val")


def text_of(element: Element) -> str:
    """The words in an element as a reader sees them, without those in its text boxes."""
    return "".join(_text(element, (BOX, RUN_FORMAT, PARAGRAPH_FORMAT)))


def words_of(element: Element) -> str:
    """The same without the letters of equations."""
    return "".join(_text(element, (BOX, RUN_FORMAT, PARAGRAPH_FORMAT, EQUATION)))


def _text(element: Element, apart: Collection[str]) -> Iterator[str]:
    for each in element:
        local = each.tag.rpartition("}")[2]
        if each.tag in apart:
            continue
        if local in ("t", "delText"):
            yield (each.text or "").replace(SOFT_HYPHEN, "")
        elif local in SIGNS and not len(each):
            yield SIGNS[local]
        else:
            yield from _text(each, apart)


def run_of(text: str, run_format: Element | None = None) -> Element:
    """A run of text."""
    run = Element(R)
    if run_format is not None:
        run.append(run_format)
    word = Element(T, {name("xml:space"): "preserve"})
    word.text = text
    run.append(word)
    return run


def parents_in(tree: Element) -> dict[Element, Element]:
    """The parent of each element."""
    return {inner: outer for outer in tree.iter() for inner in outer}


def remove_where(tree: Element, is_unwanted: Callable[[Element], bool]) -> list[Element]:
    """Take elements out of a tree, and return them; what lies in one goes with it."""
    removed: list[Element] = []
    for outer in list(tree.iter()):
        unwanted = [inner for inner in outer if is_unwanted(inner)]
        for inner in unwanted:
            outer.remove(inner)
        removed += unwanted
    return removed


def unwrap_where(tree: Element, is_wrapper: Callable[[Element], bool]) -> None:
    """Put the content of elements in their place."""
    for outer in list(tree.iter()):
        while any(is_wrapper(inner) for inner in outer):
            content = [part for inner in outer for part in (list(inner) if is_wrapper(inner) else [inner])]
            for inner in list(outer):
                outer.remove(inner)
            outer.extend(content)


def written(tree: Element) -> bytes:
    """A tree as a file. All prefixes are declared at its root, as Pandoc expects."""
    prefixes = {address: prefix for prefix, address in NAMESPACES.items()}
    for element in tree.iter():
        for tag in (element.tag, *element.keys()):
            address = tag[1:].partition("}")[0] if tag.startswith("{") else ""
            if address and address not in prefixes:
                prefixes[address] = f"n{len(prefixes)}"
    declared = "".join(
        f" xmlns:{prefix}={quoteattr(address)}" for address, prefix in prefixes.items() if prefix != "xml"
    )
    parts = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
    _write(tree, prefixes, declared, parts)
    return "".join(parts).encode("utf-8", "replace")


def _write(element: Element, prefixes: dict[str, str], declared: str, parts: list[str]) -> None:
    def short(tag: str) -> str:
        if not tag.startswith("{"):
            return tag
        address, _, local = tag[1:].partition("}")
        return f"{prefixes[address]}:{local}"

    tag = short(element.tag)
    given = "".join(
        f" {short(key)}={quoteattr(value)}"
        for key, value in element.items()
        if not key.endswith("}Ignorable")
    )
    parts.append(f"<{tag}{declared}{given}>{escape(element.text or '')}")
    for inner in element:
        _write(inner, prefixes, "", parts)
        parts.append(escape(inner.tail or ""))
    parts.append(f"</{tag}>")
