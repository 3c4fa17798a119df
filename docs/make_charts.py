"""Draw the pictures of charts.md from the blocks on that page.

In:  docs/charts.md.
Out: docs/pictures/chart-*.png: each chart in two themes, and the first of them in greys.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import vl_convert
from make_pictures import PICTURES, ROOT, save
from PIL import Image

from issuebrief.charts.looks.look import ChartLook, look_of
from issuebrief.charts.resolve import resolve
from issuebrief.frontmatter.source import Source
from issuebrief.resources import search_path
from issuebrief.theming.theme import find_theme

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT / "docs/charts.md"
SAMPLE = ROOT / "docs/sample"
BLOCK = re.compile(r"^```chart \{#(?:gallery|fig)-(\w+)\}\n.*?^```$", re.MULTILINE | re.DOTALL)
THEMES = ("isdp", "policy-note")
WIDTH, PAD = 1000, 20
PLACE = "column"
NARROW = 250.0
"""Px that each chart is wide, as in a column of the first theme."""


def main(names: list[str]) -> None:
    """Draw the pictures of these names, or all."""
    for match in BLOCK.finditer(PAGE.read_text("utf-8")):
        if not names or match[1] in names:
            path = draw(match[1], match[0])
            print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB")


def draw(name: str, block: str) -> Path:
    """A chart in each theme, and in greys, side by side."""
    shown = [picture_of(block, theme) for theme in THEMES]
    shown.append(shown[0].convert("L").convert("RGB"))
    height = max(picture.height for picture in shown)
    sheet = Image.new("RGB", (WIDTH, height + 2 * PAD), "#ffffff")
    for number, picture in enumerate(shown):
        sheet.paste(picture, (PAD + number * (WIDTH - PAD) // 3, PAD))
    return save(sheet, PICTURES / f"chart-{name}.png", 64)


def picture_of(block: str, theme: str) -> Image.Image:
    """A chart in the look of a theme, at the width of a third of the picture."""
    text = f"{block}\n"
    source = Source(SAMPLE / "brief.md", text, "", 0, text, 1)
    found = resolve(source, "en-GB", look(theme))
    assert found is not None
    assert found.source.pictures, found.problems
    (svg,) = found.source.pictures.values()
    scale = ((WIDTH - PAD) / 3 - PAD) / NARROW
    # The ground is drawn too: pale edges on nothing would come out grey.
    head, rest = re.split(r"(?<=>)", svg.decode("utf-8"), maxsplit=1)
    ground = '<rect width="100%" height="100%" fill="#ffffff"/>'
    png = vl_convert.svg_to_png(head + ground + rest, scale=scale)
    return Image.open(BytesIO(png)).convert("RGB")


def look(theme: str) -> ChartLook:
    """The look of a theme, with columns as wide as those of the first theme."""
    places = search_path(ROOT)
    found = find_theme(theme, places)
    assert found is not None
    from dataclasses import replace

    own = look_of(found, places.styles)
    return replace(own, widths={**own.widths, PLACE: NARROW})


if __name__ == "__main__":
    vl_convert.register_font_directory(str(ROOT / "styles/fonts/source-sans"))
    main(sys.argv[1:])
