"""Composed text drawn from the glyphs that it was measured with.

In:  text boxes whose layout has a `GlyphRun`, while WeasyPrint draws them.
Out: the operators that show the glyphs, each at its place. Nothing is shaped again. Every other text is left
     to WeasyPrint: one in several fonts, with marks that are moved, with letters set apart by its style, or
     in a font of pictures.

An array that shows text (ISO 32000-1, 9.4.3) holds whole thousandths of an em. What is rounded away is
carried on to the next shift, so that no letter stands off its place by more than a thousandth.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.text.ffi import FROM_UNITS, pango

from issuebrief.engine.patches import DRAW_FIRST_LINE, replaced
from issuebrief.layout.paragraphs.glyph_runs import EMPTY, GlyphRun, ShapedLayout
from issuebrief.layout.paragraphs.line_spec import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import DrawnFont, DrawnStream, LayoutBox, Matrix

LEAST_SIZE = 1e-6
"""Letters smaller than that, in px, are not drawn; so WeasyPrint has it."""


@contextmanager
def glyphs_drawn_as_measured() -> Iterator[None]:
    """Draw composed text from its glyphs, while the block draws."""
    plain_draw = DRAW_FIRST_LINE.value

    def draw(
        stream: DrawnStream, textbox: LayoutBox, text_overflow: str, block_ellipsis: object, matrix: Matrix
    ) -> object:
        layout = textbox.pango_layout
        run = layout.run if isinstance(layout, ShapedLayout) else None
        if run is None or text_overflow == "ellipsis" or block_ellipsis != "none":
            return plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        if not textbox.text.strip() or textbox.style["font_size"] < LEAST_SIZE:
            return []
        font, size = stream.add_font(run.font)
        if font.bitmap or font.svg or font.png or font.colr:
            return plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        stream.set_text_matrix(*matrix.values)
        stream.set_font_size(font.hash, size)
        _note_new(stream, font, run, layout.text, size)
        stream.stream.append(_shown(run, layout.text, font.widths, size, layout.justification_spacing))
        return []

    with replaced(DRAW_FIRST_LINE, draw):
        yield


def _note_new(stream: DrawnStream, font: DrawnFont, run: GlyphRun, text: str, size: float) -> None:
    """Note what glyphs that are drawn for the first time stand for, and how wide they are."""
    for glyph in {*run.glyphs} - font.to_unicode.keys() - {EMPTY}:
        index = run.glyphs.index(glyph)
        begin = run.letters[index]
        end = next((letter for letter in run.letters[index + 1 :] if letter != begin), len(text))
        font.to_unicode[glyph] = text[begin:end]
    for glyph in {*run.glyphs} - font.widths.keys() - {EMPTY}:
        pango.pango_font_get_glyph_extents(run.font, glyph, stream.ink_rect, stream.logical_rect)
        font.widths[glyph] = round(stream.logical_rect.width * FROM_UNITS * 1000 / size)


def _shown(run: GlyphRun, text: str, widths: dict[int, int], size: float, space: float) -> bytes:
    """The operator that shows the glyphs; `space` is added to each space between words, in px."""
    scale, added = 1000 * FROM_UNITS / size, 1000 * space / size
    items, ahead = [], 0.0
    # How far the pen of the PDF is ahead of the place of the next glyph, in thousandths of an em.
    for glyph, advance, letter in zip(run.glyphs, run.advances, run.letters, strict=True):
        if glyph == EMPTY:
            ahead -= advance * scale
            continue
        items.append(f"{glyph:04x}")
        ahead += widths[glyph] - advance * scale
        if text[letter] in SPACES:
            ahead -= added
        if not -1 < ahead < 1:
            shift = round(ahead)
            items.append(f">{shift}<")
            ahead -= shift
    return f"[<{''.join(items)}>] TJ".replace("<>", "").encode()
