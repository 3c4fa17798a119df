"""The pictures of a specimen: colours side by side, and the logo on its grounds.

In:  colours with their names, files of a logo.
Out: drawings (SVG), as wide as a column.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from issuebrief.srgb import contrast, hexadecimal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.srgb import Rgb

WIDTH, COLUMNS = 400, 2
HEIGHT, GAP, LINE = 84, 10, 20
"""Measures in px of a drawing: a swatch, the room between two, a line of small letters."""
WHITE: Rgb = (1.0, 1.0, 1.0)
BLACK: Rgb = (0.0, 0.0, 0.0)
EDGE, FAINT = ' stroke="#b8c2cc"', 1.2
"""The edge of a field, and up to which contrast with white paper it has one."""
ROOT = re.compile(r"<svg\b([^>]*)>")
ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*["']([^"'<>]*)["']""")
FACE = 'font-family="Source Sans 3" font-size="15"'


def swatches(colours: Sequence[tuple[str, Rgb]]) -> str:
    """Fields of colour with their names and values."""
    across = (WIDTH - (COLUMNS - 1) * GAP) / COLUMNS
    rows = -(-len(colours) // COLUMNS)
    parts = []
    for number, (name, colour) in enumerate(colours):
        x, y = (number % COLUMNS) * (across + GAP), (number // COLUMNS) * (HEIGHT + GAP)
        letters = WHITE if contrast(colour, WHITE) >= contrast(colour, BLACK) else BLACK
        edge = EDGE if contrast(colour, WHITE) < FAINT else ""
        parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{across:.1f}" height="{HEIGHT}" '
            f'fill="{hexadecimal(colour)}"{edge}/>'
        )
        for row, words in enumerate((name, hexadecimal(colour))):
            weight = ' font-weight="600"' if not row else ""
            parts.append(
                f'<text x="{x + GAP:.1f}" y="{y + HEIGHT - GAP - (1 - row) * LINE:.1f}" {FACE}{weight} '
                f'fill="{hexadecimal(letters)}">{words}</text>'
            )
    return _drawing("".join(parts), WIDTH, rows * (HEIGHT + GAP) - GAP)


def logo_on_ground(ground: Rgb, data: bytes, kind: str, *, plated: bool) -> str:
    """A logo on a field of colour, on a light plate where it has one; `kind` is `svg`, or one of pixels."""
    across, high = 0.6 * WIDTH, 2 * HEIGHT
    edge = EDGE if contrast(ground, WHITE) < FAINT else ""
    parts = [f'<rect width="{across:.1f}" height="{high}" fill="{hexadecimal(ground)}"{edge}/>']
    left, top, wide, tall = across * 0.2, high * 0.25, across * 0.6, high / 2
    place = f'x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{tall:.1f}"'
    if plated:
        around = f'x="{left - GAP:.1f}" y="{top - GAP:.1f}" width="{wide + 2 * GAP:.1f}"'
        parts.append(f'<rect {around} height="{tall + 2 * GAP:.1f}" fill="#ffffff"/>')
    if kind == "svg":
        parts.append(_nested(data.decode("utf-8-sig", "replace"), place))
    else:
        packed = base64.b64encode(data).decode("ascii")
        parts.append(f'<image {place} href="data:image/{kind};base64,{packed}"/>')
    return _drawing("".join(parts), across, high)


def _nested(svg: str, place: str) -> str:
    """A drawing as a part of another: its root gives way to one with a place."""
    root = ROOT.search(svg)
    if root is None:
        return ""
    said = dict(ATTRIBUTE.findall(root[1]))
    box = said.get("viewBox") or f"0 0 {_number(said.get('width'))} {_number(said.get('height'))}"
    own = ("width", "height", "x", "y", "viewBox")
    kept = "".join(f' {name}="{value}"' for name, value in said.items() if name not in own)
    return f'<svg {place} viewBox="{box}"{kept}>{svg[root.end() :]}'


def _number(length: str | None) -> str:
    found = re.match(r"[\d.]+", length or "")
    return found[0] if found else "100"


def _drawing(inside: str, width: float, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="-0.5 -0.5 {width + 1:.0f} {height + 1:.0f}">{inside}</svg>'
    )
