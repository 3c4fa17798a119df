"""Style sheets as the engine has them, parsed.

In:  the paths of style sheets, what they say, and design tokens with other values.
Out: one style sheet as WeasyPrint has it, which says what all of them do; and problems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint import CSS

from issuebrief.engine.log import listen, style_problem
from issuebrief.file_access import real_path
from issuebrief.layout.styles.failing_values import failing_values
from issuebrief.layout.styles.merged_sheets import merged
from issuebrief.layout.styles.sheet_reading import sheet_at, sheets_followed
from issuebrief.layout.styles.token_values import value_problems
from issuebrief.theming.style_sheets import BENEATH
from issuebrief.theming.theme import RIGHT_TO_LEFT, SIDE
from issuebrief.theming.theme_classes import mistyped_classes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.fetcher import ConfinedFetcher
    from issuebrief.engine.pages import LayoutInput
    from issuebrief.layout.styles.counter_styles import BoundedCounterStyle
    from issuebrief.theming.style_sheets import StyleRules

SIDES = {"left": "right", "right": "left"}
ROOT = "html:root:root:root"
"""The root of a page, with more weight than style sheets give it."""


def load_styles(
    layout_input: LayoutInput, rules: StyleRules, fetcher: ConfinedFetcher, counters: BoundedCounterStyle
) -> tuple[list[CSS], tuple[Diagnostic, ...]]:
    """Parse the style sheets, whose `rules` tell what they import; none where that cannot be had."""
    if rules.problems:
        return [], rules.problems
    styles: list[CSS] = []
    problems: list[Diagnostic] = []
    beneath = ".".join(BENEATH) if rules.layers else None
    is_mirrored = any(path.name == RIGHT_TO_LEFT for path in layout_input.styles)
    try:
        for path in layout_input.styles:
            with (
                listen() as lines,
                sheets_followed(lines, layout_input.folders, mirrored=is_mirrored) as addresses,
            ):
                styles.append(
                    CSS(
                        string=rules.texts[path],
                        base_url=real_path(path).as_uri(),
                        url_fetcher=fetcher,
                        counter_style=counters,
                        layers=[beneath] if beneath else [],
                        layer=beneath if path != layout_input.styles[-1] else None,
                    )
                )
            sheets = {address: sheet_at(address, layout_input) for address in set(addresses)}
            for line, address in zip(lines, addresses, strict=True):
                about = sheets[address]
                problems.append(style_problem(line, about, rules.texts.get(about, "")))
    except Exception:  # the engine fails at what it cannot work out, and does not say where that stands
        if not (failing := failing_values(rules)):
            raise
        return [], (*problems, *failing, *value_problems(rules))
    tokens = layout_input.tokens
    if is_mirrored:
        tokens = {name: SIDES.get(value, value) if name != SIDE else value for name, value in tokens.items()}
    styles += token_sheets(tokens, counters)
    return [merged(styles)], (*problems, *value_problems(rules), *mistyped_classes(rules, layout_input.html))


def token_sheets(tokens: Mapping[str, str], counters: BoundedCounterStyle) -> list[CSS]:
    """A style sheet that gives design tokens other values; none without any."""
    if not tokens:
        return []
    declarations = "".join(f"{token}: {value};" for token, value in tokens.items())
    return [CSS(string=f"{ROOT} {{ {declarations} }}", counter_style=counters)]
