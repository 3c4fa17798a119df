"""Declarations of a theme that have no effect, since rules of shipped sheets or imported themes weigh more.

In:  the rules of style sheets, and the page that they are for.
Out: a warning for each rule of a house's own of which declarations win nowhere on the page, with the selector
     that would win.

Where a theme has layers, the shipped sheets lie beneath them and outweigh nothing.

Source: W3C, "CSS Cascading and Inheritance Level 5", section 6.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import cssselect2
import tinycss2

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.layout.styles.rule_parts import expanded, selectors_of
from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.style_rules import line_of, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from issuebrief.engine.protocols import CssElement, CssNode
    from issuebrief.theming.style_rules import Rule
    from issuebrief.theming.style_sheets import StyleRules

MOST_NAMED = 4
"""So many properties of a rule are named."""

Value = tuple[str, bool]
"""What a property is set to, as far as that can be compared, and whether it is important."""


@dataclass(eq=False)
class _Statement:
    """A declaration for one selector, whether it wins anywhere, and the first that it loses to."""

    rule: Rule
    node: CssNode
    selector: str
    is_own: bool
    wins: bool = False
    stronger: _Claim | None = None


class _Claim(NamedTuple):
    """What a selector that matches an element says of it, and how much that weighs."""

    specificity: tuple[int, ...]
    order: int
    part: str | None
    declared: _Statement
    values: Mapping[str, Value]


def outweighed(
    rules: StyleRules, root: CssElement, is_trusted: Callable[[Path], bool] = is_shipped
) -> tuple[Diagnostic, ...]:
    """The declarations without effect on a page, whose `root` is an `ElementWrapper` of cssselect2."""
    plain = [rule for rule in rules.found if rule.node.type == "qualified-rule"]
    trusted = {sheet for sheet in {rule.sheet for rule in plain} if is_trusted(sheet)}
    own = [rule for rule in plain if rule.sheet not in trusted]
    if not own or rules.layers:
        return ()
    theirs = _shipped_matcher(tuple(rule for rule in plain if rule.sheet in trusted))
    ours = _matcher(own, is_own=True)
    matched: dict[_Statement, None] = {}
    for element in root.iter_subtree():
        if claims := _claims(ours, element):
            matched.update(dict.fromkeys(claim.declared for claim in claims))
            _judge([*_claims(theirs, element), *claims])
    lost = sorted(
        (declared for declared in matched if not declared.wins and declared.stronger),
        key=lambda declared: (declared.node.source_line, declared.node.source_column),
    )
    return tuple(_told(group) for group in _by_rule(lost))


@lru_cache(maxsize=8)
def _shipped_matcher(rules: tuple[Rule, ...]) -> cssselect2.Matcher:
    """The rules of shipped sheets by what they match: the same for all briefs that are set with them."""
    return _matcher(rules, is_own=False)


def _matcher(rules: Iterable[Rule], is_own: bool) -> cssselect2.Matcher:
    """The rules by what they match; of rules within rules only those of the shipped sheets are followed."""
    matcher = cssselect2.Matcher()
    for rule in rules:
        texts = selectors_of(rule.node.prelude)
        for node in tinycss2.parse_blocks_contents(rule.node.content):
            if node.type == "declaration" or (node.type == "qualified-rule" and not is_own):
                for selectors, values in _by_selector(node, rule):
                    named = texts if len(texts) == len(selectors) else texts[:1] * len(selectors)
                    for selector, text in zip(selectors, named, strict=True):
                        matcher.add_selector(selector, (_Statement(rule, node, text, is_own), values))
    return matcher


def _by_selector(node: CssNode, rule: Rule) -> list[tuple[Sequence[CssNode], dict[str, Value]]]:
    """Selectors with the plain properties that a declaration sets; none where it is not understood."""
    groups: dict[int, tuple[Sequence[CssNode], dict[str, Value]]] = {}
    for selectors, name, value, important in expanded([node], rule.node.prelude):
        groups.setdefault(id(selectors), (selectors, {}))[1][name] = (repr(value), important)
    return list(groups.values())


def _claims(matcher: cssselect2.Matcher, element: CssElement) -> list[_Claim]:
    return [_Claim(*match, *payload) for *match, payload in matcher.match(element)]


def _judge(claims: Sequence[_Claim]) -> None:
    """Note which declarations win a property of an element, and what those lose to that do not."""
    rivals: dict[tuple[str | None, str], list[_Claim]] = {}
    for claim in claims:
        for name in claim.values:
            rivals.setdefault((claim.part, name), []).append(claim)
    for (_, name), some in rivals.items():
        winner = max(some, key=lambda claim: _weight(claim, name))
        for claim in some:
            if claim is winner or (winner.declared.is_own and not _is_inherited(winner, claim)):
                claim.declared.wins = True
            elif claim.values[name][0] != winner.values[name][0]:
                claim.declared.stronger = claim.declared.stronger or winner


def _is_inherited(winner: _Claim, claim: _Claim) -> bool:
    """Whether a house's rule that wins is one of another file, which a later rule was to change."""
    return winner.declared.rule.sheet != claim.declared.rule.sheet and winner.order < claim.order


def _weight(claim: _Claim, name: str) -> tuple[bool, tuple[int, ...], bool, int]:
    return claim.values[name][1], claim.specificity, claim.declared.is_own, claim.order


def _by_rule(lost: Iterable[_Statement]) -> Iterator[list[_Statement]]:
    """The declarations of one rule and selector that lose to the same other, together."""
    groups: dict[tuple[int, str, str], list[_Statement]] = {}
    for declared in lost:
        if declared.stronger:
            key = (id(declared.rule.node), declared.selector, declared.stronger.declared.selector)
            groups.setdefault(key, []).append(declared)
    yield from groups.values()


def _told(group: Sequence[_Statement]) -> Diagnostic:
    first = group[0]
    assert first.stronger is not None
    rule, stronger = first.rule, first.stronger
    names = list(dict.fromkeys(declared.node.name for declared in group))
    some = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
    theirs = stronger.declared.selector
    whose = "" if stronger.declared.is_own else "the shipped "
    have = "has" if len(names) == 1 else "have"
    message = (
        f"{some} of `{first.selector}` {have} no effect: "
        f"{whose}`{theirs}` in {stronger.declared.rule.sheet.name} weighs more"
    )
    place = place_of(rule.sheet, first.node)
    important = stronger.values and all(important for _, important in stronger.values.values())
    hint = "write !important after the value" if important else f"write the rule for `{theirs}`"
    return warning("style.outweighed", message, place, hint, line_of(rule.text, place.line))
