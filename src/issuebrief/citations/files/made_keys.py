"""Keys for works that have none which a person can type.

In:  the first name of a work, or its title, and its year.
Out: `smith2019`, and `smith2019b` for the next one of both.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 30
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def made_key(name: str, dated: str, made: dict[str, int]) -> str:
    """A key of a name and the year in a date, in plain letters.

    `made` counts those that were made, by name and year; it is added to.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    year = re.search(r"\d{4}", dated)
    key = (re.sub(r"\W+", "", plain).lower()[:LONGEST] or "work") + (year[0] if year else "")
    number = made[key] = made.get(key, 0) + 1
    if number == 1:
        return key
    return key + (LETTERS[number - 1] if number <= len(LETTERS) else str(number))
