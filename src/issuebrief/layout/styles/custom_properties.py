"""Design tokens as numbers.

In:  a style of WeasyPrint's and the name of a custom property, spelled as WeasyPrint does (`__grid`).
Out: its value as a word, a number or a length in px; `calc()` and `var()` are worked out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.token_lengths import length_of

if TYPE_CHECKING:
    from issuebrief.engine.protocols import BoxStyle


class _Declared(Mapping[str, str]):
    """The custom properties of a style, by their names in CSS."""

    def __init__(self, style: BoxStyle) -> None:
        self._style = style

    def __getitem__(self, token: str) -> str:
        if value := word(self._style, token.replace("-", "_")):
            return value
        raise KeyError(token)

    def __iter__(self) -> Iterator[str]:
        return (name.replace("_", "-") for name in self._style if name.startswith("__"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class NoLength(ValueError):
    """A design token, by its name, that must be a length and is none."""

    def __init__(self, token: str, value: str) -> None:
        super().__init__(f"{token} must be a length such as 12.5pt, not {value or 'nothing'}")
        self.token = token


def word(style: BoxStyle, name: str) -> str:
    """A custom property's value as it is written."""
    return "".join(token.serialize() for token in style[name] or ()).strip()


def number(style: BoxStyle, name: str, default: float) -> float:
    """A custom property's value where it is a number (`0.02` or `0.02em`), else the default."""
    try:
        return float(word(style, name).removesuffix("em"))
    except ValueError:
        return default


def length(style: BoxStyle, name: str) -> float:
    """A custom property's value in px; raises `NoLength` where it is none, or not above 0."""
    value = word(style, name)
    plain = resolved(value, _Declared(style))
    result = length_of(plain)
    if result is None or result <= 0:
        raise NoLength(name.replace("_", "-"), value)
    return result
