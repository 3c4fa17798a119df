"""Which way each letter of a paragraph runs.

In:  a paragraph's line box, as WeasyPrint has it before it is broken into lines.
Out: its text in one piece with the embedding level of each letter (Unicode Standard Annex 9): even where it
     runs from left to right, odd from right to left.

Levels are those of a whole paragraph, over all boxes in it; Pango, asked box by box, would know nothing of
what stands beside a box. The mark of a note is kept apart from the words before it, and so is what a style
says is (`--bidi: isolate`): a full stop between a Latin name and a mark stays where the sentence ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import create_layout

from issuebrief.layout.boxes.fragments import class_names
from issuebrief.layout.paragraphs.inline_items import ATOM, BREAK
from issuebrief.layout.styles.custom_properties import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BoxStyle, LayoutBox

CONNECTED = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u0600-\u07bf\u0840-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010d00-\U00010d3f\U0001e900-\U0001e95f]"
)
"""Letters of scripts in which they join, and points that stand at their letters: they cannot be set apart."""
LEFTWARD, RIGHTWARD = frozenset(("R", "AL")), frozenset("L")
"""Kinds of letters that run from right to left and from left to right."""
ISOLATES = {"ltr": "\u2066", "rtl": "\u2067", "auto": "\u2068"}
END = "\u2069"


@dataclass(frozen=True, slots=True)
class TextLevels:
    """A paragraph's text, the level of each letter, and that of the paragraph, 0 or 1."""

    text: str
    levels: bytes
    base: int

    @property
    def are_connected(self) -> bool:
        """Whether any of the letters join, or have points at them."""
        return CONNECTED.search(self.text) is not None

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """From where to where letters of one level go between two places, and the level, in their order."""
        while start < end:
            level, stop = self.levels[start], start + 1
            while stop < end and self.levels[stop] == level:
                stop += 1
            yield start, stop, level
            start = stop


def text_levels(linebox: LayoutBox) -> TextLevels:
    """The levels of a paragraph."""
    is_rtl = linebox.style["direction"] == "rtl"
    parts = _foreign_isolated(list(_parts(linebox)), is_rtl)
    whole = "".join(text for text, _ in parts)
    known = _levels(whole, linebox.style, int(is_rtl))
    levels, at = bytearray(), 0
    for text, is_typed in parts:
        if is_typed:
            levels += known[at : at + len(text)]
        at += len(text)
    return TextLevels("".join(text for text, is_typed in parts if is_typed), bytes(levels), int(is_rtl))


def directed(style: BoxStyle, level: int) -> BoxStyle:
    """A style for letters of a level: the same, or one like it that runs the other way."""
    direction = "rtl" if level % 2 else "ltr"
    if style["direction"] == direction:
        return style
    known: dict[str, BoxStyle] = style.__dict__.setdefault("turned_styles", {})
    if direction not in known:
        turned = style.copy()
        turned["direction"] = direction
        known[direction] = turned
    return known[direction]


def _parts(box: LayoutBox) -> Iterator[tuple[str, bool]]:
    """The text of a line piece by piece, with marks around what is isolated, and whether a piece is typed."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child.text, True
        elif not child.is_in_normal_flow():
            continue
        elif isinstance(child, boxes.InlineBox):
            mark = _isolate(child, box.style["direction"])
            if mark:
                yield mark, False
            yield from _parts(child)
            if mark:
                yield END, False
        else:
            yield ATOM, True


def _foreign_isolated(parts: list[tuple[str, bool]], is_rtl: bool) -> list[tuple[str, bool]]:
    """The parts with marks around them where all letters run the other way than the paragraph does.

    Else the full stop at the end of a note in another language would stand before its last line. The number
    before it stays outside.
    """
    kinds = {bidirectional(letter) for text, _ in parts for letter in text}
    own, other = (RIGHTWARD, LEFTWARD) if not is_rtl else (LEFTWARD, RIGHTWARD)
    if kinds & own or not kinds & other:
        return parts
    words = next(at for at, (text, _) in enumerate(parts) if text.strip(f" {ATOM}"))
    mark = ISOLATES["ltr" if is_rtl else "rtl"]
    return [*parts[:words], (mark, False), *parts[words:], (END, False)]


def _isolate(box: LayoutBox, around: str) -> str:
    """The mark that keeps an inline box apart from the text around it, which runs that way, if any does."""
    if box.element is None or box.element_tag != box.element.tag:
        return ""
    if "note-mark" in class_names(box.element):
        return ISOLATES[around]
    if (given := box.element.get("dir", "auto" if box.element_tag == "bdi" else "")) in ISOLATES:
        return ISOLATES[given]
    parent = box.style.parent_style
    if word(box.style, "__bidi") == "isolate" and parent is not None and word(parent, "__bidi") != "isolate":
        return ISOLATES[box.style["direction"]]
    return ""


def _levels(text: str, style: BoxStyle, base: int) -> bytes:
    """The level of each letter, paragraph by paragraph, as Pango has them."""
    found = bytearray()
    for line in text.split(BREAK):
        levels = bytearray([base]) * len(line.encode())
        if line:
            layout = create_layout(line, style, None, None, 0)  # what it says lives as long as it does
            run = layout.get_first_line()[0].runs[0]
            while run != ffi.NULL:
                item, run = run.data.item, run.next
                # Pango's own level is the first byte of what WeasyPrint takes for an integer.
                level = bytes(ffi.buffer(ffi.addressof(item.analysis, "level"), 1))
                levels[item.offset : item.offset + item.length] = level * item.length
        at = 0
        for letter in line:
            found.append(levels[at])
            at += len(letter.encode())
        found.append(base)
    return bytes(found[:-1])
