"""Brackets and parentheses of links, each found once.

In:  a converter.
Out: the same, whose links and pictures take no longer the more brackets are open.

Python-Markdown looks for the end of each bracket again, sign by sign to the end of the paragraph, so that
thousands of open ones take seconds. Here all pairs of a text are found in one pass and remembered while
patterns go through it: what they replace lies before the brackets they have yet to look at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.inlinepatterns import LinkInlineProcessor

if TYPE_CHECKING:
    from markdown import Markdown

SQUARE = re.compile(r"[\[\]]")
LONGEST_ADDRESS = 2_000
"""Characters of an address, with its title and the white around it; no browser takes more."""


class Brackets:
    """The pairs of square brackets of a text."""

    def __init__(self) -> None:
        self._text = ""
        self._pairs: dict[int, int] = {}
        self._known = 0
        self.steps = 0

    def closing(self, text: str, opening: int) -> int:
        """The place of the bracket that closes the one at `opening`; below 0 where none does."""
        rest = len(text) - opening
        if text is not self._text:
            # What was replaced lies before: the pairs of the rest are still where they were from the end.
            alike = rest <= len(self._text) and self._text.endswith(text[opening:])
            self._known = min(self._known, rest) if alike else 0
            self._text = text
        if rest > self._known:
            self._pair(text)
            self._known = len(text)
        distance = self._pairs.get(rest)
        return -1 if distance is None else len(text) - distance

    def _pair(self, text: str) -> None:
        """Note all pairs, by their distances from the end of the text."""
        self._pairs = {}
        opened: list[int] = []
        for match in SQUARE.finditer(text):
            self.steps += 1
            if match[0] == "[":
                opened.append(len(text) - match.start())
            elif opened:
                self._pairs[opened.pop()] = len(text) - match.start()


def pair_brackets(converter: Markdown) -> Brackets:
    """Let all links and pictures of a converter look their brackets up."""
    brackets = Brackets()
    for pattern in converter.inlinePatterns:
        if isinstance(pattern, LinkInlineProcessor):
            _pair(pattern, brackets)
    return brackets


def _pair(pattern: LinkInlineProcessor, brackets: Brackets) -> None:
    read_link = pattern.getLink

    def get_text(data: str, index: int) -> tuple[str, int, bool]:
        end = brackets.closing(data, index - 1)
        return (data[index:end], end + 1, True) if end >= 0 else ("", len(data), False)

    def get_link(data: str, index: int) -> tuple[str, str | None, int, bool]:
        part = data[index : index + LONGEST_ADDRESS]
        if ")" not in part:
            return "", None, index, False
        href, title, end, handled = read_link(part, 0)
        return href, title, index + end, handled

    # All patterns of links share these methods, and each has its own instance.
    setattr(pattern, "getText", get_text)  # noqa: B010
    setattr(pattern, "getLink", get_link)  # noqa: B010
