"""By what the value of a design token is changed: a colour, a slider, a choice, or plain text.

In:  a token, its value as written and with others put in, and the declarations that make use of tokens.
Out: the kind of control, with the scale of a slider, the colour of a field, the values of a choice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.layout.styles.token_kinds import NUMBERS, WORDS
from issuebrief.preview.theme_panel.model import Control, Scale
from issuebrief.srgb import hexadecimal
from issuebrief.theming.legibility import colour_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from issuebrief.layout.styles.token_kinds import Uses

NUMBER = r"(\d*\.?\d+)"
LENGTH = re.compile(rf"{NUMBER}(pt|mm|cm|in|px|pc|q|em|rem)", re.IGNORECASE)
BARE = re.compile(NUMBER)
ON_GRID = re.compile(
    rf"var\(--grid\)|calc\(\s*(?:{NUMBER}\s*\*\s*var\(--grid\)|var\(--grid\)\s*\*\s*{NUMBER}(?:\s*/\s*{NUMBER})?)\s*\)"
)
STEPS = {
    "pt": 0.1,
    "mm": 0.5,
    "cm": 0.05,
    "in": 0.02,
    "px": 0.5,
    "pc": 0.05,
    "q": 1,
    "em": 0.005,
    "rem": 0.05,
}
LEAST_RANGE = {"pt": 2, "mm": 10, "cm": 1, "in": 0.5, "px": 4, "pc": 1, "q": 40, "em": 0.1, "rem": 1}
"""Up to where a slider goes at least, by unit."""
GRID_STEP = 0.25
LARGE, HUGE = 5, 100
"""From which number on a length is not moved down to nothing, and not doubled."""
RANGES = {
    "--columns": (1, 4, 1),
    "--notes-columns": (1, 5, 1),
    "--tracking": (0, 0.1, 0.005),
    "--autospace": (0, 0.5, 0.025),
    "--expansion": (0, 0.1, 0.005),
    "--hanging": (0, 1, 0.05),
    "--tolerance": (0.1, 6, 0.1),
    "--press-ink": (200, 400, 5),
}
"""Of tokens that are numbers: the least, the most and the step of a slider."""
FONT_PROPERTIES = {"font-family", "font"}
GENERIC = {"serif", "sans-serif", "monospace"}


@dataclass(frozen=True)
class ControlOf:
    """A kind of control with what it needs."""

    control: Control
    scale: Scale | None = None
    colour: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def control_of(
    token: str, value: str, saved: str, tokens: Mapping[str, str], uses: Uses, families: Sequence[str]
) -> ControlOf:
    """The control of a token; `saved` is its value in the files, from which a slider takes its range."""
    if token in WORDS:
        return ControlOf(Control.WORD, choices=tuple((word, word) for word in WORDS[token]))
    if scale := _grid(value, saved):
        return ControlOf(Control.GRID, scale)
    if token in NUMBERS or token in RANGES:
        return ControlOf(Control.NUMBER, _number(token, value)) if _number(token, value) else TEXT
    if scale := _length(value, saved):
        return ControlOf(Control.LENGTH, scale)
    if _is_face(token, uses):
        return ControlOf(Control.FACE, choices=_faces(token, value, tokens, uses, families))
    if (colour := colour_of(token, {**tokens, token: value})) and _is_opaque(value, tokens):
        return ControlOf(Control.COLOUR, colour=hexadecimal(colour))
    return TEXT


TEXT = ControlOf(Control.TEXT)


def _grid(value: str, saved: str) -> Scale | None:
    found = ON_GRID.fullmatch(value)
    if not found:
        return None
    number = _lines(value)
    most = max(2 * _lines(saved), 4.0) if ON_GRID.fullmatch(saved) else max(2 * number, 4.0)
    return Scale(number, 0, most, GRID_STEP, "grid lines", "calc({} * var(--grid))")


def _lines(value: str) -> float:
    """So many lines of the grid is a value high."""
    found = ON_GRID.fullmatch(value)
    assert found
    before, behind, share = found.groups()
    return round(float(before or behind or 1) / float(share or 1), 4)


def _number(token: str, value: str) -> Scale | None:
    unit = "em" if value.endswith("em") else ""
    if not BARE.fullmatch(value.removesuffix("em")):
        return None
    least, most, step = RANGES[token]
    return Scale(float(value.removesuffix("em")), least, most, step, unit, f"{{}}{unit}")


def _length(value: str, saved: str) -> Scale | None:
    found, before = LENGTH.fullmatch(value), LENGTH.fullmatch(saved)
    if not found:
        return None
    number, unit = float(found[1]), found[2].lower()
    usual = float(before[1]) if before and before[2].lower() == unit else number
    least = 0 if usual < LARGE else usual // 2
    most = max(2 * usual, LEAST_RANGE[unit]) if usual < HUGE else 1.5 * usual
    return Scale(number, least, round(most, 3), STEPS[unit], unit, f"{{}}{unit}")


def _faces(
    token: str, value: str, tokens: Mapping[str, str], uses: Uses, families: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The faces of other tokens that it can follow, then the families, each with what stands behind it."""
    last = value.split(",")[-1].strip()
    behind = (
        last
        if last in GENERIC
        else ("var(--serif)" if token != "--serif" and "--serif" in tokens else "serif")
    )
    follows = [
        (f"var({other})", f"as {other}")
        for other in tokens
        if token.endswith("-face") and not other.endswith("-face")
        if _is_face(other, uses)
        and not LENGTH.fullmatch(tokens[other])
        and not ON_GRID.fullmatch(tokens[other])
    ]
    found = [*follows, *((f'"{family}", {behind}', family) for family in families)]
    known = {choice for choice, _ in found}
    return (*([] if value in known else [(value, _first(value))]), *found)


def _is_face(token: str, uses: Uses) -> bool:
    return any(use.name in FONT_PROPERTIES for use in uses.by_token.get(token, ()))


def _first(value: str) -> str:
    """The first family of a list."""
    return value.split(",")[0].strip("\"' ")


def _is_opaque(value: str, tokens: Mapping[str, str]) -> bool:
    """Whether a field for colours, which knows no transparency, can show a value."""
    from tinycss2.color5 import parse_color

    from issuebrief.theming.design_tokens import resolved

    colour = parse_color(resolved(value, tokens))
    return colour is not None and colour != "currentcolor" and colour.alpha == 1
