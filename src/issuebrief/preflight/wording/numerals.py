"""Numbers as lists show them.

In:  a number.
Out: its letters, its Roman numeral, and all spellings that a style sheet may give it.
"""

from __future__ import annotations

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


def letters(number: int) -> str:
    """The number in letters: a, b, … z, aa."""
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found or str(number)


def roman(number: int) -> str:
    """The number as a Roman numeral in small letters; above 3999, in figures."""
    if not 0 < number < 4000:
        return str(number)
    numeral = ""
    for value, signs in ROMAN:
        count, number = divmod(number, value)
        numeral += signs * count
    return numeral


def spellings(number: int) -> tuple[str, ...]:
    """What may stand before an entry of a list, in small letters, by the styles of CSS."""
    greek = GREEK[number - 1] if 0 < number <= len(GREEK) else str(number)
    numerals = (str(number), f"{number:02}", letters(number), roman(number), greek)
    signs = (("", "."), ("", ")"), ("(", ")"), ("[", "]"))
    found = (before + numeral + behind for before, behind in signs for numeral in dict.fromkeys(numerals))
    return (*found, str(number))
