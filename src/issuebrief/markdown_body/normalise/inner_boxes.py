"""Boxes in an item of a list or in a quotation, written as quotations with a name.

In:  the manuscript as it was typed.
Out: cuts that make `> [!NOTE]` of the fences `::: note` and of `!!! note` there, the only form of a box that
     Python-Markdown reads inside another block. Fences that are not closed are left as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.blocks.box_openings import BoxOpening, kind_of, opening_of
from issuebrief.markdown_body.source.containers import TAB, held_lines, parted
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

    Lines = Sequence[tuple[int, str]]

FENCE = re.compile(r":{3,}[ \t]*[^\s:]")
END = re.compile(r":{3,}[ \t]*")
INDENTED = re.compile(r"!!![ \t]+(?P<name>[A-Za-z][\w-]*)(?:[ \t]+\"(?P<title>[^\"]*)\")?[ \t]*")
STEP = re.compile(r" {4}|\t")


def inner_boxes(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """The cuts for all of them outside code, in the order of the text."""
    if ":::" not in manuscript.masked and "!!!" not in manuscript.masked:
        return
    lines = list(manuscript.lines())
    held = held_lines([line for _, line in lines])
    number, behind = 0, -1
    unclosed: dict[str, int] = {}
    while number < len(lines):
        edge, text = parted(lines[number][1])
        cuts: list[Substitution] = []
        if held[number] and FENCE.match(text) and number >= unclosed.get(edge, 0):
            cuts = _fenced(lines, number, unclosed)
        elif held[number] and text.startswith("!!!"):
            cuts = _indented(lines, number)
        if cuts and behind >= 0 and not any(line.strip(" \t>") for _, line in lines[behind:number]):
            # Two quotations would be one.
            start = lines[number][0]
            yield Substitution(start, start, f"{edge}<!-- -->\n")
        yield from cuts
        number += len(cuts) or 1
        behind = number if cuts else behind


def _fenced(lines: Lines, number: int, unclosed: dict[str, int]) -> list[Substitution]:
    """One cut for each line of a box between fences; none where it does not end.

    It is noted in `unclosed`, by the edge of its lines, up to which line none that begins there ends either.
    """
    start, line = lines[number]
    edge, text = parted(line)
    opening = opening_of(text)
    if not kind_of(opening.name):
        return []
    cuts = [_named(start, line, edge, opening)]
    for below in range(number + 1, len(lines)):
        start, line = lines[below]
        if not _belongs(line, edge):
            unclosed[edge] = below
            return []
        own, text = parted(line)
        if END.fullmatch(text):
            return [*cuts, Substitution(start, start + len(line), edge.rstrip())]
        width = min(len(own), len(edge))
        cuts.append(Substitution(start, start + width, f"{edge}> "))
    unclosed[edge] = len(lines)
    return []


def _indented(lines: Lines, number: int) -> list[Substitution]:
    """One cut for each line of a box whose text is indented."""
    start, line = lines[number]
    edge, text = parted(line)
    found = INDENTED.fullmatch(text)
    if not found or not kind_of(found["name"]):
        return []
    cuts = [_named(start, line, edge, BoxOpening(found["name"], found["title"] or "", ""))]
    for below in range(number + 1, len(lines)):
        start, line = lines[below]
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
    return not line.strip() or len(parted(line)[0].expandtabs(TAB)) >= len(edge.expandtabs(TAB))
