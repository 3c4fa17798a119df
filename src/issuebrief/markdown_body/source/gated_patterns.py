"""Patterns that are compiled when a text has what they look for.

In:  patterns, each with strings of which one stands in whatever it matches; perhaps with a list of words that
     stands for its place in a pattern.
Out: their matches. A text with none of the strings is not searched, and the pattern stays a string: most
     briefs have next to nothing of what a hundred patterns look for, and compiling those takes longer than
     reading the brief.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from issuebrief.compile_cache import lasting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


ANY_WORD = "(?:ANY WORD)"
"""What stands in a pattern for any of its words."""


@dataclass(frozen=True)
class GatedPattern:
    """A pattern, and what it `needs`: one of these strings, or nothing where none can be told.

    `words` are those that `ANY_WORD` stands for in the pattern: of the words of many languages, a text has
    few, and the pattern is compiled with those.
    """

    needs: tuple[str, ...]
    pattern: str
    flags: re.RegexFlag = re.NOFLAG
    words: tuple[str, ...] = ()

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, one after the other."""
        return self.compiled_for(text).finditer(text) if self._may_match(text) else iter(())

    def sub(self, replace: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with all matches replaced."""
        return self.compiled_for(text).sub(replace, text) if self._may_match(text) else text

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match that begins there."""
        return self.compiled_for(text).match(text, start) if self._may_match(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.compiled_for(text).search(text) if self._may_match(text) else None

    def _may_match(self, text: str) -> bool:
        return not self.needs or any(string in text for string in self.needs)

    def compiled_for(self, text: str) -> re.Pattern[str]:
        """The pattern for all parts of a text, whatever it needs."""
        if not self.words or ANY_WORD not in self.pattern:
            return _compiled_as_it_is(self.pattern, self.flags)
        text = text.lower() if self.flags & re.IGNORECASE else text
        present = "|".join(word for word in _as_sought(self.words, self.flags) if word in text)
        return _compiled(self.pattern.replace(ANY_WORD, f"(?:{present})" if present else "(?!)"), self.flags)


@cache
def _as_sought(words: tuple[str, ...], flags: re.RegexFlag) -> tuple[str, ...]:
    """Words as they stand in a text in which capitals make a difference, or make none."""
    return tuple(dict.fromkeys(word.lower() for word in words)) if flags & re.IGNORECASE else words


@cache
def _compiled_as_it_is(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    """A pattern that no words of a text go into."""
    return lasting(partial(re.compile, pattern, flags))


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    """A pattern, compiled once: `re` itself forgets all but the last few hundred."""
    return re.compile(pattern, flags)
