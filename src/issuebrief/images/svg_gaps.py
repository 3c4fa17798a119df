"""What the styles of a drawing (SVG) ask for and will not get.

In:  an attribute of an element, a `style` attribute or a style sheet.
Out: sentences that say what is left out, each with a hint.

Whatever is not a colour is drawn black, and a property that is not known is passed over.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;{}]+)")
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
COLOURS = ("fill", "stroke", "stop-color", "color")
MIXED = re.compile(r"\s*(?!normal|auto|initial)[a-z]", re.IGNORECASE)
NO_REFERENCE = re.compile(r"\s*(?!url\(|none|initial|inherit)[a-z-]+\(", re.IGNORECASE)

LINES = re.compile(r"[^;]*\b(?:under|over)line|[^;]*\bline-through", re.IGNORECASE)
CAPS = re.compile(r"[^;]*\b(?:all-)?(?:small|petite)-caps", re.IGNORECASE)

AFTER_THE_END = re.compile(r"[zZ][\s,]*[^\sa-zA-Z,]")
"""What cannot follow in a path where a shape ends."""

PAINT = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?$|url\(|none$|var\(|inherit$|context-", re.IGNORECASE)
"""What needs no closer look."""

BLENDED = ("colours that are blended (mix-blend-mode)", "give what lies on top a colour that is not blended")
OUTLINED = (
    "text or shapes with a stroke behind their fill (paint-order)",
    "draw them twice: once with the stroke alone, and over it with the fill",
)
UNSCALED = ("lines that are to keep their width (vector-effect)", "export it at the size it is set at")
CUT = ("a shape of CSS to cut it (clip-path)", "cut with a <clipPath>, or cut the shape itself")
EFFECT = ("effects of CSS (filter)", "export it without effects, or the part with the effect as pixels")
HIDDEN = ("a mask of CSS", "hide what is to be hidden with a <mask> that has a size of its own")

TURNED_ABOUT = (
    "a turn or scaling about the middle of a shape (transform-box)",
    'say the place in numbers, as in transform="rotate(45 130 70)"',
)
BY_ALPHA = ("a mask by transparency (mask-type)", "paint in white what the mask is to show")
LINED = ("lines under, over or through text (text-decoration)", "draw the line as a shape of its own")
SMALL_CAPS = ("small capitals (font-variant)", "type capitals, in a smaller size where they are to be small")
CAPITALS = ("text turned into capitals or small letters (text-transform)", "type it as it is to be seen")
RAISED = (
    "raised or lowered letters (baseline-shift)",
    'move them: dy="-4" on their tspan, dy="4" on the next',
)

UNDRAWN: Mapping[str, tuple[re.Pattern[str], tuple[str, str]]] = {
    "mix-blend-mode": (MIXED, BLENDED),
    "paint-order": (re.compile(r"\s*(stroke|markers)", re.IGNORECASE), OUTLINED),
    "vector-effect": (re.compile(r"\s*non-scaling-stroke", re.IGNORECASE), UNSCALED),
    "clip-path": (NO_REFERENCE, CUT),
    "filter": (NO_REFERENCE, EFFECT),
    "transform-box": (re.compile(r"\s*(?:fill|stroke|content|border)-box", re.IGNORECASE), TURNED_ABOUT),
    "mask-type": (re.compile(r"\s*alpha", re.IGNORECASE), BY_ALPHA),
    "text-decoration": (LINES, LINED),
    "text-decoration-line": (LINES, LINED),
    "font-variant": (CAPS, SMALL_CAPS),
    "font-variant-caps": (CAPS, SMALL_CAPS),
    "text-transform": (re.compile(r"\s*(?:upper|lower)case|\s*capitalize", re.IGNORECASE), CAPITALS),
    "baseline-shift": (re.compile(r"\s*(?:super|sub\b|-?(?:0*\.)?0*[1-9])", re.IGNORECASE), RAISED),
    "mask-image": (re.compile(r"\s*(?!none)\S"), HIDDEN),
}
"""Properties that are passed over: the values that ask for something, and what it is."""


def gaps_in(attribute: str, value: str) -> Iterator[tuple[str, str]]:
    """What an attribute of an element asks for in vain."""
    if attribute == "style":
        yield from gaps_in_css(value)
    else:
        yield from _gaps(attribute, value)


def gaps_in_css(css: str) -> Iterator[tuple[str, str]]:
    """What declarations ask for in vain."""
    for name, value in DECLARATION.findall(COMMENT.sub(" ", css)):
        yield from _gaps(name.lower(), value)


def _gaps(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name in UNDRAWN:
        asking, (what, hint) = UNDRAWN[name]
        if asking.match(value):
            yield f"left out of the SVG: {what}", hint
    elif name == "d" and (wrong := AFTER_THE_END.search(value)):
        yield (
            f"a path of the SVG is drawn only up to a number behind the end of a shape: {wrong[0]}",
            "put an M before the number, or remove it",
        )
    elif name in COLOURS and not _is_paint(value.replace("!important", "").strip()):
        shown = " ".join(value.split())[:60]
        yield (
            f"the SVG has a colour that is not understood and is drawn black: {shown}",
            "write it as # and 3 or 6 digits, such as #12304f",
        )


@lru_cache(maxsize=256)
def _is_paint(value: str) -> bool:
    """Whether a value is a colour, or one of the others that paint can have."""
    if not value or re.match(
        r"#[0-9a-f]{3}(?:[0-9a-f]{3})?$|url\(|none$|var\(|inherit$|context-", value, re.I
    ):
        return True
    from tinycss2.color5 import parse_color

    return value in ("initial", "unset") or parse_color(value) is not None
