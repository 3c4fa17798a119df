"""What a drawing (SVG) leaves unsaid, said as WeasyPrint reads it.

In:  the tree of a drawing whose styles are attributes.
Out: the same tree: round gradients with their radius in numbers, symbols with the size that they are used at,
     and the background of the whole as a shape.

WeasyPrint takes a radius in per cent for one of the diagonal, which makes it two fifths too large, uses a
symbol at a size of its own unless both of its sides are given, and knows no background.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
RADII: Mapping[str, str] = {"r": "50%", "fr": "0"}
SIDES = ("width", "height")
BACKGROUNDS = ("background-color", "background")
WHOLE = ("0", "0", "100%", "100%")


def say_defaults(root: Element) -> None:
    """Say what a drawing leaves unsaid, in place."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    symbols = {
        f"#{each.get('id')}": each for each in elements if _name(each) == "symbol" and each.get("viewBox")
    }
    for element in elements:
        name = _name(element)
        if name == "radialGradient":
            _say_radii(element)
        elif name == "use" and (symbol := symbols.get(_target(element))) is not None:
            for side in SIDES:
                element.attrib.setdefault(side, symbol.get(side, "100%"))
    if colour := next((value for name in BACKGROUNDS if _is_colour(value := root.get(name, ""))), ""):
        _paint_ground(root, colour)


def _say_radii(gradient: Element) -> None:
    """The radii of a gradient as parts of the shape that it fills."""
    if gradient.get("gradientUnits") == "userSpaceOnUse":
        return
    for name, initial in RADII.items():
        value = gradient.get(name, "" if _target(gradient) else initial).strip()
        if value.endswith("%"):
            try:
                gradient.set(name, f"{float(value[:-1]) / 100:g}")
            except ValueError:
                continue


def _paint_ground(root: Element, colour: str) -> None:
    space, brace, _ = root.tag.rpartition("}")
    box = root.get("viewBox", "").replace(",", " ").split()
    places = zip(("x", "y", *SIDES), box if len(box) == len(WHOLE) else WHOLE, strict=True)
    root.insert(
        0, root.makeelement(f"{space}{brace}rect", {**dict(places), "fill": colour, "stroke": "none"})
    )


def _target(element: Element) -> str:
    return next((href for name in HREFS if (href := element.get(name))), "")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


@lru_cache(maxsize=64)
def _is_colour(value: str) -> bool:
    """Whether a background is a colour that can be seen."""
    from tinycss2.color5 import parse_color

    colour = parse_color(value) if value else None
    return colour is not None and colour != "currentcolor" and colour.alpha > 0
