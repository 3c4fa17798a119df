"""What quotations of other programs lack in a brief: signs before lines in their midst, and their own mark.

In:  the manuscript as it was typed.
Out: cuts that put `>` before a line of text between two lines of a quotation (CommonMark 0.31, 5.1), so that
     a list below it is read; and that write `::: pull-quote` as `!!! pull-quote`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

QUOTED = re.compile(r" {0,3}>")
LAZY = re.compile(r" {0,3}[^\W_]|[\"'“„«(]")
"""The beginning of a line that can only go on with the text above it."""
PULL_QUOTE = re.compile(
    r"^(?P<open>:{3,}[ \t]*(?:\{[ \t]*\.)?pull-?quote[ \t]*\}?[ \t]*:*[ \t]*\n)"
    r"(?P<text>(?:(?!:{3})[^\n]*\n)+)(?P<close>:{3,}[ \t]*)$",
    re.MULTILINE,
)


def lazy_lines(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Signs of a quotation before the lines that go on with its text, where it goes on below them."""
    if ">" not in manuscript.masked:
        return
    waiting: list[int] | None = None
    for start, line in manuscript.lines():
        if QUOTED.match(line):
            yield from (Substitution(at, at, "> ") for at in waiting or ())
            waiting = [] if line.strip(" >\t") else None
        elif waiting is not None and LAZY.match(line):
            waiting.append(start)
        else:
            waiting = None


def fenced_pull_quotes(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Pull-quotes between lines of colons, as blocks of a brief."""
    if ":::" not in manuscript.masked:
        return
    for found in PULL_QUOTE.finditer(manuscript.masked):
        yield Substitution(*found.span("open"), "!!! pull-quote\n")
        at = found.start("text")
        for line in found["text"].splitlines(keepends=True):
            if line.strip():
                yield Substitution(at, at, "    ")
            at += len(line)
        yield Substitution(*found.span("close"), "")
