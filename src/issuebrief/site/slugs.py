"""Names in addresses: lower-case words with hyphens between them.

In:  a text.
Out: its letters and digits without accents, where Latin letters have any; other scripts as they are.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
"""Latin letters that Unicode does not take apart."""
LONGEST = 80
"""Letters of a name."""


def slug(text: str) -> str:
    """The name of a text in an address; `untitled` if it has no letter or digit."""
    lower = text.casefold().translate(PLAIN)
    apart = unicodedata.normalize("NFKD", lower)
    latin = "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f")
    words = re.findall(r"\w+", unicodedata.normalize("NFC", latin.replace("’", "").replace("'", "")))
    return "-".join("-".join(words).replace("_", "-").split("-"))[:LONGEST].strip("-") or "untitled"


def distinct(names: Mapping[str, str]) -> dict[str, str]:
    """A slug for the name of each key; those that come out alike get numbers, in the order of the names."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(names, key=lambda key: (names[key].casefold(), key)):
        base = candidate = slug(names[key])
        number = 2
        while candidate in taken:
            candidate, number = f"{base}-{number}", number + 1
        taken.add(candidate)
        found[key] = candidate
    return found
