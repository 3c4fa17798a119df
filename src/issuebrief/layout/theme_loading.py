"""The theme of a layout, loaded: its style sheets as the engine has them, and its fonts.

In:  a `LayoutInput`; fonts that were loaded before, where they may be used again.
Out: a `LoadedTheme`, and what is wrong with the theme.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import has_errors
from issuebrief.engine.fetcher import ConfinedFetcher
from issuebrief.file_access import real_path
from issuebrief.layout.fonts.font_set import FontSet
from issuebrief.layout.styles.counter_styles import BoundedCounterStyle
from issuebrief.layout.styles.sheet_loading import load_styles
from issuebrief.theming.font_faces import faces_in
from issuebrief.theming.style_sheets import read_rules

if TYPE_CHECKING:
    from weasyprint import CSS

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.pages import LayoutInput
    from issuebrief.theming.style_sheets import StyleRules


@dataclass(frozen=True)
class LoadedTheme:
    """Style sheets and fonts, the rules that they were read from, and what opens files."""

    rules: StyleRules
    fetcher: ConfinedFetcher
    styles: list[CSS]
    fonts: FontSet
    counters: BoundedCounterStyle


def load_theme(
    layout_input: LayoutInput, known: FontSet | None = None
) -> tuple[LoadedTheme | None, tuple[Diagnostic, ...]]:
    """Load style sheets and fonts, or take the fonts that are `known` where they are of the same faces.

    None where a style sheet or a font is at fault.
    """
    fetcher, counters = fetcher_of(layout_input), BoundedCounterStyle(digits=layout_input.digits)
    rules = read_rules(layout_input.styles, layout_input.folders, layout_input.drafts)
    styles, problems = load_styles(layout_input, rules, fetcher, counters)
    faces = (*faces_in(rules.found, layout_input.folders), *layout_input.faces)
    fonts = known if known and known.faces == faces else FontSet()
    if fonts is not known:
        problems += fonts.load(faces, fetcher)
    if has_errors(problems):
        return None, problems
    return LoadedTheme(rules, fetcher, styles, fonts, counters), problems


def fetcher_of(layout_input: LayoutInput) -> ConfinedFetcher:
    """What opens the files that a brief may read."""
    folders = (layout_input.source.parent, *layout_input.folders)
    return ConfinedFetcher(folders, layout_input.allow_network, layout_input.files, layout_input.drawings)


def base_url_of(layout_input: LayoutInput) -> str:
    """Where a brief's own addresses begin."""
    return real_path(layout_input.source).as_uri()
