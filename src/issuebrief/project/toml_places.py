"""Where the keys and tables of a TOML file stand.

In:  the text of the file.
Out: by the names that lead to a key or a table, its line, its column and how it is typed; and the nearest of
     some names.

TOML's own reader gives no places. Of a table that comes again and again the first place counts; the keys of
tables in braces have none.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TABLE = re.compile(r"[ \t]*\[{1,2}[ \t]*([\w.\"' \t-]+?)[ \t]*\]")
KEY = re.compile(
    r"[ \t]*([\w-]+|\"[^\"]*\"|'[^']*')((?:[ \t]*\.[ \t]*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)[ \t]*="
)
NAME = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")
LONGEST_NAME = 60
"""Characters of a name that others are compared with."""


@lru_cache(maxsize=4)
def toml_places(text: str) -> Mapping[tuple[str, ...], tuple[int, int, str]]:
    """The places of keys and tables; a key in a table is named with the names of the table before it."""
    found: dict[tuple[str, ...], tuple[int, int, str]] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if match := TABLE.match(line):
            table = _names(match[1])
            for count in range(1, len(table) + 1):
                found.setdefault(table[:count], (number, match.start(1) + 1, match[1]))
        elif match := KEY.match(line):
            typed = match[1] + match[2]
            names = _names(typed)
            for count in range(1, len(names) + 1):
                found.setdefault((*table, *names[:count]), (number, match.start(1) + 1, typed))
    return found


def nearest_key(key: str, names: Iterable[str]) -> str:
    """The most similar of some names, or nothing."""
    if len(key) > LONGEST_NAME:
        return ""
    return next(iter(get_close_matches(key, list(names), n=1, cutoff=0.6)), "")


def _names(typed: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in NAME.findall(typed))
