"""Texts measured one after the other, in every way that letters are set.

In:  texts and their styles.
Out: a `TextStyle` for each way to set letters, which many styles share, and from it each text's
     `MeasuredText`: the width of every letter and the glyphs it is drawn with. Setting a Pango layout up
     costs more than measuring with it, so each face's is kept for as long as the ruler is; and a text that
     was measured is not measured again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, pango
from weasyprint.text.line_break import create_layout, line_size, strut

from issuebrief.layout.paragraphs.glyph_runs import (
    GlyphRun,
    ShapedLayout,
    asleep,
    count_glyphs,
    glyph_run,
    letter_widths,
    shaped_items,
)
from issuebrief.layout.paragraphs.letters_of_any_script import widest_on_any_line

if TYPE_CHECKING:
    from array import array

    from issuebrief.engine.protocols import BoxStyle, TextLayout

MOST_LETTERS = 100_000
"""So many measured letters are remembered, before all are forgotten."""
TAIL = 4
"""The last letters of a piece of text that are measured again, without what followed them."""
TOLD_BY = (
    "font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_kerning",
    "font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric",
    "font_variant_alternates", "font_variant_east_asian", "font_feature_settings", "font_variation_settings",
    "font_language_override", "lang", "direction", "letter_spacing", "word_spacing", "line_height",
    "tab_size", "white_space", "overflow_wrap", "text_decoration_line",
)  # fmt: skip
"""The properties that a face is told by: all that WeasyPrint's `Layout` and `strut` read of a style."""


class MeasuredText(NamedTuple):
    """A measured text: by letter, its width in px and its glyphs; and what all its lines have in common.

    A ligature's width is shared by its letters, its glyph counted with the first of them. `begins` is 1
    for a letter that begins a cluster, 0 inside one. `even` says that its face's first font draws all of it;
    `run` has the glyphs to draw it with, where they say all.
    """

    widths: array[float]
    glyphs: bytes
    begins: bytes
    even: bool
    run: GlyphRun | None = None


class Tail(NamedTuple):
    """A text of a few letters: its width in px, how many glyphs it has, and which."""

    width: float
    glyphs: int
    run: GlyphRun | None


class Measured(NamedTuple):
    """A text's measures, and its layout as WeasyPrint keeps one between layout and drawing."""

    layout: ShapedLayout
    width: float
    height: float
    baseline: float
    glyphs: int


@dataclass(slots=True)
class TextStyle:
    """One way to set letters: `layout` measures with it; `style` is one of those that have it.

    `space` is a layout of a space, which stays as it is so that `font`, its first font, lives on; `height`
    and `baseline` are those of a line of it, `line_height` is the style's own, all in px; `spaced` says that
    the style sets letters or words apart itself.
    """

    style: BoxStyle
    layout: TextLayout
    space: TextLayout
    font: Any
    height: float
    baseline: float
    line_height: float
    spaced: bool
    texts: dict[str, MeasuredText] = field(default_factory=dict)
    tails: dict[str, Tail] = field(default_factory=dict)

    def laid_out(self, text: str) -> TextLayout:
        """A layout of the text, good until the next is asked for.

        WeasyPrint's spaces between words and letters add up in a layout that is used again.
        """
        if self.spaced:
            spaced: TextLayout = create_layout(text, self.style, None, None, 0)
            return spaced
        self.layout.set_text(text)
        return self.layout

    def letter_widths(self, text: str) -> array[float]:
        """How wide each letter of a text is that is set in one line by itself, in px."""
        # The line goes with its layout, which is new each time where a style sets letters apart.
        layout = self.laid_out(text)
        return letter_widths(text, shaped_items(layout.get_first_line()[0]))[0]


class TextMetrics:
    """Measures texts; it holds on to the styles that it has met."""

    def __init__(self) -> None:
        self._by_style: dict[int, tuple[TextStyle, BoxStyle]] = {}
        self._by_look: dict[tuple[object, ...], TextStyle] = {}
        self._letters = 0

    @property
    def faces(self) -> int:
        """How many ways to set letters were met."""
        return len(self._by_look)

    def face(self, style: BoxStyle) -> TextStyle:
        """The face of a style."""
        kept = self._by_style.get(id(style))
        if kept is None:
            parent = style.parent_style
            is_like = parent is not None and _is_like(style, parent)
            face = self.face(parent) if parent is not None and is_like else self._face_of(style)
            # The style is kept with its face, so that no other can take over its identity.
            kept = self._by_style[id(style)] = (face, style)
        return kept[0]

    def _face_of(self, style: BoxStyle) -> TextStyle:
        """The face of a style by all that tells it."""
        look = (id(style.font_config), *map(repr, map(style.__getitem__, TOLD_BY)))
        face = self._by_look.get(look)
        if face is None:
            face = self._by_look[look] = _new_face(style)
        return face

    def forget_styles(self) -> None:
        """Let go of the styles that were met, but for one of each face."""
        self._by_style.clear()

    def letters(self, text: str, style: BoxStyle) -> MeasuredText:
        """The letters of a text that is set in one line."""
        face = self.face(style)
        known = face.texts.get(text)
        if known is None:
            self._letters += len(text)
            if self._letters > MOST_LETTERS:
                self._forget(len(text))
            layout = face.laid_out(text)
            items = shaped_items(layout.get_first_line()[0])
            even = {item.font for item in items} == {face.font}
            run = glyph_run(text, items, face.space) if even and not face.spaced else None
            widths, glyphs, begins = letter_widths(text, items)
            if not even:
                widths = widest_on_any_line(text, widths, face.letter_widths)
            known = face.texts[text] = MeasuredText(widths, glyphs, begins, even, run)
        return known

    def _forget(self, letters: int) -> None:
        for face in self._by_look.values():
            face.texts.clear()
            face.tails.clear()
        self._letters = letters

    def tail(self, text: str, style: BoxStyle) -> Tail:
        """A text of a few letters, remembered."""
        tails = self.face(style).tails
        known = tails.get(text)
        if known is None:
            measured = self.measure(text, style)
            known = tails[text] = Tail(measured.width, measured.glyphs, measured.layout.run)
        return known

    def measure(self, text: str, style: BoxStyle) -> Measured:
        """Measure a text that is set in one line."""
        face = self.face(style)
        layout = face.laid_out(text)
        first_line, _ = layout.get_first_line()
        width, height = line_size(first_line, style)
        baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
        items = shaped_items(first_line)
        even = not face.spaced and {item.font for item in items} == {face.font}
        run = glyph_run(layout.text, items, face.space) if even else None
        return Measured(asleep(layout, layout.text, run), width, height, baseline, count_glyphs(items))

    def piece(self, text: str, style: BoxStyle, letters: MeasuredText, start: int) -> Measured:
        """Measure a piece of a measured text, which begins at the letter `start`.

        What its letters are wide is known from the whole text, but for the last ones: without what followed
        them they are kerned otherwise, and other ligatures may be made of them.
        """
        face = self.face(style)
        end = start + len(text)
        if not letters.even or face.spaced or not letters.begins[start]:
            return self.measure(text, style)
        cut = end
        if end < len(letters.widths):
            cut = max(start, end - TAIL)
            while not letters.begins[cut]:
                cut -= 1
        width, glyphs = sum(letters.widths[start:cut]), sum(letters.glyphs[start:cut])
        run = letters.run and letters.run.piece(start, cut)
        if cut < end:
            tail = self.tail(text[cut - start :], style)
            width, glyphs = width + tail.width, glyphs + tail.glyphs
            run = run and tail.run and run.followed_by(tail.run, cut - start)
        return Measured(asleep(face.layout, text, run), width, face.height, face.baseline, glyphs)

    def width(self, text: str, style: BoxStyle) -> float:
        """The width of a short text, in px."""
        return self.tail(text, style).width


def _is_like(style: BoxStyle, parent: BoxStyle) -> bool:
    """Whether a style sets letters as the one above it does, since it has nothing of its own to say of them.

    All that a face is told by is inherited, and costs much to be asked for where it has not been yet.
    """
    declared = getattr(style, "cascaded", ())
    return not any(key in declared or (key in style and style[key] != parent[key]) for key in TOLD_BY)


def _new_face(style: BoxStyle) -> TextStyle:
    layout, space = (create_layout(" ", style, None, None, 0) for _ in range(2))
    first_line, _ = space.get_first_line()
    _, height = line_size(first_line, style)
    baseline = pango.pango_layout_get_baseline(space.layout) * FROM_UNITS
    spaced = style["letter_spacing"] not in ("normal", 0) or style["word_spacing"] != 0
    # The engine writes something behind a space whose words are set apart.
    font = shaped_items(first_line)[0].font
    return TextStyle(style, layout, space, font, height, baseline, strut(style)[0], spaced)
