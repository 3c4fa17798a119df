"""Phrases that Pandoc's Markdown knows and Python-Markdown does not.

In:  a converter.
Out: the same with struck text `~~…~~`, raised `19^th^`, lowered `H~2~O`, marked `==…==`, and words in
     brackets with attributes behind them, `[…]{.smallcaps}`.

A caret or tilde in prose stays as it is typed: there is no space inside a raised or lowered phrase, what is
lowered hangs on a letter, and a raised one does not stand between two (`10^6/10^7`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor, LinkInlineProcessor, SimpleTagInlineProcessor

if TYPE_CHECKING:
    from markdown import Markdown

STRUCK = r"(~~)(?!\s|~)((?:(?!~~).)+?)(?<!\s)~~(?!~)"
SIGNS = r"(?!\d)[\u0300-\u036f\u0900-\u0963\u200c\u200d]"
"""Accents, and the vowels of the scripts of India: they belong to a letter, and are none for Python."""
UNSPACED = r"\u0e00-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of scripts that do not part words by spaces, or write particles to them, as Korean does."""
LETTER = rf"[^\W{UNSPACED}]"
"""A letter or figure of a script that parts its words by spaces."""
MARKED = rf"(?<!=)(?:(?<!{LETTER})|(?===[^\s=]+==))(==)(?!\s|=)((?:(?!==).)+?)(?<!\s)==(?!=)"
"""What an opening mark within a word marks has no space in it: `mode==linear or kind==cubic` is no mark."""
RAISED = r"\^(?!\[)([^\s^\[\]]{1,40})\^"
LOWERED = r"(?<=[^\W_]|[)\]*])(~)([^\s~]{1,40})~(?!~)"
BRACKET = r"\["
ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[.#][\w-]|[A-Za-z][\w:-]*=)[^{}\n]*\}")


class RaisedProcessor(InlineProcessor):
    """Makes `sup` of what stands between two carets."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The raised phrase, unless letters or figures stand on both sides of it."""
        before, after = data[max(m.start() - 1, 0) : m.start()], data[m.end() : m.end() + 1]
        if before.isalnum() and after.isalnum():
            return None, None, None
        raised = Element("sup")
        raised.text = m.group(1)
        return raised, m.start(), m.end()


class SpanProcessor(LinkInlineProcessor):
    """Makes a `span` of words in brackets before an attribute list, which takes its attributes later."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The words, if an attribute list stands right behind them."""
        text, index, handled = self.getText(data, m.end())
        if not handled or not ATTRIBUTES.match(data, index):
            return None, None, None
        span = Element("span")
        span.text = text
        return span, m.start(), index


def add_phrases(converter: Markdown) -> None:
    """Teach a converter these phrases."""
    patterns = converter.inlinePatterns
    patterns.register(SpanProcessor(BRACKET, converter), "span", 165)
    patterns.register(SimpleTagInlineProcessor(STRUCK, "s"), "struck", 58)
    patterns.register(SimpleTagInlineProcessor(MARKED, "mark"), "marked", 57)
    patterns.register(SimpleTagInlineProcessor(LOWERED, "sub"), "lowered", 56)
    patterns.register(RaisedProcessor(RAISED, converter), "raised", 55)
