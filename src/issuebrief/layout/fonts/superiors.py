"""Superiors and inferiors that a face does not have, made of its letters.

In:  the boxes of a document before they are laid out, in which `font-variant-position` asks for
     superiors or inferiors: note marks, `sup`, `sub`.
Out: the same boxes. Where the face has no superior (inferior) of some letter of an element, all of
     the element is set in smaller letters that are raised (lowered) instead, so that no two kinds stand
     side by side; the same where one element stands in another, as in an exponent's exponent.

`--script-size`, `--superior-rise` and `--inferior-drop` say how small and how far, in em of the text.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import create_layout

from issuebrief.layout.styles.custom_properties import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BoxStyle, LayoutBox

SIZE, RISE, DROP = 0.62, 0.34, 0.15
"""What the three are where a theme does not say, in em."""
LEAST = 1.0
"""Letters are made no smaller, in px, however deep they stand in one another."""

POSITION = "font_variant_position"
WITHOUT_SHAPE = ("Cf", "Cc", "Zs")
"""The categories of characters of which there are no superiors: spaces, joiners."""


class Superiors:
    """Looks faces' superiors and inferiors up, each character of each face once."""

    def __init__(self) -> None:
        self._had: dict[tuple[object, ...], bool] = {}

    def make(self, box: LayoutBox) -> None:
        """Make what is missing in a box and in all that it holds."""
        for child in getattr(box, "children", ()):
            if isinstance(child, boxes.InlineBox) and child.style[POSITION] != "normal":
                if not self._are_all_had(child):
                    _make(child, box.style, 1.0)
            else:
                self.make(child)

    def _are_all_had(self, box: LayoutBox) -> bool:
        """Whether the face has the superiors of all letters, none of which is a superior's superior."""
        inner = list(_inner(box))
        if any(map(_is_script, inner)):
            return False
        texts = (each for each in inner if isinstance(each, boxes.TextBox))
        return all(self._has(text.style, letter) for text in texts for letter in set(text.text))

    def _has(self, style: BoxStyle, letter: str) -> bool:
        """Whether a letter is drawn with another glyph than elsewhere in the face."""
        if unicodedata.category(letter) in WITHOUT_SHAPE:
            return True
        look = (tuple(style["font_family"]), style["font_style"], style["font_weight"], style[POSITION])
        key = (id(style.font_config), *look, letter)
        if key not in self._had:
            plain = style.copy()
            plain[POSITION] = "normal"
            self._had[key] = glyphs(letter, style) != glyphs(letter, plain)
        return self._had[key]


def _is_script(box: LayoutBox) -> bool:
    """Whether a box is an element's own that is raised or lowered, and not text in it."""
    return isinstance(box, boxes.InlineBox) and box.element_tag in ("sub", "sup")


def _inner(box: LayoutBox) -> Iterator[LayoutBox]:
    """All boxes in a box."""
    for child in getattr(box, "children", ()):
        yield child
        yield from _inner(child)


def _make(box: LayoutBox, around: BoxStyle, scale: float) -> None:
    """Set a box and what it holds in smaller letters, and raise or lower it."""
    rise = number(around, "__superior_rise", RISE)
    if box.style[POSITION] == "sub":
        rise = -number(around, "__inferior_drop", DROP)
    scale *= number(around, "__script_size", SIZE)
    box.style = _smaller(box.style, scale)
    box.style["vertical_align"] = rise * around["font_size"]
    for child in getattr(box, "children", ()):
        _shrink(child, box.style, scale)


def _shrink(box: LayoutBox, around: BoxStyle, scale: float) -> None:
    if _is_script(box):
        _make(box, around, scale)
        return
    box.style = _smaller(box.style, scale)
    for child in getattr(box, "children", ()):
        _shrink(child, box.style, scale)


def _smaller(style: BoxStyle, scale: float) -> BoxStyle:
    """A style with smaller letters, which are no superiors of the face's own."""
    smaller = style.copy()
    smaller["font_size"] = max(smaller["font_size"] * scale, LEAST)
    smaller[POSITION] = "normal"
    smaller["font_variant_numeric"] = ("lining-nums",)  # figures of one height, as superiors are
    return smaller


def glyphs(letter: str, style: BoxStyle) -> list[int]:
    """The numbers of the glyphs that a letter is drawn with."""
    layout = create_layout(letter, style, None, None, 0)  # the line is good as long as this is there
    line, _ = layout.get_first_line()
    found, run = [], line.runs[0]
    while run != ffi.NULL:
        string, run = run.data.glyphs, run.next
        found += [string.glyphs[place].glyph for place in range(string.num_glyphs)]
    return found
