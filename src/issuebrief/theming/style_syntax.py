"""Brackets, comments and strings of a style sheet that begin or end alone, and letters that cannot be read.

In:  the text of a style sheet.
Out: the first of them, with its place; none where each that begins ends.

CSS closes at the end of the file whatever is open, and reads all in between as a part of it: one brace
that is missing takes away every rule after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(
    r"/\*.*?(?:\*/|\Z)|\\.|url\(\s*[^\s\"'()\\]*\s*\)"
    r"|\"(?:[^\"\\\n]|\\.)*(?:\"|(?=\n)|\Z)|'(?:[^'\\\n]|\\.)*(?:'|(?=\n)|\Z)|[{}()\[\]]",
    re.DOTALL | re.IGNORECASE,
)
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
UNREAD = "\ufffd"
"""What stands for bytes that are no letter in UTF-8."""
PAIRS = {"{": "}", "(": ")", "[": "]"}


@dataclass(frozen=True)
class Alone:
    """A mark that begins and never ends, or ends what never began; line and column count from 1."""

    message: str
    hint: str
    line: int
    column: int


@lru_cache(maxsize=64)
def mark_alone(css: str) -> Alone | None:
    """The mark that is most likely missing its other half."""
    unread = COMMENT.sub(lambda comment: " " * len(comment[0]), css).find(UNREAD) if UNREAD in css else -1
    if unread >= 0:
        hint = "save the style sheet again with the encoding UTF-8"
        return _alone("a letter here is not encoded in UTF-8", hint, css, unread)
    opened: list[tuple[str, int]] = []
    last_block = 0
    for token in TOKEN.finditer(css):
        text, start = token[0], token.start()
        if text.startswith("/*") and not (len(text) > 3 and text.endswith("*/")):
            return _alone("a comment begins here and never ends", "write */ where it ends", css, start)
        if text[0] in "\"'" and (len(text) == 1 or text[-1] != text[0]):
            hint = f"write {text[0]} where it ends, on the same line"
            return _alone("a text in quotation marks begins here and does not end", hint, css, start)
        if text == "{" and opened and opened[-1][0] == "{" and not css[opened[-1][1] + 1 : start].strip():
            return _alone(
                "there are two { here", "remove one of the two, and of those that end it", css, start
            )
        if text in PAIRS:
            opened.append((text, start))
            last_block = start if text == "{" else last_block
        elif text in PAIRS.values():
            if not opened or PAIRS[opened[-1][0]] != text:
                return _unexpected(text, start, opened, css)
            opened.pop()
    if opened and (opened[-1][0] != "{" or last_block > opened[-1][1]):
        return _never_closed(*opened[-1], css)
    return None  # Where the very last rule lacks its end, nothing is lost.


def _unexpected(text: str, start: int, opened: list[tuple[str, int]], css: str) -> Alone:
    """A bracket that ends what is not open; where another kind is open, that one lacks its end."""
    if opened and text == "}":
        return _never_closed(*opened[-1], css)
    return _alone(f"{text} ends nothing that is open", "remove it, or see what it should end", css, start)


def _never_closed(bracket: str, start: int, css: str) -> Alone:
    if bracket == "{":
        hint = "write } after the last declaration of the rule; all that follows counts as a part of it"
        return _alone("a block begins here and never ends", hint, css, start)
    hint = f"write {PAIRS[bracket]} where it ends"
    return _alone(f"{bracket} begins here and never ends", hint, css, start)


def _alone(message: str, hint: str, css: str, start: int) -> Alone:
    return Alone(message, hint, css.count("\n", 0, start) + 1, start - css.rfind("\n", 0, start))
