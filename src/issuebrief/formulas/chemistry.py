r"""Chemical formulas as the package mhchem writes them: `\ce{2H2 + O2 -> 2H2O}`.

In:  what stands in the braces of `\ce`.
Out: an element of MathML; or a `TexFault` at what is not known.

This is the part of mhchem that briefs need (its manual, version 4, sections 1 to 3): amounts, elements,
indices, charges, isotopes, brackets, bonds, adducts, arrows with words above and below, gas and precipitate.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.formulas.mathml import CHEMICAL, leaf, node, row, space
from issuebrief.formulas.tex_tokens import TexFault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PART = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<arrow><=>>?|<<=>|<-->|<->|->|<-|<=)(?:\[(?P<above>[^\[\]]*)\])?(?:\[(?P<below>[^\[\]]*)\])?"
    r"|(?P<script>[\^_])(?:\{(?P<braced>[^{}]*)\}|(?P<bare>\d*[+-](?![\w(\[])|\d+|[A-Za-z]|\*))"
    r"|(?P<amount>\d+/\d+|\d+(?:[.,]\d+)?)"
    r"|(?P<letters>[A-Z][a-z]?|[a-z]|[α-ωΑ-Ω])"
    r"|(?P<bracket>[()\[\]]|\\[{}])"
    r"|(?P<sign>[+\-=#*.·/,^]|\\cdot(?![A-Za-z]))"
    r"|(?P<greek>\\(?:alpha|beta|gamma|delta|Delta|pi|sigma)(?![A-Za-z])\s?)"
)
ARROWS = {
    "->": "→", "<-": "←", "<->": "↔", "<-->": "⇄", "<=>": "⇌", "<=>>": "⇌", "<<=>": "⇌", "<=": "←",
}  # fmt: skip
GREEK = {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "pi": "π", "sigma": "σ"}
GREEK_NAME = re.compile(r"\\(alpha|beta|gamma|delta|Delta|pi|sigma)(?![A-Za-z])")
FORMULA = re.compile(r"\d*(?:[A-Z][a-z]?\d*|\([A-Z][A-Za-z0-9]*\)\d*|\s*[,+]\s*\d*|-)+")
"""A formula that stands at an arrow, and no word."""
BONDS = {"-": "−", "=": "=", "#": "≡"}
GAS, PRECIPITATE = "↑", "↓"


def chemical(text: str, start: int = 0) -> Element:
    """A chemical formula as MathML; `start` is where it begins in the formula around it."""
    reader = _Reader(text, start)
    reader.read()
    if not reader.made:
        hint = r"write \ce{CO2}"
        raise TexFault(r"\ce holds no formula", start, max(start + len(text), start + 1), hint)
    return node("mrow", *reader.made, intent=CHEMICAL)


class _Reader:
    """A walk over a chemical formula; `begins` where no part of a molecule stands before the place."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self.made: list[Element] = []
        self.begins = True

    def read(self) -> None:
        at = 0
        while at < len(self.text):
            match = PART.match(self.text, at)
            if not match:
                raise self._unknown(at)
            self._take(match)
            at = match.end()

    def _unknown(self, at: int) -> TexFault:
        found = re.compile(r"\\[A-Za-z]+|.", re.DOTALL).match(self.text, at)
        sign = found[0] if found else self.text[at]
        hint = r"write it as in \ce{2H2 + O2 -> 2H2O}, \ce{SO4^2-} or \ce{^{235}U}"
        where = self.start + at
        return TexFault(f"{sign} is not known in \\ce", where, where + len(sign), hint)

    def _take(self, match: re.Match[str]) -> None:
        kind = match.lastgroup if match.lastgroup not in ("above", "below", "braced", "bare") else ""
        if match["space"]:
            self.begins = True
        elif match["arrow"]:
            self._arrow(match)
        elif match["script"]:
            self._script(match)
        elif match["amount"]:
            self._number(match["amount"])
        elif match["letters"] == "v" and self._is_alone(match):
            self.made.append(leaf("mo", PRECIPITATE, stretchy="false"))
        elif match["letters"] or match["greek"]:
            name = match["letters"] or GREEK[match["greek"].strip()[1:]]
            self._put(leaf("mi", name, mathvariant="normal"))
        elif kind == "bracket":
            self._put(leaf("mo", match["bracket"].lstrip("\\"), stretchy="false"))
        else:
            self._sign(match)

    def _is_alone(self, match: re.Match[str]) -> bool:
        """Whether a sign stands between blanks."""
        return self.begins and bool(self.made) and not self.text[match.end() : match.end() + 1].strip()

    def _put(self, element: Element) -> None:
        if self.begins and self.made and self.made[-1].tag in ("mi", "msub", "msup", "msubsup", "mn"):
            self.made.append(space(1 / 6))
        self.made.append(element)
        self.begins = False

    def _number(self, number: str) -> None:
        if not self.begins and self.made[-1].tag != "mn":
            index, _, amount_behind = number.partition(".")
            if index == "0" or not amount_behind:
                self.made[-1] = _with_script(self.made[-1], leaf("mn", number), "_")
                return
            # A full stop parts what is added: CuSO4.5H2O.
            self.made[-1] = _with_script(self.made[-1], leaf("mn", index), "_")
            self.made.append(leaf("mo", "⋅"))
            self.begins = True
            self._number(amount_behind)
            return
        above, _, below = number.partition("/")
        amount = node("mfrac", leaf("mn", above), leaf("mn", below)) if below else leaf("mn", number)
        self.begins = True
        self._put(node("mrow", amount, space(1 / 6)) if below else amount)
        # What follows an amount is the beginning of its molecule.
        self.begins = False

    def _script(self, match: re.Match[str]) -> None:
        sign = match["script"]
        inner = match["braced"] if match["braced"] is not None else match["bare"]
        if not inner.strip():
            raise self._unknown(match.start())
        script = _script_of(inner.strip())
        is_before = self.begins or self.made[-1].tag == "mn" or _is_empty(self.made[-1])
        if not is_before or (self.made and _is_empty(self.made[-1]) and not self.begins):
            self.made[-1] = _with_script(self.made[-1], script, sign)
        else:
            self._put(_with_script(node("mrow"), script, sign))

    def _arrow(self, match: re.Match[str]) -> None:
        arrow = leaf("mo", ARROWS[match["arrow"]], stretchy="true")
        above = self._words(match, "above") if match["above"] else None
        below = self._words(match, "below") if match["below"] else None
        if above is not None and below is not None:
            arrow = node("munderover", arrow, below, above)
        elif above is not None or below is not None:
            tag, words = ("mover", above) if above is not None else ("munder", below)
            assert words is not None
            arrow = node(tag, arrow, words)
        else:
            arrow.set("stretchy", "false")
        self.made += [space(5 / 18), arrow, space(5 / 18)] if arrow.tag != "mo" else [arrow]
        self.begins = True

    def _words(self, match: re.Match[str], side: str) -> Element:
        """What stands at an arrow: a formula, or words with Greek letters; in braces, words alone."""
        text = match[side].strip()
        if FORMULA.fullmatch(text):
            return chemical(text, self.start + match.start(side))
        braced = re.fullmatch(r"\{(.*)\}|\\text\{(.*)\}", text)
        words = (braced[1] or braced[2] or "") if braced else text
        words = GREEK_NAME.sub(lambda found: GREEK[found[1]], words)
        if (at := words.find("\\")) >= 0:
            raise self._unknown(self.text.index(words[at:][:2], match.start(side)))
        return leaf("mtext", words)

    def _sign(self, match: re.Match[str]) -> None:
        sign, behind = match["sign"], self.text[match.end() : match.end() + 1]
        if sign == "^" and self._is_alone(match):
            self.made.append(leaf("mo", GAS, stretchy="false"))
        elif sign == "^":
            raise self._unknown(match.start())
        elif sign in ("*", ".", "·", r"\cdot"):
            self.made.append(leaf("mo", "⋅"))
            self.begins = True
        elif sign in "+-" and not self.begins and not (behind.strip(" )],;") and sign == "-"):
            self.made[-1] = _with_script(self.made[-1], leaf("mo", "−" if sign == "-" else "+"), "^")
        elif sign in "+-" and self.begins:
            self.made.append(leaf("mo", "+" if sign == "+" else "−", form="infix"))
        elif sign in BONDS:
            self.made.append(leaf("mo", BONDS[sign], lspace="0em", rspace="0em"))
            self.begins = False
        else:
            self.made.append(leaf("mo", sign))
            self.begins = sign == ","


def _is_empty(element: Element) -> bool:
    """Whether an element is a script of what follows it: the numbers of an isotope."""
    return element.tag in ("msub", "msup", "msubsup") and not len(element[0]) and not element[0].text


def _script_of(text: str) -> Element:
    """An index or a charge."""
    parts: list[Element] = []
    for piece in re.findall(r"\d+(?:[.,]\d+)?|[A-Za-z]+|.", text):
        if piece[0].isdigit():
            parts.append(leaf("mn", piece))
        elif piece.isalpha():
            parts.append(leaf("mi", piece))
        else:
            parts.append(leaf("mo", {"-": "−", "*": "∗"}.get(piece, piece)))
    return row(parts)


def _with_script(base: Element, script: Element, sign: str) -> Element:
    if base.tag == "msub" and sign == "^":
        return node("msubsup", base[0], base[1], script)
    if base.tag == "msup" and sign == "_":
        return node("msubsup", base[0], script, base[1])
    return node("msub" if sign == "_" else "msup", base, script)
