"""The commands of LaTeX that put parts of a formula together.

In:  a reader that stands behind such a command.
Out: an element of MathML.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from issuebrief.formulas.chemistry import chemical
from issuebrief.formulas.mathml import leaf, node, space
from issuebrief.formulas.symbols import BARS, CLOSING, OPENING, STYLES, sign_of
from issuebrief.formulas.tex_parser import row_or_empty
from issuebrief.formulas.tex_tables import environment, lines
from issuebrief.formulas.tex_tokens import TexFault, TexToken

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from issuebrief.formulas.tex_parser import TexReader

    Structure = Callable[[TexReader, TexToken], Element]

IN_TEXT = re.compile(r"\\(?P<sign>[%$#&_{} ])|(?P<command>\\(?:[A-Za-z]+|.|\Z))|~|\$")
NAME = re.compile(r"[^\W_][\w \-\u2009]*")
SIZES = {"big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0}
"""How high a bracket is that is asked for by its size, in em."""


def _fraction(reader: TexReader, command: TexToken, shown: str = "") -> Element:
    made = node("mfrac", reader.argument(command), reader.argument(command))
    return node("mrow", made, displaystyle=shown) if shown else made


def _binomial(reader: TexReader, command: TexToken) -> Element:
    inner = node("mfrac", reader.argument(command), reader.argument(command), linethickness="0")
    return node("mrow", _fence("("), inner, _fence(")"))


def _fence(character: str) -> Element:
    return leaf("mo", character, stretchy="true", fence="true")


def _root(reader: TexReader, command: TexToken) -> Element:
    degree = reader.optional_argument(command)
    if not degree:
        return node("msqrt", reader.argument(command))
    return node("mroot", reader.argument(command), row_or_empty(degree))


def _accent(reader: TexReader, command: TexToken, sign: str, *, wide: bool = False) -> Element:
    accent = leaf("mo", sign, stretchy="true" if wide else "false")
    return node("mover", reader.argument(command), accent, accent="true")


def _line_below(reader: TexReader, command: TexToken) -> Element:
    return node("munder", reader.argument(command), leaf("mo", "_", stretchy="true"), accentunder="true")


def _braced(reader: TexReader, command: TexToken, tag: str, sign: str) -> Element:
    return node(tag, reader.argument(command), leaf("mo", sign, stretchy="true"))


def _over(reader: TexReader, command: TexToken, tag: str) -> Element:
    set_beside = reader.argument(command)
    return node(tag, reader.argument(command), set_beside)


def _arrow(reader: TexReader, command: TexToken, sign: str) -> Element:
    below = reader.optional_argument(command)
    above, arrow = reader.argument(command), leaf("mo", sign, stretchy="true")
    return node("munderover", arrow, row_or_empty(below), above) if below else node("mover", arrow, above)


def _text(reader: TexReader, command: TexToken) -> Element:
    """Words within a formula, with their white space."""
    raw, start = reader.raw_argument(command)
    if "{" in IN_TEXT.sub("", raw):
        raise TexFault(f"{command.text} holds braces", start, start + len(raw), "write plain words in it")

    def sign(match: re.Match[str]) -> str:
        if match["sign"]:
            return match["sign"]
        if match[0] == "~":
            return "\u00a0"
        if match["command"] and len(found := sign_of(match["command"])) == 1:
            return found
        where = start + match.start()
        hint = "write plain words in it, and the formula beside it"
        raise TexFault(f"{match[0]} stands within {command.text}", where, where + len(match[0]), hint)

    words = " ".join(re.split(r"[ \t\n]+", IN_TEXT.sub(sign, raw)))
    if unseen := next((each for each in words if unicodedata.category(each) in ("Cc", "Co", "Cn", "Cs")), ""):
        raise TexFault(f"U+{ord(unseen):04X} is no letter", start, start + len(raw), "delete it")
    if words[:1] == " ":
        words = f"\u00a0{words[1:]}"
    return leaf("mtext", f"{words[:-1]}\u00a0" if words[-1:] == " " else words)


def _operator(reader: TexReader, command: TexToken) -> Element:
    raw, start = reader.raw_argument(command)
    name = raw.replace(r"\,", "\u2009").strip()
    if not NAME.fullmatch(name):
        hint = r"write its letters: \operatorname{rank}"
        raise TexFault(f"{command.text} holds no name", start, max(start + len(raw), start + 1), hint)
    limits = {"movablelimits": "false"} if command.text.endswith("*") else {}
    made = leaf("mi", name, mathvariant="normal", **limits)
    token = reader.peek()
    spaced = token is not None and (token.kind in ("number",) or token.text.isalpha())
    return node("mrow", made, space(3 / 18)) if spaced else made


def _delimiter(reader: TexReader, command: TexToken) -> str:
    """The bracket behind a command; empty for a full stop, which stands for none."""
    token = reader.take()
    character = {"<": "⟨", ">": "⟩"}.get(token.text, sign_of(token.text) or token.text)
    if character == ".":
        return ""
    if len(character) != 1 or character not in OPENING + CLOSING + BARS + "/\\↑↓⇑⇓↕":
        hint = r"write \left( … \right), and \left. where one side has none"
        raise TexFault(f"{token.text} is no bracket", token.start, token.end, hint)
    return character


def _between_brackets(reader: TexReader, command: TexToken) -> Element:
    children: list[Element] = []
    bracket = _delimiter(reader, command)
    if bracket:
        children.append(leaf("mo", bracket, stretchy="true", fence="true", form="prefix"))
    while True:
        children.append(row_or_empty(reader.read_row()))
        token = reader.peek()
        if token is None or token.text not in (r"\right", r"\middle"):
            raise TexFault(
                r"\left has no \right behind it", command.start, command.end, r"write \left( … \right)"
            )
        reader.at += 1
        bracket = _delimiter(reader, token)
        form = "postfix" if token.text == r"\right" else "infix"
        if bracket:
            children.append(leaf("mo", bracket, stretchy="true", fence="true", form=form))
        if token.text == r"\right":
            return node("mrow", *children)


def _sized(reader: TexReader, command: TexToken, size: float) -> Element:
    bracket = _delimiter(reader, command)
    high = {"minsize": f"{size}em", "maxsize": f"{size}em", "stretchy": "true"}
    return leaf("mo", bracket, **high) if bracket else node("mrow")


def _not(reader: TexReader, command: TexToken) -> Element:
    found = reader.argument(command)
    if found.text and len(found) == 0:
        found.text = unicodedata.normalize("NFC", f"{found.text}\u0338")
        return found
    raise reader.lacks(command)


def _modulus(reader: TexReader, command: TexToken) -> Element:
    if command.text == r"\bmod":
        return leaf("mo", "mod", lspace="0.222em", rspace="0.222em")
    name, number = leaf("mi", "mod", mathvariant="normal"), reader.argument(command)
    if command.text == r"\mod":
        return node("mrow", space(0.6), name, space(0.3), number)
    closed = leaf("mo", "(", stretchy="false"), name, space(0.3), number, leaf("mo", ")", stretchy="false")
    return node("mrow", space(0.6), *closed)


def _chemical(reader: TexReader, command: TexToken) -> Element:
    raw, start = reader.raw_argument(command)
    return chemical(raw, start)


def _in_style(reader: TexReader, token: TexToken) -> Element:
    """Letters in another style; upright ones beside each other are one name."""
    before, reader.style = reader.style, STYLES[token.text]
    try:
        found = reader.argument(token)
    finally:
        reader.style = before
    children = list(found) if found.tag == "mrow" else [found]
    merged: list[Element] = []
    for child in children:
        last = merged[-1] if merged else None
        if last is not None and last.tag == child.tag == "mi" and not STYLES[token.text]:
            merged[-1] = leaf("mi", (last.text or "") + (child.text or ""), mathvariant="normal")
        else:
            merged.append(child)
    return row_or_empty(merged)


STRUCTURES: dict[str, Structure] = {
    **dict.fromkeys(STYLES, _in_style),
    r"\frac": _fraction, r"\cfrac": partial(_fraction, shown="true"),
    r"\dfrac": partial(_fraction, shown="true"), r"\tfrac": partial(_fraction, shown="false"),
    r"\binom": _binomial, r"\dbinom": _binomial, r"\tbinom": _binomial, r"\sqrt": _root,
    r"\hat": partial(_accent, sign="^"), r"\widehat": partial(_accent, sign="^", wide=True),
    r"\tilde": partial(_accent, sign="~"), r"\widetilde": partial(_accent, sign="~", wide=True),
    r"\bar": partial(_accent, sign="¯"), r"\overline": partial(_accent, sign="‾", wide=True),
    r"\vec": partial(_accent, sign="→"), r"\overrightarrow": partial(_accent, sign="→", wide=True),
    r"\dot": partial(_accent, sign="˙"), r"\ddot": partial(_accent, sign="¨"),
    r"\check": partial(_accent, sign="ˇ"), r"\breve": partial(_accent, sign="˘"),
    r"\acute": partial(_accent, sign="´"), r"\grave": partial(_accent, sign="`"),
    r"\mathring": partial(_accent, sign="˚"), r"\underline": _line_below,
    r"\overbrace": partial(_braced, tag="mover", sign="⏞"),
    r"\underbrace": partial(_braced, tag="munder", sign="⏟"),
    r"\overset": partial(_over, tag="mover"), r"\stackrel": partial(_over, tag="mover"),
    r"\underset": partial(_over, tag="munder"), r"\substack": lines,
    r"\xrightarrow": partial(_arrow, sign="→"), r"\xleftarrow": partial(_arrow, sign="←"),
    r"\xrightleftharpoons": partial(_arrow, sign="⇌"), r"\xleftrightarrow": partial(_arrow, sign="↔"),
    r"\text": _text, r"\textrm": _text, r"\textnormal": _text, r"\mbox": _text, r"\textsf": _text,
    r"\textbf": _text, r"\textit": _text, r"\operatorname": _operator, r"\operatorname*": _operator,
    r"\left": _between_brackets, r"\not": _not, r"\pmod": _modulus, r"\bmod": _modulus, r"\mod": _modulus,
    r"\begin": environment, r"\ce": _chemical,
    **{f"\\{name}{end}": partial(_sized, size=size) for name, size in SIZES.items() for end in ("", *"lrm")},
}  # fmt: skip
"""What each command makes of what follows it."""
