"""Text as it is compared: without what the typesetter changes on purpose.

In:  text as it was typed, or as a deliverable shows it.
Out: the same text bare: in small letters, without spaces, hyphens and the signs that may be markup, with one
     kind of quotation mark, one kind of digits and three dots for an ellipsis; and how many of those signs
     there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from issuebrief.numbering_systems import SYSTEMS

LITERAL = 0xE000
"""A character that cannot be markup is moved up this much, in the private use area, while it is compared."""

SIGNS = "*_`~^|<>[]{}\\#-"
"""What is left out of bare text and counted: it may be markup, or a hyphen that was added."""
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212"
QUOTES = "'\"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2032\u2033"
WIDE_QUOTES = "\u300a\u300b\u3008\u3009\u300c\u300d\u300e\u300f"
BULLETS = "\u2022\u2023\u25aa\u25ab\u25cf\u25e6\u2191"
LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
INKLESS = (
    (0x00, 0x20), (0x7F, 0xA0), (0xAD, 0xAD), (0x61C, 0x61C), (0x1680, 0x1680), (0x180E, 0x180E),
    (0x2000, 0x200F), (0x2028, 0x202F), (0x205F, 0x206F), (0x3000, 0x3000), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F),
)  # fmt: skip
"""From where to where characters leave no ink: controls, formats, spaces, choices between shapes."""

RIGHT_TO_LEFT = ((0x590, 0x8FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC))
"""Letters that are drawn in another order than they are typed in: they are not compared, but for digits."""

_BARE = (
    {code: "" for first, last in INKLESS + RIGHT_TO_LEFT for code in range(first, last + 1)}
    | dict.fromkeys(map(ord, QUOTES + WIDE_QUOTES), "'")
    | LIGATURES
    | {0x2026: "..."}
    | {ord(digit): str(value) for system in SYSTEMS.values() for value, digit in enumerate(system.digits)}
    | dict.fromkeys(map(ord, SIGNS + DASHES + BULLETS), "")
)
_BARE |= {LITERAL + code: _BARE.get(code, chr(code)) for code in range(0x20, 0x7F)}
_TYPED = {LITERAL + code: chr(code) for code in range(0x20, 0x7F)}
_TURNING = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in RIGHT_TO_LEFT) + "]")
_RUN = re.compile(f"(?<![{DASHES}])[{DASHES}]+")
_SURE_RUN = re.compile(
    f"(?<=\\w\\s)[{DASHES}]{{1,3}}(?=\\s\\w)|(?<![^\\s(])[{DASHES}](?=\\d)|(?<=\\d)[{DASHES}]{{1,3}}(?=\\d)"
)
_SIGN = re.compile("[" + re.escape(SIGNS.replace("-", "")) + "]")
_SURE = re.compile(f"[{chr(LITERAL + 0x20)}-{chr(LITERAL + 0x7E)}]|(?<=\\w\\s)[*~^<>](?=\\s\\w)")


def bare(text: str) -> str:
    """What of a text is compared."""
    return unicodedata.normalize("NFC", text).translate(_BARE).casefold()


def turns(text: str) -> bool:
    """Whether letters in a text are drawn in another order than they are typed in."""
    return bool(_TURNING.search(text))


def literal(text: str) -> str:
    """A text in which no sign is markup; as long as it was."""
    return text.translate(_LITERAL)


_LITERAL = {code: chr(LITERAL + code) for code in range(0x21, 0x7F)}


def typed(text: str) -> str:
    """A text as it was typed."""
    return text.translate(_TYPED)


def signs(text: str) -> Counter[str]:
    """How often each sign stands in a text; a run of hyphens and dashes counts once."""
    plain = typed(text)
    return Counter(_SIGN.findall(plain)) + Counter({"-": len(_RUN.findall(plain))})


def sure_signs(text: str) -> Counter[str]:
    """How often each sign stands in a text that is surely no markup."""
    sure = (typed(match) for match in _SURE.findall(text))
    found = Counter(sign for sign in sure if sign in SIGNS and sign != "-")
    return found + Counter({"-": len(_SURE_RUN.findall(typed(text)))})
