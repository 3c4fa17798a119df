"""A page on a sheet of the press: larger than it will be, with room around it for bleed and marks.

In:  the box of a laid-out page, how wide the bleed and the margin for marks are, what draws the marks,
     and the words that stand beside them.
Out: a `PressPage`, which WeasyPrint draws as it draws its own pages, without links or bookmarks.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw import draw_page
from weasyprint.draw import text as drawing
from weasyprint.matrix import Matrix
from weasyprint.svg.text import Style, TextBox
from weasyprint.text.line_break import split_first_line

from issuebrief.pdf.press.bleed import carried_into_bleed
from issuebrief.units import PT_PER_PX, PX_PER_MM

if TYPE_CHECKING:
    from collections.abc import Callable

    from issuebrief.engine.protocols import FontConfig, LayoutBox
    from issuebrief.pdf.press.cmyk_stream import PressStream

WORDS, INDENT = 6 / PT_PER_PX, 8 * PX_PER_MM
"""The size of the words beside the marks, and how far from the middle of the sheet they begin."""


@dataclass(frozen=True)
class PressSheet:
    """The trimmed page's width and height, the bleed and what is outside it on every side; in px."""

    width: float
    height: float
    bleed: float
    slug: float

    @property
    def margin(self) -> float:
        """From the edge of the sheet to the edge of the trimmed page."""
        return self.bleed + self.slug

    @property
    def size(self) -> tuple[float, float]:
        """The whole sheet's width and height."""
        return self.width + 2 * self.margin, self.height + 2 * self.margin

    def box(self, beyond: float) -> tuple[float, float, float, float]:
        """The trimmed page and so much around it, as a PDF has it: in points from the lower left."""
        width, height = self.size
        inset = self.margin - beyond
        left, top = inset * PT_PER_PX, (height - inset) * PT_PER_PX
        return (left, left, (width - inset) * PT_PER_PX, top)


@dataclass(frozen=True)
class Surround:
    """What is around a page: how much room outside the bleed (in px), the marks, and words."""

    slug: float
    marks: Callable[[PressStream, PressSheet], None]
    words: str


class PressPage:
    """What WeasyPrint asks of a page when it makes a PDF (`weasyprint.document.Page`).

    One that is blank is as large as its box, has the marks, and shows nothing of the box.
    """

    def __init__(
        self,
        box: LayoutBox,
        bleed: float,
        surround: Surround,
        words: str,
        fonts: FontConfig,
        *,
        blank: bool = False,
    ) -> None:
        self._blank = blank
        slug = surround.slug
        self.sheet = PressSheet(box.margin_width(), box.margin_height(), bleed, slug)
        self.width, self.height = self.sheet.size
        self.bleed = dict.fromkeys(("top", "right", "bottom", "left"), 0.0)
        self.bookmarks: list[object] = []
        self.links: list[object] = []
        self.anchors: dict[str, object] = {}
        self.forms: dict[object, list[object]] = {None: []}
        self._page_box, self._surround, self._words, self._fonts = box, surround, words, fonts

    def paint(self, stream: PressStream, scale: float = 1) -> None:
        """Draw the page up to the edge of its bleed, then the marks around it."""
        sheet = self.sheet
        with stream.stacked():
            stream.transform(a=scale, d=scale)
            if not self._blank:
                self._draw(stream)
            self._surround.marks(stream, sheet)
            self._write(stream)

    def _draw(self, stream: PressStream) -> None:
        """Draw the page up to the edge of its bleed."""
        sheet = self.sheet
        with stream.stacked():
            stream.transform(e=sheet.margin, f=sheet.margin)
            stream.page_rectangle = (-sheet.margin, -sheet.margin, *sheet.size)
            extent = (
                -sheet.bleed,
                -sheet.bleed,
                sheet.width + 2 * sheet.bleed,
                sheet.height + 2 * sheet.bleed,
            )
            stream.rectangle(*extent)
            stream.clip()
            stream.end()
            with carried_into_bleed(self._page_box, sheet.bleed):
                draw_page(self._page_box, stream)

    def _write(self, stream: PressStream) -> None:
        """Write the words below the page, right of its middle, in the brief's own face."""
        width, height = self.sheet.size
        style = Style(INITIAL_VALUES)
        style.font_config = self._fonts
        style.update(font_family=self._page_box.children[0].style["font_family"], font_size=WORDS)
        layout = split_first_line(self._words, style, None, inf, 0)[0]
        place = Matrix(d=-1, e=width / 2 + INDENT, f=height - self.sheet.slug / 2 + WORDS / 3)
        layout.reactivate(style)
        stream.set_inks((0, 0, 0, 1))
        stream.begin_text()
        drawing.draw_first_line(stream, TextBox(layout, style), "none", "none", place)
        stream.end_text()
        layout.deactivate()
