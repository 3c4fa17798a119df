"""Translucent text of a drawing (SVG).

In:  the tree of a drawing whose styles are attributes.
Out: the same tree, in which no element with text in it is translucent as a whole: its opacity is that of
     the fills and strokes of its text, and of the shapes beside it.

WeasyPrint draws what is translucent into a box of its own and cuts off what it takes to be outside; where
text is, it takes the box to be smaller than it is. Only where shapes of one group lie over each other does
this look otherwise than it should.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PAINTS = ("fill-opacity", "stroke-opacity")
TEXT = ("text", "tspan", "textPath")


def share_out_opacity(
    element: Element, opacity: float = 1.0, inherited: tuple[float, float] = (1.0, 1.0)
) -> None:
    """Hand the opacity of an element down to what it holds, if there is text in it.

    `opacity` is that of the elements around it, `inherited` the opacity of fills and strokes by inheritance.
    """
    if opacity == 1 and not any(each.get("opacity") for each in element.iter()):
        return
    whole = opacity * _number(element.get("opacity"))
    if not any(_is_text(each) for each in element.iter()):
        if opacity != 1:
            element.set("opacity", f"{whole:g}")
        return
    fill, stroke = (_number(element.get(name), value) for name, value in zip(PAINTS, inherited, strict=True))
    if whole != 1:
        element.attrib.pop("opacity", None)
        if _is_text(element):
            element.set(PAINTS[0], f"{fill * whole:g}")
            element.set(PAINTS[1], f"{stroke * whole:g}")
    for child in element:
        share_out_opacity(child, whole, (fill, stroke))


def _is_text(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] in TEXT


def _number(value: str | None, other: float = 1.0) -> float:
    """An opacity from 0 to 1; `other` where there is none, or none that can be read."""
    if not value:
        return other
    try:
        number = float(value.rstrip("% ")) / (100 if value.strip().endswith("%") else 1)
    except ValueError:
        return other
    return min(max(number, 0.0), 1.0)
