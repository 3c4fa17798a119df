"""A theme: the style sheets of a brief, in order, and the design tokens they set.

In:  a theme's name and the shelf to look on.
Out: a `Theme`; or, where there is none of that name, a problem that gives the names there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.problem import Place, Problem, error
from issuebrief.style_sheets import Rules, read_rules
from issuebrief.tokens import Setting, resolved, settings_of

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

MOST_SHOWN = 60
"""So many letters of a name are shown at most."""


@dataclass(frozen=True)
class Theme:
    """The style sheets to load, all their rules, and the tokens that they set on the root of a page.

    `settings` are the declarations of tokens in the order in which they win.
    """

    name: str
    sheets: tuple[Path, ...]
    rules: Rules = field(default_factory=Rules)
    settings: tuple[Setting, ...] = ()

    @cached_property
    def tokens(self) -> Mapping[str, str]:
        """The tokens that count in the end, as they are written."""
        return {setting.token: setting.value for setting in self.settings}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What its style sheets import in vain."""
        return self.rules.problems

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes that the style sheets, and those they import, have rules for."""
        return frozenset(name for text in self.rules.texts.values() for name in CLASS.findall(text))

    @property
    def sidebar(self) -> str:
        """The side of the page that the sidebar is on: `left` or `right`."""
        return "right" if resolved("var(--sidebar-side)", self.tokens) == "right" else "left"


def theme_names(shelf: Shelf) -> tuple[str, ...]:
    """The themes on a shelf, by name."""
    return tuple(sorted({path.stem for folder in shelf.styles for path in (folder / "themes").glob("*.css")}))


def find_theme(name: str, shelf: Shelf, lang: str = "") -> Theme | None:
    """The theme of that name, if the shelf has it, with the tokens of a page in that language."""
    own = shelf.style(f"themes/{name}.css") if name in theme_names(shelf) else None
    if own is None:
        return None
    sheets = (*(sheet for name in SHEETS if (sheet := shelf.style(name))), own)
    rules = read_rules(sheets, shelf.styles)
    return Theme(name, sheets, rules, settings_of(rules, lang))


def refused_folder(folder: Path) -> Problem:
    """The problem that a house's own folder of styles or templates is a link to elsewhere."""
    message = f"{folder.name} is a link that leads out of the folder you work in: nothing is read there"
    hint = f"put the folder {folder.name} itself here"
    return error("style.unreadable", message, Place(folder), hint)


def unknown_theme(name: str, shelf: Shelf, place: Place, excerpt: str = "") -> Problem:
    """The problem that the theme a brief asks for, at `place`, is not on the shelf."""
    names = theme_names(shelf)
    near = get_close_matches(name, names, 1)
    shown = name if len(name) <= MOST_SHOWN else name[:MOST_SHOWN] + "…"
    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(names) or 'none'}"
    return error("theme.unknown", f"there is no theme “{shown}”", place, hint, excerpt)
