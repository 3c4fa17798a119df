"""How long a formula takes to draw, before it is drawn.

In:  MathML.
Out: a number of signs: those that are set, each as often as it is set anew.

Brackets are as high as what they enclose, which is therefore set twice, and what stands in cells five times:
the time doubles with each level. Brackets within brackets are common; a dozen levels of them are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST = 4_000
"""Signs of a formula; they take one or two seconds."""

TIMES = {"mtable": 2.5, "munder": 1.2, "mover": 1.2, "munderover": 1.2}
SCRIPTS = frozenset(("msub", "msup", "msubsup"))


def cost_of(element: Element) -> float:
    """The signs of an element, as often as they are set."""
    cost = 1.0 + sum(map(cost_of, element))
    is_stretched = any(child.tag == "mo" and child.get("stretchy") == "true" for child in element)
    is_large = element.tag in SCRIPTS and element[0].tag == "mo"
    is_anew = is_large or (is_stretched and element.tag == "mrow")
    return cost * (2.0 if is_anew else TIMES.get(element.tag, 1.0))
