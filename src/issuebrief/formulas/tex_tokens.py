"""LaTeX, token by token.

In:  a formula as it is typed.
Out: its tokens, each with its place; and `TexFault`, by which reading a formula ends.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"(?P<space>\s+|%[^\n]*(?:\n|\Z))|(?P<command>\\(?:[A-Za-z]+\*?|.))|(?P<number>\d+(?:\.\d+)*)|(?P<sign>.)",
    re.DOTALL,
)


class TexToken(NamedTuple):
    """A command with its backslash, a number, or a single sign; `start` is its place in the formula."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class TexFault(Exception):
    """What is wrong with a formula, from where to where, and how to mend it."""

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.hint = message, start, end, hint


def tokens_of(tex: str) -> list[TexToken]:
    """The tokens of a formula, blanks among them: these mean something in texts."""
    found = []
    for match in TOKEN.finditer(tex):
        kind = match.lastgroup or ""
        found.append(TexToken(kind, match.group(), match.start()))
    return found
