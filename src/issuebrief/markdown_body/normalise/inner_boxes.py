"""Boxes in an item of a list or in a quotation, written as quotations with a name.

In:  the manuscript as it was typed.
Out: cuts that make `> [!NOTE]` of the fences `::: note` and of `!!! note` there, the only form of a box that
     Python-Markdown reads inside another block. Fences that are not closed are left as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.blocks.boxes import BoxOpening, kind_of, opening_of
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.markdown_body.tables.inner_grids import is_held

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

    Lines = Sequence[tuple[int, str]]

CONTAINER = re.compile(r"(?:[ \t]*>)*[ \t]*")
"""What stands before the lines of a block in an item or a quotation."""
FENCE = re.compile(r":{3,}[ \t]*[^\s:]")
END = re.compile(r":{3,}[ \t]*")
INDENTED = re.compile(r"!!![ \t]+(?P<name>[A-Za-z][\w-]*)(?:[ \t]+\"(?P<title>[^\"]*)\")?[ \t]*")
STEP = re.compile(r" {4}|\t")


def inner_boxes(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """The cuts for all of them outside code, in the order of the text."""
    if ":::" not in manuscript.masked and "!!!" not in manuscript.masked:
        return
    lines = list(manuscript.lines())
    number, behind = 0, -1
    while number < len(lines):
        edge, text = _parted(lines[number][1])
        cuts: list[Substitution] = []
        if text.startswith((":::", "!!!")) and is_held(lines, number, edge):
            cuts = _fenced(lines, number) if FENCE.match(text) else _indented(lines, number)
        if cuts and behind >= 0 and not any(line.strip(" \t>") for _, line in lines[behind:number]):
            # Two quotations would be one.
            start = lines[number][0]
            yield Substitution(start, start, f"{edge}<!-- -->\n")
        yield from cuts
        number += len(cuts) or 1
        behind = number if cuts else behind


def _parted(line: str) -> tuple[str, str]:
    """What a line begins with, and its own text."""
    found = CONTAINER.match(line)
    end = found.end() if found else 0
    return line[:end], line[end:]


def _fenced(lines: Lines, number: int) -> list[Substitution]:
    """One cut for each line of a box between fences; none where it does not end."""
    start, line = lines[number]
    edge, text = _parted(line)
    opening = opening_of(text)
    if not kind_of(opening.name):
        return []
    cuts = [_named(start, line, edge, opening)]
    for start, line in lines[number + 1 :]:
        if not _belongs(line, edge):
            return []
        own, text = _parted(line)
        if END.fullmatch(text):
            return [*cuts, Substitution(start, start + len(line), edge.rstrip())]
        width = min(len(own), len(edge))
        cuts.append(Substitution(start, start + width, f"{edge}> "))
    return []


def _indented(lines: Lines, number: int) -> list[Substitution]:
    """One cut for each line of a box whose text is indented."""
    start, line = lines[number]
    edge, text = _parted(line)
    found = INDENTED.fullmatch(text)
    if not found or not kind_of(found["name"]):
        return []
    cuts = [_named(start, line, edge, BoxOpening(found["name"], found["title"] or "", ""))]
    for start, line in lines[number + 1 :]:
        inner = STEP.match(line, min(len(edge), len(line)))
        if not _belongs(line, edge) or (line.strip(" \t>") and not inner):
            break
        cuts.append(Substitution(start, inner.end() + start if inner else start + len(line), f"{edge}> "))
    while not lines[number + len(cuts) - 1][1].strip(" \t>"):
        cuts.pop()
    return cuts if len(cuts) > 1 else []


def _named(start: int, line: str, edge: str, opening: BoxOpening) -> Substitution:
    """The cut that names the box, with an empty line above it."""
    name = f"{edge.rstrip()}\n{edge}> [!{opening.name}] {opening.title}".rstrip()
    return Substitution(start, start + len(line), name)


def _belongs(line: str, edge: str) -> bool:
    """Whether a line stands in the block whose lines begin with an edge."""
    if ">" in edge:
        return line.count(">", 0, len(edge) + 1) >= edge.count(">")
    return not line.strip() or len(_parted(line)[0].expandtabs(4)) >= len(edge.expandtabs(4))
