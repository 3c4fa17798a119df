"""A drawing (SVG) alone on a page, laid out and drawn.

In:  what it defines and what it draws.
Out: the page, and a picture of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from issuebrief.engine.pages import LayoutInput, Pages
from issuebrief.layout.engine import lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="200" height="100"><defs>{}</defs>{}</svg>'
)


def laid_out(folder: Path, defs: str, inside: str) -> Pages:
    (folder / "drawing.svg").write_text(SVG.format(defs, inside), "utf-8")
    style = "@page { size: 200px 100px; margin: 0 } body { margin: 0 } img { display: block }"
    html = f'<html><head><style>{style}</style></head><body><img src="drawing.svg"></body></html>'
    pages, problems = lay_out(LayoutInput(html, folder / "brief.md", (), (folder,)))
    assert pages, problems
    return pages


def picture(pages: Pages) -> Image.Image:
    with pypdfium2.PdfDocument(pages.to_draw().document.write_pdf()) as pdf:
        shown: Image.Image = pdf[0].render(scale=1).to_pil()
        return shown.convert("RGB")
