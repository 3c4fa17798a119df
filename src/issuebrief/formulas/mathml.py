"""MathML, as the parts of a formula are put together.

In:  elements, names and attributes.
Out: elements of `xml.etree`, and MathML as text.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring


def names(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


TAGS = names(
    "math mfrac mi mn mo mover mroot mrow mspace msqrt msub msubsup msup mtable mtd mtext mtr munder "
    "munderover"
)
"""The elements that a formula is made of."""

ATTRIBUTES = names(
    "accent accentunder alttext columnalign columnspacing display displaystyle fence form intent "
    "linethickness lspace mathvariant maxsize minsize movablelimits rspace stretchy width"
)
"""The attributes that these have."""

FORMULA_TEXT = "data-text"
"""The attribute of a formula that has it on a line of plain text."""

CHEMICAL = ":chemical-formula"
"""What `intent` says of a chemical formula (MathML 4, core concepts)."""


def leaf(tag: str, text: str, **attributes: str) -> Element:
    """An element that holds characters: `mi`, `mn`, `mo` or `mtext`."""
    made = Element(tag, attributes)
    made.text = text
    return made


def node(tag: str, *children: Element, **attributes: str) -> Element:
    """An element around others."""
    made = Element(tag, attributes)
    made.extend(children)
    return made


def row(children: list[Element]) -> Element:
    """Elements as one: a single one stays as it is."""
    return children[0] if len(children) == 1 else node("mrow", *children)


def space(width: float) -> Element:
    """White, so many em wide."""
    return Element("mspace", {"width": f"{width:g}em"})


def as_text(math: Element) -> str:
    """MathML as it stands in a page."""
    return tostring(math, encoding="unicode", short_empty_elements=False)
