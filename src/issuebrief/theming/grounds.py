"""Which colours of a theme are dark grounds.

In:  the name of a colour token, and the tokens of a theme.
Out: whether what stands on that colour has to be light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.srgb import Rgb, luminance
from issuebrief.theming.colours import srgb
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.oklab import MIDDLE

if TYPE_CHECKING:
    from collections.abc import Mapping


def colour_of(token: str, tokens: Mapping[str, str]) -> Rgb | None:
    """The colour that a token has in the end, from 0 to 1; None for what is no plain colour."""
    from tinycss2.color5 import parse_color

    colour = parse_color(resolved(tokens.get(token, ""), tokens))
    if colour is None or colour == "currentcolor" or colour.space == "device-cmyk":
        return None
    return srgb(colour)


def is_dark(token: str, tokens: Mapping[str, str]) -> bool:
    """Whether white stands out from a colour more than black does."""
    colour = colour_of(token, tokens)
    return colour is not None and luminance(colour) < MIDDLE
