"""The spot inks that a theme gives for its colours: inks mixed by name, each with a plate of its own.

In:  a theme, whose style sheets may say `--brand-spot: "PANTONE 2767 C"` beside `--brand-cmyk`, and
     `--tint-spot: "PANTONE 2767 C" 10%` for a tint of the same ink.
Out: the spot ink of each such token, with the process inks that stand in for it where it is not printed (its
     alternate); and problems: names that are none, inks without an alternate or with two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.theming.design_tokens import resolved, settings_elsewhere
from issuebrief.theming.printed_tokens import ENDING, SPOT, four, given_inks, rgb_of
from issuebrief.theming.style_rules import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from issuebrief.theming.colours import Cmyk
    from issuebrief.theming.design_tokens import TokenDeclaration
    from issuebrief.theming.theme import Theme

WRITTEN = re.compile(r"""(?:"([^"]*)"|'([^']*)')(?:\s+(\d+(?:\.\d+)?)\s*%?)?""")
LONGEST = 120
"""So many bytes has the name of an ink at most; PDF takes 127 (ISO 32000-1, annex C)."""

RESERVED = frozenset(("all", "none", "cyan", "magenta", "yellow", "black", "c", "m", "y", "k"))
"""Names that mean plates of every file."""

EXAMPLE = 'write "PANTONE 2767 C", in quotation marks, and behind it a tint such as 10% where it is one'


class SpotTint(NamedTuple):
    """A spot ink by its name, how much of it from 0 to 1, and the process inks that stand in for it solid."""

    name: str
    tint: float
    solid: Cmyk

    @property
    def process(self) -> Cmyk:
        """The process inks that stand in for this much of it."""
        cyan, magenta, yellow, black = (round(ink * self.tint, 6) for ink in self.solid)
        return (cyan, magenta, yellow, black)


class _SpotWish(NamedTuple):
    """What a token asks for, and where."""

    token: str
    name: str
    tint: float
    setting: TokenDeclaration


def spot_tints(theme: Theme) -> Mapping[str, SpotTint]:
    """The spot ink of each token that has one, as far as it can be printed."""
    wishes, _ = _wishes(theme)
    if not wishes:
        return {}
    solids = _solids(wishes, theme)
    return {
        wish.token: SpotTint(wish.name, wish.tint, solids[wish.name][0])
        for wish in wishes
        if wish.name in solids
    }


def spot_problems(theme: Theme) -> tuple[Diagnostic, ...]:
    """What is wrong with the spot inks of a theme."""
    wishes, wrong = _wishes(theme)
    return (*wrong, *_of_alternates(wishes, _solids(wishes, theme)), *_of_names(wishes), *_elsewhere(theme))


def _wishes(theme: Theme) -> tuple[list[_SpotWish], list[Diagnostic]]:
    """What tokens ask for, and those that ask for no ink."""
    wishes: list[_SpotWish] = []
    problems: list[Diagnostic] = []
    for token, setting in given_inks(theme, SPOT).items():
        value = resolved(setting.value, theme.tokens)
        if rgb_of(token, theme) is None and not WRITTEN.fullmatch(value):
            continue  # a token of the house that only ends like these
        wish = _wish(token, value, setting)
        if isinstance(wish, str):
            problems.append(_problem(setting, wish, EXAMPLE))
        else:
            wishes.append(wish)
    return wishes, problems


def _wish(token: str, value: str, setting: TokenDeclaration) -> _SpotWish | str:
    """What a token asks for, or why that is no ink, in words."""
    found = WRITTEN.fullmatch(value)
    if found is None:
        return f"is no name of an ink: {value or 'nothing'}"
    name = " ".join((found[1] or found[2] or "").split())
    tint = float(found[3]) / 100 if found[3] else 1.0
    if not name or not name.isprintable() or len(name.encode()) > LONGEST:
        return f"has a name that no plate can have: “{name[:40]}”"
    if name.casefold() in RESERVED:
        return f"takes the name “{name}”, which is that of a plate of every file"
    if not 0 < tint <= 1:
        return f"has a tint of {found[3]} %, which is not between 0 and 100"
    return _SpotWish(token, name, tint, setting)


def _solids(wishes: list[_SpotWish], theme: Theme) -> Mapping[str, list[Cmyk]]:
    """The alternates that the tokens in the full ink give for each name, each once."""
    inks = given_inks(theme)
    found: dict[str, dict[Cmyk, None]] = {}
    for wish in wishes:
        value = resolved(inks[wish.token].value, theme.tokens) if wish.token in inks else ""
        given = four(value)
        if wish.tint == 1 and given:
            found.setdefault(wish.name, {})[given] = None
    return {name: list(alternates) for name, alternates in found.items()}


def _of_alternates(wishes: list[_SpotWish], solids: Mapping[str, list[Cmyk]]) -> Iterator[Diagnostic]:
    """Inks that nothing stands in for, and inks that two colours stand in for."""
    told: set[str] = set()
    for wish in wishes:
        given = solids.get(wish.name, [])
        if len(given) != 1 and wish.name not in told:
            told.add(wish.name)
            reason = f"has no process inks that stand in for “{wish.name}” where it is not printed"
            hint = f"give them beside it, as {wish.token}{ENDING}, for the full ink"
            if given:
                reason = f"and another token give two sets of process inks for “{wish.name}”"
                hint = f"give all tokens of that ink the same {ENDING}, or one of them a tint of it"
            elif wish.tint < 1:
                hint = (
                    f"give one token the full ink, with its process inks: --brand{SPOT} and --brand{ENDING}"
                )
            yield _problem(wish.setting, reason, hint)


def _of_names(wishes: list[_SpotWish]) -> Iterator[Diagnostic]:
    """Names that mean one ink and would make two plates."""
    first: dict[str, str] = {}
    for wish in wishes:
        key = re.sub(r"[\W_]", "", wish.name.casefold())
        if first.setdefault(key, wish.name) != wish.name:
            reason = f"calls an ink “{wish.name}” that another token calls “{first[key]}”"
            yield _problem(wish.setting, reason, "write the name in the same way: each name is a plate")
            first[key] = wish.name


def _elsewhere(theme: Theme) -> Iterator[Diagnostic]:
    for selector, setting in settings_elsewhere(theme.rules):
        if setting.token.endswith(SPOT) and WRITTEN.fullmatch(setting.value):
            reason = f"is set on {selector[:60]}, where no inks are read"
            yield _problem(setting, reason, "set the colour and its ink as tokens of their own on :root")


def _problem(setting: TokenDeclaration, reason: str, hint: str) -> Diagnostic:
    message = f"{setting.token} {reason}"
    return error("theme.spot", message, setting.place, hint, line_of(setting.text, setting.line))
