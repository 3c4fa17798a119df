"""Attribute lists on a line above their block, as kramdown has them.

In:  the manuscript as it was typed.
Out: cuts that move such a list to where a brief has it, behind the paragraph or the heading, and that take
     out one which only says at which number a list starts; the list then starts there.

<https://kramdown.gettalong.org/syntax.html#block-ials>
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

PART = r"(?:[.#][\w:.-]+|[A-Za-z][\w:-]*=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+))"
ABOVE = re.compile(
    rf"(?:\A|(?<=\n)[ \t]*\n)(?P<line> {{0,3}}(?P<list>\{{:[ ]*{PART}(?:[ \t]+{PART})*[ \t]*\}})[ \t]*\n)"
    r"(?=[ \t]*\S)"
)
"""A list with an empty line above it and none below."""
START = re.compile(r"\{:[ ]*start=[\"']?(\d{1,9})[\"']?[ \t]*\}")
NUMBERED = re.compile(r" {0,3}(\d{1,9})[.)][ \t]+\S")
HEADING = re.compile(r" {0,3}#{1,6}[ \t][^\n]*?(?=[ \t]*#*[ \t]*(?:\n|\Z))")
OTHER = re.compile(r" {0,3}(?:[-*+>|:<`~{!\[\x00]|\d{1,9}[.)][ \t]| {4}|\t)")
"""What begins a block that is neither a paragraph nor a heading."""
LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")


def lists_above_blocks(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """The cuts for the attribute lists that stand above their blocks."""
    text = manuscript.masked
    for match in ABOVE.finditer(text) if "{:" in text else ():
        behind = match.end()
        start, numbered = START.fullmatch(match["list"]), NUMBERED.match(text, behind)
        if start and numbered:
            yield Substitution(*match.span("line"), "")
            yield from _counted_from(text, behind, int(start[1]))
        elif heading := HEADING.match(text, behind):
            yield Substitution(*match.span("line"), "")
            yield Substitution(heading.end(), heading.end(), f" {_plain(match['list'])}")
        elif not OTHER.match(text, behind) and (paragraph := PARAGRAPH.match(text, behind)):
            end = behind + len(paragraph[0].rstrip("\n"))
            yield Substitution(*match.span("line"), "")
            yield Substitution(end, end, f"\n{match['list']}")


def _counted_from(text: str, behind: int, start: int) -> Iterator[Substitution]:
    """The numbers of a list at the margin, from another one on."""
    number = start
    for line in LINE.finditer(text, behind):
        if item := NUMBERED.match(text, line.start()):
            if int(item[1]) != number:
                yield Substitution(*item.span(1), str(number))
            number += 1
        elif line[0].strip() and not line[0].startswith((" ", "\t")):
            return


def _plain(attributes: str) -> str:
    """A list without the colon that only kramdown needs."""
    return "{" + attributes[2:].lstrip()
