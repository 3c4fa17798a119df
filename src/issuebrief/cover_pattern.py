"""A pattern in the place of a cover picture, drawn from the title.

In:  the title, and the colours of the theme.
Out: an SVG: rows of square tiles with quarters of circles, half circles and triangles in tints of the house
     colour, a few in its accent. The same title always has the same pattern.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

import tinycss2

from issuebrief.srgb import hexadecimal
from issuebrief.theming.colours import srgb
from issuebrief.theming.design_tokens import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from issuebrief.srgb import Rgb

ACROSS, DOWN = 14, 10
"""Tiles beside and below each other."""

TILE = 40
"""The side of a tile, in units of the drawing."""

TINTS = (0.1, 0.2, 0.34)
"""The shares of the colour of text on the ground in the tints of the ground."""

EMPTY, ACCENTED = 90, 12
"""Of 256 tiles so many are empty, and so many of the others have the accent."""

SHAPES = (
    f"M0 0H{TILE}A{TILE} {TILE} 0 0 1 0 {TILE}Z",
    f"M0 0H{TILE}V{TILE}A{TILE} {TILE} 0 0 1 0 0Z",
    f"M0 {TILE}A{TILE // 2} {TILE // 2} 0 0 1 {TILE} {TILE}Z",
    f"M0 0H{TILE}L0 {TILE}Z",
    f"M{TILE // 2} {TILE // 4}a{TILE // 4} {TILE // 4} 0 1 0 .1 0Z",
)
"""A quarter of a disc, its inside out, half a disc, a triangle, a dot."""


def cover_pattern(title: str, ground: Rgb, light: Rgb, accent: Rgb) -> str:
    """The pattern of a title on a ground, in tints towards a light colour."""
    tints = [_mixed(ground, light, share) for share in TINTS]
    tiles = "".join(
        _tiles(" ".join(title.split()).casefold(), [*map(hexadecimal, tints)], hexadecimal(accent))
    )
    width, height = ACROSS * TILE, DOWN * TILE
    size = f'width="{width}" height="{height}"'
    ground_tile = f'<rect {size} fill="{hexadecimal(ground)}"/>'
    view = f'viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view}>{ground_tile}{tiles}</svg>'


def _tiles(title: str, tints: list[str], accent: str) -> Iterator[str]:
    for number, (chance, kind, turn, tint) in enumerate(_chances(title)):
        if chance < EMPTY:
            continue
        row, column = divmod(number, ACROSS)
        colour = accent if chance >= 256 - ACCENTED else tints[tint % len(tints)]
        place = f"translate({column * TILE} {row * TILE})"
        half = TILE // 2
        yield (
            f'<path d="{SHAPES[kind % len(SHAPES)]}" fill="{colour}" '
            f'transform="{place} rotate({turn % 4 * 90} {half} {half})"/>'
        )


def _chances(title: str) -> Iterator[tuple[int, int, int, int]]:
    """Four numbers below 256 for each tile."""
    for number in range(ACROSS * DOWN):
        one, two, three, four = sha256(f"{title}\n{number}".encode()).digest()[:4]
        yield one, two, three, four


def _mixed(ground: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (one + (two - one) * share for one, two in zip(ground, other, strict=True))
    return red, green, blue


def pattern_address(title: str, tokens: Mapping[str, str], accent: str = "") -> str:
    """The pattern in the colours of a theme, as an address that holds it; `accent` is a brief's own."""
    ground, light = _colour("--brand", tokens), _colour("--on-brand", tokens)
    own = _colour("--accent", {**tokens, "--accent": accent} if accent else tokens)
    svg = cover_pattern(title, ground, light, own)
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode('ascii')}"


def _colour(token: str, tokens: Mapping[str, str]) -> Rgb:
    parsed = tinycss2.color4.parse_color(resolved(f"var({token})", tokens))
    return srgb(parsed) if parsed is not None else (0.5, 0.5, 0.5)
