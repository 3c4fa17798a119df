"""The inks that a theme gives for its colours.

In:  a theme, whose style sheets may say `--brand-cmyk: 100 70 0 55` beside `--brand: #12304f`.
Out: the inks of each such colour, those of small text in it (`--brand-small-cmyk`), its spot ink
     (`--brand-spot`), and problems with those that cannot be understood.

`printed_tokens.py` says which of several sheets counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.theming.design_tokens import resolved, settings_elsewhere
from issuebrief.theming.printed_tokens import ENDING, SMALL, SPOT, Rgb8, four, given_inks, rgb_of
from issuebrief.theming.small_text import MOST_INKS, inks_used, prints_at_any_size
from issuebrief.theming.style_rules import line_of
from issuebrief.theming.theme_spots import SpotTint, spot_problems, spot_tints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.theming.colours import Cmyk
    from issuebrief.theming.design_tokens import TokenDeclaration
    from issuebrief.theming.theme import Theme

FULL = 255
SHOWN = 60
"""So many letters of a selector are shown."""
HAIR = 1 / 4
"""How far twins lie apart, in 256 steps."""


class TokenInks(NamedTuple):
    """A token of a colour, the inks that print it, those of small text, and its spot ink."""

    token: str
    inks: Cmyk
    small: Cmyk | None = None
    spot: SpotTint | None = None


def theme_inks(theme: Theme, limit: float) -> tuple[Mapping[Rgb8, Cmyk], tuple[Diagnostic, ...]]:
    """The inks by the colours that they print; `limit` is the most ink, 3.0 for 300 per cent."""
    problems: list[Diagnostic] = []
    spots = {token: setting.sheet for token, setting in given_inks(theme, SPOT).items()}
    plain = given_inks(theme, ENDING)
    for ending in (ENDING, SMALL):
        for token, setting in given_inks(theme, ending).items():
            inks = four(resolved(setting.value, theme.tokens))
            if inks is None:
                problems.append(_not_four(setting, theme))
            elif sum(inks) > limit + 1e-6:
                problems.append(_too_much(setting, inks, limit))
            elif ending == SMALL and spots.get(token) == setting.sheet:
                problems.append(
                    _idle(setting, f"{token}{SPOT} prints text of any size", "remove one of them")
                )
            elif ending == SMALL and token not in {**plain, **spots}:
                why = f"{token} has no inks of its own that these could be instead of"
                problems.append(_idle(setting, why, f"give them as {token}{ENDING}, too"))
            elif ending == SMALL and token in plain and _prints_all(plain[token], theme):
                why = f"{token}{ENDING} prints text of any size"
                problems.append(_idle(setting, why, "remove it"))
            elif ending == SMALL and not prints_at_any_size(inks):
                problems.append(_not_small(setting, inks))
    elsewhere = (found for found in settings_elsewhere(theme.rules) if found[1].token.endswith(ENDING))
    problems += [_not_read(selector, setting) for selector, setting in elsewhere]
    return {rgb: found.inks for rgb, found in _by_colour(theme).items()}, tuple(problems)


def theme_small_inks(theme: Theme) -> Mapping[Rgb8, Cmyk]:
    """The inks of small text by the colours that they print, where the theme gives any."""
    return {rgb: found.small for rgb, found in _by_colour(theme).items() if found.small}


def tokens_by_colour(theme: Theme) -> Mapping[Rgb8, str]:
    """The token of each colour, that whose inks the theme gives before others."""
    plain = ((rgb_of(token, theme), token) for token in theme.tokens)
    named = {rgb: token for rgb, token in plain if rgb is not None}
    return {**named, **{rgb: found.token for rgb, found in _by_colour(theme).items()}}


def theme_spots(theme: Theme) -> tuple[Mapping[Rgb8, SpotTint], tuple[Diagnostic, ...]]:
    """The spot inks by the colours that they print, and problems with those that cannot be printed."""
    inks = {rgb: found.spot for rgb, found in _by_colour(theme).items() if found.spot}
    return inks, spot_problems(theme)


def twin_colours(theme: Theme) -> Mapping[str, str]:
    """Of tokens that look alike and are printed in other inks, all but the first: a colour a hair apart.

    On the screen nobody sees the difference, and the press can tell them from each other.
    """
    apart: dict[str, str] = {}
    for rgb, found in _by_colour(theme).items():
        if any(part % 1 for part in rgb):
            red, green, blue = (f"{part / 255:.6f}" for part in rgb)
            apart[found.token] = f"color(srgb {red} {green} {blue})"
    return apart


def _by_colour(theme: Theme) -> Mapping[Rgb8, TokenInks]:
    """Each colour with its token and its inks; colours that would be the same lie a hair apart."""
    found: dict[Rgb8, TokenInks] = {}
    # How far the twins of a colour have come, so that each does not begin its way anew.
    last: dict[Rgb8, float] = {}
    known: set[tuple[Rgb8, object]] = set()
    given, small = given_inks(theme), given_inks(theme, SMALL)
    spots = spot_tints(theme)
    for token in {**given, **spots}:
        spot, setting = spots.get(token), given.get(token)
        inks = spot.process if spot else four(resolved(setting.value, theme.tokens)) if setting else None
        rgb = rgb_of(token, theme)
        if inks is None or rgb is None:
            continue
        own = four(resolved(small[token].value, theme.tokens)) if token in small else None
        printed = (inks, own, spot)
        if (rgb, printed) in known:
            continue
        known.add((rgb, printed))
        plain, green, blue = rgb
        red = last.get(rgb, plain)
        step = HAIR if plain < FULL / 2 else -HAIR
        while (red, green, blue) in found and found[red, green, blue][1:] != printed:
            red += step
        last[rgb] = red
        found.setdefault((red, green, blue), TokenInks(token, inks, own, spot))
    return found


def _not_four(setting: TokenDeclaration, theme: Theme) -> Diagnostic:
    value = resolved(setting.value, theme.tokens) or setting.value
    message = f"{setting.token} must be four numbers from 0 to 100, not {value or 'nothing'}"
    hint = "write cyan, magenta, yellow and black in per cent, such as 100 70 0 55"
    return error("theme.inks", message, setting.place, hint, line_of(setting.text, setting.line))


def _not_read(selector: str, setting: TokenDeclaration) -> Diagnostic:
    shown = selector if len(selector) <= SHOWN else selector[:SHOWN] + "…"
    message = f"{setting.token} is set on {shown}, where no inks are read: its colour would be converted"
    hint = "set the colour and its inks as tokens of their own on :root, and use them here by var()"
    return error("theme.inks", message, setting.place, hint, line_of(setting.text, setting.line))


def _too_much(setting: TokenDeclaration, inks: Cmyk, limit: float) -> Diagnostic:
    message = f"{setting.token} has {sum(inks):.0%} of ink, of which no more than {limit:.0%} are printed"
    hint = "reduce cyan, magenta or yellow"
    return warning("theme.too-much-ink", message, setting.place, hint, line_of(setting.text, setting.line))


def _prints_all(setting: TokenDeclaration, theme: Theme) -> bool:
    """Whether small text can be printed in the inks that a token is given."""
    inks = four(resolved(setting.value, theme.tokens))
    return inks is not None and prints_at_any_size(inks)


def _idle(setting: TokenDeclaration, why: str, hint: str) -> Diagnostic:
    message = f"{setting.token} does nothing: {why}"
    return warning("theme.small-text", message, setting.place, hint, line_of(setting.text, setting.line))


def _not_small(setting: TokenDeclaration, inks: Cmyk) -> Diagnostic:
    names = inks_used(inks)
    what = "a rich black" if len(names) <= MOST_INKS else f"{len(names)} inks"
    message = f"{setting.token} prints small text in {what}, whose plates never lie quite on each other"
    hint = "give it one ink or two, and beside much black (50 % or more) less than 30 % of another"
    return warning("theme.small-text", message, setting.place, hint, line_of(setting.text, setting.line))
