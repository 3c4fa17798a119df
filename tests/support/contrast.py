"""How far the colours of a page are apart, by the measure of WCAG 2.2.

In:  the path of a PDF.
Out: the texts whose colour is too near to what they stand on, which is the colour that most of the
     dots around their letters have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pymupdf
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

Colour = tuple[float, float, float]
LEAST, LEAST_LARGE = 4.5, 3.0
"""The ratios that success criterion 1.4.3 asks of text and of large text."""

LARGE, LARGE_BOLD = 18.0, 14.0
"""The sizes in pt from which text is large."""

SCALE = 2
"""Dots to the point."""


def ratio(one: Colour, other: Colour) -> float:
    """The contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def too_faint(path: Path) -> list[str]:
    """The texts that are too near in colour to what they stand on."""
    found = []
    with pymupdf.open(path) as pdf:
        for page in pdf:
            dots = page.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE))
            picture = Image.frombytes("RGB", (dots.width, dots.height), dots.samples)
            for span in _spans(page):
                reached = ratio(pymupdf.sRGB_to_pdf(span["color"]), _ground(picture, span["bbox"]))
                if reached < _asked(span):
                    found.append(f"{span['text']!r} on page {page.number + 1}: {reached:.2f}")
    return found


def _spans(page: Any) -> list[dict[str, Any]]:
    blocks = page.get_text("dict", flags=0)["blocks"]
    spans = (span for block in blocks for line in block["lines"] for span in line["spans"])
    return [span for span in spans if span["text"].strip()]


def _ground(picture: Image.Image, box: tuple[float, float, float, float]) -> Colour:
    area = picture.crop(tuple(round(edge * SCALE) for edge in box))  # type: ignore[arg-type]
    colours: Any = area.getcolors(area.width * area.height)
    red, green, blue = max(colours)[1]
    return (red / 255, green / 255, blue / 255)


def _asked(span: dict[str, Any]) -> float:
    bold = any(weight in span["font"] for weight in ("Semi", "Bold"))
    return LEAST_LARGE if span["size"] >= (LARGE_BOLD if bold else LARGE) else LEAST
