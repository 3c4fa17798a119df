"""Fenced code, boxes between fences and tables that an item begins with, or a definition or a note.

In:  the manuscript as it was typed.
Out: cuts that put what it begins with on a line of its own within its block, where it is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.fences import MARK, find_fences
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.fences import Fence
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

BOX = re.compile(rf"^(?P<prefix>(?:[ \t]*>)*[ \t]*)(?P<mark>(?:{MARK})+):{{3,}}[ \t]*[^\s:]", re.MULTILINE)
TABLE = re.compile(
    r"^(?P<prefix>(?:[ \t]*>)*[ \t]*)(?P<mark>(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})+)(?=\|[^\n]*\|[ \t]*\n"
    r"[ \t>]*\|[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$)",
    re.MULTILINE,
)
"""The head of a table behind the sign of an item, with a line of hyphens below it."""
STEP = 4
NOTHING = "<!-- -->"
"""What a block begins with whose first line would be empty."""


def blocks_at_beginnings(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """One cut for each fence and table that stands right behind what begins its block."""
    for fence in find_fences(manuscript.text):
        if fence.mark:
            yield _below(fence.start, fence.prefix, fence.mark, _width(fence, manuscript.text))
    for box in BOX.finditer(manuscript.masked) if ":::" in manuscript.masked else ():
        yield _below(box.start(), box["prefix"], box["mark"], len(box["mark"]))
    for table in TABLE.finditer(manuscript.masked) if "|" in manuscript.masked else ():
        yield _below(table.start(), table["prefix"], table["mark"], len(table["mark"]))


def _below(start: int, prefix: str, mark: str, width: int) -> Substitution:
    at = start + len(prefix) + len(mark)
    return Substitution(at, at, f"{NOTHING}\n{prefix.rstrip()}\n{prefix}{' ' * width}")


def _width(fence: Fence, text: str) -> int:
    """How far the fence must be indented: in a note or a definition as far as the fence that closes it."""
    if fence.mark[0] in "-*+" or fence.mark[0].isdigit():
        return len(fence.mark)
    closing = text[fence.text_end : fence.end].rpartition(">")[2]
    return max(STEP, len(closing) - len(closing.lstrip()) - len(fence.prefix)) if fence.closed else STEP
