"""The design tokens that a value comes from.

In:  a declaration that applies, and the declarations of tokens that count where it does.
Out: the tokens in it, and those that they come from; of a shorthand those that shape some of its properties,
     which is found out by trying other values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import tinycss2
from tinycss2.color5 import parse_color
from weasyprint.css.validation import preprocess_declarations

from issuebrief.engine.log import listen
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.token_lengths import length_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from issuebrief.layout.styles.applied_rules import AppliedDeclaration


def tokens_behind(
    declared: AppliedDeclaration,
    custom: Mapping[str, AppliedDeclaration],
    names: AbstractSet[str] | None = None,
) -> tuple[str, ...]:
    """The tokens that a value comes from, those first that it refers to itself.

    `custom` are the declarations of tokens that count where the value is used. Of a shorthand only the tokens
    are given that have a say in the plain properties `names`.
    """
    found: dict[str, None] = {}
    waiting = [
        token for token in declared.tokens if names is None or names & _shaped_by(token, declared, custom)
    ]
    while waiting:
        token = waiting.pop(0)
        if token not in found:
            found[token] = None
            waiting += custom[token].tokens if token in custom else ()
    return tuple(found)


def _shaped_by(
    token: str, declared: AppliedDeclaration, custom: Mapping[str, AppliedDeclaration]
) -> frozenset[str]:
    """The plain properties of a declaration that come out otherwise with another value of a token.

    All of them where that cannot be found out.
    """
    every = frozenset(declared.names)
    if len(every) < 2 or not declared.tokens:
        return every
    if token not in declared.shaped:
        values = {name: each.value for name, each in custom.items()}
        before = _plain(declared, values)
        others = (_plain(declared, {**values, token: other}) for other in _others(token, values))
        after = next((other for other in others if other), None)
        same = before.keys() & after.keys() if after else set()
        changed = frozenset(name for name in every if name not in same or before[name] != (after or {})[name])
        declared.shaped[token] = changed if before and after else every
    return declared.shaped[token]


def _others(token: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Other values for a token, those of its own kind first."""
    value = resolved(f"var({token})", values)
    if parse_color(value) is not None:
        return ("rgb(1, 2, 3)",)
    return ("7.77pt", "77", "zzz") if length_of(value) is not None else ("zzz", "77", "7.77pt")


def _plain(declared: AppliedDeclaration, values: Mapping[str, str]) -> dict[str, str]:
    """The plain properties of a declaration with tokens put in; none where that makes no sense."""
    css = f"{declared.node.name}: {resolved(declared.value, values)}"
    with listen() as lines:
        found = list(preprocess_declarations("", tinycss2.parse_blocks_contents(css)))
    return {} if lines else {name: repr(value) for name, value, _ in found}
