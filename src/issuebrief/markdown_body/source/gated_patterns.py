"""Patterns that are compiled when a text has what they look for.

In:  patterns, each with strings of which one stands in whatever it matches.
Out: their matches. A text with none of the strings is not searched, and the pattern stays a string: most
     briefs have next to nothing of what a hundred patterns look for, and compiling those takes longer than
     reading the brief.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class GatedPattern:
    """A pattern, and what it `needs`: one of these strings, or nothing where none can be told."""

    needs: tuple[str, ...]
    pattern: str
    flags: re.RegexFlag = re.NOFLAG

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, one after the other."""
        return self._compiled.finditer(text) if self._may_match(text) else iter(())

    def sub(self, replace: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with all matches replaced."""
        return self._compiled.sub(replace, text) if self._may_match(text) else text

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match that begins there."""
        return self._compiled.match(text, start) if self._may_match(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self._compiled.search(text) if self._may_match(text) else None

    def _may_match(self, text: str) -> bool:
        return not self.needs or any(string in text for string in self.needs)

    @property
    def _compiled(self) -> re.Pattern[str]:
        return _compiled(self.pattern, self.flags)


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    """A pattern, compiled once: `re` itself forgets all but the last few hundred."""
    return re.compile(pattern, flags)
