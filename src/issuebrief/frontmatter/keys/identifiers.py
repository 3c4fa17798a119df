"""Identifiers of institutions and of those who register names.

In:  a value as it was typed.
Out: whether its check digits are right, and the right form that was probably meant.
"""

from __future__ import annotations

import re

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""The digits of base 32 as Douglas Crockford chose them: without i, l, o and u."""


def mend_ror(text: str) -> str:
    """The ROR ID without the address before it; else nothing."""
    found = re.search(rf"(?<![0-9a-z])0[{DIGITS}]{{6}}[0-9]{{2}}(?![0-9a-z])", text.lower())
    return found[0] if found else ""


def ror_holds(text: str) -> bool:
    """Whether the last two digits check the others (ISO 7064, MOD 97-10), as the registry has it."""
    number = 0
    for digit in text[:-2]:
        number = number * len(DIGITS) + DIGITS.index(digit)
    return f"{98 - number * 100 % 97:02d}" == text[-2:]


def mend_prefix(text: str) -> str:
    """The part of a DOI before the stroke; else nothing."""
    found = re.search(r"(?<![\w.])10\.[0-9]{4,9}(?![0-9])", text, re.ASCII)
    return found[0] if found else ""
