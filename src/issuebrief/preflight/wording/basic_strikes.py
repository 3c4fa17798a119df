"""What is left of a match of markup: nothing, some groups of it, or all.

In:  a match of a pattern in a text.
Out: what stands in its place, as long as it was; characters that are struck out are blanks that are nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from html.entities import html5

from issuebrief.preflight.wording.bare_text import literal
from issuebrief.preflight.wording.nothing import BREAK, NOTHING

Strike = Callable[[re.Match[str]], str]


def struck(match: re.Match[str]) -> str:
    """All of a match is markup."""
    return NOTHING * len(match[0])


def parted(match: re.Match[str]) -> str:
    """All of a match is markup, and something else is printed there."""
    return BREAK + NOTHING * (len(match[0]) - 1)


def kept(*groups: int | str, as_it_is: bool = False) -> Callable[[re.Match[str]], str]:
    """All of a match is markup but these groups of it; `as_it_is` where no sign in them is markup."""

    def strike(match: re.Match[str]) -> str:
        out, end = [], match.start()
        for group in groups:
            if match[group] is None:
                continue
            out.append(NOTHING * (match.start(group) - end))
            out.append(literal(match[group]) if as_it_is else match[group])
            end = match.end(group)
        return "".join(out) + NOTHING * (match.end() - end)

    return strike


def spelled(match: re.Match[str]) -> str:
    """A character that is given by its name or number; what is the name of none is as it is typed."""
    if not match[0].startswith("&#") and match[0][1:] not in html5:
        return whole(match)
    character = unescape(match[0])
    return literal(character) + NOTHING * (len(match[0]) - len(character))


def whole(match: re.Match[str]) -> str:
    """Nothing of a match is markup."""
    return literal(match[0])
