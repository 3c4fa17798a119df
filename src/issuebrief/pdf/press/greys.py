"""The black ink that prints a grey as light as it looks on the screen.

In:  how light each strength of black ink looks on the paper.
Out: the strength for each of the 256 greys of a screen.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from issuebrief.srgb import linear

if TYPE_CHECKING:
    from collections.abc import Sequence


def grey_inks(lights: Sequence[float]) -> bytes:
    """The black ink for each grey, given how light each of 256 strengths of black ink looks.

    Between white paper and solid black, which is not as black as a screen's, lightness is spread evenly.
    """
    paper, black = lights[0], lights[-1]
    darks = list(accumulate(((paper - light) / (paper - black) for light in lights), max))
    return bytes(
        min(bisect_left(darks, 1 - lightness_of(grey) / 100 - 0.5 / 255), 255) if grey else 255
        for grey in range(256)
    )


def lightness_of(grey: int) -> float:
    """CIE L*, from 0 to 100, of a grey of sRGB in 256 steps (IEC 61966-2-1; CIE 15)."""
    light = linear(grey / 255)
    return 116 * light ** (1 / 3) - 16 if light > 216 / 24389 else light * 24389 / 27
