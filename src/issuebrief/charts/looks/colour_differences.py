"""How different two colours look: to most people, to the colour-blind, and in greys.

In:  two colours of sRGB, from 0 to 1.
Out: their difference in CIEDE2000, the least over all these ways of seeing.

Sources: G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula" (2005); H. Brettel, F.
Viénot, J. D. Mollon, "Computerized simulation of color appearance for dichromats" (1997), in the linear
form of Viénot, Brettel and Mollon, "Digital video colourmaps for checking the legibility of displays by
dichromats" (1999).
"""

from __future__ import annotations

import math

from issuebrief.srgb import Rgb, encoded, linear, luminance

PROTANOPIA = ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, -0.0), (0.00401, -0.00401, 1.0))
DEUTERANOPIA = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, -0.0), (-0.02234, 0.02234, 1.0))
"""The light that those without one kind of cones see, by the light that there is."""

TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.072175),
    (0.0193339, 0.119192, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)

Lab = tuple[float, float, float]


def least_difference(one: Rgb, other: Rgb) -> float:
    """The difference of two colours to whoever sees the least of it."""
    return min(difference(seen(one), seen(other)) for seen in (_as_is, _protan, _deutan, in_grey))


def difference(one: Rgb, other: Rgb) -> float:
    """The difference of two colours in CIEDE2000; from 10 on, nobody takes one for the other."""
    return ciede2000(_lab(one), _lab(other))


def in_grey(colour: Rgb) -> Rgb:
    """The colour as a printer without colours shows it."""
    grey = encoded(luminance(colour))
    return (grey, grey, grey)


def _as_is(colour: Rgb) -> Rgb:
    return colour


def _protan(colour: Rgb) -> Rgb:
    return _seen(colour, PROTANOPIA)


def _deutan(colour: Rgb) -> Rgb:
    return _seen(colour, DEUTERANOPIA)


def _seen(colour: Rgb, matrix: tuple[tuple[float, ...], ...]) -> Rgb:
    light = [linear(part) for part in colour]
    red, green, blue = (
        encoded(min(max(sum(a * b for a, b in zip(row, light, strict=True)), 0.0), 1.0)) for row in matrix
    )
    return red, green, blue


def _lab(colour: Rgb) -> Lab:
    light = [linear(part) for part in colour]
    x, y, z = (
        _root(sum(a * b for a, b in zip(row, light, strict=True)) / white)
        for row, white in zip(TO_XYZ, WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return math.cbrt(part) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def ciede2000(one: Lab, other: Lab) -> float:
    """The difference of two colours in CIE L*a*b*: equations 2 to 22, in the names of the formula."""
    l1, a1, b1 = one
    l2, a2, b2 = other
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25.0**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if not c1 * c2 else (h2 - h1 + 180) % 360 - 180
    delta_l, delta_c = l2 - l1, c2 - c1
    delta_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + h2 if not c1 * c2 else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * math.cos(math.radians(mean_h - 30))
        + 0.24 * math.cos(math.radians(2 * mean_h))
        + 0.32 * math.cos(math.radians(3 * mean_h + 6))
        - 0.20 * math.cos(math.radians(4 * mean_h - 63))
    )
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    r_c = 2 * math.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
    r_t = -math.sin(math.radians(60 * math.exp(-(((mean_h - 275) / 25) ** 2)))) * r_c
    l_part, c_part, h_part = delta_l / s_l, delta_c / s_c, delta_h / s_h
    return math.sqrt(l_part**2 + c_part**2 + h_part**2 + r_t * c_part * h_part)
