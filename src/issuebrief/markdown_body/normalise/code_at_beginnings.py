"""Fenced code that an item, a definition or a note begins with.

In:  the manuscript as it was typed.
Out: cuts that put the fence on a line of its own within its block, where Python-Markdown reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.fences import find_fences
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.fences import Fence
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

STEP = 4
NOTHING = "<!-- -->"
"""What a block begins with whose first line would be empty."""


def code_at_beginnings(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """One cut for each fence that stands right behind what begins its block."""
    for fence in find_fences(manuscript.text):
        if fence.mark:
            at = fence.start + len(fence.prefix) + len(fence.mark)
            below = f"{fence.prefix}{' ' * _width(fence, manuscript.text)}"
            yield Substitution(at, at, f"{NOTHING}\n{fence.prefix.rstrip()}\n{below}")


def _width(fence: Fence, text: str) -> int:
    """How far the fence must be indented: in a note or a definition as far as the fence that closes it."""
    if fence.mark[0] in "-*+" or fence.mark[0].isdigit():
        return len(fence.mark)
    closing = text[fence.text_end : fence.end].rpartition(">")[2]
    return max(STEP, len(closing) - len(closing.lstrip()) - len(fence.prefix)) if fence.closed else STEP
