"""Numbers in the cells of tables: what is one, and where it is aligned.

In:  the text of a cell, the texts of a column, a language.
Out: whether a text is a number or stands for one that is missing; the decimal sign of a column; how many
     characters of a cell stand behind the point at which its column is aligned.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SPACE = "[ \u00a0\u2009\u202f]"
DIGITS = rf"(?:\d{{1,3}}(?:{SPACE}\d{{3}})+|\d{{1,3}}(?:['\u2019.,]\d{{3}})+|\d+)(?:[.,]\d+)?"
NUMBER = rf"[.,]?{DIGITS}"
BEFORE = rf"(?:[(\[~≈<>≤≥±]|[A-Z]{{0,3}}[$€£¥₹₽₺₴₩]|[A-Z]{{3}}|[-+\u2212\u2013±]|{SPACE})*"
UNIT = r"(?:[%‰°$€£¥₹₽₺₴₩*†‡)\]]|[^\W\d_]{1,4}(?![^\W\d_])[.²³]?)"
TO = rf"{SPACE}*[-\u2010\u2013\u2212]{SPACE}*"
AMOUNT = re.compile(rf"{BEFORE}(?P<first>{NUMBER})(?:{TO}(?P<last>{NUMBER}))?(?:{SPACE}?{UNIT})*")
MISSING = re.compile(
    r"[-\u2010-\u2015\u2212]|\.{1,3}|…|\*|x|n\.?\s?[adv]\.?|n/[ad]|k\.\s?A\.|i\.\s?a\.|s\.?o\.?|n\.c\.",
    re.IGNORECASE,
)
YEARS = re.compile(r"(?:1[5-9]|20|21)\d\d(?:\s?[-/\u2010-\u2013]\s?(?:\d\d)?\d\d)?")
POINT = frozenset((
    "am", "ar", "bn", "cy", "en", "fil", "ga", "gu", "ha", "he", "hi", "ig", "ja", "kn", "ko", "ml", "mr",
    "ms", "mt", "my", "ne", "pa", "si", "sw", "ta", "te", "th", "ur", "yo", "zh", "zu",
))  # fmt: skip
"""Languages that write a decimal point (Unicode CLDR); others have a comma."""
POINT_REGIONS = frozenset(("de-ch", "de-li", "it-ch", "es-mx", "es-us", "es-pr", "es-gt", "es-pe"))
COMMA_REGIONS = frozenset(("ar-dz", "ar-ly", "ar-ma", "ar-mr", "ar-tn", "en-za"))


def is_amount(text: str) -> bool:
    """Whether a text is a number, or a range, with its sign, its currency, its unit."""
    return bool(AMOUNT.fullmatch(text))


def is_missing(text: str) -> bool:
    """Whether a text says that there is no number."""
    return not text or bool(MISSING.fullmatch(text))


def is_year(text: str) -> bool:
    """Whether a text can be a year or years from one to another: names rather than numbers."""
    return bool(YEARS.fullmatch(text))


def decimal_sign(texts: Sequence[str], lang: str) -> str:
    """The decimal sign of a column: what its numbers show, else that of the language.

    A sign with another number of digits behind it than three is decimal, one that comes twice, or before
    the other one, is not.
    """
    usual = _usual(lang)
    for text in texts:
        for number in _numbers(text):
            signs = [sign for sign in number if sign in ".,"]
            if len(signs) > 1:
                return signs[-1] if signs[-1] != signs[0] else _other(signs[0])
            if signs and len(number.rpartition(signs[0])[2]) != 3:
                return signs[0]
            if signs and (number.startswith(("0", signs[0])) or len(number.partition(signs[0])[0]) > 3):
                return signs[0]
    return usual


def tail(text: str, sign: str) -> str:
    """What of a cell stands behind the point of alignment: the decimal sign with all that follows it."""
    found = AMOUNT.fullmatch(text)
    if not found:
        return ""
    name = "last" if found["last"] else "first"
    number, begin = found[name], found.start(name)
    place = number.rfind(sign)
    return text[begin + (place if place >= 0 else len(number)) :]


def _numbers(text: str) -> tuple[str, ...]:
    found = AMOUNT.fullmatch(text)
    return tuple(number for number in found.group("first", "last") if number) if found else ()


def _usual(lang: str) -> str:
    tag = lang.lower().replace("_", "-")
    if tag in POINT_REGIONS or (tag.partition("-")[0] in POINT and tag not in COMMA_REGIONS):
        return "."
    return ","


def _other(sign: str) -> str:
    return "," if sign == "." else "."
