"""Find the headings of a text, and close up their levels.

In:  the blocks of a text.
Out: the same, with lines that are set like headings as headings, and levels from 2 on without gaps.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.markdown_body.typography.caption_words import FIGURES, TABLES, numbered
from issuebrief.word_import.documents.import_problems import changed, guessed, quoted
from issuebrief.word_import.documents.model import BlockKind, TextBlock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.model import SourceParagraph

STYLES = re.compile(
    r"(sub-?)?(?:heading|überschrift|intertitre|encabezado|intestazione|rubrik|kop)(?: [a-z])?"
)
"""Styles of headings without a number, as Pages and others name them; Pandoc knows those with one."""
MOST_WORDS = 15
MOST_CAPITALS = 10
LARGER = 2.0
"""By how many pt a line is larger than the text if it is a heading of the first level."""
HIGHEST, LOWEST = 2, 6
ENDINGS = (".", ":", ";", ",", "…")


def with_styled_headings(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks with paragraphs in styles of headings that have no number."""
    found: list[TextBlock] = []
    for block in blocks:
        named = STYLES.fullmatch(block.style) if block.kind is BlockKind.PARAGRAPH and block.plain else None
        if named and not block.pictures:
            text = block.text.replace("**", "").replace("  \n", " ")
            block = replace(block, kind=BlockKind.HEADING, text=text, level=2 if named[1] else 1)
        found.append(block)
    return found


def with_headings(
    blocks: Sequence[TextBlock], paragraphs: Mapping[int, SourceParagraph], body_size: float, path: Path
) -> tuple[list[TextBlock], list[Diagnostic]]:
    """The blocks with all headings; each one that was guessed is told."""
    told: list[Diagnostic] = []
    found: list[TextBlock] = []
    has_real = any(block.kind is BlockKind.HEADING for block in blocks)
    boxes = 0
    current = 0
    for place, block in enumerate(blocks):
        boxes += (block.kind is BlockKind.BOX_START) - (block.kind is BlockKind.BOX_END)
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        size = paragraphs[block.number].size if block.number in paragraphs else 0.0
        is_large = size >= body_size + LARGER
        if block.kind is BlockKind.HEADING:
            current = block.level
        elif not boxes and following is not None and is_like_heading(block, is_large=is_large):
            level = 1 if is_large or not has_real else min(current + 1, LOWEST)
            how = "a bold line" if block.is_bold else "a large line" if is_large else "a line in capitals"
            told.append(guessed(path, f"{how} is taken for a heading: {quoted(block.plain)}", block.number))
            text = block.text.replace("**", "").replace("  \n", " ")
            block = replace(block, kind=BlockKind.HEADING, text=text, level=level)
        found.append(block)
    return found, told


def is_like_heading(block: TextBlock, *, is_large: bool) -> bool:
    """Whether a paragraph is set as headings are: alone, short, and bold, large or in capitals."""
    if block.kind is not BlockKind.PARAGRAPH or block.pictures or not block.plain:
        return False
    words = block.plain.split()
    if len(words) > MOST_WORDS or block.plain.endswith(ENDINGS) or "[^" in block.text[:2]:
        return False
    if numbered(block.plain, FIGURES) or numbered(block.plain, TABLES) or "caption" in block.style:
        return False
    letters = sum(letter.isalpha() for letter in block.plain)
    in_capitals = block.plain.isupper() and letters > 5 and len(words) <= MOST_CAPITALS
    return block.is_bold or is_large or in_capitals


def levelled(blocks: Sequence[TextBlock], path: Path) -> tuple[list[TextBlock], list[Diagnostic]]:
    """The blocks with levels of headings that begin at 2 and skip none."""
    found: list[TextBlock] = []
    above: list[int] = []
    """The levels as typed of the headings that the current one lies below."""
    moved = 0
    top = min((block.level for block in blocks if block.kind is BlockKind.HEADING), default=1)
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            level = min(HIGHEST + len(above) - 1, LOWEST)
            moved += level - HIGHEST != block.level - top
            block = replace(block, level=level)
        found.append(block)
    told = (
        [changed(path, f"the levels of headings are closed up ({moved}), so that none is skipped")]
        if moved
        else []
    )
    return found, told
