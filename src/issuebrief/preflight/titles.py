"""A title that a theme or a template does not show.

In:  a `Proof`.
Out: `Finding` values.

The words of a title stand in the line that cites the brief too, so that nobody who compares words misses
them. What is looked for is a paragraph that says little more than the title.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.preflight.proof import Finding, Proof, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Line

MORE = 20
"""So many letters and digits a paragraph with the title in it may have besides."""
NEARLY = 0.7
"""So much of a title is found at least, where a sign of it may have been read as markup."""
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\[\^[^\]]*\]|\^\[[^\]]*\]|\]\([^()]*\)|&#?\w+;")
LEAST = 1.0
"""The size of type, in px, below which nothing is seen."""


def hidden_titles(proof: Proof) -> Iterator[Finding]:
    """The title, where it stands somewhere on the pages and no paragraph shows it where the brief begins."""
    words = [_letters(word) for word in MARKUP.sub(" ", proof.brief.title).split()]
    wanted = [word for word in words if word]
    seen = [line for line in proof.facts.lines if line.size >= LEAST]
    beginning = [line for line in seen if line.page <= proof.facts.beginning]
    stands = any("".join(wanted) in text for text in _paragraphs(seen))
    if not wanted or not stands or any(_shows(text, wanted) for text in _paragraphs(beginning)):
        return
    yield Finding(
        f"the title, {quoted(proof.brief.title)}, is not shown where the brief begins",
        "let the template print it and the theme show it (display, visibility, font-size); "
        "if it is left out on purpose, turn this rule off",
        (),
        0,
        proof.brief.title,
    )


def _paragraphs(lines: list[Line]) -> list[str]:
    """The letters and digits of each paragraph."""
    paragraphs = groupby(lines, key=lambda line: (line.page, line.paragraph))
    return [_letters("".join(line.text for line in held)) for _, held in paragraphs]


def _shows(text: str, words: list[str]) -> bool:
    """Whether a paragraph says nearly all words of a title, and little besides."""
    found = sum(len(word) for word in words if word in text)
    total = sum(map(len, words))
    return found >= NEARLY * total and len(text) <= total + MORE


def _letters(text: str) -> str:
    """What of a text is compared: its letters and digits."""
    return "".join(filter(str.isalnum, text.casefold()))
