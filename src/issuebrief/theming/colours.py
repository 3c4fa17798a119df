"""Any colour of CSS as the screen shows it.

In:  a colour as tinycss2 understood it.
Out: red, green and blue of sRGB, from 0 to 1, cut off where a screen has no more.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tinycss2.color5 import D50, D65

from issuebrief.srgb import Rgb, encoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import CssColor

Cmyk = tuple[float, float, float, float]
"""Four inks, from 0 to 1."""

LOGGER = logging.getLogger("weasyprint")
"""Where the layout listens, as to all that is said of style sheets."""

OF_SCREENS = ("srgb", "hsl", "hwb")
UNDER_DAYLIGHT = ("xyz-d65", "oklab", "oklch")
UNDER_LAMPS = ("xyz-d50", "lab", "lch")

FROM_LAMPS = (
    (0.955473421488075, -0.02309845494876471, 0.06325924320057072),
    (-0.0283697093338637, 1.0099953980813041, 0.021041441191917323),
    (0.012314014864481998, -0.020507649298898964, 1.330365926242124),
)
"""XYZ under D50 to XYZ under D65, after Bradford (CSS Color 4, section 17)."""

TO_SCREEN = (
    (3.2409699419045226, -1.537383177570094, -0.4986107602930034),
    (-0.9692436362808796, 1.8759675015077202, 0.04155505740717559),
    (0.05563007969699366, -0.20397695888897652, 1.0569715142428786),
)
"""XYZ under D65 to the light of the three colours of a screen (IEC 61966-2-1)."""


def srgb(colour: CssColor) -> Rgb:
    """A colour in sRGB; inks as if they were ideal."""
    parts = [part or 0.0 for part in colour.coordinates]
    if colour.space == "srgb":
        return _within(parts)
    if colour.space in OF_SCREENS:
        return _within(colour.to("srgb").coordinates)
    if colour.space == "device-cmyk":
        return _within([1 - min(1, ink + parts[3]) for ink in parts[:3]])
    if colour.space in UNDER_DAYLIGHT:
        return _light(_xyz(colour.to("lab").coordinates, D65))
    if colour.space in UNDER_LAMPS:
        return _light(_times(FROM_LAMPS, _xyz(colour.to("lab").coordinates, D50)))
    LOGGER.warning("Unsupported color space %s, use sRGB instead", colour.space)
    return _within((*parts, 0.0, 0.0)[:3])


def _xyz(lab: Sequence[float], white: Sequence[float]) -> list[float]:
    """CIE L*a*b* under a white to XYZ (CIE 15)."""
    lightness, a, b = lab
    y = (lightness + 16) / 116
    cubes = [
        (f**3 if f**3 > 216 / 24389 else (116 * f - 16) * 27 / 24389) for f in (y + a / 500, y, y - b / 200)
    ]
    return [cube * part for cube, part in zip(cubes, white, strict=True)]


def _light(xyz: Sequence[float]) -> Rgb:
    return _within([encoded(part) for part in _times(TO_SCREEN, xyz)])


def _times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _within(parts: Sequence[float]) -> Rgb:
    red, green, blue = (min(max(part, 0.0), 1.0) for part in parts)
    return (red, green, blue)
