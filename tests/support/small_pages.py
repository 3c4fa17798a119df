"""Small pages, laid out in a test's own folder, with a face of the project's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from composing import FONTS

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.pages import Pages

STYLE = f"""
@font-face {{ font-family: Serif; src: url({FONTS.as_uri()}/source-serif/SourceSerif4-Regular.otf) }}
:root {{ --grid: 10px }}
@page {{ size: 300px 200px; margin: 20px }}
html {{ font: 10px/10px Serif; color: #000; orphans: 1; widows: 1 }}
body, p, h2, ul, li, figure, aside {{ margin: 0; padding: 0 }}
"""


def small_pages(folder: Path, body: str, css: str = "") -> Pages:
    sheet = folder / "style.css"
    sheet.write_text(STYLE + css, "utf-8")
    html = f"<html lang=en><body>{body}"
    pages, problems = lay_out(LayoutInput(html, folder / "brief.md", (sheet,), (folder, FONTS)))
    assert pages and problems == (), problems
    return pages
