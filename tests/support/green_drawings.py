"""Drawings of one colour, found again on the pages of a brief.

In:  the size of a drawing; the pages.
Out: where on each page it stands, in pt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import ImageChops

if TYPE_CHECKING:
    from pathlib import Path

    from pdf_facts import Facts

MM = 72 / 25.4
SCALE = 4.0
PIXEL = 2 / SCALE
"""Pt by which what is read off a picture of the page may differ."""
FOOT = {"isdp": 62 * 12.5, "policy-note": 57 * 13.5, "report": 55 * 14}
"""Where the text of a page ends, in pt."""


def drawing(folder: Path, width: int, height: int, attributes: str = "") -> None:
    """A drawing, one colour all over, as `a.svg`."""
    folder.mkdir(parents=True, exist_ok=True)
    size = attributes or f'width="{width}" height="{height}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">'
    (folder / "a.svg").write_text(f'{svg}<rect width="{width}" height="{height}" fill="#0f0"/></svg>')


def drawn(facts: Facts) -> list[tuple[int, float, float, float, float]]:
    """Page, from 0, left, top, right and bottom of what is green on each page, in pt."""
    found: list[tuple[int, float, float, float, float]] = []
    for page in range(len(facts)):
        red, green, blue = facts.coloured(page, SCALE).split()
        others = ImageChops.lighter(red, blue)
        if box := ImageChops.subtract(green, others).point(lambda value: 255 if value > 200 else 0).getbbox():
            left, top, right, bottom = (side / SCALE for side in box)
            found.append((page, left, top, right, bottom))
    return found
