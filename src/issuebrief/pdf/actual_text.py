"""The text of a PDF as it was typed, where one glyph stands for several characters.

In:  WeasyPrint, while it draws text and builds the fonts of a file.
Out: the same glyphs in the same places, shown with a font by which each is read as what was typed.

A face often has one glyph for several characters: a hyphen and one that must not break, a space and a
no-break space, mu and the sign for micro. WeasyPrint reads every glyph as what it stood for first. Here a
further reading is a further font dictionary: the same program and widths with another map to characters
(ISO 32000-1, 9.10.3, ToUnicode CMaps). Codes of their own in one font would not do for readers that look
characters up by glyph. A hyphen that was added is read as a soft one (14.8.2.2.3).
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from copy import copy
from typing import TYPE_CHECKING

import pydyf

from issuebrief.engine.patches import BUILD_FONTS_DICTIONARY, DRAW_FIRST_LINE, replaced
from issuebrief.layout.paragraphs.glyph_runs import EMPTY, ShapedLayout
from issuebrief.layout.paragraphs.glyph_texts import typed_glyphs
from issuebrief.layout.paragraphs.leftward_text import END, UNREAD, as_one, is_leftward
from issuebrief.pdf.to_unicode import character_map

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.engine.protocols import (
        DrawnFont,
        DrawnStream,
        LayoutBox,
        Matrix,
        PdfDictionary,
        PdfFile,
    )

SPACE, SOFT_HYPHEN, WORD_JOINER = " ", "\u00ad", "\u2060"
NO_BREAK_SPACES = re.compile("[\u00a0\u202f]")
READING = "reading"
"""What marks the key of a further reading among a document's fonts."""
DIGITS = re.compile(rb"<([0-9a-f]+)>")
GLYPHS_OR_SHIFT = re.compile(rb"<([0-9a-f]*)>|([^<>\[\]]+)")
"""What stands in an array that shows text: glyphs as hexadecimal digits, or a shift."""

PANGO_UNITS = 1024
"""Parts of a pixel in which Pango has sizes: letters smaller than one have none and cannot be drawn."""


Fonts = dict[tuple[object, object], "DrawnFont"]
"""The fonts of a document, by what WeasyPrint knows them by, or by the name of a further reading."""


@contextmanager
def glyphs_read_as_typed() -> Iterator[None]:
    """Show glyphs with the font that reads them as they were typed, while the block draws a PDF."""
    plain_draw, plain_build = DRAW_FIRST_LINE.value, BUILD_FONTS_DICTIONARY.value
    faces: dict[str, _Readings] = {}

    def draw(
        stream: DrawnStream, textbox: LayoutBox, text_overflow: str, block_ellipsis: object, matrix: Matrix
    ) -> object:
        if textbox.style["font_size"] * PANGO_UNITS < 1:
            return []
        start, current = len(stream.stream), stream._current_font
        drawn = plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        text = textbox.pango_layout.text
        hyphen = getattr(textbox, "is_added_hyphen", False) or getattr(textbox, "ends_in_added_hyphen", False)
        leftward = is_leftward(textbox)
        is_plain = not (hyphen or leftward or NO_BREAK_SPACES.search(text))
        typed_text = text.replace(WORD_JOINER, "")
        if is_plain and _read_at_first(stream, textbox, faces) == typed_text:
            return drawn
        shown = _shown(stream, start, current, faces)
        if not is_plain or "".join([piece.read() for piece in shown]) != typed_text:
            typed = typed_glyphs(textbox.pango_layout, hyphen=hyphen)
            if leftward:
                typed = [as_one(each) for each in typed]
            if len(typed) == sum(len(piece.glyphs) for piece in shown):
                _show_again(stream.stream, shown, typed, is_leftward=leftward)
        return drawn

    def build(
        pdf: PdfFile, fonts: Fonts, compress: bool, subset: str, options: dict[str, object]
    ) -> PdfDictionary:
        plain = {key: font for key, font in fonts.items() if key[1] != READING}
        built: PdfDictionary = plain_build(pdf, plain, compress, subset, options)
        for readings in faces.values():
            for font in readings.fonts[1:]:
                pdf.add_object(texts := character_map(font.to_unicode, compress))
                first = pdf.objects[int(built[readings.fonts[0].hash].split()[0])]
                pdf.add_object(further := pydyf.Dictionary({**first, "ToUnicode": texts.reference}))
                built[font.hash] = further.reference
        return built

    with replaced(DRAW_FIRST_LINE, draw), replaced(BUILD_FONTS_DICTIONARY, build):
        yield


def _read_at_first(stream: DrawnStream, textbox: LayoutBox, faces: dict[str, _Readings]) -> str | None:
    """What the glyphs of a composed text are read as; None where only the stream tells which those are."""
    layout = textbox.pango_layout
    run = layout.run if isinstance(layout, ShapedLayout) else None
    if run is None or stream._current_font is None:
        return None
    texts = _readings(stream, stream._current_font[0], faces).fonts[0].to_unicode
    return "".join([texts.get(glyph, "\0") for glyph in run.glyphs if glyph != EMPTY])


class _Readings:
    """A font, and copies of it that read some glyphs otherwise. The document's fonts get them too."""

    def __init__(self, font: DrawnFont, document_fonts: Fonts) -> None:
        self.fonts, self._document_fonts = [font], document_fonts

    def name(self, glyph: int, text: str) -> bytes:
        """The name of the font that reads a glyph as a text."""
        first = self.fonts[0].to_unicode
        no_break = NO_BREAK_SPACES.fullmatch(first[glyph]) and SPACE not in first.values()
        if no_break or not first[glyph]:
            # Before anything else was read by it; spaces are many, and no-break spaces few.
            first[glyph] = SPACE if no_break else text
        for font in self.fonts:
            if font.to_unicode.setdefault(glyph, text) == text:
                return bytes(font.hash.encode())
        further = copy(self.fonts[0])
        further.hash = f"{self.fonts[0].hash}{len(self.fonts)}"
        further.to_unicode = {glyph: text}
        self.fonts.append(further)
        self._document_fonts[further.hash, READING] = further
        return bytes(further.hash.encode())


class _Shown:
    """An operator that shows glyphs: where it stands in its stream, and the operator that chose its font."""

    def __init__(self, index: int, item: bytes, choice: bytes, readings: _Readings) -> None:
        self.index, self.item, self.choice, self.readings = index, item, choice, readings
        digits = b"".join(DIGITS.findall(item))
        self.width = width = 2 if readings.fonts[0].bitmap else 4
        self.glyphs = [int(digits[at : at + width], 16) for at in range(0, len(digits), width)]

    def read(self) -> str:
        """The text as it would be read; a glyph that stands for nothing makes it differ from any."""
        texts = self.readings.fonts[0].to_unicode
        return "".join([texts[glyph] or "\0" for glyph in self.glyphs])

    def by_readings(self, texts: Iterator[str], *, is_leftward: bool = False) -> list[bytes]:
        """The same glyphs in the same places, each with the font by which it stands for its text.

        Of leftward text those that stand for no letter are marked so: who turns letters round by their
        places would take what stands above or below the line for words.
        """
        first = name = self.readings.fonts[0].hash.encode()
        items, array = [], b""
        for digits, shift in GLYPHS_OR_SHIFT.findall(self.item.removesuffix(b" TJ")):
            # An empty string keeps one shift apart from the next.
            array += shift or b"<>"
            for at in range(0, len(digits), self.width):
                glyph = digits[at : at + self.width]
                text = next(texts)
                wanted = self.readings.name(int(glyph, 16), text)
                if wanted != name:
                    items += [_show(array), self._choose(wanted)] if array else [self._choose(wanted)]
                    name, array = wanted, b""
                if is_leftward and text == WORD_JOINER:
                    items += [_show(array)] if array else []
                    items += [UNREAD, _show(b"<%b>" % glyph), END]
                    array = b""
                else:
                    array += b"<%b>" % glyph
        items += [_show(array)] if array or not items else []
        return items if name == first else [*items, self.choice]

    def _choose(self, name: bytes) -> bytes:
        return b"/%b %b" % (name, self.choice.split(b" ", 1)[1])


def _show(array: bytes) -> bytes:
    return b"[%b] TJ" % array.replace(b"><", b"")


def _shown(
    stream: DrawnStream, start: int, current: tuple[str, float] | None, faces: dict[str, _Readings]
) -> list[_Shown]:
    """The operators that show glyphs, from there on; `current` is the font and the size before them."""
    choice, shown = b"", []
    if current:
        before = pydyf.Stream()
        before.set_font_size(*current)
        choice = before.stream[0]
    for index, item in enumerate(stream.stream[start:], start):
        if item.endswith(b" Tf"):
            choice = item
        elif item.endswith(b" TJ"):
            name = choice[1 : choice.index(b" ")].decode()
            shown.append(_Shown(index, item, choice, _readings(stream, name, faces)))
    return shown


def _readings(stream: DrawnStream, name: str, faces: dict[str, _Readings]) -> _Readings:
    """The readings of the font that has a name in a stream."""
    if name not in faces:
        font = next(font for font in stream._fonts.values() if font.hash == name)
        faces[name] = _Readings(font, stream._fonts)
    return faces[name]


def _show_again(
    items: list[bytes], shown: Sequence[_Shown], typed: Sequence[str], *, is_leftward: bool
) -> None:
    """Replace operators by those that read as typed."""
    left = iter(typed)
    again = [(piece, piece.by_readings(left, is_leftward=is_leftward)) for piece in shown]
    for piece, instead in reversed(again):
        items[piece.index : piece.index + 1] = instead
