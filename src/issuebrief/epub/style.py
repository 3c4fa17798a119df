"""The style sheet of an EPUB.

In:  a theme, a brief's own accent, the search path, and the fonts of the letters.
Out: one sheet: the faces, then styles/epub/book.css and the theme's own file for EPUB, with colours and faces
     written out, since many reading programs know no custom properties. Colours are those of the web page by
     day; paper and ink are left to the reader, who may want them by night.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import tinycss2

from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.style_sheets import text_of
from issuebrief.web.palette import make_palette
from issuebrief.web.stylesheet import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tinycss2.ast import Node

    from issuebrief.frontmatter.model import Brief
    from issuebrief.resources import SearchPath
    from issuebrief.theming.theme import Theme

SHEET = "epub/book.css"


def book_style(theme: Theme, brief: Brief, search_path: SearchPath) -> str:
    """The sheet, all but its fonts."""
    tokens = {**theme.tokens, **({"--accent": brief.accent} if brief.accent else {})}
    tokens |= make_palette(tokens).day
    paths = (search_path.style(name) for name in (SHEET, f"epub/themes/{theme.name}.css"))
    text = "".join(squeezed(text_of(path, search_path.styles)) for path in paths if path)
    return with_values(_mirrored(text) if from_right_to_left(brief.lang) else text, tokens)


def with_values(css: str, tokens: Mapping[str, str]) -> str:
    """A sheet with the tokens that it refers to put in; a declaration of one that is not there goes."""
    return "".join(_written(tinycss2.parse_stylesheet(css, skip_comments=True), tokens))


def _written(rules: list[Node], tokens: Mapping[str, str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            said = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
            values = (
                (each, resolved(tinycss2.serialize(each.value), tokens))
                for each in said
                if each.type == "declaration"
            )
            body = ";".join(f"{each.name}:{value}" for each, value in values if value)
            yield f"{tinycss2.serialize(rule.prelude).strip()}{{{body}}}\n"
        elif rule.type == "at-rule" and rule.content is not None:
            inner = "".join(_written(tinycss2.parse_rule_list(rule.content, skip_comments=True), tokens))
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}\n"


def _mirrored(css: str) -> str:
    from issuebrief.layout.styles.mirrored_rules import mirrored
    from issuebrief.theming.style_sheets import parsed

    return "".join(rule.serialize() for rule in mirrored(parsed(css)))
