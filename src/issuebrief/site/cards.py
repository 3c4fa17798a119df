"""The pictures that link previews show: 1200 by 630 pixels, and a square.

In:  a brief that has been read, with its theme.
Out: two PNG files, drawn by the engine from `templates/site/card.html` and `styles/site/card.css` over the
     brief's theme; problems of the template and the style sheets.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, has_errors, warning
from issuebrief.engine.lock import one_at_a_time
from issuebrief.html import make_page
from issuebrief.pipeline.set_pages import layout_input_of

if TYPE_CHECKING:
    from issuebrief.engine.pages import LayoutInput
    from issuebrief.job import Job
    from issuebrief.manuscript import Manuscript

TEMPLATE, SHEET = "site/card.html", "site/card.css"
NAMES = ("-card.png", "-square.png")
"""What follows the brief's name in the names of the files, in the order of the pages of the template."""
WIDTH = 1200
"""Pixels across, of both."""
COLOURS = 256
"""Colours of a card."""


@one_at_a_time
def draw_cards(job: Job, manuscript: Manuscript) -> tuple[tuple[bytes, ...], tuple[Diagnostic, ...]]:
    """The cards as PNG, or none and what is wrong."""
    brief, body, theme = manuscript.brief, manuscript.body, manuscript.theme
    html, problems = make_page(brief, body, theme, job.search_path, TEMPLATE, logo=manuscript.logo)
    sheet = job.search_path.style(SHEET)
    if has_errors(problems) or sheet is None:
        return (), problems
    layout = layout_input_of(job, manuscript, html)
    return _drawn(replace(layout, styles=(*layout.styles, sheet)))


def _drawn(layout: LayoutInput) -> tuple[tuple[bytes, ...], tuple[Diagnostic, ...]]:
    import pypdfium2
    from weasyprint import HTML

    from issuebrief.layout.engine import engine_at_work
    from issuebrief.layout.theme_loading import base_url_of, load_theme

    theme, problems = load_theme(layout)
    if theme is None:
        return (), problems
    with engine_at_work():
        page = HTML(string=layout.html, base_url=base_url_of(layout), url_fetcher=theme.fetcher)
        document = page.render(stylesheets=theme.styles, font_config=theme.fonts)
        content = document.write_pdf()
    pages = pypdfium2.PdfDocument(content)
    try:
        if len(pages) != len(NAMES):
            message = f"{TEMPLATE} makes {len(pages)} pages, and a brief has {len(NAMES)} cards"
            hint = "each card is one element as large as its page; see styles/site/card.css"
            return (), (warning("site.no-card", message, SourceRange(layout.source), hint),)
        return tuple(_png(page) for page in pages), ()
    finally:
        pages.close()


def _png(page) -> bytes:  # type: ignore[no-untyped-def]
    from PIL import Image

    image = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    image = image.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.FLOYDSTEINBERG)
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
