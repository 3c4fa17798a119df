"""Take the abstract, the key points and the keywords out of a text, by their labels.

In:  the blocks of a text.
Out: the facts, and the blocks without the parts that they are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.import_problems import guessed, quoted
from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.part_labels import labelled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.word_import.opening import FrontFacts

TEXTS = (BlockKind.HEADING, BlockKind.PARAGRAPH)


def take_labelled_parts(blocks: Sequence[TextBlock], facts: FrontFacts, path: Path) -> list[TextBlock]:
    """Take the abstract, key points and keywords, each below a heading or behind a label."""
    left: list[TextBlock] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        kind, end = labelled(block.plain) if block.kind in TEXTS else ("", 0)
        is_alone = bool(kind) and not block.plain[end:].strip(" .:")
        if kind and is_alone and (block.kind is BlockKind.HEADING or len(block.plain) < 40):
            taken = _below(blocks, place + 1, kind)
            if taken and _take_part(kind, taken, facts):
                facts.gone.append(block.plain)
                message = f"the part “{block.plain}” is taken for the {kind.replace('_', ' ')}"
                facts.told.append(guessed(path, message, block.number))
                place += 1 + len(taken)
                continue
        elif kind and block.kind is BlockKind.PARAGRAPH:
            rest = replace(block, text=_behind(block.text, end), plain=block.plain[end:])
            if _take_part(kind, [rest], facts):
                facts.gone.append(block.plain[:end])
                part = kind.replace("_", " ")
                message = f"a paragraph is taken for the {part}, by its label: {quoted(block.plain)}"
                facts.told.append(guessed(path, message, block.number))
                place += 1
                continue
        left.append(block)
        place += 1
    return left


def _below(blocks: Sequence[TextBlock], place: int, kind: str) -> list[TextBlock]:
    """What lies below a heading: a list of key points, a line of keywords, the paragraphs of an abstract."""
    found: list[TextBlock] = []
    for block in blocks[place:]:
        if block.kind is BlockKind.LIST and kind == "key_points":
            return [*found, block] if not found else []
        if block.kind is not BlockKind.PARAGRAPH or block.pictures or labelled(block.plain)[0]:
            break
        found.append(block)
        if kind == "keywords":
            break
    return found if kind != "key_points" else []


def _take_part(kind: str, blocks: list[TextBlock], facts: FrontFacts) -> bool:
    """Whether the blocks became the part; a second one of a kind stays in the text."""
    if kind == "abstract" and not facts.abstract:
        facts.abstract += [block.text for block in blocks]
    elif kind == "key_points" and not facts.key_points and blocks[0].items:
        facts.key_points += blocks[0].items
    elif kind == "keywords" and not facts.keywords:
        parts = re.split(r"\s*[;,•·]\s*", blocks[0].plain.strip(" ."))
        facts.keywords += [part for part in parts if part]
    else:
        return False
    return True


def _behind(text: str, end: int) -> str:
    """Markdown without its first letters, with marks of emphasis that are left open taken out."""
    count = 0
    for place, sign in enumerate(text):
        if count == end:
            rest = text[place:]
            break
        count += sign not in "*\\"
    else:
        rest = ""
    for mark in ("**", "*"):
        rest = rest.removeprefix(mark).lstrip() if rest.count(mark) % 2 else rest
    return rest
