"""A formula in parts between which a line may end.

In:  a formula in a line, as MathML, and the signs behind which the line may end.
Out: its parts, each a formula itself.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from issuebrief.formulas.symbols import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterator


def pieces(math: Element, ends: frozenset[str]) -> Iterator[Element]:
    """A formula in a line in parts between which the line may end: behind signs such as its relations.

    A part is itself a formula. There are several only where such signs stand in the outermost row.
    """
    outer = math[0] if len(math) == 1 and math[0].tag == "mrow" and not math[0].attrib else math
    part: list[Element] = []
    depth = 0
    children = list(outer)
    for number, child in enumerate(children):
        part.append(child)
        text = child.text or ""
        if child.tag == "mo":
            depth += (text in OPENING) - (text in CLOSING)
            inside = 0 < number < len(children) - 1
            if text in ends and not depth and inside and child.get("form") != "prefix":
                yield _part(math, part)
                part = []
    if part:
        yield _part(math, part)


def _part(math: Element, children: list[Element]) -> Element:
    made = Element("math", {name: value for name, value in math.attrib.items() if name == "display"})
    inner = Element("mrow")
    inner.extend(deepcopy(child) for child in children)
    first, last = inner[0], inner[-1]
    if last.tag == "mo" and len(inner) > 1:
        last.set("form", "infix")
    if first.tag == "mo" and first is not last:
        first.set("form", first.get("form", "prefix"))
    made.append(inner)
    return made
