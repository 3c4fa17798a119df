"""Draw pages for a press, as a PDF that is not yet written.

In:  laid-out pages, the separation of colours into inks, the room and the marks around a page.
Out: a `PressDrawing`: the PDF's objects, a sheet for every page, what the engine said, and the fonts
     that came from the machine. What the file says of itself is still to be added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pydyf
import weasyprint.pdf
from weasyprint import DEFAULT_OPTIONS

from issuebrief.engine.gradient_functions import written_gradients
from issuebrief.engine.log import listen
from issuebrief.engine.pango_leak_fix import attributes_given_back
from issuebrief.images.normalise import true_pictures
from issuebrief.layout.fonts.font_check import watched_faces
from issuebrief.layout.paragraphs.leftward_text import leftward_text_marked
from issuebrief.layout.styles.custom_properties import length
from issuebrief.pdf.actual_text import glyphs_read_as_typed
from issuebrief.pdf.drawn_text import drawn_text
from issuebrief.pdf.letter_fit import expanded_letters
from issuebrief.pdf.press.cmyk_stream import drawn_in_inks
from issuebrief.pdf.press.ink_record import set_blend_space
from issuebrief.pdf.press.sheet import PressPage, PressSheet, Surround
from issuebrief.pdf.serialize import page_objects

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import HeadOfPage, PdfFile
    from issuebrief.pdf.press.cmyk_stream import Separation
    from issuebrief.pdf.press.ink_record import InkRecord

BLEED = "__bleed"
"""The token that says how wide the bleed is."""

LAB = "lab-d50"
"""A colour space that WeasyPrint puts into every file, by which the dictionary of them is found."""


@dataclass(frozen=True)
class PressDrawing:
    """A press file in the making; `inks` is what was noted of its pages."""

    pages: Pages
    pdf: PdfFile
    sheets: tuple[PressSheet, ...]
    lines: tuple[str, ...]
    borrowed: frozenset[str]
    inks: InkRecord

    @property
    def metadata(self) -> HeadOfPage:
        """What the HTML says of itself, as WeasyPrint understood it."""
        return self.pages.document.metadata

    @property
    def text(self) -> tuple[str, ...]:
        """The text that each page shows, running heads and marks included."""
        return drawn_text(self.pdf, self.pages.document.fonts.values())


def draw_for_press(pages: Pages, separation: Separation, surround: Surround, blanks: int = 0) -> PressDrawing:
    """Draw pages on sheets that are larger by the theme's bleed and by what surrounds it.

    So many `blanks` follow, as large as the last page.

    Raises `NoLength` where the theme's bleed is none.
    """
    pages = pages.to_draw()
    boxes = [page._page_box for page in pages.document.pages]
    fonts = pages.document.font_config
    total = len(boxes) + blanks
    drawn = [
        PressPage(
            box,
            length(box.children[0].style, BLEED),
            surround,
            f"{number}/{total} · {surround.words}",
            fonts,
            blank=number > len(boxes),
        )
        for number, box in enumerate([*boxes, *boxes[-1:] * blanks], 1)
    ]
    pages.document.pages = drawn
    with (
        listen() as lines,
        watched_faces(pages) as borrowed,
        glyphs_read_as_typed(),
        expanded_letters(),
        leftward_text_marked(),
        true_pictures(),
        written_gradients(),
        attributes_given_back(),
        drawn_in_inks(separation) as record,
    ):
        pdf = weasyprint.pdf.generate_pdf(pages.document, None, 1, **DEFAULT_OPTIONS)
    for page, inks in zip(page_objects(pdf), record.pages, strict=True):
        if inks.blends:
            set_blend_space(page)
    sheets = tuple(page.sheet for page in drawn)
    return PressDrawing(pages, pdf, sheets, tuple(lines), frozenset(borrowed), record)


def set_color_spaces(pdf: PdfFile, spaces: Mapping[str, object]) -> None:
    """Give a file these colour spaces by name, in place of those that WeasyPrint puts into every file."""
    found = next(item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and LAB in item)
    found.clear()
    found.update(spaces)
