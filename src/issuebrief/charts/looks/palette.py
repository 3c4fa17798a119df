"""The colours of the series of a chart, made of the theme's.

In:  a `ChartLook` and how many colours are needed.
Out: so many, the house colour and the accent first; the others are the theme's at other lightnesses, each as
     far as can be from those before it, to everyone and in greys.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

from issuebrief.charts.looks.colour_differences import least_difference
from issuebrief.srgb import Rgb, contrast, hexadecimal
from issuebrief.theming.legibility import from_lch, legible, to_lch

ENOUGH = 9.0
"""The difference (CIEDE2000) from which on areas beside each other are told apart by all."""
LIGHTNESSES = (0.34, 0.44, 0.54, 0.64, 0.74, 0.82)
PAPER: Rgb = (1.0, 1.0, 1.0)
LEAST_CONTRAST = 1.6
"""Of an area and the paper around it."""
PARTED = {"stroke": "#ffffff", "strokeWidth": 0.75}
"""What parts areas that touch."""
MUTED = 0.74
"""The lightness of what is not highlighted."""


@lru_cache(maxsize=64)
def series_colours(brand: str, accent: str, quiet: str, count: int) -> tuple[str, ...]:
    """So many colours, from the most to the least prominent."""
    chosen = [rgb_of(brand), rgb_of(accent)][:count]
    sources = [to_lch(rgb_of(colour)) for colour in (brand, accent, quiet)]
    candidates = [
        colour
        for lightness in LIGHTNESSES
        for _, chroma, hue in sources
        if contrast(colour := from_lch(lightness, min(chroma, 0.11), hue), PAPER) >= LEAST_CONTRAST
    ]
    while len(chosen) < count:
        chosen.append(
            max(candidates, key=lambda each: min(least_difference(each, known) for known in chosen))
        )
    return tuple(hexadecimal(colour) for colour in chosen)


@lru_cache(maxsize=16)
def muted_colour(brand: str) -> str:
    """The colour of what stands back behind a highlight."""
    _, chroma, hue = to_lch(rgb_of(brand))
    return hexadecimal(from_lch(MUTED, min(chroma, 0.03), hue))


def alike(colours: tuple[str, ...]) -> tuple[int, int] | None:
    """The two colours that are the hardest to tell apart, where that is too hard; by their numbers."""
    pairs = list(combinations(range(len(colours)), 2))
    if not pairs:
        return None
    worst = min(pairs, key=lambda pair: least_difference(rgb_of(colours[pair[0]]), rgb_of(colours[pair[1]])))
    apart = least_difference(rgb_of(colours[worst[0]]), rgb_of(colours[worst[1]]))
    return worst if apart < ENOUGH else None


def rgb_of(colour: str) -> Rgb:
    """The parts of a colour that is written `#12304f`."""
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def readable_on(colour: str, ink: str) -> str:
    """The colour of words on an area: white, or the ink where that stands out more."""
    area = rgb_of(colour)
    return "#ffffff" if contrast(area, PAPER) >= contrast(area, rgb_of(ink)) else ink


@lru_cache(maxsize=64)
def legible_name(colour: str) -> str:
    """The colour of the name of a series: its own, as dark as words must be to be read on paper."""
    return hexadecimal(legible(rgb_of(colour), PAPER, 4.5))
