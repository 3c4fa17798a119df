"""A theme: the style sheets of a brief, in order, and the design tokens they set.

In:  a theme's name and the search path.
Out: a `Theme`; or, where there is none of that name, a problem that gives the names there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.language_tags import slopes, tags_of
from issuebrief.theming.design_tokens import TokenDeclaration, resolved, settings_of
from issuebrief.theming.page_sizes import tokens_of_size
from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.style_sheets import NO_DRAFTS, StyleRules, read_rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from issuebrief.resources import SearchPath
    from issuebrief.theming.font_faces import FontFace

CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")

SHEETS = (
    "fonts.css",
    "tokens.css",
    "page.css",
    "numbers.css",
    "elements.css",
    "front.css",
    "text.css",
    "sidebar.css",
    "end.css",
    "notes.css",
)
"""The shipped style sheets, in the order of the cascade; the theme's own comes last."""

FACING = "facing.css"
"""The sheet of themes whose left and right pages mirror each other; it follows `page.css`."""
NO_SIDEBAR = "no-sidebar.css"
"""The sheet of themes that have no sidebar."""
UPRIGHT = "upright.css"
"""The sheet of languages whose letters do not slope."""
EAST_ASIAN, EAST_ASIAN_LANGUAGES = "east-asian.css", ("ja", "ko", "zh")
"""The sheet of languages with letters that fill a square, and these languages."""
RIGHT_TO_LEFT = "right-to-left.css"
"""The sheet of languages that are written from right to left, for which all others are mirrored."""
PAGE_SIZE, SIDE = "--page-size", "--sidebar-side"
"""The tokens that name the size of the page, and the side of the sidebar."""
NOTHING = re.compile(r"(0+(\.0*)?[a-z]*)?", re.IGNORECASE)
"""A binding of no width."""

MOST_SHOWN = 60
"""So many letters of a name are shown at most."""


@dataclass(frozen=True)
class Theme:
    """The style sheets to load, all their rules, and the tokens that they set on the root of a page.

    `settings` are the declarations of tokens in the order in which they win; `own` are those of the
    institute, which come last, and `faces` the faces that it brings.
    """

    name: str
    sheets: tuple[Path, ...]
    rules: StyleRules = field(default_factory=StyleRules)
    settings: tuple[TokenDeclaration, ...] = ()
    resized: Mapping[str, str] = field(default_factory=dict)
    """The tokens that a page of another size changes."""
    own: tuple[TokenDeclaration, ...] = ()
    faces: tuple[FontFace, ...] = ()

    def with_own(self, own: tuple[TokenDeclaration, ...], faces: tuple[FontFace, ...] = ()) -> Theme:
        """The theme with the tokens and faces of an institute over its own."""
        return replace(self, settings=(*self.settings, *own), own=own, faces=faces) if own else self

    @cached_property
    def tokens(self) -> Mapping[str, str]:
        """The tokens that count in the end, as they are written."""
        return {**_values(self.settings), **self.resized}

    @property
    def page_style(self) -> str:
        """The same tokens as declarations of CSS, for the root of a page."""
        return "".join(f"{token}: {value}; " for token, value in self.resized.items())

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What its style sheets import in vain."""
        return self.rules.problems

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes that the style sheets, and those they import, have rules for."""
        return frozenset(name for text in self.rules.texts.values() for name in CLASS.findall(text))

    @property
    def sidebar(self) -> str:
        """The side of the sidebar on a first page, which is a right one: `left`, `right` or `none`."""
        side = resolved(f"var({SIDE})", self.tokens)
        return {"right": "right", "outer": "right", "none": "none"}.get(side, "left")

    @property
    def captions(self) -> str:
        """Which figures have their captions in the sidebar: `all`, `wide`, or none, which is empty.

        In one column all figures are as wide as the text.
        """
        if self.sidebar == "none" or resolved("var(--caption-place)", self.tokens) != "sidebar":
            return ""
        return "all" if resolved("var(--columns)", self.tokens) == "1" else "wide"


def theme_names(search_path: SearchPath) -> tuple[str, ...]:
    """The themes on a search path, by name."""
    return tuple(
        sorted({path.stem for folder in search_path.styles for path in (folder / "themes").glob("*.css")})
    )


def find_theme(
    name: str,
    search_path: SearchPath,
    lang: str = "",
    page_size: str = "",
    more: tuple[str, ...] = (),
    drafts: Mapping[Path, str] = NO_DRAFTS,
) -> Theme | None:
    """The theme of that name, if the search path has it, with the tokens of a page in that language.

    `page_size` is the name of the size that a brief asks for, in place of the theme's own. The theme has
    `more` style sheets for what most briefs do not have. `drafts` are what sheets say in place of their
    files.
    """
    written = (folder / f"themes/{name}.css" for folder in search_path.styles)
    own = next((sheet for sheet in written if sheet in drafts), None)
    if own is None and name in theme_names(search_path):
        own = search_path.style(f"themes/{name}.css")
    if own is None:
        return None
    sheets = (*(sheet for name in (*SHEETS, *more) if (sheet := search_path.style(name))), own)
    theme = _resized(_with_settings(Theme(name, sheets), search_path, lang, drafts), page_size)
    for further, above in _further_sheets(theme.tokens, lang).items():
        if sheet := search_path.style(further):
            before = search_path.style(above)
            place = sheets.index(own) if before is None else sheets.index(before) + 1
            sheets = (*sheets[:place], sheet, *sheets[place:])
    if sheets == theme.sheets:
        return theme
    return _with_settings(replace(theme, sheets=sheets), search_path, lang, drafts)


def _with_settings(theme: Theme, search_path: SearchPath, lang: str, drafts: Mapping[Path, str]) -> Theme:
    rules = read_rules(theme.sheets, search_path.styles, drafts)
    return replace(theme, rules=rules, settings=settings_of(rules, lang))


def _resized(theme: Theme, wanted: str) -> Theme:
    """The theme on pages of the size that a brief wants, or else of the one that its style sheets name.

    What the sheet that names the size sets itself is made for that size, and stays.
    """
    own_size = any(each.token == PAGE_SIZE and not is_shipped(each.sheet) for each in theme.settings)
    named = resolved(f"var({PAGE_SIZE})", theme.tokens) if own_size else ""
    changed = tokens_of_size(wanted or named, theme.tokens)
    if changed and wanted in ("", named):
        makers = {each.sheet for each in theme.settings if each.token in (PAGE_SIZE, SIDE)}
        own = {each.token for each in theme.settings if each.sheet in makers and not is_shipped(each.sheet)}
        changed = {token: value for token, value in changed.items() if token not in own}
    return replace(theme, resized=changed)


def _values(settings: Sequence[TokenDeclaration]) -> dict[str, str]:
    return {setting.token: setting.value for setting in settings}


def _further_sheets(tokens: Mapping[str, str], lang: str) -> dict[str, str]:
    """The sheets that only some themes and languages have, each with the one that it follows.

    Left and right pages mirror each other in their sidebars, or for the binding.
    """
    side, binding = (resolved(f"var({token})", tokens) for token in (SIDE, "--binding"))
    is_facing = side in ("outer", "inner") or not NOTHING.fullmatch(binding)
    found = {FACING: "page.css"} if is_facing else {}
    found |= {NO_SIDEBAR: "sidebar.css"} if side == "none" else {}
    found |= {} if slopes(lang) else {UPRIGHT: "notes.css"}
    found |= {EAST_ASIAN: UPRIGHT} if tags_of(lang)[-1].partition("-")[0] in EAST_ASIAN_LANGUAGES else {}
    return found | ({RIGHT_TO_LEFT: "notes.css"} if from_right_to_left(lang) else {})


def refused_folder(folder: Path) -> Diagnostic:
    """The problem that a house's own folder of styles or templates is a link to elsewhere."""
    message = f"{folder.name} is a link that leads out of the folder you work in: nothing is read there"
    hint = f"put the folder {folder.name} itself here"
    return error("style.unreadable", message, SourceRange(folder), hint)


def unknown_theme(name: str, search_path: SearchPath, place: SourceRange, excerpt: str = "") -> Diagnostic:
    """The problem that the theme a brief asks for, at `place`, is not on the search path."""
    names = theme_names(search_path)
    near = get_close_matches(name, names, 1)
    shown = name if len(name) <= MOST_SHOWN else name[:MOST_SHOWN] + "…"
    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(names) or 'none'}"
    return error("theme.unknown", f"there is no theme “{shown}”", place, hint, excerpt)
