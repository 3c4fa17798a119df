"""Source lines: which line of the file each block of the text came from.

In:  the manuscript, then the trees that its Markdown became.
Out: cuts that put a stand-in before the first word of each block, carried through Python-Markdown;
     and, with the stand-ins taken out again, the line as `data-line` on the blocks of the tree.

A stand-in ends in a space, so that what follows it is read as at the beginning of a line. Lines that say
how others are to be read (rules, underlines, attribute lists, link definitions) get none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.fences import LINE as FENCE
from issuebrief.markdown_body.source.fences import find_fences
from issuebrief.markdown_body.source.html_tree import BLOCKS, VERBATIM, Element, Text, names
from issuebrief.markdown_body.source.markdown_source import MASK, Substitution
from issuebrief.markdown_body.source.placeholders import CLOSE, OPEN, stand_in

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

LINE = "data-line"
"""The attribute: a line of the file, counted from 1, front matter included."""

KIND = "l"
PATTERN = re.compile(f"{OPEN}{KIND}(\\d+){CLOSE} ?")
LINED = BLOCKS - names("ul ol dl menu thead tbody tfoot td th main header footer hr") | {"pre"}
RAW = BLOCKS | VERBATIM | names("body canvas form frameset head html iframe math noscript object title video")

MARKERS = re.compile(r"[ \t]*(?P<items>(?:(?:>|[-*+][ \t]|\d+[.)][ \t]|:[ \t])[ \t]*)*)(?:#{1,6}[ \t]*)?")
ANYWHERE = re.compile(r"#| {0,3}:[ \t]")
QUOTE = re.compile(r" {0,3}>")
ROW = re.compile(r" {0,3}\|[ \t]*")
SEPARATOR = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
TAG = re.compile(r"[ \t]*</?([a-zA-Z][\w-]*)")
TAGS = re.compile(r" {0,3}(?:<[a-zA-Z][^<>]*>[ \t]*)+(?=[^\s<])")
NO_TEXT = re.compile(r"[-_*=+|:#~`\s]+(?:<|$)|$")
INDENTED = re.compile(r"[ \t>]{4}|\t")
SILENT = re.compile(r"[ \t]*(?:\{|\||\*\[|\[[^\[\]]*\]:|<[!?]|!!!)")
ENDS_BLOCK = re.compile(
    r" {0,3}(?:#{1,6}|:{3,}[^\n]*$)|(?:[-\s]*|[_\s]*|[*\s]*|[=\s]*|[>\s]*)$| {0,3}\{[^{}]*\}\s*$"
)


def find_lines(manuscript: MarkdownSource) -> list[Substitution]:
    """Cuts that put a stand-in where a block may begin; none changes how the Markdown is read."""
    cuts = []
    state = _ReadingState()
    code = _code(manuscript.text)
    for (start, masked), (_, following) in pairwise([*manuscript.lines(), (0, "")]):
        line = manuscript.text[start : start + len(masked)]
        if start in code:
            offset, state = code[start], _ReadingState()
        else:
            state = state.entering(line, following)
            offset = _offset(line, masked, state)
            state = state.leaving(line, masked)
        if offset >= 0:
            at, number = start + offset, manuscript.place(start).line
            cuts.append(Substitution(at, at, stand_in(KIND, number) + " "))
    return cuts


@dataclass(frozen=True, slots=True)
class _ReadingState:
    """What is known of a line before it is read: whether a block begins there, and what it is part of."""

    begins: bool = True
    in_quote: bool = False
    in_list: bool = False
    in_table: bool = False

    def entering(self, line: str, following: str) -> _ReadingState:
        """The same, with what the line itself says, and the one below it."""
        quote = bool(QUOTE.match(line))
        below_table = self.in_table and "|" not in line
        begins = self.begins or below_table or (quote and not self.in_quote) or bool(ANYWHERE.match(line))
        items = MARKERS.match(line)
        in_list = bool(items and items["items"].strip(" \t>")) if begins else self.in_list
        in_table = "|" in line and (self.in_table or bool(SEPARATOR.match(following)))
        return _ReadingState(begins, quote or (self.in_quote and not begins), in_list, in_table)

    def leaving(self, line: str, masked: str) -> _ReadingState:
        """What the line says of the one below it."""
        goes_on = masked.endswith(MASK) or (line.endswith("  ") and line.strip())
        begins = not goes_on and bool(ENDS_BLOCK.match(line))
        return replace(self, begins=begins)


def _code(text: str) -> dict[int, int]:
    """The lines of fenced code by their beginnings: 0 for the first in each fence, below 0 for others.

    In elements that are to be read as Markdown, what looks like a fence is now and then none.
    """
    found: dict[int, int] = {}
    sure = "markdown=" not in text
    for fence in find_fences(text):
        ends = (match.end() for match in re.finditer("\n", text[fence.start : fence.end]))
        found |= dict.fromkeys([fence.start, *(fence.start + end for end in ends)], -1)
        # A fence right below a fence may yet open code of its own.
        holds_text = fence.text < fence.text_end and not FENCE.match(text, fence.text)
        if sure and not fence.prefix and holds_text:
            found[fence.text] = 0
    return found


def _offset(line: str, masked: str, state: _ReadingState) -> int:
    """Where in a line the text of a block begins; below 0 where none does."""
    if (tag := TAG.match(line)) and tag[1].lower() in RAW:
        tags = TAGS.match(line)
        offset, begins = (tags.end() if tags else len(line)), True
    else:
        markers = (state.in_table and ROW.match(line)) or MARKERS.match(line)
        offset = markers.end() if markers else 0
        begins = state.begins or ((state.in_list or state.in_table) and bool(line[:offset].strip()))
    rest = line[offset:]
    is_code = INDENTED.match(line) and not masked.strip(f" \t{MASK}") and not rest.startswith("<")
    blotted = MASK in masked[: offset + 1] and not is_code
    if not begins or NO_TEXT.match(rest) or SILENT.match(rest) or blotted:
        return -1
    inner = TAG.match(rest)
    return -1 if inner and inner[1].lower() in RAW else offset


def take_lines(root: Element) -> None:
    """Take the stand-ins out, and note on each block the first line that stands in it.

    A `data-line` that the author wrote is not ours, and goes; so does the mark of Markdown in HTML.
    """
    _take(root, [])


def _take(parent: Element, around: list[Element]) -> None:
    for name in [name for name in parent.attributes if name in (LINE, "markdown")]:
        del parent.attributes[name]
    for name, value in parent.attributes.items():
        if value and OPEN in value:
            parent.attributes[name] = PATTERN.sub("", value)
    if parent.tag in LINED:
        around = [*around, parent]
    for child in parent.children:
        if isinstance(child, Element):
            _take(child, around)
        elif OPEN in child.value:
            for number in PATTERN.findall(child.value):
                for block in around:
                    block.attributes.setdefault(LINE, number)
            # Code that ended here lost the white at its end before the stand-in was gone.
            last = parent.tag == "code" and child.value.endswith(CLOSE)
            child.value = PATTERN.sub("", child.value)
            if last:
                child.value = child.value.rstrip()
    parent.children = [child for child in parent.children if not isinstance(child, Text) or child.value]


def line_of(element: Element) -> int:
    """The line of the file that a block came from; 0 where that is not known."""
    return int(element.attributes.get(LINE) or 0)


def same_line(*elements: Element) -> dict[str, str | None]:
    """The attribute for what is made of some blocks: the line of the first of them that has one."""
    first = next((element for element in elements if LINE in element.attributes), None)
    return {LINE: first.attributes[LINE]} if first else {}
