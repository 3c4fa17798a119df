"""What the commands of LaTeX stand for that are single signs.

In:  the name of a command, or a character.
Out: an element of MathML, or nothing where there is no such sign.

The names are those of unicode-math, from the table that comes with latex2mathml.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.formulas.mathml import leaf, names

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OWN = {
    r"\micro": "µ", r"\AA": "Å", r"\textdegree": "°", r"\degree": "°", r"\copyright": "©", r"\S": "§",
    r"\P": "¶", r"\pounds": "£", r"\euro": "€", r"\yen": "¥", r"\cent": "¢", r"\%": "%", r"\$": "$",
    r"\#": "#", r"\&": "&", r"\_": "_", r"\{": "{", r"\}": "}", r"\|": "‖", r"\lbrace": "{",
    r"\rbrace": "}", r"\lbrack": "[", r"\rbrack": "]", r"\colon": ":", r"\phi": "ϕ", r"\varphi": "φ",
    r"\epsilon": "ϵ", r"\varepsilon": "ε", r"\dots": "…", r"\ldots": "…", r"\dotsc": "…", r"\cdots": "⋯",
    r"\lt": "<", r"\gt": ">", r"\iff": "⟺", r"\implies": "⟹", r"\impliedby": "⟸", r"\hbar": "ℏ",
    r"\permil": "‰", r"\perthousand": "‰", r"\textperthousand": "‰", r"\O": "Ø", r"\backslash": "\\",
    r"\slash": "/", r"\textmu": "µ", r"\ohm": "Ω", r"\celsius": "°C", r"\percent": "%",
}  # fmt: skip
"""Commands that the table has not, or has as another sign than authors mean."""

OPENING, CLOSING = "([{⟨⌈⌊⟦⟮", ")]}⟩⌉⌋⟧⟯"
BARS = "|‖∣∥"
LARGE = frozenset("∑∏∐⋃⋂⨄⨁⨂⨀⋁⋀∫∬∭∮∯∰")
INTEGRALS = frozenset("∫∬∭∮∯∰")
RELATIONS = frozenset("=<>≤≥≦≧≠≈≃≅≡∼∝→←↔⇒⇐⇔⟶⟵⟺⟹⟸↦∈∉⊂⊃⊆⊇≪≫≺≻⇌⟂∣∥⊥≲≳≐≔:")
"""Signs at which a line may end behind them."""

OPERATORS = frozenset("+−±∓×⋅÷")
"""Signs at which a long line may."""

BINARY = OPERATORS | frozenset("·*∗∘∙•⋆⋄∪∩⊎⊓⊔∧∨⊻⊕⊖⊗⊘⊙⊞⊟⊠†‡∖⧵≀⨿⋉⋊⋈▷◁")
"""Signs of operations on two things (The TeXbook, appendix F, 'binary operations')."""
ORDINARY = frozenset("∀∃∄¬")
"""Signs that have no white at their sides."""

FUNCTIONS = names(
    "arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh"
)
WITH_LIMITS = names("lim max min sup inf det gcd Pr limsup liminf argmax argmin")
SPELLED = {
    "limsup": "lim\u2009sup",
    "liminf": "lim\u2009inf",
    "argmax": "arg\u2009max",
    "argmin": "arg\u2009min",
}

SPACES = {
    r"\,": 3 / 18, r"\thinspace": 3 / 18, r"\:": 4 / 18, r"\>": 4 / 18, r"\medspace": 4 / 18, r"\;": 5 / 18,
    r"\thickspace": 5 / 18, r"\!": -3 / 18, r"\quad": 1.0, r"\qquad": 2.0, r"\ ": 0.25, "~": 0.25,
    r"\space": 0.25, r"\enspace": 0.5, r"\enskip": 0.5, r"\nobreakspace": 0.25,
}  # fmt: skip
"""White that is asked for, in em."""

STYLES = {
    r"\mathrm": "", r"\mathup": "", r"\textup": "", r"\mathnormal": "ITALIC", r"\mathit": "ITALIC",
    r"\mathbf": "BOLD", r"\boldsymbol": "BOLD ITALIC", r"\bm": "BOLD ITALIC", r"\symbf": "BOLD ITALIC",
    r"\mathbb": "DOUBLE-STRUCK", r"\mathcal": "SCRIPT", r"\mathscr": "SCRIPT", r"\mathfrak": "FRAKTUR",
    r"\mathsf": "SANS-SERIF", r"\mathtt": "MONOSPACE",
}  # fmt: skip
"""Commands that set letters in another style, by its name in Unicode."""

OTHER_NAMES = {"FRAKTUR": "BLACK-LETTER"}
GREEK = {"ϕ": "PHI SYMBOL", "ϵ": "EPSILON SYMBOL", "∂": "PARTIAL DIFFERENTIAL", "∇": "NABLA"}


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    from latex2mathml.symbols_parser import SYMBOLS

    return {**{name: chr(int(code, 16)) for name, code in SYMBOLS.items() if "-" not in code}, **OWN}


def sign_of(command: str) -> str:
    """The character that a command stands for; empty where it stands for none."""
    return _table().get(command, "")


def commands() -> list[str]:
    """All commands that stand for a character."""
    return sorted(_table())


def element_of(character: str, *, is_prefix: bool = False) -> Element:
    """A character as MathML: a letter as a name, anything else as an operator."""
    category = unicodedata.category(character[0])
    if character in OPENING or character in CLOSING or character in BARS:
        return leaf("mo", character, stretchy="false")
    if category in ("Lu", "Ll", "Lo", "Lt", "Lm") or character in "∞∂∇∅ℏ…⋯°%‰°C$€£¥¢§¶©#&_ℵ":
        upright = {"mathvariant": "normal"} if character in GREEK_CAPITALS else {}
        return leaf("mi", character, **upright)
    if category == "Nd":
        return leaf("mn", character)
    return leaf("mo", character, **({"form": "prefix"} if is_prefix else {}))


GREEK_CAPITALS = frozenset("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ")


def styled(character: str, style: str) -> str:
    """A letter or digit in a style of its own; itself where Unicode has none of that kind."""
    if not style or not character.isalnum():
        return character
    name = GREEK.get(character, "") or unicodedata.name(character, "")
    for prefix in ("GREEK ", "LATIN "):
        name = name.removeprefix(prefix)
    name = name.replace(" LETTER ", " ").replace("DIGIT ", "DIGIT ")
    for kind in (style, style.split()[0], OTHER_NAMES.get(style, style)):
        for full in (f"MATHEMATICAL {kind} {name}", f"{kind} {name}"):
            try:
                return unicodedata.lookup(full)
            except KeyError:
                continue
    return character
