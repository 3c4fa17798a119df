"""Numbers as people write them in tables.

In:  the texts of cells, and the decimal sign that the brief's language, or its author, has.
Out: which sign is the decimal one, told by the cells themselves where they can; and numbers.

`1,234` is a thousand in one country and one and a bit in another. It is taken for what other cells show, or
for what language and delimiter agree on; where nothing tells, the author is asked.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING = "na n/a n.a. n.a nan null none nil #n/a k.a. n.d. s.o. b.d."
MISSING = frozenset(("", *"-–—−.…:*?", "..", "...", *NOTHING.split(), "k. a.", "uppgift saknas", "no data"))
"""What stands in cells that have no value, in small letters."""

SPACES = "[ \u00a0\u2009\u202f'’]"
"""What may part thousands in any country."""
SIGN = r"(?P<sign>[-+−–‐‑]?)"
NUMBER = re.compile(
    rf"{SIGN}\s*(?P<whole>\d+|\d{{1,3}}(?:{SPACES}\d{{3}})+|\d{{1,3}}(?:[.,]\d{{3}})+|)"
    r"(?:(?P<mark>[.,])(?P<rest>\d+))?(?:[eE](?P<power>[-+−]?\d{1,3}))?\s*(?P<percent>%?)"
)
ONE_GROUP = re.compile(r"\s*[-+−–]?\s*[1-9]\d{0,2}[.,]\d{3}\s*%?\s*")
"""What may be thousands or a fraction."""
MOST_DIGITS = 15
"""The digits that a number keeps exactly."""


def is_missing(text: str) -> bool:
    """Whether a cell has no value."""
    return text.strip().lower() in MISSING


def decimal_signs(texts: Iterable[str]) -> set[str]:
    """The decimal signs that the texts show beyond doubt: a point, a comma, both or none."""
    found = set()
    for text in texts:
        bare = text.strip().rstrip("%").strip().lstrip("-+−–").strip()
        signs = [sign for sign in bare if sign in ".,"]
        if not signs or not re.fullmatch(rf"(?:\d|[.,]|{SPACES})+(?:[eE][-+−]?\d+)?", bare):
            continue
        if len(set(signs)) == 2:
            if signs.count(signs[-1]) == 1:
                found.add(signs[-1])
        elif len(signs) > 1:
            found.add("," if signs[0] == "." else ".")
        elif not ONE_GROUP.fullmatch(bare):
            found.add(signs[0])
    return found


def is_doubtful(text: str) -> bool:
    """Whether a number may be thousands or a fraction, as `1,234`."""
    return bool(ONE_GROUP.fullmatch(text))


def number_of(text: str, decimal: str) -> float | None:
    """The number that a text says with that decimal sign; None where it is no number.

    A number in per cent is what stands before the sign.
    """
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    whole, mark, rest = match["whole"], match["mark"], match["rest"]
    thousands = "," if decimal == "." else "."
    if not whole and not rest:
        return None
    if decimal in whole or (mark and mark != decimal and not _is_group(whole, rest, thousands)):
        return None
    if mark == thousands:
        whole, rest = whole + rest, ""
    digits = "".join(sign for sign in whole if sign.isdecimal())
    sign = "-" if match["sign"] and match["sign"] != "+" else ""
    power = (match["power"] or "0").replace("−", "-")
    try:
        number = float(f"{sign}{digits or '0'}.{rest or '0'}e{power}")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _is_group(whole: str, rest: str, thousands: str) -> bool:
    """Whether what stands behind a thousands sign is the last three digits of a number."""
    others = {sign for sign in whole if not sign.isdecimal()}
    last = re.split(r"[.,]", whole)[-1]
    return len(rest) == 3 and others <= {thousands} and 1 <= len(last) <= 3 and not whole.startswith("0")


def is_exact(text: str) -> bool:
    """Whether a number has no more digits than can be kept."""
    digits = re.sub(r"[eE].*", "", "".join(text.split()))
    return len("".join(sign for sign in digits if sign.isdecimal()).strip("0")) <= MOST_DIGITS
