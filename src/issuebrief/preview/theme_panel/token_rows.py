"""The tokens of a theme, each with its value, its place and its control.

In:  a brief that has been read, and its theme with the changes that are tried.
Out: `TokenRow`s in the order of the style sheets, and the values that count in the end: an institute, a brief
     or the size of its pages can set a token over the theme's head.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import tinycss2

from issuebrief.diagnostics.terminal import path_from
from issuebrief.file_access import real_path
from issuebrief.frontmatter.read import locate
from issuebrief.layout.styles.token_kinds import uses_of
from issuebrief.pipeline.branding import branded
from issuebrief.preview.theme_panel.model import Control, TokenRow
from issuebrief.preview.theme_panel.token_controls import ControlOf, control_of
from issuebrief.resources import shipped
from issuebrief.srgb import hexadecimal
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.font_faces import faces_in
from issuebrief.theming.legibility import colour_of
from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.token_lengths import length_of
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.layout.styles.token_kinds import Uses
    from issuebrief.manuscript import Manuscript
    from issuebrief.preview.theme_panel.theme_draft import DraftedTheme
    from issuebrief.resources import SearchPath
    from issuebrief.theming.theme import Theme

CALCULATED = {"--text-width", "--sidebar-room"}
BY_PAGE = {
    *("--margin-left", "--margin-right", "--sidebar-is-right"),
    *("--left-of-text", "--right-of-text", "--sidebar-left"),
}
"""The tokens that each page sets for itself."""


@dataclass(frozen=True)
class Holder:
    """Who sets a token over the theme's head, or why a theme does not: where, in words, and what it says."""

    why: str
    value: str
    place: SourceRange | None = None


def token_rows(manuscript: Manuscript, drafted: DraftedTheme) -> Iterator[TokenRow]:
    """The row of each token that any sheet sets on the root."""
    theme, saved = drafted.theme, {setting.token: setting.value for setting in drafted.plain.settings}
    holders = _holders(manuscript, drafted)
    tokens = tokens_set(manuscript, drafted)
    uses = _uses(theme)
    families = sorted({face.family for face in faces_in(theme.rules.found, drafted.search_path.styles)})
    for token, setting in {setting.token: setting for setting in theme.settings}.items():
        holder, before = holders.get(token), saved.get(token, "")
        value = holder.value if holder else setting.value
        place = holder.place if holder and holder.place else setting.place
        found = ControlOf(Control.TEXT, colour=_hexadecimal(token, tokens))
        if not holder:
            found = control_of(token, value, before or value, tokens, uses, families)
        yield TokenRow(
            name=token,
            value=value,
            comes_to=_comes_to(value, tokens),
            control=found.control,
            origin=_origin(place.path, setting.sheet),
            file=shown_file(place.path, drafted.search_path),
            line=place.line,
            saved=before if setting.value != before else None,
            scale=found.scale,
            colour=found.colour,
            choices=found.choices,
            held=holder.why if holder else "",
        )


def tokens_set(manuscript: Manuscript, drafted: DraftedTheme) -> Mapping[str, str]:
    """The tokens with the values that count in the end."""
    held = {token: holder.value for token, holder in _holders(manuscript, drafted).items()}
    return {**drafted.theme.tokens, **held}


def shown_file(path: Path, search_path: SearchPath) -> str:
    """A file by its path in the folder that a user works in, or else among those that ship."""
    found = path_from(path, search_path.workplace) if search_path.workplace else path
    return (found if found != path else path_from(path, shipped("styles").parent)).as_posix()


def _holders(manuscript: Manuscript, drafted: DraftedTheme) -> Mapping[str, Holder]:
    """The tokens that the theme's own sheet has no say in."""
    brief, source, theme = manuscript.brief, manuscript.source, drafted.theme
    found = {
        **dict.fromkeys(CALCULATED, "it is calculated from other tokens"),
        **dict.fromkeys(BY_PAGE, "each page sets its own"),
    }
    holders = {token: Holder(why, theme.tokens.get(token, "")) for token, why in found.items()}
    for token, value in theme.resized.items():
        holders[token] = Holder("the size of the pages sets it", value)
    own = branded(theme, brief.publisher, source, drafted.search_path)[0].own
    for setting in own:
        why = f"the institute sets it, in {setting.sheet.name}"
        holders[setting.token] = Holder(why, setting.value, setting.place)
    if brief.accent:
        why, place = "the brief sets it: accent", locate(source, "accent")
        holders["--accent"] = Holder(why, brief.accent, place)
    return holders


def _uses(theme: Theme) -> Uses:
    """What declarations make of tokens."""
    return uses_of(
        (str(node.name), str(tinycss2.serialize(node.value)).strip())
        for rule in theme.rules.found
        if rule.node.type == "qualified-rule"
        for node in tinycss2.parse_blocks_contents(rule.node.content)
        if node.type == "declaration"
    )


def _hexadecimal(token: str, tokens: Mapping[str, str]) -> str:
    colour = colour_of(token, tokens)
    return hexadecimal(colour) if colour else ""


def _comes_to(value: str, tokens: Mapping[str, str]) -> str:
    """What a value is with others put in, a length in points; empty where it says so itself."""
    plain = resolved(value, tokens)
    length = length_of(plain) if plain != value or "calc(" in value else None
    if length is None:
        return "" if plain == value else plain
    return f"{length * PT_PER_PX:.2f}".rstrip("0").rstrip(".") + " pt"


def _origin(path: Path, sheet: Path) -> str:
    """Whose a value is: the program's, the house's theme's, or that of a file beside it."""
    if real_path(path) != real_path(sheet):
        return "elsewhere"
    return "shipped" if is_shipped(sheet) else "own"
