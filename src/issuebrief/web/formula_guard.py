"""Formulas that pass by the filter of HTML: those that the program itself can have made.

In:  HTML in which there is MathML.
Out: the same with stand-ins for formulas that hold nothing but what ours hold, written anew; and these put
     back into what the filter has let through. Any other MathML is left to the filter, which takes it out.

Browsers read MathML by rules of their own, in which much can be hidden from a filter; so none sees it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, fromstring

from issuebrief.formulas.mathml import ATTRIBUTES, TAGS, as_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

MATH = re.compile(r"<math(?=[\s>])[^<>]*>.*?</math>", re.DOTALL)
STAND_IN = re.compile("\ufdd6(\\d+)\ufdd1")
ALLOWED = ATTRIBUTES | {"class", "id", "lang"}
PLAIN = re.compile(r"[\w .,:;%+-]*")
"""What attributes of formulas say, but for words."""

WORDS = ("alttext",)


def take_out(html: str) -> tuple[str, Sequence[str]]:
    """HTML with stand-ins for its formulas, and these."""
    kept: list[str] = []

    def stand_in(match: re.Match[str]) -> str:
        formula = _ours(match[0])
        if formula is None:
            return match[0]
        kept.append(formula)
        return f"\ufdd6{len(kept) - 1}\ufdd1"

    return MATH.sub(stand_in, STAND_IN.sub("", html)), kept


def put_back(html: str, formulas: Sequence[str]) -> str:
    """HTML with the formulas in the places of their stand-ins."""
    return STAND_IN.sub(lambda match: formulas[int(match[1])], html)


def _ours(mathml: str) -> str | None:
    """A formula written anew, without what only other stages want; nothing where it is none of ours."""
    try:
        math = fromstring(mathml)
    except ParseError:
        return None
    for element in math.iter():
        if element.tag not in TAGS or not _is_plain(element):
            return None
        for name in [name for name in element.attrib if name not in ALLOWED]:
            del element.attrib[name]
    return as_text(math)


def _is_plain(element: Element) -> bool:
    said = element.attrib.items()
    return all(name in WORDS or name not in ALLOWED or PLAIN.fullmatch(value) for name, value in said)
