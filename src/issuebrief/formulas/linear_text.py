"""A formula on a line of plain text: what is copied out of a PDF, searched for, and set in a bookmark.

In:  MathML.
Out: text such as `E = mc²` or `(a + b)/2`.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from issuebrief.formulas.symbols import CLOSING, OPENING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

RAISED = str.maketrans("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
LOWERED = str.maketrans("0123456789+−=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")
SPACED = frozenset("∗=<>≤≥≈≃≅≡∼∝→←↔⇒⇐⇔⇌+−±∓×⋅÷∈∉⊂⊆∣≠≪≫↦⟹⟺⟶")
ACCENTS = {
    "^": "\u0302", "¯": "\u0304", "‾": "\u0305", "~": "\u0303", "→": "\u20d7", "˙": "\u0307", "¨": "\u0308",
    "_": "\u0332",
    "⏞": "", "⏟": "", "ˇ": "\u030c", "˘": "\u0306", "´": "\u0301", "`": "\u0300", "˚": "\u030a",
}  # fmt: skip
"""Accents as they are combined with a letter."""

WIDEST = 0.12
"""White of more em is a space."""


def linear(element: Element) -> str:
    """An element of MathML on a line."""
    tag, parts = element.tag, list(element)
    if tag in ("mi", "mn", "mtext", "mo"):
        return (element.text or "").replace("\u2009", " ")
    if tag == "mspace":
        return " " if float((element.get("width") or "0em")[:-2]) > WIDEST else ""
    if tag == "mfrac":
        bar = "/" if element.get("linethickness") != "0" else " over "
        return bar.join(_grouped(part) for part in parts)
    if tag == "msqrt":
        return "√" + "".join(_grouped(part) for part in parts)
    if tag == "mroot":
        return f"{linear(parts[1]).translate(RAISED)}√{_grouped(parts[0])}"
    if tag in ("msub", "msup", "msubsup", "munder", "mover", "munderover"):
        return _scripted(tag, parts)
    if tag == "mtable":
        return "; ".join(" ".join(filter(None, map(linear, line))) for line in parts)
    return _row(parts)


def _row(parts: list[Element]) -> str:
    pieces: list[str] = []
    for number, part in enumerate(parts):
        text = linear(part)
        follows = number and number < len(parts) - 1 and part.get("form") != "prefix"
        is_operator = part.tag == "mo" and text in SPACED and follows and part.get("lspace") != "0em"
        pieces.append(
            f" {text} " if is_operator else f"{text} " if part.tag == "mo" and text in ",;" else text
        )
    return " ".join("".join(pieces).split(" ")).replace("  ", " ").strip(" ")


def _scripted(tag: str, parts: list[Element]) -> str:
    base, scripts = linear(parts[0]), [linear(part) for part in parts[1:]]
    if tag in ("mover", "munder") and parts[1].tag == "mo" and scripts[0] in ACCENTS:
        return unicodedata.normalize("NFC", f"{base}{ACCENTS[scripts[0]]}" if len(base) == 1 else base)
    below = scripts[0] if tag in ("msub", "msubsup", "munder", "munderover") else ""
    above = scripts[-1] if tag not in ("msub", "munder") else ""
    return base + _script(below, "_", LOWERED) + _script(above, "^", RAISED)


def _script(text: str, sign: str, signs: dict[int, int]) -> str:
    if not text:
        return ""
    if all(ord(character) in signs for character in text):
        return text.translate(signs)
    return text if text in ("′", "″", "‴") else f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"


def _grouped(part: Element) -> str:
    text = linear(part)
    is_whole = part.tag in ("mi", "mn", "msub", "msup", "msubsup") or len(text) == 1
    closed = text[:1] in OPENING and text[-1:] in CLOSING and bool(text)
    return text if is_whole or closed else f"({text})"
