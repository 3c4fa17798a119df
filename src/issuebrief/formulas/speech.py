"""A formula in words, as a screen reader reads it aloud.

In:  MathML and a language.
Out: words in that language, or in English where it has none.

The words are in the manner of ClearSpeak (Educational Testing Service, 2016): a part that is more than a sign
is said to end, so that nobody has to guess what stands below a bar.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuebrief.formulas.mathml import CHEMICAL
from issuebrief.formulas.symbols import INTEGRALS, LARGE
from issuebrief.language_tags import tags_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

FILE = Path(__file__).parent / "spoken_words.toml"
FALLBACK = "en"
GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
VARIANTS = str.maketrans({"ϕ": "φ", "ϵ": "ε", "ϑ": "θ", "ϱ": "ρ", "ς": "σ", "ϖ": "π", "µ": "μ"})
LARGE_WORDS = {"∑": "sum", "∏": "product", "⋃": "union_of"}
ACCENTS = {
    "^": "hat", "¯": "bar", "‾": "bar", "~": "tilde", "→": "vector", "˙": "dot", "¨": "double_dot",
    "_": "bar",
}  # fmt: skip
DOUBLE = re.compile(r"([;:])[,;]+")
"""Signs that part what is said, and meet."""

SAME = {"⟶": "→", "⇐": "←", "⌊": "[", "⌋": "]", "⟨": "(", "⟩": ")", "·": "⋅", "∥": "|", "‖": "|", "∘": "°"}


@lru_cache(maxsize=1)
def _all_words() -> dict[str, dict[str, str]]:
    found: dict[str, Any] = tomllib.loads(FILE.read_text("utf-8"))
    return found


def language_of_words(language: str) -> str:
    """The language that formulas are read in for a language: its own, or English."""
    return next((tag for tag in tags_of(language) if tag in _all_words()), FALLBACK)


def spoken(math: Element, language: str) -> str:
    """A formula in words."""
    speaker = _Speaker(_all_words()[language_of_words(language)])
    said = " ".join(speaker.say(math).split())
    return DOUBLE.sub(r"\1", said.replace(" ,", ",").replace(" ;", ";")).rstrip(" ,;")


class _Speaker:
    """Says elements in the words of a language; `chemical` within a chemical formula."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words, self.chemical = words, False
        self.greek = dict(zip(GREEK, words["greek"].split(), strict=True))

    def say(self, element: Element) -> str:
        made = {
            "mi": self._name, "mn": self._number, "mo": self._operator, "mtext": self._number,
            "mspace": lambda _: "", "mfrac": self._fraction, "msqrt": self._root, "mroot": self._root,
            "mtable": self._table,
        }.get(element.tag)  # fmt: skip
        if made:
            return made(element)
        if element.tag in ("msub", "msup", "msubsup", "munder", "mover", "munderover"):
            return self._scripted(element)
        return self._row(element)

    def _row(self, element: Element) -> str:
        before, self.chemical = self.chemical, self.chemical or element.get("intent") == CHEMICAL
        parts = list(element)
        if len(parts) >= 2 and parts[0].text == "{" and parts[1].tag == "mtable":
            said = self._cases(parts[1])
        elif len(parts) == 3 and parts[1].tag == "mfrac" and parts[1].get("linethickness") == "0":
            said = self.say(parts[1])
        elif len(parts) == 3 and parts[1].tag == "mtable":
            said = self._matrix(parts[1])
        else:
            said = " ".join(self.say(part) for part in parts)
        self.chemical = before
        return said

    def _number(self, element: Element) -> str:
        return element.text or ""

    def _name(self, element: Element) -> str:
        text = element.text or ""
        if text in self.words and text in ("∞", "∂", "∇", "∅", "…", "⋯", "%", "°", "lim", "max", "min"):
            return self.words[text]
        return self._letter(text) if len(text) == 1 else text

    def _letter(self, text: str) -> str:
        plain = unicodedata.normalize("NFKC", text).translate(VARIANTS)
        if plain in self.greek:
            return self.greek[plain]
        if len(plain) == 1 and plain.lower() in self.greek and plain != plain.lower():
            return self.words["capital"].format(self.greek[plain.lower()])
        return plain

    def _operator(self, element: Element) -> str:
        text = element.text or ""
        if self.chemical:
            chemical = {"→": "yields", "⇌": "equilibrium", "⇄": "equilibrium", "↑": "gas", "↓": "precipitate"}
            if text in chemical:
                return self.words[chemical[text]]
            if text == "⋅":
                return ","
        text = SAME.get(text, text)
        return self.words.get(text, text)

    def _fraction(self, element: Element) -> str:
        above, below = list(element)
        if element.get("linethickness") == "0":
            form = "choose"
        else:
            form = "over" if _is_short(above) and _is_short(below) else "fraction"
        return self.words[form].format(self.say(above), self.say(below))

    def _root(self, element: Element) -> str:
        inner = element[0] if element.tag == "mroot" else element
        said = self.say(inner) if element.tag == "mroot" else self._row(element)
        degree = self.say(element[1]) if element.tag == "mroot" else ""
        root = self.words["nth_root" if degree else "root"].format(said, degree)
        short = (
            _is_short(inner) if element.tag == "mroot" else all(map(_is_short, element)) and len(element) == 1
        )
        return root if short else f"{root}, {self.words['root_ends']},"

    def _scripted(self, element: Element) -> str:
        base, scripts = element[0], list(element)[1:]
        text = base.text or ""
        below = scripts[0] if element.tag in ("msub", "msubsup", "munder", "munderover") else None
        above = scripts[-1] if element.tag not in ("msub", "munder") else None
        if text in LARGE or text in ("lim", "max", "min"):
            return self._bounded(text, below, above)
        if element.tag in ("mover", "munder", "munderover"):
            return self._beside(base, below, above)
        said = self.say(base)
        if below is not None:
            said = f"{said} {self.say(below)}" if self.chemical else self._indexed(said, below)
        return said if above is None else self._raised(said, above)

    def _indexed(self, said: str, below: Element) -> str:
        return self.words["sub"].format(said, self.say(below))

    def _raised(self, said: str, above: Element) -> str:
        text = above.text or ""
        if self.chemical or text in ("′", "″", "‴", "°", "∘", "∗"):
            return f"{said} {self.say(above)}"
        if above.tag == "mn" and text in ("2", "3"):
            return self.words["squared" if text == "2" else "cubed"].format(said)
        power = self.words["power"].format(said, self.say(above))
        return power if _is_short(above) else f"{power}, {self.words['power_ends']},"

    def _bounded(self, text: str, below: Element | None, above: Element | None) -> str:
        name = LARGE_WORDS.get(
            text, "integral" if text in INTEGRALS else "union_of" if text in LARGE else text
        )
        parts = [self.words.get(name, text)]
        if below is not None and above is not None:
            parts += [self.words["from"].format(self.say(below)), self.words["to"].format(self.say(above))]
        elif below is not None:
            form = "as" if text == "lim" else "over_all"
            parts.append(self.words[form].format(self.say(below)))
        elif above is not None:
            parts.append(self.words["to"].format(self.say(above)))
        return " ".join([*parts, self.words["of"]])

    def _beside(self, base: Element, below: Element | None, above: Element | None) -> str:
        said = self.say(base)
        for form, script in (("below", below), ("above", above)):
            if script is None or (script.text or "") in ("⏞", "⏟"):
                continue
            accent = ACCENTS.get(script.text or "") if script.tag == "mo" else None
            said = (
                self.words[accent].format(said) if accent else self.words[form].format(said, self.say(script))
            )
        return said

    def _table(self, element: Element) -> str:
        """Lines below each other."""
        return "; ".join(" ".join(self.say(cell) for cell in line) for line in element)

    def _cases(self, element: Element) -> str:
        lines = "; ".join(", ".join(filter(None, (self.say(cell) for cell in line))) for line in element)
        return f"{self.words['cases'].format(len(element))}: {lines};"

    def _matrix(self, element: Element) -> str:
        rows = [
            self.words["matrix_row"].format(number, ", ".join(self.say(cell) for cell in line))
            for number, line in enumerate(element, 1)
        ]
        return f"{self.words['matrix'].format(len(element), len(element[0]))}: {'; '.join(rows)};"


def _is_short(element: Element) -> bool:
    """Whether an element is a sign or a number."""
    if element.tag in ("mi", "mn", "mtext"):
        return True
    if element.tag in ("msub", "msup"):
        return all(part.tag in ("mi", "mn", "mo") for part in element)
    return element.tag == "mrow" and len(element) == 2 and element[0].tag == "mo" and _is_short(element[1])
