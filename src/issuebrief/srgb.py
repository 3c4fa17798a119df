"""Colours of a screen: sRGB, its light, and how well two can be told apart.

In:  red, green and blue of sRGB, from 0 to 1.
Out: their light (IEC 61966-2-1); relative luminance and contrast (WCAG 2.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Rgb = tuple[float, float, float]
"""Red, green and blue of sRGB, from 0 to 1."""


def linear(part: float) -> float:
    """The light of a part, both from 0 to 1."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def encoded(light: float) -> float:
    """The part that gives a light, both from 0 to 1."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * float(light ** (1 / 2.4)) - 0.055


def luminance(colour: Rgb) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    red, green, blue = (linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def hexadecimal(colour: Iterable[float]) -> str:
    """A colour as CSS writes it, such as `#12304f`."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
