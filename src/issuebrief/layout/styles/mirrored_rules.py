"""Style sheets mirrored, for briefs that are written from right to left.

In:  the rules of a style sheet as tinycss2 reads them.
Out: the same rules with left and right changed over: in the names of properties and of boxes in the margins
     of pages, in what is left and right by value, and in the shorthands that go round a box.

A theme is drawn once, for a text from left to right; mirrored, it says the same of one from right to left.
A custom property keeps its name, since whatever uses it is mirrored too: so `--margin-left` is the margin on
the side on which lines begin. A rule whose selector names a direction, `[dir]` or `:dir()`, is meant as it
stands.
"""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from issuebrief.engine.protocols import CssNode

SIDES = {"left": "right", "right": "left"}
SIDE = re.compile(r"(?<![a-z])(?:left|right)(?![a-z])")
"""A side in a name of several words."""
GROUPS = ("media", "layer", "supports", "container")
"""At-rules that hold rules."""
PAGES = ("page",)
AROUND = re.compile(r"(?:scroll-)?(?:margin|padding)|inset|border-(?:width|style|color)")
"""Shorthands of four values: above, right, below, left."""
CORNERS = "border-radius"
"""The one that begins above on the left and goes round the corners."""
AS_WRITTEN = ("--sidebar-side",)
"""Custom properties that tell a side of the page as it was before it is mirrored."""
ONE_WAY = re.compile(r"\[\s*dir\b|:dir\(")


def mirrored(rules: Iterable[CssNode], *, within: bool = True) -> Iterator[CssNode]:
    """The rules mirrored; those in at-rules that hold others only if `within`."""
    for rule in rules:
        keyword = getattr(rule, "lower_at_keyword", "")
        if rule.type == "qualified-rule":
            yield _rule(rule)
        elif keyword in PAGES and rule.content is not None:
            yield _with(rule, prelude=_values(rule.prelude), content=_content(rule.content))
        elif within and keyword in GROUPS and rule.content is not None:
            yield _with(rule, content=_group(rule.content))
        else:
            yield rule


def _rule(rule: CssNode) -> CssNode:
    """A rule with its declarations mirrored, unless its selector names a direction."""
    if rule.content is None or ONE_WAY.search("".join(token.serialize() for token in rule.prelude)):
        return rule
    return _with(rule, content=_content(rule.content))


def _group(content: Sequence[CssNode]) -> list[CssNode]:
    """The tokens in an at-rule, whose rules are mirrored."""
    found: list[CssNode] = []
    prelude: list[CssNode] = []
    for token in content:
        if token.type != "{} block":
            prelude.append(token)
            continue
        is_one_way = ONE_WAY.search("".join(part.serialize() for part in prelude))
        holds_rules = any(getattr(part, "lower_value", "") in GROUPS for part in prelude)
        inner = token.content or []
        if not is_one_way:
            token = _with(token, content=_group(inner) if holds_rules else _content(inner))
        found += [*prelude, token]
        prelude = []
    return found + prelude


def _content(tokens: Sequence[CssNode]) -> list[CssNode]:
    """The tokens of declarations, and of rules that are nested among them."""
    found: list[CssNode] = []
    statement: list[CssNode] = []
    for token in tokens:
        if token.type == "{} block" and not _is_custom(statement):
            found += [*map(_box_name, statement), _with(token, content=_content(token.content or []))]
            statement = []
        elif token == ";":
            found += [*_declaration(statement), token]
            statement = []
        else:
            statement.append(token)
    return [*found, *_declaration(statement)]


def _is_custom(statement: Sequence[CssNode]) -> bool:
    first = next((token for token in statement if token.type not in ("whitespace", "comment")), None)
    return first is not None and first.type == "ident" and str(first.value).startswith("--")


def _box_name(token: CssNode) -> CssNode:
    """A word that may name a box in the margin of a page, `@top-left`."""
    if token.type != "at-keyword" or not SIDE.search(token.lower_value):
        return token
    name = _turned(token.lower_value)
    return _with(token, value=name, lower_value=name)


def _declaration(tokens: Sequence[CssNode]) -> list[CssNode]:
    """The tokens of a declaration, mirrored."""
    place = next((at for at, token in enumerate(tokens) if token.type == "ident"), len(tokens))
    if place == len(tokens):
        return list(tokens)
    name, value = tokens[place], list(tokens[place + 1 :])
    if name.lower_value in AS_WRITTEN:
        return list(tokens)
    value = _values(value)
    if AROUND.fullmatch(name.lower_value):
        value = _around(value, (0, 3, 2, 1))
    elif name.lower_value == CORNERS:
        value = _around(value, (1, 0, 3, 2))
    if not name.lower_value.startswith("--") and SIDE.search(name.lower_value):
        turned = _turned(name.lower_value)
        name = _with(name, value=turned, lower_value=turned)
    return [*tokens[:place], name, *value]


def _values(tokens: Sequence[CssNode]) -> list[CssNode]:
    """The tokens of a value with each word that is a side changed over."""
    found = []
    for token in tokens:
        if token.type == "ident" and token.lower_value in SIDES:
            side = SIDES[token.lower_value]
            found.append(_with(token, value=side, lower_value=side))
        elif token.type == "function" and token.lower_name != "element":
            found.append(_with(token, arguments=_values(token.arguments)))
        else:
            found.append(token)
    return found


def _around(tokens: Sequence[CssNode], order: Sequence[int]) -> list[CssNode]:
    """The tokens of a value, whose four parts are put into another order if there are four."""
    places = [at for at, token in enumerate(tokens) if token.type not in ("whitespace", "comment")]
    parts = places[1:] if places and tokens[places[0]] == ":" else places
    important = next((at for at, place in enumerate(parts) if tokens[place] == "!"), len(parts))
    parts = parts[:important]
    found = list(tokens)
    if len(parts) == len(order):
        for place, source in zip(parts, order, strict=True):
            found[place] = tokens[parts[source]]
    return found


def _turned(name: str) -> str:
    return SIDE.sub(lambda side: SIDES[side[0]], name)


def _with(node: CssNode, **changes: object) -> CssNode:
    """A copy of a node with other attributes; the node itself may be shared."""
    changed = copy(node)
    for name, value in changes.items():
        setattr(changed, name, value)
    return changed
