"""Make pull-quotes of paragraphs in the template's style for them.

In:  the blocks of a text.
Out: the same, with a block for each pull-quote. Paragraphs that follow each other in that style are one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.documents.template_styles import PULL_QUOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

OPENING = "!!! pull-quote\n"
INDENT = "    "


def with_pull_quotes(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks with pull-quotes."""
    found: list[TextBlock] = []
    for block in blocks:
        if block.style != PULL_QUOTE or block.kind is not BlockKind.PARAGRAPH or block.pictures:
            found.append(block)
            continue
        text = INDENT + block.text.replace("\n", f"\n{INDENT}")
        before = found[-1] if found else None
        if before and before.style == PULL_QUOTE and before.kind is BlockKind.QUOTE:
            joined = f"{before.text}\n\n{text}"
            found[-1] = replace(before, text=joined, plain=f"{before.plain} {block.plain}")
        else:
            found.append(replace(block, kind=BlockKind.QUOTE, text=f"{OPENING}{text}"))
    return found
