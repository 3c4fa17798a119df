"""A brief's text as blocks that can be told apart: paragraphs, tables, boxes; and its notes by their names.

In:  the text of a `brief.md`.
Out: a `PartedText`: front matter, blocks with the white space behind each, and notes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from issuebrief.compare.likeness import Sketch

FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,}|:{3,})")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NOTE_NAME = re.compile(r"\[\^([^\]\s]+)\]")
DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:")
ATTRIBUTES = re.compile(r"\{[#.][^{}]*\}")
FRONT = re.compile(r"\A(---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)\s*)", re.DOTALL)


@dataclass(slots=True)
class PartedText:
    """A text in parts: joined, they are the text again.

    `gaps` are what stands behind each block. `notes` are the places of notes by their names.
    """

    front: str
    blocks: list[str]
    gaps: list[str]
    notes: dict[str, int]


def parted(text: str) -> PartedText:
    """The text in parts; what is fenced stays whole, and so does a note of several paragraphs."""
    found = FRONT.match(text)
    front = found[1] if found else ""
    made = PartedText(front, [], [], {})
    for block, gap in _blocks(text[len(front) :]):
        name = DEFINITION.match(block)
        if block[:1] in " \t" and made.blocks and DEFINITION.match(made.blocks[-1]):
            made.blocks[-1] += made.gaps[-1] + block
            made.gaps[-1] = gap
            continue
        if name:
            made.notes[name[1]] = len(made.blocks)
        made.blocks.append(block)
        made.gaps.append(gap)
    return made


def _blocks(body: str) -> list[tuple[str, str]]:
    """Blocks, each with the empty lines behind it."""
    found: list[tuple[str, str]] = []
    lines: list[str] = []
    blank: list[str] = []
    fence = ""
    for line in body.splitlines(keepends=True):
        opening = FENCE.match(line)
        if (opening and not fence and not opening[1].startswith(":" * 3)) or (
            opening and not fence and line.strip() != opening[1]
        ):
            fence = opening[1]
        elif opening and fence and opening[1].startswith(fence) and line.strip() == opening[1]:
            fence = ""
        if line.strip() or fence:
            if blank and lines:
                found.append(_closed(lines, blank))
                lines, blank = [], []
            lines += [*blank, line]
            blank = []
        else:
            blank.append(line)
    if lines:
        found.append(_closed(lines, blank))
    return found


def _closed(lines: list[str], blank: list[str]) -> tuple[str, str]:
    text = "".join(lines)
    block = text.rstrip("\n")
    return block, text[len(block) :] + "".join(blank)


def sketch_of(block: str) -> Sketch:
    """What blocks are paired by: their words, without names of notes and attributes."""
    plain = ATTRIBUTES.sub("", NOTE_NAME.sub("", block))
    words = Counter(word.casefold() for word in WORD.findall(plain))
    return Sketch(" ".join(WORD.findall(plain)) or block, words, "text")
