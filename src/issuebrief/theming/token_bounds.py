"""Bounds of design tokens: what a token comes to where others are put in that it refers to.

In:  the rules of style sheets.
Out: the problem of the first token of a house's own that comes to 5,000 parts or leads on 50 times, or of the
     first value that asks by way of tokens for more columns or signs than are set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.style_bounds import LARGEST, all_parts, as_many, largest_number, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.protocols import CssNode
    from issuebrief.theming.style_rules import Rule

LONGEST_TOKEN = 5_000
"""Parts of a token with those in it that it refers to."""

DEEPEST = 50
"""How often tokens may lead on."""


class _Extent(NamedTuple):
    """What a token comes to: its parts, how often it leads on, the largest number in it."""

    size: int = 0
    depth: int = 0
    largest: float = 0


def find_endless_token(rules: Sequence[Rule]) -> Diagnostic | None:
    """The first token of a house's own that comes to too much, whichever rules count in the end.

    Also the first value that asks for too many columns or signs by way of a token.
    """
    extents: dict[str, _Extent] = {}
    written: dict[str, list[list[CssNode]]] = {}
    found: list[tuple[Rule, CssNode]] = []
    own = {sheet for sheet in {rule.sheet for rule in rules} if not is_shipped(sheet)}
    for rule in rules:
        for declaration in _declarations(rule) if rule.sheet in own else ():
            if declaration.name.startswith("--"):
                written.setdefault(declaration.name, []).append(declaration.value)
            found.append((rule, declaration))
    for rule, declaration in found:
        if message := _endless(declaration, written, extents):
            return told(message, declaration, rule.sheet, rule.text)
    return None


def _endless(
    declaration: CssNode, written: Mapping[str, list[list[CssNode]]], extents: dict[str, _Extent]
) -> str:
    """What a declaration comes to that is too much, in words; empty where it is bounded."""
    name = declaration.lower_name if declaration.lower_name in LARGEST else declaration.name
    where = "where those are put in that it refers to"
    if name in written:
        extent = _extent(name, written, extents)
        if extent.size > LONGEST_TOKEN:
            return f"the token {name} comes to more than {LONGEST_TOKEN:,} parts {where}"
        if extent.depth > DEEPEST:
            return f"the token {name} leads on {extent.depth} times {where}"
    if name in LARGEST:
        named = [token for token in _names(declaration.value) if token in written]
        largest = max((_extent(token, written, extents).largest for token in named), default=0)
        if largest > LARGEST[name]:
            return f"{as_many(name, largest)} {where}"
    return ""


def _declarations(rule: Rule) -> Iterator[CssNode]:
    """The declarations in a rule of tokens, and of what asks for as many columns or signs."""
    import tinycss2

    content = (rule.node.content or ()) if rule.node.type == "qualified-rule" else ()
    if any(node.type == "ident" and _is_counted(node.value, node.lower_value) for node in content):
        for node in tinycss2.parse_blocks_contents(content):
            if node.type == "declaration" and _is_counted(node.name, node.lower_name):
                yield node


def _is_counted(name: str, lower_name: str) -> bool:
    return name.startswith("--") or lower_name in LARGEST


def _extent(name: str, written: Mapping[str, list[list[CssNode]]], extents: dict[str, _Extent]) -> _Extent:
    """What a token comes to; each token is looked at once.

    A token that refers to itself counts nothing where it does.
    """
    waiting = [] if name in extents else [name]
    begun: set[str] = set()
    while waiting:
        token = waiting[-1]
        others = {other for value in written[token] for other in _names(value) if other in written}
        if token not in begun:
            begun.add(token)
            waiting += [other for other in others if other not in extents and other not in begun]
            continue
        waiting.pop()
        if token not in extents:
            size = max(_parts(value, extents) for value in written[token])
            inner = [extents[other] for other in others if other in extents]
            depth = max((other.depth + 1 for other in inner), default=0)
            largest = max(
                largest_number(part for value in written[token] for part in all_parts(value)),
                *(other.largest for other in inner),
                0,
            )
            extents[token] = _Extent(min(size, LONGEST_TOKEN + 1), depth, largest)
    return extents[name]


def _parts(value: Sequence[CssNode], extents: Mapping[str, _Extent]) -> int:
    """The parts of a value, with those of the tokens that it refers to."""
    return sum(1 for _ in all_parts(value)) + sum(extents.get(name, _Extent()).size for name in _names(value))


def _names(value: Sequence[CssNode]) -> Iterator[str]:
    """The tokens that a value refers to, each as often as it does."""
    for token in all_parts(value):
        if token.type == "function" and token.lower_name == "var":
            yield from (part.value for part in token.arguments[:2] if part.type == "ident")
