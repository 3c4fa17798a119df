"""Formulas of a text: taken out before Markdown is read, and put back as MathML.

In:  the manuscript as it was typed.
Out: the manuscript with a stand-in for each formula, `Formulas` that know what belongs there, and problems:
     what cannot be read, what may be money, what the face lacks, and the package that is not there.

Nothing of a formula is Markdown, so that they go first and come back last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.formulas.find_formulas import find_formulas, may_hold_formulas, unquoted
from issuebrief.formulas.mathml import FORMULA_TEXT
from issuebrief.language_tags import tags_of
from issuebrief.markdown_body.source.html_tree import Element, Node, Text
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.markdown_body.source.placeholders import formula_stand_in

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as MathElement

    from issuebrief.formulas.find_formulas import Typed
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

KIND = "m"
"""The letter of the stand-ins of formulas."""

PACKAGES = ("ziamath", "latex2mathml")
MOST = 2_000
"""Formulas of a brief."""

SHOWN = 60
"""Characters of a formula that a message repeats at most."""

WITH_POINT = frozenset(["en", "ga", "mt", "he", "hi", "ja", "ko", "th", "zh"])
"""Languages whose numbers have a decimal point."""

REFERENCE = re.compile(
    r"(?<![\w@./\\\[-])(?P<open>\[?)@(?P<name>eq[:-][A-Za-z](?:[\w:-]*\w)?)(?P<close>\]?)(?![\w(\[])"
)
"""A formula that is referred to as in Quarto and pandoc-crossref."""


@dataclass(frozen=True)
class Formulas:
    """The formulas of a text by the numbers of their stand-ins, and what was typed where each stands."""

    maths: tuple[Node, ...] = ()
    originals: dict[str, str] = field(default_factory=dict)

    def put(self, kind: str, number: int) -> Node:
        """What belongs in the place of a stand-in of any kind, where nothing but formulas is kept."""
        return self.node(number) if kind == KIND else Element("span")

    def node(self, number: int) -> Node:
        """What belongs in the place of a stand-in; what was typed where the formula could not be read."""
        found = self.maths[number]
        return copy_of(found) if isinstance(found, Element) else Text(found.value)


NO_FORMULAS = Formulas()


def take_formulas(manuscript: MarkdownSource, lang: str) -> tuple[MarkdownSource, Formulas, list[Diagnostic]]:
    """The manuscript without its formulas, and these; what cannot be read stays as it is typed."""
    if not may_hold_formulas(manuscript.masked):
        return manuscript, NO_FORMULAS, []
    found, doubts = find_formulas(manuscript.masked)
    problems = [_doubtful(manuscript, *span) for span in doubts]
    are_read = is_installed()
    if found and not are_read:
        problems.append(_not_installed(manuscript, found))
    if len(found) > MOST:
        problems.append(_too_many(manuscript, found[MOST]))
    maths: list[Node] = []
    originals: dict[str, str] = {}
    cuts: list[Substitution] = []
    for typed in found[:MOST]:
        math, told = read_formula(manuscript, typed, lang) if are_read else (None, [])
        problems += told
        stand = formula_stand_in(len(maths), typed.end - typed.start)
        originals[stand] = manuscript.text[typed.start : typed.end]
        maths.append(math or Text(originals[stand]))
        cuts.append(Substitution(typed.start, typed.end, stand))
    cuts += _references(manuscript, {typed.id for typed in found if typed.id})
    cuts.sort(key=lambda cut: cut.start)
    return manuscript.with_cuts(cuts), Formulas(tuple(maths), originals), problems


@lru_cache(maxsize=1)
def is_installed() -> bool:
    """Whether the packages are there that formulas need."""
    return all(find_spec(name) for name in PACKAGES)


def read_formula(
    manuscript: MarkdownSource, typed: Typed, lang: str
) -> tuple[Element | None, list[Diagnostic]]:
    """A formula as MathML; nothing, and a problem, where it cannot be read."""
    from issuebrief.formulas.draw import lacking
    from issuebrief.formulas.mathml import as_text
    from issuebrief.formulas.read_tex import math_of
    from issuebrief.formulas.tex_tokens import TexFault

    tex = manuscript.text[typed.tex_start : typed.tex_start + len(typed.tex)]
    tex = unquoted(tex) if "\n" in tex else tex
    has_comma = tags_of(lang)[-1] not in WITH_POINT
    try:
        math = math_of(tex, display=typed.display, decimal_comma=has_comma)
    except TexFault as fault:
        start = typed.tex_start + fault.start
        place, excerpt = manuscript.told_of(start, typed.tex_start + max(fault.end, fault.start + 1))
        message = f"the formula cannot be read: {fault.message}"
        return None, [error("formulas.unreadable", message, place, fault.hint, excerpt)]
    problems = []
    if signs := lacking(as_text(math)):
        place, excerpt = manuscript.told_of(typed.start, typed.end)
        message = f"the face for formulas lacks {' '.join(signs)}"
        hint = "use another sign, or write the word for it: \\text{…}"
        problems.append(error("formulas.no-glyph", message, place, hint, excerpt))
        return None, problems
    return _element(math, typed, lang), problems


def _element(math: MathElement, typed: Typed, lang: str) -> Element:
    from issuebrief.formulas.linear_text import linear
    from issuebrief.formulas.speech import language_of_words, spoken

    made = _copied(math)
    made.attributes["alttext"] = typed.alt or spoken(math, lang)
    made.attributes[FORMULA_TEXT] = " ".join(linear(math).split())
    if not typed.alt and (of_words := language_of_words(lang)) not in tags_of(lang):
        made.attributes["lang"] = of_words
    if typed.id:
        made.attributes["id"] = typed.id
    return made


def _copied(element: MathElement) -> Element:
    """An element of `xml.etree` as one of the tree."""
    children: list[Node] = [Text(element.text)] if element.text else []
    children += [_copied(child) for child in element]
    return Element(element.tag, dict(element.attrib), children)


def copy_of(math: Element) -> Element:
    """A formula once more."""
    children = [
        copy_of(child) if isinstance(child, Element) else Text(child.value) for child in math.children
    ]
    return Element(math.tag, dict(math.attributes), children)


def _references(manuscript: MarkdownSource, names: set[str]) -> list[Substitution]:
    if not names or "@eq" not in manuscript.masked:
        return []
    return [
        Substitution(match.start(), match.end(), f"[](#{match['name']})")
        for match in REFERENCE.finditer(manuscript.masked)
        if match["name"] in names and bool(match["open"]) == bool(match["close"])
    ]


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"


def _doubtful(manuscript: MarkdownSource, start: int, end: int) -> Diagnostic:
    place, excerpt = manuscript.told_of(start, end)
    message = (
        f"“{_shown(manuscript.text[start:end])}” may be a formula or amounts of money: it is printed as typed"
    )
    hint = r"write \$ for a dollar; in a formula, put words into \text{…}"
    return warning("formulas.doubtful", message, place, hint, excerpt)


def _too_many(manuscript: MarkdownSource, first: Typed) -> Diagnostic:
    place, excerpt = manuscript.told_of(first.start, first.end)
    message = f"the text has more than {MOST:,} formulas"
    return error("formulas.unreadable", message, place, "part the text, or set tables of figures", excerpt)


def _not_installed(manuscript: MarkdownSource, found: list[Typed]) -> Diagnostic:
    first = found[0]
    place, excerpt = manuscript.told_of(first.start, first.end)
    more = f", and {len(found) - 1} more in this brief" if len(found) > 1 else ""
    shown = _shown(manuscript.text[first.start : first.end])
    message = f"“{shown}” is a formula{more}, and what sets formulas is not installed"
    hint = 'install it: pip install "issuebrief[formulas]"; write an intended dollar sign as \\$'
    return error("formulas.not-installed", message, place, hint, excerpt)
