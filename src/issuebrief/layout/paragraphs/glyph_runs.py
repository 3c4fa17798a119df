"""The glyphs that Pango chose for a text, kept for drawing.

In:  the first line of a Pango layout, and the text that it was made of.
Out: by letter, widths and glyphs, for breaking lines; and a `GlyphRun`, from which any piece of the text can
     be drawn without shaping it again.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import BoxStyle, TextLayout

SPACE = " "
EMPTY = int(pango.PANGO_GLYPH_EMPTY)
"""The number of a glyph that shows nothing."""


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs in one font, from left to right on one line: what a text is drawn with.

    By glyph: its number in the font, its advance in Pango's units, and the letter of the text at which its
    cluster begins. `font` is a `PangoFont *`, which lives as long as
    `owner` does, a layout of a space in it.
    """

    glyphs: array[int]
    advances: array[int]
    letters: array[int]
    font: Any
    owner: TextLayout

    def piece(self, start: int, end: int) -> GlyphRun:
        """The glyphs of the letters `start` to `end`; each must begin a cluster or be the text's end."""
        first, last = bisect_left(self.letters, start), bisect_left(self.letters, end)
        letters = array("i", [letter - start for letter in self.letters[first:last]])
        return GlyphRun(self.glyphs[first:last], self.advances[first:last], letters, self.font, self.owner)

    def followed_by(self, other: GlyphRun, letters: int) -> GlyphRun:
        """The glyphs with others behind them, before which there are so many letters."""
        return GlyphRun(
            self.glyphs + other.glyphs,
            self.advances + other.advances,
            self.letters + array("i", [letter + letters for letter in other.letters]),
            self.font,
            self.owner,
        )


class ShapedLayout(Layout):  # type: ignore[misc]
    """A layout, as WeasyPrint keeps one between laying out and drawing, with the glyphs of its text.

    Pango's objects are made when they are asked for, which drawing does where the glyphs will not do.
    """

    run: GlyphRun | None = None

    def reactivate(self, style: BoxStyle) -> None:
        """Note that the layout is wanted again."""
        self.style = style

    def deactivate(self) -> None:
        """Let go of what was made."""
        for name in ("layout", "language", "style"):
            self.__dict__.pop(name, None)

    def __getattr__(self, name: str) -> Any:
        """Pango's layout, at the first time that it is asked for."""
        if name not in ("layout", "language") or "style" not in self.__dict__:
            raise AttributeError(name)
        super().reactivate(self.style)
        return self.__dict__[name]


def asleep(layout: TextLayout, text: str, run: GlyphRun | None = None) -> ShapedLayout:
    """A layout for the text as `Layout.deactivate` leaves one: all of `layout` but Pango's objects."""
    copy: ShapedLayout = ShapedLayout.__new__(ShapedLayout)
    copy.__dict__.update(layout.__dict__)
    copy.deactivate()
    copy.text, copy.run = text, run
    return copy


def space_after(layout: TextLayout) -> TextLayout | None:
    """A space in the font of a layout, or None where that has no glyphs of its own."""
    run = layout.run if isinstance(layout, ShapedLayout) else None
    if run is None:
        return None
    items = shaped_items(run.owner.get_first_line()[0])
    return asleep(run.owner, SPACE, glyph_run(SPACE, items, run.owner))


class ShapedItem(NamedTuple):
    """What Pango shaped in one go: where its text begins, in bytes, and by glyph what it says of it."""

    offset: int
    leftward: bool
    font: Any
    glyphs: array[int]
    advances: array[int]
    shifted: bool
    clusters: array[int]


def shaped_items(first_line: Any) -> list[ShapedItem]:
    """The items of a line. A glyph is read as the integers that `PangoGlyphInfo` begins with."""
    found: list[ShapedItem] = []
    run = first_line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        string = item.glyphs
        count = string.num_glyphs
        if not count:
            continue
        size = ffi.sizeof(string.glyphs[0])
        infos = array("i", bytes(ffi.buffer(string.glyphs, count * size)))
        clusters = array("i", bytes(ffi.buffer(string.log_clusters, count * infos.itemsize)))
        step = size // infos.itemsize
        shifted = any(infos[2::step]) or any(infos[3::step])
        analysis = item.item.analysis
        leftward = bool(analysis.level % 2)
        found.append(
            ShapedItem(
                item.item.offset, leftward, analysis.font, infos[::step], infos[1::step], shifted, clusters
            )
        )
    return found


def _by_cluster(items: Sequence[ShapedItem]) -> dict[int, tuple[int, int]]:
    """By its first byte, each cluster's width in Pango's units and its glyphs that show something."""
    found: dict[int, tuple[int, int]] = {}
    for item in items:
        for glyph, width, start in zip(item.glyphs, item.advances, item.clusters, strict=True):
            place = item.offset + start
            known = found.get(place)
            shown = glyph != EMPTY
            found[place] = (known[0] + width, known[1] + shown) if known else (width, shown)
    return found


def count_glyphs(items: Sequence[ShapedItem]) -> int:
    """The glyphs that a line is drawn with; a ligature is one, what shows nothing is none."""
    return sum(len(item.glyphs) - item.glyphs.count(EMPTY) for item in items)


def glyph_run(text: str, items: Sequence[ShapedItem], owner: TextLayout) -> GlyphRun | None:
    """The glyphs of a line, or None where more than numbers and advances tells how they are drawn.

    That is so of several fonts, of letters that run to the left, of marks that are moved to their letters,
    and of characters that no font has.
    """
    if len({item.font for item in items}) != 1:
        return None
    glyphs, advances, letters = array("i"), array("i"), array("i")
    letter_at = _letters_by_byte(text)
    for item in items:
        if item.leftward or item.shifted or any(_is_unknown(glyph) for glyph in item.glyphs):
            return None
        glyphs += item.glyphs
        advances += item.advances
        letters.extend(letter_at[item.offset + start] for start in item.clusters)
    return GlyphRun(glyphs, advances, letters, items[0].font, owner)


def _is_unknown(glyph: int) -> bool:
    """Whether a glyph stands for a character that the font lacks."""
    return bool(glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG) and glyph != EMPTY


def _letters_by_byte(text: str) -> range | dict[int, int]:
    """The index of the letter that begins at each byte of a text."""
    if text.isascii():
        return range(len(text))
    found, byte = {}, 0
    for index, letter in enumerate(text):
        found[byte] = index
        byte += 1 if letter < "\x80" else len(letter.encode())
    return found


class LetterWidths(NamedTuple):
    """By letter: its width in px, its glyphs, and whether it begins a cluster.

    A ligature's width is shared by its letters, its glyph counted with the first of them.
    """

    widths: array[float]
    glyphs: bytes
    begins: bytes


def letter_widths(text: str, items: Sequence[ShapedItem]) -> LetterWidths:
    """The letters of a text from what Pango made of it."""
    widths: array[float] = array("d", bytes(8 * len(text)))
    glyphs, begins = bytearray(len(text)), bytearray(len(text))
    clusters = _by_cluster(items)
    byte = owner = 0
    for index, letter in enumerate(text):
        cluster = clusters.get(byte)
        if cluster is not None:
            widths[index], glyphs[index], begins[index] = cluster[0] * FROM_UNITS, cluster[1], 1
            owner = index
        elif letter.isalpha() and text[owner].isalpha():
            share = widths[owner] * (index - owner) / (index - owner + 1)
            widths[owner : index + 1] = array("d", [share] * (index - owner + 1))
        byte += 1 if letter < "\x80" else len(letter.encode())
    return LetterWidths(widths, bytes(glyphs), bytes(begins))
