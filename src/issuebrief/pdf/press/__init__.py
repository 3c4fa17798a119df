"""Deliver for the press: PDF/X-4 in CMYK.

In:  laid-out pages, the manuscript, where profiles are looked for, what the command line asks for.
Out: the bytes of a PDF/X-4 file (ISO 15930-7) and problems. It shows the same pages as the file for
     the screen, on sheets with bleed and marks, in the inks of one printing condition.

    printing_condition.py  on what paper, with how much ink    icc.py               what an ICC profile says
    separation.py          inks for colours                    image_separation.py  inks for pictures
    two_inks.py            inks for small text                 cmyk_stream.py       what is drawn in them
    printers_marks.py      the marks around a page             pdfx.py              what the file says it is
    finishing.py           blank pages, booklet, ticket        booklet.py, ticket.py, plates.py
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import error, has_errors
from issuebrief.engine.drawing_problems import drawing_problems
from issuebrief.job import COMPANIONS
from issuebrief.layout.fonts.font_check import face_problems
from issuebrief.layout.styles.custom_properties import NoLength
from issuebrief.markdown_body import plain
from issuebrief.pdf.press.booklet import impose
from issuebrief.pdf.press.draw import draw_for_press
from issuebrief.pdf.press.finishing import blanks_told, settle_finishing
from issuebrief.pdf.press.pdfx import identify
from issuebrief.pdf.press.printers_marks import SLUG, draw_marks
from issuebrief.pdf.press.printing_condition import Condition, settle
from issuebrief.pdf.press.separation import Inks
from issuebrief.pdf.press.sheet import Surround
from issuebrief.pdf.press.theme_problems import dulled_text, mixed_spots, no_bleed
from issuebrief.pdf.press.ticket import PrintOrder, ticket
from issuebrief.pdf.serialize import write
from issuebrief.preflight.wording.words import inspect_words
from issuebrief.theming.theme_inks import theme_inks, theme_small_inks, theme_spots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.pages import Pages
    from issuebrief.job import Printing
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath

VERSION = "1.6"
"""The version of PDF that PDF/X-4 is made of."""

LONGEST = 48
"""So many letters of a title stand beside the marks."""


@dataclass(frozen=True)
class PressFile:
    """The bytes of a press file, what is wrong with it, and the files that are asked for with it, by name.

    There are no bytes where something is wrong with how it is to be printed.
    """

    content: bytes
    problems: tuple[Diagnostic, ...]
    companions: tuple[tuple[str, bytes], ...] = ()


def draw(
    pages: Pages, manuscript: Manuscript, search_path: SearchPath, printing: Printing, name: str = ""
) -> PressFile:
    """The pages as a file for the press; with a `name` for it, those that are asked for beside it too."""
    condition, problems = settle(printing, manuscript, search_path)
    finishing, unfinished = settle_finishing(printing, manuscript)
    problems += unfinished
    if condition is None or finishing is None:
        return PressFile(b"", problems)
    theme = manuscript.theme
    named, wrong_inks = theme_inks(theme, condition.limit)
    spots, wrong_spots = theme_spots(theme)
    problems += wrong_inks + wrong_spots
    if has_errors(problems):
        return PressFile(b"", problems)
    separation = Inks(condition.profile, named, condition.limit, theme_small_inks(theme), spots)
    try:
        blanks = finishing.blanks(len(pages))
        drawing = draw_for_press(pages, separation, _surround(manuscript, condition), blanks)
    except NoLength as fault:
        return PressFile(b"", (*problems, no_bleed(fault, manuscript)))
    source = manuscript.source
    problems += blanks_told(blanks, finishing, manuscript)
    problems += mixed_spots(drawing.inks.mixed, manuscript)
    problems += dulled_text(separation, drawing.inks, manuscript)
    problems += face_problems(drawing.pages, source, drawing.borrowed)
    problems += drawing_problems(drawing.lines, source.path)
    problems += inspect_words(manuscript, drawing.text)
    identify(drawing, manuscript.brief, condition.profile)
    content = write(drawing.pdf, VERSION)
    if not name or has_errors(problems):
        return PressFile(content, problems)
    printed = PrintOrder(manuscript.brief, condition, finishing, drawing.inks.spots, blanks)
    try:
        return PressFile(content, problems, tuple(_companions(printed, name, content)))
    except ValueError as fault:
        place = manuscript.source.place(0)
        hint = "leave out imposition: booklet, or give all pages one size in the theme"
        return PressFile(b"", (*problems, error("press.finishing", str(fault), place, hint)))


def _companions(printed: PrintOrder, name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that are asked for beside a press file of that name."""
    stem = name.removesuffix(".pdf").removesuffix("-press")
    booklet = None
    if printed.finishing.booklet:
        tint = min(1, printed.condition.limit / 4)
        sheets = impose(content, printed.finishing.creep, tint)
        booklet = (stem + COMPANIONS["booklet"], sheets)
        yield booklet
    if printed.finishing.ticket:
        yield stem + COMPANIONS["ticket"], ticket(printed, (name, content), booklet)


def _surround(manuscript: Manuscript, condition: Condition) -> Surround:
    """What is around each page: the marks, the brief's name, and what it is to be printed by."""
    title = shorten(plain(manuscript.brief.title, manuscript.brief), LONGEST, placeholder="…")
    paper = condition.profile.condition or shorten(condition.profile.description, LONGEST, placeholder="…")
    return Surround(SLUG, partial(draw_marks, limit=condition.limit), f"{title} · {paper}")
