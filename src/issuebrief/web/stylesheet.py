"""The style sheet of a web page.

In:  a theme, a brief's own accent, and the search path.
Out: one sheet: the theme's colours by day and by night and its faces, then styles/web/, then the files for
     the web of the themes that it imports, and its own; and problems: what these files import themselves.
     The sizes of a theme are those of paper, and stay there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tinycss2

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.file_access import real_path
from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.l10n import words
from issuebrief.numbering_systems import EUROPEAN, SYSTEMS
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.style_rules import line_of, place_of
from issuebrief.theming.style_sheets import parsed, text_of
from issuebrief.theming.theme import RIGHT_TO_LEFT
from issuebrief.web.palette import make_palette

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tinycss2.ast import Node

    from issuebrief.frontmatter.model import Brief
    from issuebrief.resources import SearchPath
    from issuebrief.theming.theme import Theme

SHEETS = ("tokens", "page", "elements", "front", "text", "margin", "end", "notes", "print")
"""The files of styles/web/ in the order of the cascade."""
SHARED = "numbers.css"
"""The sheet that holds on paper as well; it comes first."""

CENTRE = "50% 50%"
"""Where the focus of a cover is unless a brief says where."""

LETTERS = re.compile(r"(?:font|--|content|display|list-style|text-transform)", re.IGNORECASE)
"""The properties that have a say in which letters are set, and in what."""

FACE = re.compile(r"^--(?:serif|sans|mono)\b|-face$")


def web_sheets(theme: Theme, search_path: SearchPath) -> tuple[Path, ...]:
    """The files of which the sheet is made."""
    shared = (SHARED, *(f"web/{name}.css" for name in SHEETS))
    names = (
        *shared,
        *(f"web/{name}" for name in _imported(theme, search_path) if f"web/{name}" not in shared),
    )
    found = (search_path.style(name) for name in dict.fromkeys((*names, f"web/themes/{theme.name}.css")))
    return tuple(path for path in found if path)


def _imported(theme: Theme, search_path: SearchPath) -> Iterator[str]:
    """The sheets of a theme in the order of the cascade, by their paths in a folder of styles."""
    folders = [real_path(folder) for folder in search_path.styles]
    for sheet in theme.rules.texts:
        path = real_path(sheet)
        yield from (path.relative_to(folder).as_posix() for folder in folders if path.is_relative_to(folder))


def vain_imports(theme: Theme, search_path: SearchPath) -> Iterator[Diagnostic]:
    """What files for the web import, which no browser would load: all is in one sheet."""
    for sheet in web_sheets(theme, search_path):
        text = text_of(sheet, search_path.styles)
        for node in parsed(text) if "@import" in text.lower() else ():
            if node.type == "at-rule" and node.lower_at_keyword == "import":
                name = tinycss2.serialize(node.prelude).strip()
                message = f"@import {name} is not read: a file for the web holds all its rules itself"
                hint = "take it out: what the theme imports brings its own files for the web along"
                place = place_of(sheet, node)
                yield error("style.import", message, place, hint, line_of(text, place.line))


def style(theme: Theme, brief: Brief, search_path: SearchPath) -> str:
    """The sheet, all but its fonts and the rows of the margin."""
    tokens = {**theme.tokens, **({"--accent": brief.accent} if brief.accent else {})}
    is_turned = from_right_to_left(brief.lang)
    texts = ((path, text_of(path, search_path.styles)) for path in web_sheets(theme, search_path))
    rules = (_mirrored(text) if is_turned and path.name != RIGHT_TO_LEFT else text for path, text in texts)
    own = _numbers(words(brief.lang, brief.labels).digits) + _focus(brief)
    return root_rules(tokens) + "".join(map(squeezed, rules)) + own


def _numbers(system: str) -> str:
    """Rules that number lists in the digits of a language; none for European digits."""
    if system == EUROPEAN:
        return ""
    name = SYSTEMS[system].counter_style
    plain = ":where(ol:not([type]),ol[type='1'])"
    return (
        f"{plain}{{list-style-type:{name}}}"
        f'@counter-style in-parentheses{{system:extends {name};suffix:") "}}'
        f'@counter-style decimal-in-brackets{{system:extends {name};prefix:"(";suffix:") "}}'
    )


def _focus(brief: Brief) -> str:
    """What of the cover stays in sight, since no style attribute is allowed."""
    focus = brief.cover.focus if brief.cover else CENTRE
    return f".cover img{{object-position:{focus}}}" if focus != CENTRE else ""


def _mirrored(css: str) -> str:
    """A sheet with left and right changed over."""
    from issuebrief.layout.styles.mirrored_rules import mirrored

    return "".join(rule.serialize() for rule in mirrored(parsed(css)))


def root_rules(tokens: Mapping[str, str]) -> str:
    """The rules for the colours, by day and by night, and the faces that tokens set."""
    palette = make_palette(tokens)
    faces = {name: value for name, value in tokens.items() if FACE.search(name)}
    others = {
        name: value
        for name, value in tokens.items()
        if name not in palette.day and tinycss2.color4.parse_color(resolved(value, tokens)) is not None
    }
    day = _declarations({**faces, **others, **palette.day})
    night = _declarations(palette.night)
    return (
        f":root{{color-scheme:light dark;{day}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}"
    )


def _declarations(values: Mapping[str, str]) -> str:
    return "".join(f"{name}:{value};" for name, value in values.items())


def squeezed(css: str) -> str:
    """The CSS without comments and without white space that means nothing."""
    text = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"\s+", " ", text)).strip()


def for_letters(css: str) -> str:
    """Of the CSS what says which letters are set in what face; media queries only a browser can answer."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(
        f"{tinycss2.serialize(rule.prelude)}{{{declarations}}}"
        for rule in rules
        if rule.type == "qualified-rule" and (declarations := _of_letters(rule.content))
    )


def _of_letters(content: list[Node]) -> str:
    return "".join(
        declaration.serialize() + ";"
        for declaration in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        if declaration.type == "declaration" and LETTERS.match(declaration.name)
    )
