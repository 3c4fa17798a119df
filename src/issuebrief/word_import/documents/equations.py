"""Equations of Word as a line of text.

In:  an `m:oMath` element.
Out: its signs in a row, with fractions as `(a)/(b)`, roots as `√(a)`, and signs above and below the line as
     `^(a)` and `_(a)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.word_import.documents.ooxml import attribute, child, name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FORMATS = "Pr"


def linear(element: Element | None) -> str:
    """The element in a line."""
    if element is None:
        return ""
    local = element.tag.rpartition("}")[2]
    parts = {each.tag.rpartition("}")[2]: each for each in element}

    def part(key: str) -> str:
        return linear(parts.get(key))

    if local == "t":
        return element.text or ""
    if local.endswith(FORMATS):
        return ""
    if local == "f":
        return f"{_grouped(part('num'))}/{_grouped(part('den'))}"
    if local in ("sSup", "sSub", "sSubSup", "nary"):
        base = part("e")
        below = f"_{_grouped(part('sub'))}" if part("sub") else ""
        above = f"^{_grouped(part('sup'))}" if part("sup") else ""
        if local == "nary":
            sign = attribute(child(element, "m:naryPr", "m:chr"), "m:val") or "∫"
            return f"{sign}{below}{above} {base}"
        return f"{base}{below}{above}"
    if local == "rad":
        return f"{part('deg')}√{_grouped(part('e'))}"
    if local == "d":
        style = element.find(name("m:dPr"))
        opens, closes = (
            attribute(child(style, "m:begChr"), "m:val"),
            attribute(child(style, "m:endChr"), "m:val"),
        )
        inner = ", ".join(linear(each) for each in element if each.tag == name("m:e"))
        return f"{opens or '('}{inner}{closes or ')'}"
    return "".join(map(linear, element))


def _grouped(text: str) -> str:
    return text if len(text) <= 1 or text.isdecimal() or text.isalpha() else f"({text})"
