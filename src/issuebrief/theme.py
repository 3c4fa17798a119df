"""A theme: the style sheets of a brief, in order, and the design tokens they set.

In:  a theme's name and the shelf to look on.
Out: a `Theme`; or, where there is none of that name, a problem that gives the names there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from issuebrief.problem import Place, Problem, error

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from issuebrief.places import Shelf

CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")

SHEETS = (
    "fonts.css",
    "tokens.css",
    "page.css",
    "elements.css",
    "front.css",
    "text.css",
    "sidebar.css",
    "end.css",
    "notes.css",
)
"""The shipped style sheets, in the order of the cascade; the theme's own comes last."""


@dataclass(frozen=True)
class Theme:
    """The style sheets to load and the custom properties that their `:root` rules set.

    `tokens` are those that count in the end, `by_sheet` those that each sheet sets.
    """

    name: str
    sheets: tuple[Path, ...]
    tokens: Mapping[str, str] = field(default_factory=dict)
    by_sheet: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes that the style sheets have rules for."""
        return frozenset(
            name for sheet in self.sheets for name in CLASS.findall(sheet.read_text("utf-8", "replace"))
        )

    @property
    def sidebar(self) -> str:
        """The side of the page that the sidebar is on: `left` or `right`."""
        return "right" if self.tokens.get("--sidebar-side") == "right" else "left"


def theme_names(shelf: Shelf) -> tuple[str, ...]:
    """The themes on a shelf, by name."""
    return tuple(sorted({path.stem for folder in shelf.styles for path in (folder / "themes").glob("*.css")}))


def find_theme(name: str, shelf: Shelf) -> Theme | None:
    """The theme of that name, if the shelf has it."""
    own = shelf.style(f"themes/{name}.css")
    if own is None:
        return None
    sheets = (*(sheet for name in SHEETS if (sheet := shelf.style(name))), own)
    by_sheet = {sheet: dict(root_properties(sheet.read_text("utf-8", "replace"))) for sheet in sheets}
    tokens = {token: value for found in by_sheet.values() for token, value in found.items()}
    return Theme(name, sheets, tokens, by_sheet)


def unknown_theme(name: str, shelf: Shelf, place: Place, excerpt: str = "") -> Problem:
    """The problem that the theme a brief asks for, at `place`, is not on the shelf."""
    names = theme_names(shelf)
    near = get_close_matches(name, names, 1)
    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(names) or 'none'}"
    return error("theme.unknown", f"there is no theme “{name}”", place, hint, excerpt)


@lru_cache(maxsize=64)
def root_properties(css: str) -> tuple[tuple[str, str], ...]:
    """The custom properties that a style sheet sets on `:root`, as they are written."""
    import tinycss2

    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return tuple(
        (declaration.name, tinycss2.serialize(declaration.value).strip())
        for rule in rules
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root"
        for declaration in tinycss2.parse_blocks_contents(rule.content)
        if declaration.type == "declaration" and declaration.name.startswith("--")
    )
