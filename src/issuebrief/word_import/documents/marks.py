"""Signs that carry facts about a text through Pandoc, which would drop them.

In:  a fact.
Out: text with characters from the private area of Unicode, which no manuscript has: they are taken out of
     what is read before any are put in.
"""

from __future__ import annotations

import re

PARAGRAPH, PICTURE, REFERENCE, LANGUAGE, OPEN_BOX, CLOSE_BOX = "\ue0f0\ue0f1\ue0f2\ue0f3\ue0f4\ue0f5"
SPLIT, END = "\ue0f6\ue0f7"
LITERAL_OPEN, LITERAL_CLOSE = "\ue0f8\ue0f9"
"""Square brackets that an author typed, until it is known whether they could be taken for a link."""
FORMULA = "\ue0fc"
"""A dollar beside a formula, as against one that an author typed."""

ALL = re.compile("[\ue0f0-\ue0ff]")
PARAGRAPH_MARK = re.compile(f"{PARAGRAPH}(\\d+){END}")
PICTURE_MARK = re.compile(f"{PICTURE}(\\d+){END}")
REFERENCE_MARK = re.compile(f"{REFERENCE}([^{SPLIT}]*){SPLIT}([^{END}]*){END}")
FORMULA_MARK = re.compile(f"{FORMULA}{{1,2}}([^{FORMULA}]+){FORMULA}{{1,2}}")
LANGUAGE_MARK = re.compile(f"{LANGUAGE}([\\w-]+){SPLIT}([^{LANGUAGE}{END}]*){END}")


def paragraph_mark(number: int) -> str:
    """The number of a paragraph, at its beginning."""
    return f"{PARAGRAPH}{number}{END}"


def picture_mark(index: int) -> str:
    """Which picture of the file follows."""
    return f"{PICTURE}{index}{END}"


def reference_mark(bookmark: str, words: str) -> str:
    """A cross-reference to a bookmark, and the words it printed."""
    return f"{REFERENCE}{bookmark}{SPLIT}{words}{END}"


def language_mark(language: str, words: str) -> str:
    """Words in another language."""
    return f"{LANGUAGE}{language}{SPLIT}{words}{END}"


def unmarked(text: str) -> str:
    """Text without the marks, with the words of references and of other languages, and with formulas."""
    text = PICTURE_MARK.sub("", PARAGRAPH_MARK.sub("", text))
    text = LANGUAGE_MARK.sub(r"\2", REFERENCE_MARK.sub(r"\2", text))
    text = text.replace(LITERAL_OPEN, "[").replace(LITERAL_CLOSE, "]").replace(FORMULA, "$")
    return ALL.sub("", text)
