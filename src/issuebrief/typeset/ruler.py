"""Texts measured one after the other in the same style.

In:  short texts and their style.
Out: each text's width, height and baseline in px, how many glyphs it is drawn with, and a layout to
     draw it from later. Setting a layout up costs more than measuring with it, so each style's is
     kept for as long as the ruler is.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, create_layout, line_size


class Measured(NamedTuple):
    """A text's measures, and its layout as WeasyPrint keeps one between layout and drawing."""

    layout: Any
    width: float
    height: float
    baseline: float
    glyphs: int


class Ruler:
    """Measures texts; it holds on to the styles that it has met."""

    def __init__(self) -> None:
        self._layouts: dict[int, tuple[Any, Any]] = {}

    def line(self, text: str, style: Any) -> tuple[Any, Any]:
        """The layout of a style with `text` in it, and its first line; good until the next text."""
        kept = self._layouts.get(id(style))
        if kept is None:
            layout = create_layout(text, style, None, None, 0)
            self._layouts[id(style)] = (layout, style)
        else:
            layout = kept[0]
            layout.set_text(text)
        first_line, _ = layout.get_first_line()
        return layout, first_line

    def measure(self, text: str, style: Any) -> Measured:
        """Measure a text that is set in one line."""
        layout, first_line = self.line(text, style)
        width, height = line_size(first_line, style)
        baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
        return Measured(_asleep(layout), width, height, baseline, count_glyphs(first_line))

    def width(self, text: str, style: Any) -> float:
        """The width of a short text, in px."""
        _, first_line = self.line(text, style)
        return float(line_size(first_line, style)[0])


def _asleep(layout: Any) -> Any:
    """A copy of a layout without Pango's objects, as `Layout.deactivate` leaves one."""
    copy = Layout.__new__(Layout)
    copy.__dict__.update(layout.__dict__)
    copy.deactivate()
    return copy


def count_glyphs(first_line: Any) -> int:
    """The glyphs that a line is drawn with; a ligature is one, what shows nothing is none."""
    count = 0
    run = first_line.runs[0]
    while run != ffi.NULL:
        glyphs, run = run.data.glyphs, run.next
        count += sum(glyphs.glyphs[i].glyph != pango.PANGO_GLYPH_EMPTY for i in range(glyphs.num_glyphs))
    return count
