"""Formulas in JATS.

In:  a `math` element of HTML.
Out: the same in the namespace of MathML, with no attributes but MathML's own.
"""

from __future__ import annotations

from issuebrief.markdown_body.source.html_tree import Element, Text, names
from issuebrief.metadata.field_words import INVISIBLE

ELEMENTS = names(
    "maction math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts "
    "mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none"
)
ATTRIBUTES = names(
    "accent accentunder align alttext close columnalign columnlines columnspacing columnspan depth display "
    "displaystyle fence form frame height largeop linethickness lspace mathcolor mathsize mathvariant "
    "maxsize minsize movablelimits notation open rowalign rowlines rowspacing rowspan rspace scriptlevel "
    "separator stretchy symmetric width"
)


def mathml(formula: Element) -> Element:
    """The formula; what is no element of MathML leaves its content behind."""
    found = Element(f"mml:{formula.tag}")
    found.attributes = {
        name: value for name, value in formula.attributes.items() if name in ATTRIBUTES and value is not None
    }
    for child in formula.children:
        if isinstance(child, Text):
            text = child.value.translate(INVISIBLE)
            if text.strip() or formula.tag in ("mi", "mo", "mn", "mtext", "ms"):
                found.children.append(Text(text))
        elif child.tag in ELEMENTS:
            found.children.append(mathml(child))
        elif child.tag == "semantics":
            found.children += mathml(Element("mrow", {}, child.children[:1])).children
    return found
