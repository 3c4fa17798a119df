"""Words in other languages than the brief's.

In:  Markdown.
Out: from where to where words are in a language of their own, as `lang` says.
"""

from __future__ import annotations

import re

SPAN = re.compile(r"\[([^\[\]]*)\]\{[^{}\n]*?\blang=[\"']?([A-Za-z][\w-]*)")
TAG = re.compile(r"<([a-zA-Z]+)\b[^<>]*?\slang=[\"']?([A-Za-z][\w-]*)[^<>]*>")
DIV = re.compile(r"^[ \t]*:{3,}[ \t]*\{[^{}\n]*?\blang=[\"']?([A-Za-z][\w-]*)[^{}\n]*\}[ \t]*$", re.MULTILINE)
DIV_END = re.compile(r"^[ \t]*:{3,}[ \t]*$", re.MULTILINE)


def lang_spans(markdown: str) -> list[tuple[int, int, str]]:
    """Where words in other languages begin and end, in the order of the text, and their languages."""
    if "lang=" not in markdown:
        return []
    found = [(*match.span(1), match[2]) for match in SPAN.finditer(markdown)]
    unclosed: set[str] = set()
    for match in TAG.finditer(markdown):
        closing = f"</{match[1]}"
        end = -1 if closing in unclosed else markdown.find(closing, match.end())
        if end < 0:
            unclosed.add(closing)
        else:
            found.append((match.end(), end, match[2]))
    for match in DIV.finditer(markdown):
        if end_line := DIV_END.search(markdown, match.end()):
            found.append((match.end(), end_line.start(), match[1]))
    return _apart(sorted(found))


def _apart(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The outermost of spans that lie in one another."""
    kept: list[tuple[int, int, str]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
