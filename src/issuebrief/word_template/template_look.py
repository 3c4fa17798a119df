"""How the template looks: faces and colours of the theme that briefs have, as Word has them.

In:  a theme's tokens.
Out: `TemplateLook`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.legibility import colour_of, is_dark

if TYPE_CHECKING:
    from collections.abc import Mapping

FAMILY = re.compile(r"\s*(?:\"([^\"]+)\"|'([^']+)'|([^,]+))")
SERIF, SANS = "Georgia", "Arial"
"""What stands in on a machine without the face of the theme."""
FALLBACKS = {
    "ink": "1B1F24",
    "quiet": "56626E",
    "brand": "12304F",
    "accent": "C2352B",
    "tint": "E9EEF3",
    "hairline": "B8C2CC",
}


@dataclass(frozen=True)
class TemplateLook:
    """Names of faces, and colours as six hexadecimal digits.

    `text_stand_in` and `heading_stand_in` are faces that every machine has.
    """

    text: str
    heading: str
    title: str
    text_stand_in: str
    heading_stand_in: str
    colours: Mapping[str, str]


def template_look(tokens: Mapping[str, str]) -> TemplateLook:
    """The look of a theme."""
    colours = {}
    for name, fallback in FALLBACKS.items():
        colour = colour_of(f"--{name}", tokens)
        colours[name] = (
            "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in colour) if colour else fallback
        )
    # Word's paper is white: a theme for a dark page lends its faces alone.
    if colour_of("--ink", tokens) and not is_dark("--ink", tokens):
        colours = dict(FALLBACKS)
    text, heading, title = (_family(f"--{name}-face", tokens) for name in ("text", "heading", "title"))
    return TemplateLook(
        text or SERIF,
        heading or SANS,
        title or text or SERIF,
        _stand_in("--text-face", tokens),
        _stand_in("--heading-face", tokens),
        colours,
    )


def _families(token: str, tokens: Mapping[str, str]) -> list[str]:
    value = resolved(tokens.get(token, ""), tokens)
    return [next(part for part in found if part).strip() for found in FAMILY.findall(value)]


def _family(token: str, tokens: Mapping[str, str]) -> str:
    return next(iter(_families(token, tokens)), "")


def _stand_in(token: str, tokens: Mapping[str, str]) -> str:
    return SANS if "sans-serif" in _families(token, tokens) else SERIF
